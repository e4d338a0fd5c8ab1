using GraphQL;
using Marketplace.Api.Catalogue;
using Marketplace.Api.GraphQL;
using Marketplace.Core.Search;

namespace Marketplace.Api.Search;

/// <summary>Runs a search for exactly the parts that the document selects, and puts the products beside the hits.</summary>
public sealed class ProductSearch(ISearchIndex index, CatalogueCache catalogue, DatabaseListing listing)
{
    public async Task<ProductConnection> RunAsync(IResolveFieldContext context, Ask ask, SearchQuery query, CancellationToken cancellationToken)
    {
        var selected = new Selection(context);
        var reference = await catalogue.ReferenceAsync(cancellationToken);
        query = query with
        {
            Today = ask.Today,
            WantTotal = selected.Has("totalCount"),
            WantOtherSpellings = selected.Has("understood", "otherSpellings"),
            WantFacets = selected.Has("facets"),
            WantWhy = selected.Has("edges", "why"),
            WantHighlights = selected.Has("edges", "highlights"),
        };
        try
        {
            var (page, limit) = await PageAsync(query, cancellationToken);
            var products = await catalogue.ProductsAsync([.. page.Hits.Select(hit => hit.ProductId)], cancellationToken);
            return new ProductConnection(page, products, reference, limit);
        }
        catch (InvalidCursorException)
        {
            throw new BadInputException(new(
                "Con trỏ trang (after, before) không phải do danh sách này cấp; hãy bắt đầu lại từ trang đầu.",
                "The cursor (after, before) was not given out by this list; start again from the first page."));
        }
    }

    private async Task<(SearchPage Page, SearchLimit? Limit)> PageAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return (await index.SearchAsync(query, cancellationToken), null);
        }
        catch (SearchUnavailableException)
        {
            return await listing.ListAsync(query, cancellationToken);
        }
    }

    internal static PageRequest Page(int? first, string? after, int? last, string? before)
    {
        var page = PageArguments.From(first, after, last, before);
        return new(page.Size, page.Cursor, page.Backward);
    }
}
