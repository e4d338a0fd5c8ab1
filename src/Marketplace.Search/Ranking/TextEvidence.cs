using Marketplace.Core.Search;
using Marketplace.Search.Facets;
using Marketplace.Search.Reading;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Ranking;

/// <summary>Reads what one product has of the clauses from its texts, for an engine that does not tell where words stand.</summary>
internal static class TextEvidence
{
    public static Evidence Of(IReadOnlyList<Clause> clauses, KindOfThing kind, ProductDocument product, DateOnly today)
    {
        var evidence = new Evidence(clauses, kind) { Stars = product.Stars.FirstOrDefault(period => period.Holds(today)).Stars };
        var words = PlacedText.Of(product);
        var facets = FacetFields.Of(product).ToHashSet();
        for (var i = 0; i < clauses.Count; i++)
        {
            foreach (var alternative in clauses[i].Alternatives)
            {
                if (alternative.Form == TermForm.FacetValue ? AddOrigin(evidence.Of[i], facets.Contains(alternative.Terms[0])) : AddPlaces(evidence.Of[i], words, alternative))
                {
                    evidence.Of[i].Found(alternative.IsTyped, alternative is { IsTyped: true, Form: TermForm.Marked });
                }
            }
        }

        return evidence;
    }

    private static bool AddOrigin(ClauseEvidence evidence, bool isThere)
    {
        if (isThere)
        {
            evidence.AddOrigin();
        }

        return isThere;
    }

    private static bool AddPlaces(ClauseEvidence evidence, List<(Word Word, int Position)> words, Alternative alternative)
    {
        var found = false;
        for (var at = 0; at + alternative.Terms.Count <= words.Count; at++)
        {
            if (IsAt(words, at, alternative))
            {
                evidence.Add(words[at].Position, alternative.Terms.Count);
                found = true;
            }
        }

        return found;
    }

    private static bool IsAt(List<(Word Word, int Position)> words, int at, Alternative alternative)
    {
        for (var i = 0; i < alternative.Terms.Count; i++)
        {
            var (word, position) = words[at + i];
            if (position != words[at].Position + i || alternative.Terms[i] != (alternative.Form == TermForm.Marked ? word.Marked : word.Folded))
            {
                return false;
            }
        }

        return true;
    }
}
