using System.Security.Claims;
using Marketplace.Api.Machines;
using Marketplace.Api.Ordering;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;

namespace Marketplace.Api.Accounts;

/// <summary>
/// Reads who asks. A person from the session: one statement for it, one for the person, one for whom they may act. A machine from its token: one
/// statement, so that a revoked key ends its tokens. None for visitors without either.
/// </summary>
internal sealed class VisitorReader(IDbContextFactory<MarketplaceDb> databases, TimeProvider clock)
{
    public async ValueTask<Visitor> ReadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Request.Headers.Authorization.Count > 0)
        {
            return await MachineAsync(http, cancellationToken);
        }

        var guest = GuestCart.SecretIn(http);
        var nobody = guest is null ? Visitor.Nobody : Visitor.Nobody with { GuestSecret = guest };
        if (!http.Request.Cookies.ContainsKey(AccountSetup.CookieName))
        {
            return nobody;
        }

        var signedIn = await http.AuthenticateAsync(SessionStore.Scheme);
        if (!signedIn.Succeeded || http.Items[typeof(Session)] is not Session session || signedIn.Principal.FindFirstValue(SessionStore.SessionClaim) != session.Id.ToString("N"))
        {
            return nobody;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await PersonAsync(db, session, cancellationToken);
    }

    /// <summary>The same visitor by now, for whoever listens long after asking: what a request has once read of a session or a token, it keeps.</summary>
    public async ValueTask<Visitor> AgainAsync(Visitor visitor, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return visitor switch
        {
            { Person: { } person } => await db.OpenSessionAsync(person.SessionId, now.UtcDateTime, cancellationToken) is { } session ? await PersonAsync(db, session, cancellationToken) : Visitor.Nobody,
            { Actor: { } machine } => visitor.Until > now && await db.KeyAtWorkAsync(machine.AccountId, cancellationToken) is { } known ? MachineOf(known, machine.Scopes!.Contains, visitor.Until) : throw BadToken(),
            _ => visitor,
        };
    }

    private static async Task<Visitor> PersonAsync(MarketplaceDb db, Session session, CancellationToken cancellationToken)
    {
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == session.AccountId, cancellationToken) is not { } account)
        {
            return Visitor.Nobody;
        }

        var memberships = await db.MembershipsOfAsync(account.Id, cancellationToken);
        var acting = ActingOf(memberships, session.OrganisationId);
        var represented = acting is not null && session.OnBehalfOfId is { } onBehalfOf && await db.RepresentedAsync(onBehalfOf, acting.Organisation, cancellationToken) is { } producer
            ? new OrganisationMembership(producer, acting.Role == MemberRole.Owner ? MemberRole.Editor : acting.Role)
            : null;
        return new Visitor(new Person(account.Id, account.Name, account.Email!, session.Id), ActorOf(account, acting, represented), memberships, represented);
    }

    private async Task<Visitor> MachineAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var token = await http.AuthenticateAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!Guid.TryParseExact(token.Principal?.GetClaim(OpenIddictConstants.Claims.Subject), "N", out var id) || await db.KeyAtWorkAsync(id, cancellationToken) is not { } known)
        {
            throw BadToken();
        }

        return MachineOf(known, scope => token.Principal!.HasScope(Tokens.NameOf(scope)), token.Principal!.GetExpirationDate());
    }

    /// <param name="granted">What the token is for; the key may have been made for more.</param>
    private static Visitor MachineOf(KeyAtWork known, Func<KeyScope, bool> granted, DateTimeOffset? until)
    {
        var (key, organisation) = known;
        return new Visitor(
            Person: null,
            new Actor(key.Id, key.Name, organisation.Id, organisation.Name, organisation.Kind, MemberRole.Editor, organisation.ProducerId, [.. key.Scopes.Where(granted)]),
            [new OrganisationMembership(organisation, MemberRole.Editor)],
            Until: until);
    }

    private static BadInputException BadToken() => new(
        new LocalizedText("Mã truy cập không đúng, đã hết hạn hoặc khóa đã bị thu hồi. Hãy lấy mã mới ở /connect/token.", "The access token is wrong or has expired, or its key was revoked. Get a new one at /connect/token."),
        ErrorCode.Unauthenticated);

    /// <summary>For whom the session says, if that is still true; the only one there is for somebody who has not chosen.</summary>
    private static OrganisationMembership? ActingOf(IReadOnlyList<OrganisationMembership> memberships, Guid? chosen) =>
        memberships.FirstOrDefault(membership => membership.Organisation.Id == chosen) ?? (chosen is null && memberships.Count == 1 ? memberships[0] : null);

    private static Actor? ActorOf(Account account, OrganisationMembership? acting, OrganisationMembership? represented) =>
        (represented ?? acting) is { Organisation: var organisation, Role: var role }
            ? new Actor(account.Id, account.Name, organisation.Id, organisation.Name, organisation.Kind, role, organisation.ProducerId, AgentId: represented is null ? null : acting!.Organisation.Id)
            : null;
}
