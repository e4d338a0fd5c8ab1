using Marketplace.Core.Accounts;
using Marketplace.Core.Ordering;
using Marketplace.Core.Pricing;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Pricing;

/// <summary>How price lists are read for the producers that keep them.</summary>
public static class PriceListQueries
{
    /// <summary>A producer's price lists, tracked, by their names. One statement.</summary>
    public static async Task<IReadOnlyList<PriceList>> PriceListsOfProducerAsync(this MarketplaceDb db, Guid producerId, CancellationToken cancellationToken) =>
        await db.PriceLists.Where(list => list.ProducerId == producerId).OrderBy(list => list.Name).ThenBy(list => list.Id).ToListAsync(cancellationToken);

    /// <summary>Who buys at which of a producer's price lists, tracked. One statement.</summary>
    public static async Task<IReadOnlyList<BuyerPriceList>> BuyerPriceListsAsync(this MarketplaceDb db, Guid producerId, CancellationToken cancellationToken) =>
        await db.BuyerPriceLists.Where(buyer => buyer.ProducerId == producerId).ToListAsync(cancellationToken);

    /// <summary>Those of the organisations that buy: distributors and companies, by their names. One statement.</summary>
    public static async Task<IReadOnlyList<Organisation>> BuyingOrganisationsAsync(this MarketplaceDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await db.Organisations.AsNoTracking()
            .Where(organisation => ids.Contains(organisation.Id) && (organisation.Kind == OrganisationKind.Distributor || organisation.Kind == OrganisationKind.Buyer))
            .OrderBy(organisation => organisation.Name).ToListAsync(cancellationToken);

    /// <summary>Organisations that have ordered of a producer and paid, or need not, by their names; 200 at most. One statement.</summary>
    public static async Task<IReadOnlyList<Organisation>> OrganisationsThatOrderedAsync(this MarketplaceDb db, Guid producerId, CancellationToken cancellationToken)
    {
        const int Most = 200;
        return await db.Organisations.AsNoTracking()
            .Where(organisation => db.OrderGroups.Any(group =>
                group.OrganisationId == organisation.Id && group.Orders.Any(order => order.ProducerId == producerId && order.State != OrderState.AwaitingPayment)))
            .OrderBy(organisation => organisation.Name).ThenBy(organisation => organisation.Id).Take(Most).ToListAsync(cancellationToken);
    }

    /// <summary>The organisation that buys, whose papers with that tax code the office has seen; null where there is none. One statement.</summary>
    public static async Task<Organisation?> VerifiedBuyerAsync(this MarketplaceDb db, string taxCode, CancellationToken cancellationToken) => Columns.CouldBeCode(taxCode)
        ? await db.Organisations.AsNoTracking()
            .Where(organisation => organisation.TaxCode == taxCode && organisation.IdentityStatus == IdentityStatus.Verified
                && (organisation.Kind == OrganisationKind.Distributor || organisation.Kind == OrganisationKind.Buyer))
            .OrderBy(organisation => organisation.Id).FirstOrDefaultAsync(cancellationToken)
        : null;
}
