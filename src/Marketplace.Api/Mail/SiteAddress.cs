using Marketplace.Core;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Marketplace.Api.Mail;

/// <summary>The settings under <c>Site</c>.</summary>
internal sealed record SiteOptions
{
    public const string Section = "Site";

    /// <summary>How the shop is called from outside, as in https://shop.example; where this host listens unless told.</summary>
    public string? Url { get; init; }
}

internal sealed class SiteOptionsRules : IValidateOptions<SiteOptions>
{
    public ValidateOptionsResult Validate(string? name, SiteOptions options) =>
        options.Url is null || (Uri.TryCreate(options.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.PathAndQuery == "/")
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Site__Url is \"{options.Url}\" but must be an address without a path, as in https://shop.example.");
}

/// <summary>Addresses of pages for letters. Never taken from a request, whose Host header anybody may write.</summary>
internal sealed class SiteAddress(IOptions<SiteOptions> options, IServer server)
{
    private string Origin => (options.Value.Url ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? Hosting.MarketplaceSetup.DefaultAddress).TrimEnd('/');

    public string At(Language language, string vi, string en) => Origin + (language == Language.Vi ? vi : en);
}
