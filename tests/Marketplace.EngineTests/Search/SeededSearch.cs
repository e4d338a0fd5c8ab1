using Marketplace.Core.Search;
using Marketplace.Tests.Search;

namespace Marketplace.EngineTests.Search;

/// <summary>One index over the real products for all tests that only read.</summary>
public sealed class SeededSearch
{
    private readonly Dictionary<Guid, ProductDocument> _products = SeedDocuments.Products.ToDictionary(product => product.Id);

    private readonly OpenIndex _open;

    private SeededSearch(OpenIndex open) => _open = open;

    internal ISearchIndex Index => _open.Index;

    internal Marketplace.Search.Elasticsearch.ElasticsearchQuestions Questions => _open.Questions!;

    internal StandIn.StandInServer Server => _open.Server!;

    internal static async Task<SeededSearch> OpenAsync(OpenIndex open)
    {
        await open.Index.RebuildAsync(SmallIndex.Source(SeedDocuments.All, 1), written: null, CancellationToken.None);
        return new SeededSearch(open);
    }

    internal static SearchQuery Query(string? text, int size = 10) => new()
    {
        Text = text,
        Page = new PageRequest(size),
        Today = SeedDocuments.Today,
        Vocabulary = SeedDocuments.Vocabulary,
        WantTotal = true,
        WantOtherSpellings = true,
    };

    internal Task<SearchPage> FindAsync(string? text, int size = 10) => FindAsync(Query(text, size));

    internal Task<SearchPage> FindAsync(SearchQuery query) => Index.SearchAsync(query, TestContext.Current.CancellationToken);

    internal async Task<IReadOnlyList<string>> SlugsAsync(string text, int size = 10) => Slugs(await FindAsync(text, size));

    internal IReadOnlyList<string> Slugs(SearchPage page) => [.. page.Hits.Select(hit => _products[hit.ProductId].Slug)];

    internal ProductDocument Product(SearchHit hit) => _products[hit.ProductId];
}
