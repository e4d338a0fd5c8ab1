using Marketplace.Core.Accounts;
using Marketplace.Core.Ordering;
using Marketplace.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Ordering;

/// <summary>How requests for approval are read, and who decides over them.</summary>
public static class ApprovalQueries
{
    /// <summary>One of an organisation's requests, to be changed; null where there is none. One statement.</summary>
    public static Task<ApprovalRequest?> ApprovalAsync(this MarketplaceDb db, Guid organisation, Guid id, CancellationToken cancellationToken) =>
        db.ApprovalRequests.SingleOrDefaultAsync(request => request.Id == id && request.OrganisationId == organisation, cancellationToken);

    /// <summary>An organisation's requests, newest first. One statement.</summary>
    /// <param name="account">Those of one member; null for all.</param>
    /// <param name="isOpen">Those that can be decided, or the others.</param>
    /// <param name="openSince">Those asked for before that are too old, in UTC.</param>
    /// <returns>One more than asked for when there are more.</returns>
    public static async Task<IReadOnlyList<ApprovalRequest>> ApprovalsAsync(
        this MarketplaceDb db, Guid organisation, Guid? account, bool isOpen, DateTime openSince, OrderPlace? after, int take, CancellationToken cancellationToken)
    {
        var requests = db.ApprovalRequests.AsNoTracking()
            .Where(request => request.OrganisationId == organisation && (account == null || request.AccountId == account));
        requests = isOpen
            ? requests.Where(request => request.State == ApprovalState.Open && request.AskedAt >= openSince)
            : requests.Where(request => request.State != ApprovalState.Open || request.AskedAt < openSince);
        if (after is { } last)
        {
            requests = requests.Where(request => request.AskedAt < last.At || (request.AskedAt == last.At && request.Id < last.Id));
        }

        return await requests.OrderByDescending(request => request.AskedAt).ThenByDescending(request => request.Id).Take(take + 1).ToListAsync(cancellationToken);
    }

    /// <summary>What a person may do in an organisation; null where the person is no member. Not tracked. One statement.</summary>
    public static Task<Membership?> MembershipAsync(this MarketplaceDb db, Guid organisation, Guid account, CancellationToken cancellationToken) =>
        db.Memberships.AsNoTracking().SingleOrDefaultAsync(membership => membership.OrganisationId == organisation && membership.AccountId == account, cancellationToken);

    /// <summary>The owners of an organisation to whom letters can go. One statement.</summary>
    public static async Task<IReadOnlyList<Account>> OwnersOfAsync(this MarketplaceDb db, Guid organisation, CancellationToken cancellationToken) =>
        await db.Memberships.Where(membership => membership.OrganisationId == organisation && membership.Role == MemberRole.Owner)
            .Join(db.Accounts.AsNoTracking().Where(account => account.EmailConfirmed), membership => membership.AccountId, account => account.Id, (_, account) => account)
            .OrderBy(account => account.Id).ToListAsync(cancellationToken);
}
