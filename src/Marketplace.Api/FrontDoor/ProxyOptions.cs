using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace Marketplace.Api.FrontDoor;

/// <summary>The settings under <c>Proxy</c>: the load balancers in front of this host whose word about a visitor is taken.</summary>
internal sealed record ProxyOptions
{
    public const string Section = "Proxy";

    /// <summary>Networks such as <c>10.0.0.0/8</c>, separated by commas. Unset: nobody's word is taken.</summary>
    public string KnownNetworks { get; init; } = "";

    public IEnumerable<string> Networks => KnownNetworks.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

internal sealed class ProxyOptionsRules : IValidateOptions<ProxyOptions>
{
    public ValidateOptionsResult Validate(string? name, ProxyOptions options) =>
        options.Networks.FirstOrDefault(network => !IPNetwork.TryParse(network, out _)) is { } wrong
            ? ValidateOptionsResult.Fail($"Proxy__KnownNetworks must be networks such as 10.0.0.0/8, separated by commas, but one is '{wrong}'.")
            : ValidateOptionsResult.Success;
}

/// <summary>Lets the framework read the X-Forwarded headers of the known load balancers, and of them only.</summary>
internal sealed class KnownProxies(IOptions<ProxyOptions> proxy) : IConfigureOptions<ForwardedHeadersOptions>
{
    public void Configure(ForwardedHeadersOptions options)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in proxy.Value.Networks)
        {
            options.KnownIPNetworks.Add(IPNetwork.Parse(network));
        }

        // With no network known, the framework would believe everybody.
        options.ForwardedHeaders = options.KnownIPNetworks.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost : ForwardedHeaders.None;
        options.ForwardLimit = null;
    }
}
