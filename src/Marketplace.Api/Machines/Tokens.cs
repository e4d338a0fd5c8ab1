using System.Collections.Immutable;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Marketplace.Api.Accounts;
using Marketplace.Api.Mail;
using Marketplace.Core.Accounts;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Marketplace.Api.Machines;

/// <summary>
/// Tokens for machines: the client credentials grant of OAuth 2 by OpenIddict. Keys are rows of ours, so OpenIddict keeps none of its own (its degraded
/// mode); tokens are protected by the keys that protect cookies, so every node takes what another gave.
/// </summary>
internal static class Tokens
{
    public const string Address = "/connect/token";

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public static void AddMachines(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("OpenIddict", LogLevel.Warning);
        var openIddict = builder.Services.AddOpenIddict();
        openIddict.AddServer(server =>
        {
            server.EnableDegradedMode();
            server.SetTokenEndpointUris(Address.TrimStart('/')).SetJsonWebKeySetEndpointUris(Array.Empty<string>()).AllowClientCredentialsFlow().SetAccessTokenLifetime(Lifetime);
            server.RegisterScopes([.. Enum.GetValues<KeyScope>().Select(NameOf)]);

            // OpenIddict wants to have some; nothing is signed or encrypted with them. RSA keys, which it would make, are slow to make at every start.
            server.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32))).AddEphemeralSigningKey(SecurityAlgorithms.EcdsaSha256);
            server.UseDataProtection();

            // Whether a visitor came by TLS is the proxy's to see to, for tokens as for passwords.
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseScopedHandler<KnownKey>());
            server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseScopedHandler<NewToken>());
            if (builder.Configuration[$"{SiteOptions.Section}:{nameof(SiteOptions.Url)}"] is { Length: > 0 } url)
            {
                server.SetIssuer(url);
            }
        });
        openIddict.AddValidation(validation =>
        {
            validation.UseLocalServer();
            validation.UseDataProtection();
            validation.UseAspNetCore();
        });
    }

    /// <summary>As it is written in requests for tokens.</summary>
    public static string NameOf(KeyScope scope) => scope.ToString().ToLowerInvariant();

    /// <summary>Refuses a client whose key is unknown, revoked or not the one that was given out, all in the same words.</summary>
    private sealed class KnownKey(IDbContextFactory<MarketplaceDb> databases) : IOpenIddictServerHandler<ValidateTokenRequestContext>
    {
        public async ValueTask HandleAsync(ValidateTokenRequestContext context)
        {
            await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
            var known = Guid.TryParseExact(context.ClientId, "N", out var id) ? await db.KeyAtWorkAsync(id, context.CancellationToken) : null;
            var given = Secrets.HashOf(context.ClientSecret ?? "");
            if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(known?.Key.SecretHash ?? Secrets.HashOf("")), Encoding.ASCII.GetBytes(given)) || known is null)
            {
                context.Reject(OpenIddictConstants.Errors.InvalidClient, "client_id and client_secret are those of no key that works. Its owner finds it on the organisation's page.");
                return;
            }

            var allowed = known.Key.Scopes.Select(NameOf).ToImmutableArray();
            if (context.Request.GetScopes().Except(allowed, StringComparer.Ordinal).FirstOrDefault() is { } other)
            {
                context.Reject(OpenIddictConstants.Errors.InvalidScope, $"The key may not do \"{other}\". It may do: {string.Join(", ", allowed)}.");
                return;
            }

            context.Transaction.SetProperty(typeof(KeyAtWork).FullName!, known);
        }
    }

    /// <summary>Makes the token, for the scopes that were asked for or for all of the key's.</summary>
    private sealed class NewToken(IDbContextFactory<MarketplaceDb> databases, TimeProvider clock) : IOpenIddictServerHandler<HandleTokenRequestContext>
    {
        public async ValueTask HandleAsync(HandleTokenRequestContext context)
        {
            var (key, _) = context.Transaction.GetProperty<KeyAtWork>(typeof(KeyAtWork).FullName!)!;
            await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
            await db.KeyUsedAsync(key.Id, clock.GetUtcNow().UtcDateTime, context.CancellationToken);

            var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType);
            identity.SetClaim(OpenIddictConstants.Claims.Subject, context.ClientId);
            identity.SetScopes(context.Request.GetScopes() is { Length: > 0 } asked ? asked : [.. key.Scopes.Select(NameOf)]);
            context.SignIn(new ClaimsPrincipal(identity));
        }
    }
}
