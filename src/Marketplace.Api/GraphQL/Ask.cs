using Marketplace.Core;
using Microsoft.Net.Http.Headers;

namespace Marketplace.Api;

/// <summary>What an answer depends on besides the question: the reader's language and today's date in Vietnam. Made once per request.</summary>
public sealed record Ask(Language Language, DateOnly Today)
{
    internal static Ask Of(HttpContext http, TimeProvider clock) => new(LanguageOf(http), clock.Today());

    /// <summary>The best of Vietnamese and English by Accept-Language; Vietnamese for everything else.</summary>
    internal static Language LanguageOf(HttpContext http)
    {
        var header = http.Request.Headers.AcceptLanguage;
        if (header.Count == 0 || !StringWithQualityHeaderValue.TryParseList(header, out var wanted))
        {
            return Language.Vi;
        }

        var (best, bestQuality) = (Language.Vi, 0.0);
        foreach (var entry in wanted)
        {
            var quality = entry.Quality ?? 1;
            if (quality > bestQuality && Known(entry.Value.AsSpan()) is { } language)
            {
                (best, bestQuality) = (language, quality);
            }
        }

        return best;
    }

    private static Language? Known(ReadOnlySpan<char> tag)
    {
        var primary = tag.IndexOf('-') is >= 0 and var dash ? tag[..dash] : tag;
        return primary.Equals("vi", StringComparison.OrdinalIgnoreCase) ? Language.Vi
            : primary.Equals("en", StringComparison.OrdinalIgnoreCase) ? Language.En
            : null;
    }
}
