using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Marketplace.Api;
using Marketplace.Api.FrontDoor;
using Marketplace.Api.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Marketplace.Tests.Infra;

/// <summary>The environment that a file in infra/ gives to a host, held against the host itself.</summary>
internal static class HostEnvironment
{
    /// <summary>Variables of .NET and of OpenTelemetry, which are not ours to list.</summary>
    private static readonly string[] Others = ["ASPNETCORE_HTTP_PORTS", "DOTNET_EnableDiagnostics", "OTEL_RESOURCE_ATTRIBUTES"];

    /// <summary>Settings that the host is about to learn. Each goes when it is there.</summary>
    private static readonly string[] ToCome = ["Redis__ConnectionString"];

    /// <summary>The names that no host reads: the misspelt ones and the forgotten ones.</summary>
    public static IEnumerable<string> Unknown(IEnumerable<string> names) => names.Except(ReadmeTests.SettingNames).Except(Others).Except(ToCome);

    /// <summary>Puts the host together with these settings, as far as it goes without a database, and lets it refuse them.</summary>
    public static void Accept(IReadOnlyDictionary<string, string> environment)
    {
        var folder = Directory.CreateTempSubdirectory("host-environment-");
        try
        {
            // Paths of a container: the settings that name them must be the right ones, but here they lie elsewhere.
            var settings = environment.Where(setting => !ToCome.Contains(setting.Key)).ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), string? (setting) => setting.Value);
            settings["Data:Directory"] = folder.FullName;
            if (settings.ContainsKey("Search:CertificateAuthority"))
            {
                settings["Search:CertificateAuthority"] = Authority(folder);
            }

            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder.FullName, EnvironmentName = "Production" });
            builder.Configuration.Sources.Clear();
            builder.Configuration.AddInMemoryCollection(settings);
            builder.AddMarketplace();
            builder.Services.AddMarketplaceGraphQL();
            builder.AddFrontDoor();
            using var host = builder.Build();
            host.Services.GetRequiredService<IStartupValidator>().Validate();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Authority(DirectoryInfo folder)
    {
        using var key = ECDsa.Create();
        var request = new CertificateRequest("CN=authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var file = Path.Combine(folder.FullName, "ca.crt");
        File.WriteAllText(file, certificate.ExportCertificatePem());
        return file;
    }
}
