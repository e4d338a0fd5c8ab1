using Marketplace.Api.Search;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Search;
using Marketplace.Data;
using Marketplace.Data.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Benchmarks.Sizes;

/// <summary>The real catalogue, out of which the index documents of a catalogue of any size are made. They never pass through a database.</summary>
internal sealed record Seedling(Originals Originals, ReferenceData Reference, SearchVocabulary Vocabulary, DateOnly Today)
{
    public static async Task<Seedling> ReadAsync(string directory)
    {
        await using var market = await Market.OpenAsync(directory, products: 0, serve: false);
        await using var db = await market.Services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContextAsync();
        var reference = await db.ReferenceDataAsync(CancellationToken.None);
        return new Seedling(market.Originals, reference, Words.Of(reference), market.Today);
    }

    /// <summary>So many products and their makers, made while they are read.</summary>
    public IEnumerable<IndexDocument> Documents(int products)
    {
        var missing = Math.Max(0, products - Originals.Products.Count);
        var variations = new Variations(Originals, Today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        Producer[] producers = [.. Originals.Producers, .. variations.Producers(missing)];
        var byId = producers.ToDictionary(producer => producer.Id);
        foreach (var producer in producers)
        {
            yield return IndexDocuments.Of(producer, productCount: 1);
        }

        foreach (var listed in Originals.Products.Take(products).Concat(variations.Products(missing, producers)))
        {
            yield return IndexDocuments.Of(listed, listed.Product.ProducerId is { } id ? byId.GetValueOrDefault(id) : null, Reference);
        }
    }
}
