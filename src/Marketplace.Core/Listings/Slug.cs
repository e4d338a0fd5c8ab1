using System.Globalization;
using System.Text;

namespace Marketplace.Core.Listings;

/// <summary>The name of a product in addresses: "keo-dua-sau-rieng". Made once from its Vietnamese name; addresses never change.</summary>
public static class Slug
{
    /// <summary>Most characters, those of a number at the end included.</summary>
    public const int Length = 120;

    private const int NumberLength = 8;

    /// <summary>Lower-case ASCII letters and digits with hyphens between words; "san-pham" where the name has none of them.</summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        // A name with broken characters is refused elsewhere; here it must not stop anything.
        var plain = PlainText.Clean(name, "name.vi", int.MaxValue, lines: true, []);
        foreach (var letter in FoldedText.Fold(plain.Normalize(NormalizationForm.FormKC).ToLowerInvariant()))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (slug.Length > 0 && slug[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                slug.Append('-');
            }
        }

        var whole = slug.ToString().TrimEnd('-');
        return whole.Length == 0 ? "san-pham" : Cut(whole);
    }

    /// <summary>What may be tried in turn when others bear the name: itself, then with 2, 3 … at its end.</summary>
    public static IReadOnlyList<string> Candidates(string slug, int count) =>
        [slug, .. Enumerable.Range(2, count - 1).Select(number => string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}"))];

    /// <summary>At a hyphen where there is one, so that no word is cut in two.</summary>
    private static string Cut(string slug)
    {
        const int Most = Length - NumberLength;
        if (slug.Length <= Most)
        {
            return slug;
        }

        var hyphen = slug.LastIndexOf('-', Most);
        return slug[..(hyphen > 0 ? hyphen : Most)];
    }
}
