using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Marketplace.Core.Listings;
using Marketplace.Data.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Listings;

/// <summary>What waits for a producer's hand. Each list holds 100 at most, the most urgent first.</summary>
/// <param name="Expiring">Certificates in their last 180 days, or kept valid past their term, the first to end first.</param>
/// <param name="LowStock">Offers on sale of products that are shown, not made to order, with less than the minimum quantity or fewer than ten units.</param>
/// <param name="Returned">Listings that an officer gave back, the longest waiting first.</param>
/// <param name="Drafts">Listings that are being written, changed last first.</param>
/// <param name="Names">Names of the products of these certificates and offers, by id.</param>
public sealed record ProducerToday(
    IReadOnlyList<Certificate> Expiring,
    IReadOnlyList<Offer> LowStock,
    IReadOnlyList<ListingAtWork> Returned,
    IReadOnlyList<ListingAtWork> Drafts,
    IReadOnlyDictionary<Guid, LocalizedText> Names);

/// <summary>Reads of what a producer is to do, and of the offers to do it with.</summary>
public static class ProducerTodayQueries
{
    /// <summary>Fewer units than this are few, whatever the minimum quantity is.</summary>
    public const int FewUnits = 10;

    private const int Most = 100;

    /// <summary>What needs doing on that day. Nine statements.</summary>
    public static async Task<ProducerToday> ProducerTodayAsync(this MarketplaceDb db, Guid producerId, DateOnly day, CancellationToken cancellationToken)
    {
        var last = day.AddDays(Certificate.ExpiringDays);
        var expiring = await CatalogueQueries.ShownOn(db, day).IgnoreQueryFilters()
            .Where(certificate => certificate.ExpiresOn <= last && db.Products.Any(product => product.Id == certificate.ProductId && product.ProducerId == producerId))
            .OrderBy(certificate => certificate.ExpiresOn).ThenBy(certificate => certificate.Number)
            .AsNoTracking().Take(Most).ToListAsync(cancellationToken);
        var low = await db.Offers.AsNoTracking()
            .Where(offer => offer.OnSale && !offer.MadeToOrder && (offer.Stock - offer.Reserved < offer.QuantityRule.Minimum || offer.Stock - offer.Reserved < FewUnits)
                && db.Products.Any(product => product.Id == offer.ProductId && product.ProducerId == producerId))
            .OrderBy(offer => offer.Stock - offer.Reserved).ThenBy(offer => offer.Sku).Take(Most).ToListAsync(cancellationToken);
        var returned = await Of(ListingState.Returned).OrderBy(listing => listing.DecidedAt).ThenBy(listing => listing.Id).Select(listing => listing.Id).Take(Most).ToListAsync(cancellationToken);
        var drafts = await Of(ListingState.Draft).OrderByDescending(listing => listing.UpdatedAt).ThenBy(listing => listing.Id).Select(listing => listing.Id).Take(Most).ToListAsync(cancellationToken);
        var written = await db.ListingsAtWorkAsync([.. returned, .. drafts], cancellationToken);
        Guid[] ids = [.. expiring.Select(certificate => certificate.ProductId).Union(low.Select(offer => offer.ProductId))];
        var names = await db.Products.IgnoreQueryFilters().Where(product => ids.Contains(product.Id)).Select(product => new { product.Id, product.Name })
            .ToDictionaryAsync(product => product.Id, product => product.Name, cancellationToken);
        return new(expiring, low, [.. written.Take(returned.Count)], [.. written.Skip(returned.Count)], names);

        IQueryable<Listing> Of(ListingState state) => db.Listings.Where(listing => listing.ProducerId == producerId && listing.State == state);
    }

    /// <summary>All offers of a producer's products, hidden ones and those not on sale too, in the order of their SKUs; tracked, to be changed. One statement.</summary>
    public static async Task<IReadOnlyList<Offer>> OffersOfProducerAsync(this MarketplaceDb db, Guid producerId, CancellationToken cancellationToken) =>
        await db.Offers.IgnoreQueryFilters().Where(offer => db.Products.Any(product => product.Id == offer.ProductId && product.ProducerId == producerId))
            .OrderBy(offer => offer.Sku).ToListAsync(cancellationToken);

    /// <summary>One offer of a producer's product, tracked, to be changed; null when there is none. One statement.</summary>
    public static Task<Offer?> OfferOfProducerAsync(this MarketplaceDb db, Guid producerId, Guid id, CancellationToken cancellationToken) =>
        db.Offers.IgnoreQueryFilters()
            .SingleOrDefaultAsync(offer => offer.Id == id && db.Products.Any(product => product.Id == offer.ProductId && product.ProducerId == producerId), cancellationToken);

    /// <summary>All offers of these listings, in the order of their SKUs. One statement.</summary>
    public static async Task<IReadOnlyList<Offer>> OffersOfListingsAsync(this MarketplaceDb db, IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken) =>
        await db.Offers.IgnoreQueryFilters().AsNoTracking().Where(offer => productIds.Contains(offer.ProductId)).OrderBy(offer => offer.Sku).ToListAsync(cancellationToken);

    /// <summary>Names of all products of a producer, hidden ones too. One statement.</summary>
    public static async Task<IReadOnlyDictionary<Guid, LocalizedText>> ProductNamesOfProducerAsync(this MarketplaceDb db, Guid producerId, CancellationToken cancellationToken) =>
        await db.Products.IgnoreQueryFilters().Where(product => product.ProducerId == producerId).Select(product => new { product.Id, product.Name })
            .ToDictionaryAsync(product => product.Id, product => product.Name, cancellationToken);
}
