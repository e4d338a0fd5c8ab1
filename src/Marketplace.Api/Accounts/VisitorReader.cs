using System.Security.Claims;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Accounts;

/// <summary>Reads who asks from the session: one statement for it, one for the person, one for whom they may act; none for visitors without one.</summary>
internal sealed class VisitorReader(IDbContextFactory<MarketplaceDb> databases)
{
    public async ValueTask<Visitor> ReadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (!http.Request.Cookies.ContainsKey(AccountSetup.CookieName))
        {
            return Visitor.Nobody;
        }

        var signedIn = await http.AuthenticateAsync(SessionStore.Scheme);
        if (!signedIn.Succeeded || http.Items[typeof(Session)] is not Session session || signedIn.Principal.FindFirstValue(SessionStore.SessionClaim) != session.Id.ToString("N"))
        {
            return Visitor.Nobody;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == session.AccountId, cancellationToken) is not { } account)
        {
            return Visitor.Nobody;
        }

        var memberships = await db.MembershipsOfAsync(account.Id, cancellationToken);
        return new Visitor(new Person(account.Id, account.Name, account.Email!, session.Id), ActorOf(account, memberships, session.OrganisationId), memberships);
    }

    /// <summary>For whom the session says, if that is still true; the only one there is for somebody who has not chosen.</summary>
    private static Actor? ActorOf(Account account, IReadOnlyList<OrganisationMembership> memberships, Guid? chosen)
    {
        var acting = memberships.FirstOrDefault(membership => membership.Organisation.Id == chosen) ?? (chosen is null && memberships.Count == 1 ? memberships[0] : null);
        return acting is { Organisation: var organisation }
            ? new Actor(account.Id, account.Name, organisation.Id, organisation.Name, organisation.Kind, acting.Role, organisation.ProducerId)
            : null;
    }
}
