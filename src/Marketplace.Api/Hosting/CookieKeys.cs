using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Marketplace.Data;
using Marketplace.Data.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Hosting;

/// <summary>The settings under <c>DataProtection</c>: what protects the keys of cookies where they lie.</summary>
internal sealed record KeyOptions
{
    public const string Section = "DataProtection";

    /// <summary>A certificate with its private key (.pfx, RSA).</summary>
    public string? CertificatePath { get; init; }

    public string? CertificatePassword { get; init; }
}

/// <summary>Keys of cookies and the like lie in the database, so that every node reads what another has protected, and a new node at once.</summary>
internal static class CookieKeys
{
    /// <summary>Other programs on the same database would not share keys with us.</summary>
    private const string Application = "Marketplace";

    public static void AddCookieKeys(this IServiceCollection services, IConfiguration configuration, Settings settings)
    {
        services.AddDbContext<KeysDb>(options => options.UseMarketplace(settings), optionsLifetime: ServiceLifetime.Singleton);
        var keys = services.AddDataProtection().SetApplicationName(Application).PersistKeysToDbContext<KeysDb>();
        if (CertificateOf(configuration.GetSection(KeyOptions.Section).Get<KeyOptions>() ?? new()) is { } certificate)
        {
            keys.ProtectKeysWithCertificate(certificate);
        }
    }

    /// <summary>Makes the first key while no other node does, so that two that start together do not begin with two.</summary>
    public static async Task MakeFirstAsync(MarketplaceDb db, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!await db.Set<DataProtectionKey>().AnyAsync(cancellationToken))
        {
            _ = services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Application).Protect([]);
        }
    }

    private static X509Certificate2? CertificateOf(KeyOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.CertificatePath))
        {
            return string.IsNullOrEmpty(options.CertificatePassword)
                ? null
                : throw new StartException("DataProtection__CertificatePassword is set without DataProtection__CertificatePath: name the certificate file (.pfx) that it opens, or remove it.");
        }

        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(options.CertificatePath, options.CertificatePassword);
            return certificate.HasPrivateKey && certificate.PublicKey.GetRSAPublicKey() is not null
                ? certificate
                : throw new StartException($"DataProtection__CertificatePath is {options.CertificatePath}, which holds no RSA certificate with its private key: name a .pfx file that does.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new StartException(
                $"DataProtection__CertificatePath is {options.CertificatePath}, which cannot be read ({unreadable.Message.ReplaceLineEndings(" ").TrimEnd('.')}): name a .pfx file, with its password in DataProtection__CertificatePassword.");
        }
    }
}
