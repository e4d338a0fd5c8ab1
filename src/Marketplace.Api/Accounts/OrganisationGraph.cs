using GraphQL;
using Marketplace.Api.Catalogue;
using Marketplace.Core.Accounts;
using Marketplace.Core.Catalogue;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A person may act for an organisation.</summary>
[Name("Membership")]
public sealed class MembershipGraph
{
    internal MembershipGraph(OrganisationMembership membership) =>
        (OrganisationKey, Organisation, Role) = (membership.Organisation.Id, new OrganisationGraph(membership.Organisation), membership.Role);

    internal Guid OrganisationKey { get; }

    /// <summary>For whom.</summary>
    public OrganisationGraph Organisation { get; }

    /// <summary>What the person may do for it.</summary>
    public MemberRole Role { get; }
}

/// <summary>A producer, distributor, buyer or office, as its own members and the programme office see it.</summary>
[Name("Organisation")]
public sealed class OrganisationGraph
{
    private readonly Organisation _organisation;

    internal OrganisationGraph(Organisation organisation) => _organisation = organisation;

    /// <summary>Opaque.</summary>
    [Id]
    public string Id => GlobalId.Encode("Organisation", _organisation.Id);

    /// <summary>What it does on the marketplace.</summary>
    public OrganisationKind Kind => _organisation.Kind;

    /// <summary>As it was registered, 2 to 200 characters.</summary>
    public string Name => _organisation.Name;

    /// <summary>Legal form of a producer; null for the others.</summary>
    public ProducerKind? Form => _organisation.Form;

    /// <summary>Number of the business, co-operative or household registration.</summary>
    public string? RegistrationNumber => _organisation.RegistrationNumber;

    /// <summary>Ten digits, ten and three, or twelve.</summary>
    public string? TaxCode => _organisation.TaxCode;

    /// <summary>Who signs for it.</summary>
    public string? LegalRepresentative => _organisation.LegalRepresentative;

    /// <summary>Code of its district.</summary>
    public string? DistrictCode => _organisation.DistrictCode;

    /// <summary>Whether the programme office has seen its papers.</summary>
    public IdentityStatus IdentityStatus => _organisation.IdentityStatus;

    /// <summary>Why the papers were refused.</summary>
    public string? IdentityNote => _organisation.IdentityNote;

    /// <summary>Rises with every change; changeOrganisation takes it.</summary>
    public int Version => _organisation.Version;

    /// <summary>Its people, in the order in which they joined. For its own members; an empty list for others.</summary>
    public async Task<IReadOnlyList<MemberGraph>> Members(Visitor visitor, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        if (!IsOwn(visitor))
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return [.. (await db.MembersOfAsync(_organisation.Id, cancellationToken)).Select(member => new MemberGraph(member))];
    }

    /// <summary>Invitations that can still be accepted, newest first. For its own members; an empty list for others.</summary>
    public async Task<IReadOnlyList<InvitationGraph>> Invitations(
        Visitor visitor, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!IsOwn(visitor))
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return [.. (await db.OpenInvitationsAsync(_organisation.Id, clock.GetUtcNow().UtcDateTime, cancellationToken)).Select(invitation => new InvitationGraph(invitation))];
    }

    /// <summary>Who may act for it, by name. For its own members; an empty list for others.</summary>
    public async Task<IReadOnlyList<MandateGraph>> Mandates(Visitor visitor, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        if (!IsOwn(visitor))
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return [.. (await db.MandatesFromAsync(_organisation.Id, cancellationToken)).Select(mandate => new MandateGraph(mandate))];
    }

    /// <summary>Keys that machines of it use, newest first. For its owners; an empty list for others.</summary>
    public async Task<IReadOnlyList<MachineKeyGraph>> Keys(Visitor visitor, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        if (!IsOwn(visitor, MemberRole.Owner))
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return [.. (await db.KeysOfAsync(_organisation.Id, cancellationToken)).Select(key => new MachineKeyGraph(key))];
    }

    /// <summary>What machines of such an organisation can be given keys for.</summary>
    public IReadOnlyList<KeyScope> PossibleScopes => MachineKey.ScopesOf(_organisation.Kind);

    private bool IsOwn(Visitor visitor, MemberRole role = MemberRole.Viewer) => visitor.Person is not null && visitor.Memberships.Any(membership => membership.Organisation.Id == _organisation.Id && membership.Role <= role);
}

/// <summary>A person of an organisation.</summary>
[Name("Member")]
public sealed class MemberGraph
{
    private readonly OrganisationMember _member;

    internal MemberGraph(OrganisationMember member) => _member = member;

    /// <summary>Opaque; changeMember and removeMember take it.</summary>
    [Id]
    public string Id => GlobalId.Encode("Account", _member.AccountId);

    /// <summary>What the person is called.</summary>
    public string Name => _member.Name;

    /// <summary>The person's e-mail address.</summary>
    public string? Email => _member.Email;

    /// <summary>What the person may do.</summary>
    public MemberRole Role => _member.Role;

    /// <summary>The most that one order of the person may cost without an owner's approval; null for no limit. Owners have none. setOrderLimit changes it.</summary>
    public MoneyGraph? OrderLimit => _member.OrderLimit is { } limit ? new(Core.Money.Dong(limit)) : null;

    /// <summary>When the person joined.</summary>
    public DateTime Since => _member.Since;
}

/// <summary>A letter asked somebody to join.</summary>
[Name("Invitation")]
public sealed class InvitationGraph
{
    internal InvitationGraph(Invitation invitation) =>
        (Id, Email, Role, ExpiresAt) = (GlobalId.Encode("Invitation", invitation.Id), invitation.Email, invitation.Role, invitation.ExpiresAt);

    /// <summary>Opaque; withdrawInvitation takes it.</summary>
    [Id]
    public string Id { get; }

    /// <summary>Where the letter went.</summary>
    public string Email { get; }

    /// <summary>What the person will be able to do.</summary>
    public MemberRole Role { get; }

    /// <summary>Until when it can be accepted.</summary>
    public DateTime ExpiresAt { get; }
}
