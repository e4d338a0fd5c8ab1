using Marketplace.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Accounts;

/// <summary>An organisation and what one person may do for it.</summary>
public sealed record OrganisationMembership(Organisation Organisation, MemberRole Role);

/// <summary>A person of an organisation.</summary>
public sealed record OrganisationMember(Guid AccountId, string Name, string? Email, MemberRole Role, DateTime Since, long? OrderLimit);

/// <summary>How people, their sessions and their organisations are read.</summary>
public static class AccountQueries
{
    /// <summary>A session with its account, to be changed; null when it has ended.</summary>
    public static Task<Session?> SessionAsync(this MarketplaceDb db, string secretHash, DateTime now, CancellationToken cancellationToken) =>
        db.Sessions.SingleOrDefaultAsync(session => session.SecretHash == secretHash && session.ExpiresAt > now, cancellationToken);

    /// <summary>A session by its id; null when it has ended. Not tracked. One statement.</summary>
    public static Task<Session?> OpenSessionAsync(this MarketplaceDb db, Guid id, DateTime now, CancellationToken cancellationToken) =>
        db.Sessions.AsNoTracking().SingleOrDefaultAsync(session => session.Id == id && session.ExpiresAt > now, cancellationToken);

    /// <summary>Where a person is signed in, the last used first.</summary>
    public static async Task<IReadOnlyList<Session>> SessionsOfAsync(this MarketplaceDb db, Guid accountId, DateTime now, CancellationToken cancellationToken) =>
        await db.Sessions.AsNoTracking().Where(session => session.AccountId == accountId && session.ExpiresAt > now)
            .OrderByDescending(session => session.SeenAt).ThenBy(session => session.Id).ToListAsync(cancellationToken);

    /// <summary>For whom a person may act, by name.</summary>
    public static async Task<IReadOnlyList<OrganisationMembership>> MembershipsOfAsync(this MarketplaceDb db, Guid accountId, CancellationToken cancellationToken) =>
        await db.Memberships.AsNoTracking().Where(membership => membership.AccountId == accountId)
            .Join(db.Organisations.AsNoTracking(), membership => membership.OrganisationId, organisation => organisation.Id, (membership, organisation) => new { membership.Role, Organisation = organisation })
            .OrderBy(found => found.Organisation.Name).ThenBy(found => found.Organisation.Id)
            .Select(found => new OrganisationMembership(found.Organisation, found.Role))
            .ToListAsync(cancellationToken);

    /// <summary>Organisations whose papers nobody has looked at, the longest waiting first.</summary>
    public static async Task<IReadOnlyList<Organisation>> UnverifiedAsync(this MarketplaceDb db, int most, CancellationToken cancellationToken) =>
        await db.Organisations.AsNoTracking().Where(organisation => organisation.IdentityStatus == IdentityStatus.Unverified && !organisation.IsDemonstration)
            .OrderBy(organisation => organisation.CreatedAt).ThenBy(organisation => organisation.Id).Take(most).ToListAsync(cancellationToken);

    /// <summary>The people of an organisation, in the order in which they joined.</summary>
    public static async Task<IReadOnlyList<OrganisationMember>> MembersOfAsync(this MarketplaceDb db, Guid organisationId, CancellationToken cancellationToken) =>
        await db.Memberships.AsNoTracking().Where(membership => membership.OrganisationId == organisationId)
            .Join(db.Accounts.AsNoTracking(), membership => membership.AccountId, account => account.Id, (membership, account) => new { membership, account })
            .OrderBy(found => found.membership.Since).ThenBy(found => found.account.Id)
            .Select(found => new OrganisationMember(found.account.Id, found.account.Name, found.account.Email, found.membership.Role, found.membership.Since, found.membership.Role == MemberRole.Owner ? null : found.membership.OrderLimit))
            .ToListAsync(cancellationToken);

    /// <summary>Invitations that can still be accepted, newest first.</summary>
    public static async Task<IReadOnlyList<Invitation>> OpenInvitationsAsync(this MarketplaceDb db, Guid organisationId, DateTime now, CancellationToken cancellationToken) =>
        await db.Invitations.AsNoTracking().Where(invitation => invitation.OrganisationId == organisationId && invitation.AcceptedAt == null && invitation.ExpiresAt > now)
            .OrderByDescending(invitation => invitation.ExpiresAt).ThenBy(invitation => invitation.Id).ToListAsync(cancellationToken);

    /// <summary>An invitation by the hash of its secret, to be changed; null when it cannot be accepted any more.</summary>
    public static Task<Invitation?> InvitationAsync(this MarketplaceDb db, string secretHash, DateTime now, CancellationToken cancellationToken) =>
        db.Invitations.SingleOrDefaultAsync(invitation => invitation.SecretHash == secretHash && invitation.AcceptedAt == null && invitation.ExpiresAt > now, cancellationToken);
}
