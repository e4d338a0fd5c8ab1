using Marketplace.Core.Search;

namespace Marketplace.Api.Catalogue;

/// <summary>Counts of the whole catalogue, read off the search index.</summary>
public sealed class CatalogueFigures(ISearchIndex index)
{
    /// <summary>How many products have that value of that facet today.</summary>
    public async Task<int> CountAsync(string facet, string value, Ask ask, CancellationToken cancellationToken)
    {
        var all = await AllAsync(ask, cancellationToken);
        return all.Facets.Where(counts => counts.Name == facet).SelectMany(counts => counts.Values)
            .Where(count => count.Value == value).Select(count => count.Count).FirstOrDefault();
    }

    /// <summary>All products, and how many of them show stars today.</summary>
    public async Task<(int Products, int Certified)> TotalsAsync(Ask ask, CancellationToken cancellationToken)
    {
        var all = await AllAsync(ask, cancellationToken);
        return (all.Total ?? 0, all.Facets.Where(counts => counts.Name == FacetNames.Stars).SelectMany(counts => counts.Values).Sum(count => count.Count));
    }

    private Task<SearchPage> AllAsync(Ask ask, CancellationToken cancellationToken) => index.SearchAsync(
        new SearchQuery { Page = new(1), Today = ask.Today, Vocabulary = SearchVocabulary.Empty, WantFacets = true, WantTotal = true },
        cancellationToken);
}
