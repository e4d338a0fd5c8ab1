using System.Text.Json;
using Marketplace.Core.Catalogue;
using Marketplace.Data;
using Marketplace.Data.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.EngineTests.Database;

/// <summary>Every read of the catalogue, each asked something that the shipped catalogue answers.</summary>
internal sealed class Reads
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    private readonly Guid[] _products;
    private readonly Guid[] _producers;
    private readonly Guid[] _parts;
    private readonly Producer _middle;
    private readonly string _number;

    private Reads(Guid[] products, Guid[] producers, Guid[] parts, Producer middle, string number) =>
        (_products, _producers, _parts, _middle, _number) = (products, producers, parts, middle, number);

    public static async Task<Reads> OfAsync(MarketplaceDb db, CancellationToken stop) => new(
        [.. (await db.Products.OrderBy(product => product.Slug).Select(product => product.Id).ToListAsync(stop)).Take(40)],
        [.. await db.Producers.OrderBy(producer => producer.Slug).Select(producer => producer.Id).ToListAsync(stop)],
        [await db.Offers.Select(offer => offer.Id).FirstAsync(stop), await db.Certificates.Select(certificate => certificate.Id).FirstAsync(stop)],
        await db.Producers.OrderBy(producer => producer.NameSortKey).Skip(50).FirstAsync(stop),
        await db.Certificates.OrderBy(certificate => certificate.Number).Select(certificate => certificate.Number).FirstAsync(stop));

    /// <summary>By the name of the read; a read with ways of its own is asked each way.</summary>
    public IEnumerable<(string Name, Func<MarketplaceDb, CancellationToken, Task<object?>> Ask)> All()
    {
        var chosen = new ProducerChoice([ProducerKind.Household, ProducerKind.Enterprise], ["chau-thanh", "mo-cay-nam"]);
        var position = new ProducerPosition(_middle.NameSortKey, _middle.Id);
        yield return (nameof(CatalogueQueries.ListedProductsAsync), async (db, stop) => await db.ListedProductsAsync(_products, stop));
        yield return (nameof(CatalogueQueries.ListedProductsEvenHiddenAsync), async (db, stop) => await db.ListedProductsEvenHiddenAsync(_products, stop));
        yield return (nameof(CatalogueQueries.ListedProductsAfterAsync), async (db, stop) => await WalkAsync(after => db.ListedProductsAfterAsync(after, 100, stop), product => product.Product.Id));
        yield return (nameof(CatalogueQueries.ProductIdAsync), async (db, stop) => await db.ProductIdAsync("keo-dua-sau-rieng-dong-a", stop));
        yield return (nameof(CatalogueQueries.ProductIdsAsync), async (db, stop) => await db.ProductIdsAsync(["keo-dua-sau-rieng-dong-a", "nowhere", "keo-chuoi-ben-tre"], stop));
        yield return (nameof(CatalogueQueries.ProducerIdAsync), async (db, stop) => await db.ProducerIdAsync(_middle.Slug, stop));
        yield return (nameof(CatalogueQueries.CertifiedProductIdAsync), async (db, stop) => await db.CertifiedProductIdAsync(_number, stop));
        yield return (nameof(CatalogueQueries.ProductIdsOfPartsAsync), async (db, stop) => await db.ProductIdsOfPartsAsync(_parts, stop));
        yield return (nameof(CatalogueQueries.ProductIdsOfProducersAsync), async (db, stop) => await db.ProductIdsOfProducersAsync(_producers, stop));
        yield return (nameof(CatalogueQueries.SlugsAsync), async (db, stop) => await db.SlugsAsync(_producers, stop));
        yield return (nameof(CatalogueQueries.ProducersAsync), async (db, stop) => await db.ProducersAsync(_producers, stop));
        yield return (nameof(CatalogueQueries.ProducerAsync), async (db, stop) => await db.ProducerAsync(_middle.Id, stop));
        yield return (nameof(CatalogueQueries.ProducersAfterAsync), async (db, stop) => await WalkAsync(after => db.ProducersAfterAsync(after, 30, stop), producer => producer.Id));
        yield return (nameof(CatalogueQueries.ProductCountsAsync), async (db, stop) => await db.ProductCountsAsync(_producers, stop));
        yield return (nameof(CatalogueQueries.CommuneProductCountsAsync), async (db, stop) =>
            await db.CommuneProductCountsAsync(await db.Communes.Select(commune => commune.Code).ToListAsync(stop), stop));
        yield return (nameof(CatalogueQueries.ProducerPageAsync), async (db, stop) => new InOrder(await db.ProducerPageAsync(ProducerChoice.All, from: null, backwards: false, 20, stop)));
        yield return (nameof(CatalogueQueries.ProducerPageAsync), async (db, stop) => new InOrder(await db.ProducerPageAsync(ProducerChoice.All, position, backwards: false, 20, stop)));
        yield return (nameof(CatalogueQueries.ProducerPageAsync), async (db, stop) => new InOrder(await db.ProducerPageAsync(chosen, position, backwards: true, 20, stop)));
        yield return (nameof(CatalogueQueries.ProductCountAsync), async (db, stop) => await db.ProductCountAsync(stop));
        yield return (nameof(CatalogueQueries.ProducerCountAsync), async (db, stop) => await db.ProducerCountAsync(chosen, stop));
        yield return (nameof(CatalogueQueries.HasDemonstrationDataAsync), async (db, stop) => await db.HasDemonstrationDataAsync(stop));
        yield return (nameof(CatalogueQueries.ReferenceDataAsync), async (db, stop) => await db.ReferenceDataAsync(stop));
        yield return (nameof(CatalogueQueries.OffersOfAsync), async (db, stop) => (await db.OffersOfAsync(_products, stop)).SelectMany(offers => offers));
        yield return (nameof(CatalogueQueries.CertificatesOfAsync), async (db, stop) => (await db.CertificatesOfAsync(_products, stop)).SelectMany(certificates => certificates));
        yield return (nameof(CatalogueQueries.NewlyCertifiedAsync), async (db, stop) => (await db.NewlyCertifiedAsync(Day, 5, stop)).Select(found => new { found.ProductId, found.CertificateId }));
    }

    /// <summary>An answer as text, the same for answers that differ only in an order that the read does not promise.</summary>
    public static string Written(object? answer) => answer switch
    {
        InOrder inOrder => JsonSerializer.Serialize(inOrder.Items),
        System.Collections.IEnumerable items and not string => string.Join('\n', items.Cast<object>().Select(item => JsonSerializer.Serialize(item)).Order(StringComparer.Ordinal)),
        _ => JsonSerializer.Serialize(answer),
    };

    /// <summary>Each database orders ids in its own way, so what is promised is that all come, each once.</summary>
    private static async Task<IReadOnlyList<T>> WalkAsync<T>(Func<Guid?, Task<IReadOnlyList<T>>> page, Func<T, Guid> id)
    {
        List<T> all = [];
        for (var next = await page(null); next.Count > 0; next = await page(id(all[^1])))
        {
            all.AddRange(next);
        }

        return all;
    }

    private sealed record InOrder(IReadOnlyList<Producer> Items);
}
