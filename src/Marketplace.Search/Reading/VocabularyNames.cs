using Marketplace.Core.Search;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Reading;

/// <summary>Makes the caller's vocabulary ready to be looked up.</summary>
internal static class VocabularyNames
{
    private static readonly string[] PlaceKinds = ["huyện", "thành phố", "thị xã", "thị trấn", "xã", "phường"];
    private static readonly string[] EnglishPlaceKinds = ["district", "city", "town", "commune", "ward"];

    public static Phrases<VocabularyTerm> Of(SearchVocabulary vocabulary)
    {
        var names = new Phrases<VocabularyTerm>();

        // Where a district and a commune share a name, the district is meant: the first entry wins.
        foreach (var term in vocabulary.Terms.OrderBy(term => term.Facet == FacetNames.Commune))
        {
            foreach (var spelling in term.Names.SelectMany(name => Spellings(term.Facet, name.Vi).Concat(name.En is null ? [] : Spellings(term.Facet, name.En))))
            {
                if (IsTelling(spelling))
                {
                    names.Add(spelling, term);
                }
            }
        }

        return names;
    }

    private static IEnumerable<string> Spellings(string facet, string name)
    {
        yield return name;
        if (facet is not (FacetNames.District or FacetNames.Commune))
        {
            yield break;
        }

        if (Array.Find(PlaceKinds, kind => name.StartsWith(kind + ' ', StringComparison.OrdinalIgnoreCase)) is { } before)
        {
            yield return name[(before.Length + 1)..];
        }

        if (Array.Find(EnglishPlaceKinds, kind => name.EndsWith(' ' + kind, StringComparison.OrdinalIgnoreCase)) is { } after)
        {
            yield return name[..^(after.Length + 1)];
        }
    }

    /// <summary>A name that is one Vietnamese syllable, a number ("Phường 6") or the province's own name is a word like any other.</summary>
    private static bool IsTelling(string name)
    {
        var words = VietnameseText.Words(name);
        return words.Count switch
        {
            0 => false,
            1 => !Syllable.IsFolded(words[0].Folded) && !char.IsAsciiDigit(words[0].Folded[0]),
            _ => Synonyms.WeakAt(words, 0) < words.Count,
        };
    }
}
