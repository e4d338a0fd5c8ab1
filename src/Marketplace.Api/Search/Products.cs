using GraphQL;
using Marketplace.Api.Catalogue;
using Marketplace.Api.Search;
using Marketplace.Core.Search;

namespace Marketplace.Api;

public sealed partial class Query
{
    /// <summary>Longest text that is searched for; nobody types more, and programs are told rather than cut short.</summary>
    internal const int LongestSearch = 500;

    /// <summary>
    /// Finds products, or lists them all. Vietnamese with or without marks, Telex and VNI keystrokes, joined words, typing errors and English
    /// are understood; units, stars and places in the text become filters. 1 to 100 a page, 20 unless told; the text may have 500 characters.
    /// </summary>
    [Cost(20)]
    public static async Task<ProductConnection> Products(
        IResolveFieldContext context,
        Ask ask,
        [FromServices] ProductSearch products,
        [FromServices] CatalogueCache catalogue,
        CancellationToken cancellationToken,
        string? search = null,
        ProductFilterInput? filter = null,
        ProductSort sort = ProductSort.Relevance,
        DiacriticMatching marks = DiacriticMatching.Auto,
        bool understand = true,
        int? first = null,
        string? after = null,
        int? last = null,
        string? before = null)
    {
        if (search?.Length > LongestSearch)
        {
            throw new BadInputException(new(
                $"Từ khóa dài {search.Length} ký tự; tối đa {LongestSearch}.",
                $"The search is {search.Length} characters long; {LongestSearch} at most."));
        }

        var page = ProductSearch.Page(first, after, last, before);
        var reference = await catalogue.ReferenceAsync(cancellationToken);
        var query = new SearchQuery
        {
            Text = search,
            Filter = filter?.Checked(reference) ?? ProductFilter.None,
            Sort = sort,
            Marks = marks,
            Understand = understand,
            Page = page,
            Today = ask.Today,
            Vocabulary = reference.Vocabulary,
        };
        return await products.RunAsync(context, ask, query, cancellationToken);
    }

    /// <summary>Completes what a person is typing with products, producers and groups; 1 to 20, 8 unless told.</summary>
    [Cost(5)]
    public static async Task<IReadOnlyList<Suggestion>> Suggest(
        string prefix, Ask ask, [FromServices] ISearchIndex index, [FromServices] CatalogueCache catalogue, [FromServices] DatabaseListing listing,
        CancellationToken cancellationToken, int first = 8)
    {
        if (first is < 1 or > 20 || prefix.Length > LongestSearch)
        {
            throw new BadInputException(new(
                $"first phải từ 1 đến 20 và prefix tối đa {LongestSearch} ký tự.",
                $"first must be from 1 to 20, and prefix {LongestSearch} characters at most."));
        }

        var reference = await catalogue.ReferenceAsync(cancellationToken);
        try
        {
            return await index.SuggestAsync(new SuggestQuery(prefix, first, ask.Language, ask.Today, reference.Vocabulary), cancellationToken);
        }
        catch (SearchUnavailableException)
        {
            listing.Say();
            return [];
        }
    }

    /// <summary>The criteria by which search results are ranked, strongest first. No position can be bought.</summary>
    public static IReadOnlyList<RankingCriterionGraph> RankingCriteria() => RankingCriterionGraph.All;
}
