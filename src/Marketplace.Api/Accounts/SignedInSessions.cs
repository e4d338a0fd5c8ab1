using System.Security.Claims;
using Marketplace.Api.Ordering;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Accounts;

/// <summary>Begins and ends sessions.</summary>
internal sealed class SignedInSessions(MarketplaceDb db, IHttpContextAccessor requests, GuestCart guestCart, TimeProvider clock)
{
    private HttpContext Http => requests.HttpContext!;

    /// <summary>Signs the browser in; what was signed in before on it is signed out.</summary>
    public async Task BeginAsync(Account account)
    {
        await Http.SignOutAsync(SessionStore.Scheme);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, account.Id.ToString())], SessionStore.Scheme);
        await Http.SignInAsync(SessionStore.Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true, AllowRefresh = true });
        await guestCart.HandOverAsync(account.Id, Http.RequestAborted);
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Sessions.Where(session => session.ExpiresAt <= now).ExecuteDeleteAsync();
    }

    public Task EndAsync() => Http.SignOutAsync(SessionStore.Scheme);

    /// <summary>Ends sessions of one person: all but one, where one is named. Returns how many.</summary>
    public Task<int> EndAllAsync(Guid accountId, Guid? except, CancellationToken cancellationToken) =>
        db.Sessions.Where(session => session.AccountId == accountId && session.Id != except).ExecuteDeleteAsync(cancellationToken);
}
