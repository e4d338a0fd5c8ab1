using Marketplace.Core.Accounts;
using Marketplace.Core.Pricing;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Pricing;

/// <summary>How price lists are read for the producers that keep them.</summary>
public static class PriceListQueries
{
    /// <summary>A producer's price lists, tracked, by their names. One statement.</summary>
    public static async Task<IReadOnlyList<PriceList>> PriceListsOfProducerAsync(this MarketplaceDb db, Guid producerId, CancellationToken cancellationToken) =>
        await db.PriceLists.Where(list => list.ProducerId == producerId).OrderBy(list => list.Name).ThenBy(list => list.Id).ToListAsync(cancellationToken);

    /// <summary>Who buys at a producer's price lists, tracked. One statement.</summary>
    public static async Task<IReadOnlyList<PriceListBuyer>> PriceListBuyersAsync(this MarketplaceDb db, Guid producerId, CancellationToken cancellationToken) =>
        await db.PriceListBuyers.Where(buyer => db.PriceLists.Any(list => list.Id == buyer.PriceListId && list.ProducerId == producerId)).ToListAsync(cancellationToken);

    /// <summary>Those of the organisations that buy: distributors and companies, by their names. One statement.</summary>
    public static async Task<IReadOnlyList<Organisation>> BuyingOrganisationsAsync(this MarketplaceDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await db.Organisations.AsNoTracking()
            .Where(organisation => ids.Contains(organisation.Id) && (organisation.Kind == OrganisationKind.Distributor || organisation.Kind == OrganisationKind.Buyer))
            .OrderBy(organisation => organisation.Name).ToListAsync(cancellationToken);
}
