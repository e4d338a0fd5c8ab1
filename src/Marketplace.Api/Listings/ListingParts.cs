using Marketplace.Core;
using Marketplace.Data;
using Marketplace.Data.Listings;
using Marketplace.Data.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>Photographs of all listings of an answer. One statement.</summary>
public sealed class PicturesOfListings(IDbContextFactory<MarketplaceDb> databases) : BatchLoader<Guid, IReadOnlyList<ListingPictureGraph>>
{
    protected override async Task<IReadOnlyDictionary<Guid, IReadOnlyList<ListingPictureGraph>>> FetchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var pictures = (await db.PicturesOfProductsAsync(keys, cancellationToken)).ToLookup(picture => picture.ProductId!.Value);
        return keys.ToDictionary(id => id, IReadOnlyList<ListingPictureGraph> (id) => [.. pictures[id].Select(picture => new ListingPictureGraph(picture))]);
    }
}

/// <summary>Offers of all listings of an answer, each asked for with its listing's name. One statement.</summary>
public sealed class OffersOfListings(IDbContextFactory<MarketplaceDb> databases) : BatchLoader<(Guid Id, LocalizedText Name), IReadOnlyList<StockLineGraph>>
{
    protected override async Task<IReadOnlyDictionary<(Guid Id, LocalizedText Name), IReadOnlyList<StockLineGraph>>> FetchAsync(
        IReadOnlyList<(Guid Id, LocalizedText Name)> keys, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var offers = (await db.OffersOfListingsAsync([.. keys.Select(key => key.Id)], cancellationToken)).ToLookup(offer => offer.ProductId);
        return keys.ToDictionary(key => key, IReadOnlyList<StockLineGraph> (key) => [.. offers[key.Id].Select(offer => new StockLineGraph(offer, key.Name))]);
    }
}
