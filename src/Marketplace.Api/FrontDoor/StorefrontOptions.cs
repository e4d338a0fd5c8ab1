using Microsoft.Extensions.Options;

namespace Marketplace.Api.FrontDoor;

/// <summary>The settings under <c>Storefront</c>: where the storefront is and how it is run.</summary>
internal sealed record StorefrontOptions
{
    public const string Section = "Storefront";

    /// <summary>False: this host answers the API only.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>A storefront that runs elsewhere. Unset: this host starts and watches its own.</summary>
    public string? Url { get; init; }

    /// <summary>The folder that holds <c>build/index.js</c>. Unset: the nearest folder <c>web</c> above the program.</summary>
    public string? Directory { get; init; }

    /// <summary>The Node to run. Unset: the one that the storefront's packages pin, else <c>node</c> on the PATH.</summary>
    public string? Node { get; init; }

    /// <summary>Where the storefront finds the API, such as <c>http://api:8080/graphql</c>. Unset: at the first http address that this host listens on.</summary>
    public string? ApiUrl { get; init; }

    /// <summary>The secret by which the API knows its storefront. Unset: a new one at every start, which only a storefront started here can know.</summary>
    public string? Key { get; init; }

    /// <summary>Whether /styleguide shows every part of the storefront in all its states. Unset: in development only.</summary>
    public bool? StyleGuide { get; init; }

    /// <summary>The time between two looks at a storefront that is well.</summary>
    public TimeSpan ProbeEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a storefront may leave every probe unanswered before it is replaced.</summary>
    public TimeSpan HangAfter { get; init; } = TimeSpan.FromSeconds(15);
}

/// <summary>Refuses a bad setting at start, in a sentence that names it as it is written in the environment.</summary>
internal sealed class StorefrontOptionsRules : IValidateOptions<StorefrontOptions>
{
    /// <summary>As many characters as 24 random bytes have in base64.</summary>
    private const int ShortestKey = 32;

    public ValidateOptionsResult Validate(string? name, StorefrontOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(StorefrontOptions options)
    {
        if (options.Url is { } url && !IsHttpAddress(url))
        {
            yield return $"Storefront__Url must be an absolute http address, but is '{url}'.";
        }

        if (options.ApiUrl is { } apiUrl && !IsHttpAddress(apiUrl))
        {
            yield return $"Storefront__ApiUrl must be an absolute http address, but is '{apiUrl}'.";
        }

        if (options.Directory is { } directory && !System.IO.Directory.Exists(directory))
        {
            yield return $"Storefront__Directory must be a folder that exists, but is '{directory}'.";
        }

        if (options.Key is { Length: < ShortestKey })
        {
            yield return $"Storefront__Key must have at least {ShortestKey} characters.";
        }

        if (options.ProbeEvery <= TimeSpan.Zero)
        {
            yield return "Storefront__ProbeEvery must be longer than zero, such as 00:00:02.";
        }

        if (options.HangAfter <= TimeSpan.Zero)
        {
            yield return "Storefront__HangAfter must be longer than zero, such as 00:00:15.";
        }
    }

    private static bool IsHttpAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
