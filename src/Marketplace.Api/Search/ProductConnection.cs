using GraphQL;
using Marketplace.Api.Catalogue;
using Marketplace.Core;
using Marketplace.Core.Search;

namespace Marketplace.Api.Search;

/// <summary>A page of products in sort order, with what was understood of the search.</summary>
[Name("ProductConnection")]
public sealed class ProductConnection
{
    private readonly SearchPage _page;
    private readonly IReadOnlyList<SearchHit> _hits;
    private readonly Reference _reference;

    /// <param name="products">Those of the page's hits, in their order.</param>
    internal ProductConnection(SearchPage page, IReadOnlyList<ProductGraph> products, Reference reference, SearchLimit? limit)
    {
        (_page, _reference, Nodes, Limited) = (page, reference, products, limit);

        // A product deleted a moment ago may still be in the index: it is left out rather than shown empty.
        _hits = products.Count == page.Hits.Count ? page.Hits : [.. page.Hits.Where(hit => products.Any(product => product.Key == hit.ProductId))];
    }

    /// <summary>The products of the page.</summary>
    public IReadOnlyList<ProductGraph> Nodes { get; }

    /// <summary>The products of the page, each with its cursor and why it stands where it stands.</summary>
    public IReadOnlyList<ProductEdge> Edges => [.. _hits.Select((hit, at) => new ProductEdge(hit, Nodes[at]))];

    /// <summary>Where the page stands in the list.</summary>
    public PageInfoGraph PageInfo => new()
    {
        HasNextPage = _page.HasNext,
        HasPreviousPage = _page.HasPrevious,
        StartCursor = _hits.Count > 0 ? _hits[0].Cursor : null,
        EndCursor = _hits.Count > 0 ? _hits[^1].Cursor : null,
    };

    /// <summary>The text as it was read when the typed one found nothing (another keyboard's code, joined words, a typing error): the page answers this text. Null otherwise.</summary>
    public string? DidYouMean => _page.DidYouMean;

    /// <summary>What of the text was read as filters.</summary>
    public UnderstandingGraph Understood => new(_page.Understood, _reference);

    /// <summary>Set while the search engine cannot be asked: the page is what the database alone can answer. Null otherwise.</summary>
    public SearchLimit? Limited { get; }

    /// <summary>All products found. Counted only when asked for.</summary>
    [Cost(5)]
    public int TotalCount() => _page.Total ?? throw new InvalidOperationException("The total was not asked of the index.");

    /// <summary>Values to narrow the search by, with counts that ignore their own facet's selection. Counted only when asked for.</summary>
    [Cost(20)]
    public IReadOnlyList<FacetGraph> Facets() => [.. _page.Facets.Select(facet => new FacetGraph(facet, _reference))];
}

/// <summary>A product's place in a list.</summary>
[Name("ProductEdge")]
public sealed class ProductEdge
{
    internal ProductEdge(SearchHit hit, ProductGraph product)
    {
        Cursor = hit.Cursor;
        Node = product;
        Why = [.. hit.Why.Select(reason => new RankingReasonGraph(reason))];
        Highlights = [.. hit.Highlights.Where(highlight => highlight.Parts.Any(part => part.Match))];
    }

    /// <summary>Opaque: the sort key and the id. Stays right while the catalogue changes.</summary>
    public string Cursor { get; }

    /// <summary>The product.</summary>
    public ProductGraph Node { get; }

    /// <summary>The published criteria that put it here, strongest first; empty when nothing was searched for.</summary>
    public IReadOnlyList<RankingReasonGraph> Why { get; }

    /// <summary>The names and descriptions in which a word matched, cut at the matches.</summary>
    public IReadOnlyList<Highlight> Highlights { get; }
}

/// <summary>A ranking criterion and the words for which it holds.</summary>
[Name("RankingReason")]
public sealed class RankingReasonGraph
{
    internal RankingReasonGraph(RankingReason reason) => (Criterion, Words) = (RankingCriterionGraph.Of(reason.Criterion), reason.Words);

    /// <summary>Which criterion.</summary>
    public RankingCriterionGraph Criterion { get; }

    /// <summary>The words of the search for which it holds.</summary>
    public IReadOnlyList<string> Words { get; }
}

/// <summary>Values to narrow a search by.</summary>
[Name("Facet")]
public sealed class FacetGraph
{
    internal FacetGraph(FacetCounts counts, Reference reference)
    {
        Name = counts.Name;
        Values = [.. counts.Values.Select(count => new FacetValueGraph(count, counts.Name, reference))];
    }

    /// <summary>"group", "stars", "district", "producerKind", "certification", "price" or "availability".</summary>
    public string Name { get; }

    /// <summary>Its values, in the order to show them.</summary>
    public IReadOnlyList<FacetValueGraph> Values { get; }

    /// <summary>In the reader's language.</summary>
    public string Label(Ask ask) => Labels.OfFacet(Name).In(ask.Language);
}

/// <summary>A value of a facet.</summary>
[Name("FacetValue")]
public sealed class FacetValueGraph
{
    private readonly FacetCount _count;
    private readonly string _facet;
    private readonly Reference _reference;

    internal FacetValueGraph(FacetCount count, string facet, Reference reference) => (_count, _facet, _reference) = (count, facet, reference);

    /// <summary>A code, as filters take it; of price a band such as "50000-99999" or "1000000-" (priceMin-priceMax); of availability "true" or "false".</summary>
    public string Value => FacetLabels.GraphValue(_facet, _count.Value);

    /// <summary>Products that choosing it would show.</summary>
    public int Count => _count.Count;

    /// <summary>Whether the search is narrowed to it.</summary>
    public bool Selected => _count.Selected;

    /// <summary>In the reader's language.</summary>
    public string Label(Ask ask) => FacetLabels.Of(_facet, _count.Value, _reference).In(ask.Language);
}

/// <summary>How a typed text was read.</summary>
[Name("Understanding")]
public sealed class UnderstandingGraph
{
    internal UnderstandingGraph(Understanding understood, Reference reference)
    {
        Text = understood.Text;
        OtherSpellings = understood.OtherSpellings;
        Filters = [.. understood.Filters.Select(filter => new UnderstoodFilterGraph(filter, FacetLabels.Of(filter.Facet, filter.Value, reference)))];
    }

    /// <summary>What was left to search for after filters were read out of it.</summary>
    public string Text { get; }

    /// <summary>The words that were read as filters.</summary>
    public IReadOnlyList<UnderstoodFilterGraph> Filters { get; }

    /// <summary>How many more products the same search finds with marks ignored: they were left out because the typed marks had hits.</summary>
    public int OtherSpellings { get; }
}

/// <summary>Words of a text that were read as a filter.</summary>
[Name("UnderstoodFilter")]
public sealed class UnderstoodFilterGraph
{
    private readonly UnderstoodFilter _filter;
    private readonly LocalizedText _label;

    internal UnderstoodFilterGraph(UnderstoodFilter filter, LocalizedText label) => (_filter, _label) = (filter, label);

    /// <summary>The facet: "stars", "district", "commune", "group", "producerKind" or "certification".</summary>
    public string Facet => _filter.Facet;

    /// <summary>Its value.</summary>
    public string Value => FacetLabels.GraphValue(_filter.Facet, _filter.Value);

    /// <summary>The words that were read so.</summary>
    public string Words => _filter.Words;

    /// <summary>The typed text without those words: search for it to drop the filter.</summary>
    public string SearchWithout => _filter.SearchWithout;

    /// <summary>In the reader's language.</summary>
    public string Label(Ask ask) => _label.In(ask.Language);
}
