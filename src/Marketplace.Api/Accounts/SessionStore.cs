using System.Security.Claims;
using System.Security.Cryptography;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Accounts;

/// <summary>
/// Keeps sessions in the database, where they can be listed and ended: the cookie holds nothing but a secret. A session that was ended is
/// gone with the next request, on every node.
/// </summary>
internal sealed class SessionStore(IDbContextFactory<MarketplaceDb> databases, IDataProtectionProvider protection, TimeProvider clock, IHttpContextAccessor requests) : ITicketStore
{
    public const string Scheme = "session";

    /// <summary>How long somebody stays signed in without coming back.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>The claim that names the session's row.</summary>
    public const string SessionClaim = "sid";

    private const int LongestDevice = 200;
    private static readonly TimeSpan BetweenSightings = TimeSpan.FromMinutes(15);

    private readonly IDataProtector _protector = protection.CreateProtector("Marketplace.Sessions");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var now = clock.GetUtcNow();
        var (id, secret) = (Guid.CreateVersion7(now), Secrets.New());
        var identity = (ClaimsIdentity)ticket.Principal.Identity!;
        identity.AddClaim(new Claim(SessionClaim, id.ToString("N")));
        var device = requests.HttpContext?.Request.Headers.UserAgent.ToString() ?? "";
        await using var db = await databases.CreateDbContextAsync();
        db.Sessions.Add(new Session
        {
            Id = id,
            AccountId = Guid.Parse(identity.FindFirst(ClaimTypes.NameIdentifier)!.Value),
            SecretHash = Secrets.HashOf(secret),
            Ticket = _protector.Protect(TicketSerializer.Default.Serialize(ticket)),
            Device = device.Length <= LongestDevice ? device : device[..LongestDevice],
            CreatedAt = now.UtcDateTime,
            SeenAt = now.UtcDateTime,
            ExpiresAt = now.Add(Lifetime).UtcDateTime,
        });
        await db.SaveChangesAsync();
        return secret;
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await databases.CreateDbContextAsync();
        if (await db.SessionAsync(Secrets.HashOf(key), now, CancellationToken.None) is not { } session)
        {
            return null;
        }

        if (now - session.SeenAt > BetweenSightings)
        {
            (session.SeenAt, session.ExpiresAt) = (now, now + Lifetime);
            await db.SaveChangesAsync();
        }

        if (requests.HttpContext is { } http)
        {
            http.Items[typeof(Session)] = session;
        }

        return Read(session.Ticket);
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.SessionAsync(Secrets.HashOf(key), clock.GetUtcNow().UtcDateTime, CancellationToken.None) is { } session)
        {
            session.Ticket = _protector.Protect(TicketSerializer.Default.Serialize(ticket));
            await db.SaveChangesAsync();
        }
    }

    public async Task RemoveAsync(string key)
    {
        var hash = Secrets.HashOf(key);
        await using var db = await databases.CreateDbContextAsync();
        await db.Sessions.Where(session => session.SecretHash == hash).ExecuteDeleteAsync();
    }

    private AuthenticationTicket? Read(byte[] kept)
    {
        try
        {
            return TicketSerializer.Default.Deserialize(_protector.Unprotect(kept));
        }
        catch (CryptographicException)
        {
            // The keys of that time are gone: the person signs in again.
            return null;
        }
    }
}
