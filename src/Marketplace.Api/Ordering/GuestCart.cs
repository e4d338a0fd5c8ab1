using Marketplace.Api.Accounts;
using Marketplace.Core.Accounts;
using Marketplace.Core.Ordering;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Marketplace.Data.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Ordering;

/// <summary>The cookie by which the cart of a guest is found again.</summary>
public sealed class GuestCart(IDbContextFactory<MarketplaceDb> databases, IHttpContextAccessor requests, TimeProvider clock)
{
    public const string CookieName = "cho_cart";

    /// <summary>So long a cart that nobody touches is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(60);

    private const int LongestSecret = 64;

    private HttpContext Http => requests.HttpContext!;

    /// <summary>What the request's cookie says; null where it says nothing that could be ours.</summary>
    public static string? SecretIn(HttpContext http) => http.Request.Cookies[CookieName] is { Length: > 0 and <= LongestSecret } secret ? secret : null;

    /// <summary>Gives a guest a cart to put into.</summary>
    public Guid Begin()
    {
        var secret = Secrets.New();
        Http.Response.Cookies.Append(CookieName, secret, Cookie(Lifetime));
        return Buyer.CartOf(secret);
    }

    /// <summary>Puts what a guest chose before signing in into the cart of the person, or of the organisation for which the person buys alone; the guest's own is gone then.</summary>
    public async Task HandOverAsync(Guid accountId, CancellationToken cancellationToken)
    {
        if (SecretIn(Http) is not { } secret)
        {
            return;
        }

        Http.Response.Cookies.Delete(CookieName, Cookie(TimeSpan.Zero));
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.CartAsync(Buyer.CartOf(secret), cancellationToken) is not { } guest)
        {
            return;
        }

        if (guest.Lines.Count > 0)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var memberships = await db.MembershipsOfAsync(accountId, cancellationToken);
            Guid? organisation = memberships is [{ Organisation: { Kind: OrganisationKind.Distributor or OrganisationKind.Buyer, Id: var only } }] ? only : null;
            var mine = await db.CartToFillAsync(Buyer.CartOf(accountId, organisation), accountId, now, cancellationToken);
            mine.TakeOver(guest);
            mine.ChangedAt = now;
        }

        db.Carts.Remove(guest);
        await db.SaveChangesAsync(cancellationToken);
    }

    private CookieOptions Cookie(TimeSpan age) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Http.Request.IsHttps, Path = "/", MaxAge = age, IsEssential = true };
}

/// <summary>How a cart is opened to be changed.</summary>
internal static class Carts
{
    /// <summary>The cart of that id, or an empty one that is made with the next save.</summary>
    public static async Task<Cart> CartToFillAsync(this MarketplaceDb db, Guid id, Guid? accountId, DateTime now, CancellationToken cancellationToken) =>
        await db.CartAsync(id, cancellationToken) ?? db.Carts.Add(new Cart { Id = id, AccountId = accountId, ChangedAt = now }).Entity;
}
