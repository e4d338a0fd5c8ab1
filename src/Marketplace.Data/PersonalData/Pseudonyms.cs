using Marketplace.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.PersonalData;

/// <summary>
/// Takes a person out of what has to stay. The audit, sheets and consents keep what was done and by one and the same somebody; name and address
/// are gone. What people ordered for themselves is forgotten afterwards, because goods and money may still be on their way. Every step can be done
/// twice, and the account comes last: what breaks off in the middle is done again.
/// </summary>
public static class Pseudonyms
{
    /// <summary>What the person is called from now on; the same in all places.</summary>
    public static string Of(Guid accountId) => $"Người đã xóa tài khoản {accountId.ToString("N")[^6..]}";

    /// <summary>Changes the account, to be saved; everything else is changed at once.</summary>
    public static async Task EraseAsync(this MarketplaceDb db, Account account, DateTime now, CancellationToken cancellationToken)
    {
        var (id, name, email) = (account.Id, Of(account.Id), account.Email!);
        await db.Sessions.Where(session => session.AccountId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<IdentityUserToken<Guid>>().Where(token => token.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Memberships.Where(membership => membership.AccountId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Invitations.Where(invitation => invitation.Email == email).ExecuteDeleteAsync(cancellationToken);
        await db.Complaints.Where(complaint => complaint.Email == email).ExecuteUpdateAsync(set => set.SetProperty(complaint => complaint.Name, name).SetProperty(complaint => complaint.Email, $"{id:N}@erased.invalid"), cancellationToken);
        await db.DeliveryAddresses.Where(address => address.OwnerId == id).ExecuteDeleteAsync(cancellationToken);
        await db.SavedLists.Where(list => list.OwnerId == id).ExecuteDeleteAsync(cancellationToken);
        await db.ApprovalRequests.Where(request => request.AccountId == id).ExecuteDeleteAsync(cancellationToken);
        await db.OutgoingMail.Where(mail => mail.To == email).ExecuteDeleteAsync(cancellationToken);
        await db.Carts.Where(cart => cart.AccountId == id).ExecuteDeleteAsync(cancellationToken);

        // Before the audit, which says what was done under the name.
        await db.ForgetInOrdersAsync(id, account.Name, email, name, cancellationToken);
        await db.Audit.Where(entry => entry.AccountId == id).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Who, name), cancellationToken);
        await db.Audit.Where(entry => entry.Before!.Contains(email)).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Before, (string?)null), cancellationToken);
        await db.Audit.Where(entry => entry.After!.Contains(email)).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.After, (string?)null), cancellationToken);
        await db.Imports.Where(import => import.AccountId == id).ExecuteUpdateAsync(set => set.SetProperty(import => import.Who, name), cancellationToken);
        await db.Consents.Where(consent => consent.AccountId == id && consent.WithdrawnAt == null).ExecuteUpdateAsync(set => set.SetProperty(consent => consent.WithdrawnAt, now), cancellationToken);

        var address = $"{id:N}@erased.invalid";
        (account.Name, account.Email, account.UserName, account.NormalizedEmail, account.NormalizedUserName) = (name, address, address, address.ToUpperInvariant(), address.ToUpperInvariant());
        (account.PasswordHash, account.PhoneNumber, account.EmailConfirmed, account.TwoFactorEnabled) = (null, null, false, false);
        (account.SecurityStamp, account.ConcurrencyStamp) = ("erased", "erased");
    }
}
