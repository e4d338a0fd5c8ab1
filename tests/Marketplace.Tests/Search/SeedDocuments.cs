using Marketplace.Api.Search;
using Marketplace.Core;
using Marketplace.Core.Search;
using Marketplace.Data.Catalogue;
using Marketplace.Data.Import;
using Marketplace.Tests.Data;

namespace Marketplace.Tests.Search;

/// <summary>The shipped catalogue as the index gets it: imported into a database, read out of it, and the vocabulary that goes with it.</summary>
internal static class SeedDocuments
{
    private static readonly (IReadOnlyList<ProductDocument> Products, IReadOnlyList<ProducerDocument> Makers, SearchVocabulary Vocabulary, DateOnly Today) Loaded =
        Task.Run(LoadAsync).GetAwaiter().GetResult();

    public static DateOnly Today => Loaded.Today;

    public static IReadOnlyList<ProducerDocument> Makers => Loaded.Makers;

    public static IReadOnlyList<ProductDocument> Products => Loaded.Products;

    public static SearchVocabulary Vocabulary => Loaded.Vocabulary;

    public static IAsyncEnumerable<IndexDocument> All => Products.Concat<IndexDocument>(Makers).ToAsyncEnumerable();

    private static async Task<(IReadOnlyList<ProductDocument>, IReadOnlyList<ProducerDocument>, SearchVocabulary, DateOnly)> LoadAsync()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ImportAsync(ImportFiles.Shipped());
        await database.AddDemonstrationAsync();
        await using var db = database.Open();
        var reference = await db.ReferenceDataAsync(CancellationToken.None);
        var producers = (await db.ProducersAfterAsync(after: null, 1000, CancellationToken.None)).ToDictionary(producer => producer.Id);
        var counts = await db.ProductCountsAsync(producers.Keys, CancellationToken.None);
        var products = await db.ListedProductsAfterAsync(after: null, 1000, CancellationToken.None);
        return (
            [.. products.Select(product => IndexDocuments.Of(product, product.Product.ProducerId is { } id ? producers[id] : null, reference))],
            [.. producers.Values.Select(producer => IndexDocuments.Of(producer, counts.GetValueOrDefault(producer.Id)))],
            Words.Of(reference),
            database.Clock.Today());
    }
}
