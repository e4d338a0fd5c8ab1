using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Marketplace.Api.FrontDoor;

/// <summary>How the storefront's process is started: what it is told, and what it is kept from.</summary>
internal sealed class StorefrontLaunch(IOptions<StorefrontOptions> options, StorefrontPlace place, StorefrontKey key, IServer server, IHostEnvironment environment)
{
    /// <summary>Ends the storefront when this host's end of its standard input closes, which the system does even for a host that was killed.</summary>
    private const string Guard =
        "data:text/javascript,process.stdin.resume();process.stdin.on('end',()=>process.kill(process.pid,'SIGTERM'));process.stdin.on('error',()=>process.exit(0))";

    /// <summary>All that the storefront gets of this host's environment, which also holds the passwords of databases and payment providers.</summary>
    private static readonly string[] Inherited = ["PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "TEMP", "TMP", "SystemRoot"];

    private static readonly string[] InheritedPrefixes = ["NODE_", "OTEL_", "PUBLIC_"];

    /// <summary>Where the storefront finds the API; null if this host listens on no http address.</summary>
    public string? ApiAddress()
    {
        if (options.Value.ApiUrl is { } configured)
        {
            return configured;
        }

        var own = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(a => a.StartsWith("http://", StringComparison.Ordinal));
        if (own is null)
        {
            return null;
        }

        var address = BindingAddress.Parse(own);
        var host = address.Host is "[::]" or "0.0.0.0" or "*" or "+" or "localhost" ? "127.0.0.1" : address.Host;
        return string.Create(CultureInfo.InvariantCulture, $"http://{host}:{address.Port}/graphql");
    }

    public ProcessStartInfo Describe(string node, string apiAddress)
    {
        var start = new ProcessStartInfo(node)
        {
            WorkingDirectory = place.Directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "--import", Guard, Path.Combine("build", "index.js") },
        };

        foreach (var name in start.Environment.Keys.Where(IsWithheld).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["NODE_ENV"] = "production";
        start.Environment["API_URL"] = apiAddress;
        start.Environment["STOREFRONT_KEY"] = key.Value;
        start.Environment["PROTOCOL_HEADER"] = "x-forwarded-proto";
        start.Environment["HOST_HEADER"] = "x-forwarded-host";
        start.Environment["ADDRESS_HEADER"] = "x-forwarded-for";
        // A photograph of a listing comes as part of a form: 15 MiB (PictureRules.MostBytes), and room to be told that it is too large.
        start.Environment["BODY_SIZE_LIMIT"] = "24M";
        start.Environment["SHUTDOWN_TIMEOUT"] = "4";
        start.Environment["STYLEGUIDE"] = options.Value.StyleGuide ?? environment.IsDevelopment() ? "true" : "false";

        if (place.SocketPath is { } socket)
        {
            start.Environment["SOCKET_PATH"] = socket;
        }
        else
        {
            start.Environment["HOST"] = "127.0.0.1";
            start.Environment["PORT"] = place.Port?.ToString(CultureInfo.InvariantCulture);
        }

        return start;
    }

    private static bool IsWithheld(string name) =>
        !Inherited.Contains(name, StringComparer.OrdinalIgnoreCase) && !InheritedPrefixes.Any(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));
}
