using GraphQL;
using Marketplace.Core;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Marketplace.Data.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>Whoever is asking.</summary>
[Name("Viewer")]
public sealed class ViewerGraph
{
    private readonly Visitor _visitor;

    internal ViewerGraph(Ask ask, Visitor visitor)
    {
        (Language, _visitor) = (ask.Language, visitor);
        Memberships = [.. visitor.Memberships.Select(membership => new MembershipGraph(membership))];
    }

    /// <summary>The language in which texts are answered.</summary>
    public Language Language { get; }

    /// <summary>Whether a person is signed in; a machine with a token is none.</summary>
    public bool SignedIn => _visitor.Person is not null;

    /// <summary>The person's name, or that of the machine's key; null for nobody.</summary>
    public string? Name => _visitor.Person?.Name ?? _visitor.Actor?.Name;

    /// <summary>The person's e-mail address; null when nobody is signed in.</summary>
    public string? Email => _visitor.Person?.Email;

    /// <summary>The organisations for which the person or the machine may act, by name.</summary>
    public IReadOnlyList<MembershipGraph> Memberships { get; }

    /// <summary>For whom the person acts now; null for themselves alone.</summary>
    public MembershipGraph? ActingFor => _visitor.Represented is { } represented ? new(represented) : Memberships.FirstOrDefault(membership => membership.OrganisationKey == _visitor.Actor?.OrganisationId);

    /// <summary>The organisation of which the person is a member, while it acts in another's name; null while it acts in its own.</summary>
    public OrganisationGraph? ActingThrough => Memberships.FirstOrDefault(membership => membership.OrganisationKey == _visitor.Actor?.AgentId)?.Organisation;

    /// <summary>Producers that let one of the person's organisations act for them, by name.</summary>
    public async Task<IReadOnlyList<MandateGraph>> Mandates([FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        if (_visitor.Memberships.Count == 0)
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return [.. (await db.MandatesToAsync([.. _visitor.Memberships.Select(membership => membership.Organisation.Id)], cancellationToken)).Select(mandate => new MandateGraph(mandate))];
    }

    /// <summary>Where the person is signed in, the last used first; empty when nobody is.</summary>
    public async Task<IReadOnlyList<SessionGraph>> Sessions(
        [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        if (_visitor.Person is not { } person)
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return [.. (await db.SessionsOfAsync(person.AccountId, clock.GetUtcNow().UtcDateTime, cancellationToken)).Select(session => new SessionGraph(session, person))];
    }

    /// <summary>Whether signing in takes a code of an authenticator besides the password; null when nobody is signed in.</summary>
    public async Task<bool?> SecondFactor([FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        if (_visitor.Person is not { } person)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.Where(account => account.Id == person.AccountId).Select(account => account.TwoFactorEnabled).SingleAsync(cancellationToken);
    }

    /// <summary>What the person has agreed to, withdrawn consents too, oldest first; empty when nobody is signed in.</summary>
    public async Task<IReadOnlyList<ConsentGraph>> Consents([FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        if (_visitor.Person is not { } person)
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return [.. (await db.ConsentsOfAsync(person.AccountId, cancellationToken)).Select(consent => new ConsentGraph(consent))];
    }

    /// <summary>The erasure of the account that the person has asked for; null when none waits.</summary>
    public async Task<ErasureGraph?> Erasure([FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        if (_visitor.Person is not { } person)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.OpenErasureAsync(person.AccountId, cancellationToken) is { } request ? new(request) : null;
    }
}

/// <summary>A browser on which a person is signed in.</summary>
[Name("Session")]
public sealed class SessionGraph
{
    internal SessionGraph(Session session, Person person)
    {
        Id = GlobalId.Encode("Session", session.Id);
        (Device, StartedAt, SeenAt, Current) = (session.Device, session.CreatedAt, session.SeenAt, session.Id == person.SessionId);
    }

    /// <summary>Opaque; revokeSession takes it.</summary>
    [Id]
    public string Id { get; }

    /// <summary>Browser and system, as they call themselves.</summary>
    public string Device { get; }

    /// <summary>When the person signed in.</summary>
    public DateTime StartedAt { get; }

    /// <summary>Last use, to the quarter of an hour.</summary>
    public DateTime SeenAt { get; }

    /// <summary>Whether it is the one that asks.</summary>
    public bool Current { get; }
}

public sealed partial class Query
{
    /// <summary>Who is asking.</summary>
    public static ViewerGraph Viewer(Ask ask, Visitor visitor) => new(ask, visitor);
}
