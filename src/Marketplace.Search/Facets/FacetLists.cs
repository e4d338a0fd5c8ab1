using Marketplace.Core.Search;

namespace Marketplace.Search.Facets;

/// <summary>Counts as they are shown: a selected value is there even with nothing in it.</summary>
internal static class FacetLists
{
    /// <summary>For every counted facet, the counts by value.</summary>
    public static Dictionary<string, int>[] NewCounts() => [.. Enumerable.Range(0, FacetFields.Counted).Select(_ => new Dictionary<string, int>())];

    public static IReadOnlyList<FacetCounts> Of(FacetSelection selection, Dictionary<string, int>[] counts) =>
        [.. counts.Select((values, facet) => Of(selection, facet, values))];

    private static FacetCounts Of(FacetSelection selection, int facet, Dictionary<string, int> counts)
    {
        foreach (var value in selection.Of(facet))
        {
            counts.TryAdd(value, 0);
        }

        var name = FacetFields.Names[facet];
        var values = counts.Select(count => new FacetCount(count.Key, count.Value, selection.Has(facet, count.Key)));
        return new FacetCounts(name, name switch
        {
            FacetNames.Stars => [.. values.OrderByDescending(value => value.Value, StringComparer.Ordinal)],
            FacetNames.Price => [.. values.OrderBy(value => Array.IndexOf(FacetFields.PriceBands, value.Value))],
            _ => [.. values.OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal)],
        });
    }
}
