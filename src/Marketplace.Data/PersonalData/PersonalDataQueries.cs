using Marketplace.Core.Accounts;
using Marketplace.Core.Complaints;
using Marketplace.Core.PersonalData;
using Marketplace.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.PersonalData;

/// <summary>How a person's own data is read.</summary>
public static class PersonalDataQueries
{
    /// <summary>What a person has agreed to, oldest first; to be changed.</summary>
    public static async Task<IReadOnlyList<Consent>> ConsentsOfAsync(this MarketplaceDb db, Guid accountId, CancellationToken cancellationToken) =>
        await db.Consents.Where(consent => consent.AccountId == accountId).OrderBy(consent => consent.GivenAt).ThenBy(consent => consent.Id).ToListAsync(cancellationToken);

    /// <summary>The erasure that a person has asked for and not taken back; to be changed.</summary>
    public static Task<PersonalDataRequest?> OpenErasureAsync(this MarketplaceDb db, Guid accountId, CancellationToken cancellationToken) =>
        db.PersonalDataRequests.FirstOrDefaultAsync(
            request => request.AccountId == accountId && request.Kind == PersonalDataRequestKind.Erasure && request.DoneAt == null && request.TakenBackAt == null, cancellationToken);

    /// <summary>Erasures whose time has come, to be changed.</summary>
    public static async Task<IReadOnlyList<PersonalDataRequest>> DueErasuresAsync(this MarketplaceDb db, DateTime now, CancellationToken cancellationToken) =>
        await db.PersonalDataRequests.Where(request => request.Kind == PersonalDataRequestKind.Erasure && request.DoneAt == null && request.TakenBackAt == null && request.DueAt <= now)
            .OrderBy(request => request.DueAt).ThenBy(request => request.Id).ToListAsync(cancellationToken);

    /// <summary>The name of an organisation that would be left to others without an owner if this person went; null when there is none.</summary>
    public static Task<string?> LeftWithoutOwnerAsync(this MarketplaceDb db, Guid accountId, CancellationToken cancellationToken) =>
        OnlyOwner(db, accountId)
            .Join(db.Organisations, mine => mine.OrganisationId, organisation => organisation.Id, (_, organisation) => organisation.Name)
            .OrderBy(name => name).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Of each organisation that would be left to others without an owner if this person went, the member who has been there longest; to be changed.</summary>
    public static async Task<IReadOnlyList<Membership>> HeirsOfAsync(this MarketplaceDb db, Guid accountId, CancellationToken cancellationToken)
    {
        var owned = OnlyOwner(db, accountId);
        var others = await db.Memberships.Where(other => other.AccountId != accountId && owned.Any(mine => mine.OrganisationId == other.OrganisationId)).ToListAsync(cancellationToken);
        return [.. others.GroupBy(other => other.OrganisationId).Select(members => members.OrderBy(other => other.Since).ThenBy(other => other.AccountId).First())];
    }

    /// <summary>What a person did, oldest first. Not tracked.</summary>
    public static async Task<IReadOnlyList<AuditEntry>> DeedsOfAsync(this MarketplaceDb db, Guid accountId, CancellationToken cancellationToken) =>
        await db.Audit.AsNoTracking().Where(entry => entry.AccountId == accountId).OrderBy(entry => entry.At).ThenBy(entry => entry.Id).ToListAsync(cancellationToken);

    /// <summary>What a person has asked for about their data, oldest first. Not tracked.</summary>
    public static async Task<IReadOnlyList<PersonalDataRequest>> RequestsOfAsync(this MarketplaceDb db, Guid accountId, CancellationToken cancellationToken) =>
        await db.PersonalDataRequests.AsNoTracking().Where(request => request.AccountId == accountId).OrderBy(request => request.AskedAt).ThenBy(request => request.Id).ToListAsync(cancellationToken);

    /// <summary>Invitations to an address, answered or not. Not tracked.</summary>
    public static async Task<IReadOnlyList<Invitation>> InvitationsToAsync(this MarketplaceDb db, string email, CancellationToken cancellationToken) =>
        await db.Invitations.AsNoTracking().Where(invitation => invitation.Email == email).OrderBy(invitation => invitation.ExpiresAt).ThenBy(invitation => invitation.Id).ToListAsync(cancellationToken);

    /// <summary>Complaints from an address, oldest first. Not tracked.</summary>
    public static async Task<IReadOnlyList<Complaint>> ComplaintsFromAsync(this MarketplaceDb db, string email, CancellationToken cancellationToken) =>
        await db.Complaints.AsNoTracking().Where(complaint => complaint.Email == email).OrderBy(complaint => complaint.FiledAt).ThenBy(complaint => complaint.Id).ToListAsync(cancellationToken);

    /// <summary>Sheets that a person sent, oldest first. Not tracked.</summary>
    public static async Task<IReadOnlyList<string>> SheetsOfAsync(this MarketplaceDb db, Guid accountId, CancellationToken cancellationToken) =>
        await db.Imports.Where(import => import.AccountId == accountId).OrderBy(import => import.CreatedAt).ThenBy(import => import.Id).Select(import => import.FileName).ToListAsync(cancellationToken);

    private static IQueryable<Membership> OnlyOwner(MarketplaceDb db, Guid accountId) =>
        db.Memberships.Where(mine => mine.AccountId == accountId && mine.Role == MemberRole.Owner)
            .Where(mine => db.Memberships.Any(other => other.OrganisationId == mine.OrganisationId && other.AccountId != accountId))
            .Where(mine => !db.Memberships.Any(other => other.OrganisationId == mine.OrganisationId && other.AccountId != accountId && other.Role == MemberRole.Owner));
}
