using System.Globalization;
using Marketplace.Api.Search;
using Marketplace.Core.Search;

namespace Marketplace.Api.Catalogue;

/// <summary>Counts of the whole catalogue, read off the search index; counted by the database while the engine is away.</summary>
public sealed class CatalogueFigures(ISearchIndex index, DatabaseListing listing)
{
    /// <summary>How many products have that value of that facet today.</summary>
    public async Task<int> CountAsync(string facet, string value, Ask ask, CancellationToken cancellationToken)
    {
        try
        {
            return (await AllAsync(ask, cancellationToken)).Facets.Where(counts => counts.Name == facet).SelectMany(counts => counts.Values)
                .Where(count => count.Value == value).Select(count => count.Count).FirstOrDefault();
        }
        catch (SearchUnavailableException)
        {
            return await listing.CountAsync(Chosen(facet, value), ask.Today, cancellationToken);
        }
    }

    /// <summary>All products, and how many of them show stars today.</summary>
    public async Task<(int Products, int Certified)> TotalsAsync(Ask ask, CancellationToken cancellationToken)
    {
        try
        {
            var all = await AllAsync(ask, cancellationToken);
            return (all.Total ?? 0, all.Facets.Where(counts => counts.Name == FacetNames.Stars).SelectMany(counts => counts.Values).Sum(count => count.Count));
        }
        catch (SearchUnavailableException)
        {
            return (
                await listing.CountAsync(ProductFilter.None, ask.Today, cancellationToken),
                await listing.CountAsync(new() { Certified = true }, ask.Today, cancellationToken));
        }
    }

    private Task<SearchPage> AllAsync(Ask ask, CancellationToken cancellationToken) => index.SearchAsync(
        new SearchQuery { Page = new(1), Today = ask.Today, Vocabulary = SearchVocabulary.Empty, WantFacets = true, WantTotal = true },
        cancellationToken);

    private static ProductFilter Chosen(string facet, string value) => facet switch
    {
        FacetNames.Group => new() { Groups = [value] },
        FacetNames.District => new() { Districts = [value] },
        FacetNames.Commune => new() { Communes = [value] },
        FacetNames.Stars => new() { Stars = [int.Parse(value, CultureInfo.InvariantCulture)] },
        _ => throw new InvalidOperationException($"The database does not count by {facet}."),
    };
}
