using Marketplace.Core.Accounts;
using Marketplace.Core.Ordering;
using Marketplace.Core.Pricing;
using Marketplace.Data.Accounts;
using Marketplace.Data.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Ordering;

/// <summary>How carts and orders are read.</summary>
public static class OrderQueries
{
    private const int MostAlike = 50;

    /// <summary>A cart to be changed; null while nothing was put in. One statement.</summary>
    public static Task<Cart?> CartAsync(this MarketplaceDb db, Guid id, CancellationToken cancellationToken) =>
        db.Carts.SingleOrDefaultAsync(cart => cart.Id == id, cancellationToken);

    /// <summary>
    /// All that is known of those offers, by their ids; ids of nothing are left out. Hidden products are there too, so that a cart can say what has gone.
    /// Five statements, and one more for an organisation that buys.
    /// </summary>
    /// <param name="buyer">The organisation whose price lists hold; null for everybody else.</param>
    public static async Task<IReadOnlyDictionary<Guid, Goods>> GoodsAsync(
        this MarketplaceDb db, IReadOnlyCollection<Guid> offerIds, Guid? buyer, DateOnly today, CancellationToken cancellationToken)
    {
        var offers = await db.Offers.AsNoTracking().Where(offer => offerIds.Contains(offer.Id)).ToListAsync(cancellationToken);
        Guid[] productIds = [.. offers.Select(offer => offer.ProductId).Distinct()];
        var products = await db.Products.IgnoreQueryFilters().AsNoTracking().Where(product => productIds.Contains(product.Id)).ToDictionaryAsync(product => product.Id, cancellationToken);
        var producers = (await db.ProducersAsync([.. products.Values.Select(product => product.ProducerId).OfType<Guid>().Distinct()], cancellationToken)).ToDictionary(producer => producer.Id);
        var certificates = (await db.Certificates.AsNoTracking().Where(certificate => productIds.Contains(certificate.ProductId)).ToListAsync(cancellationToken))
            .ToLookup(certificate => certificate.ProductId);
        var thisWeek = Promise.WeekOf(today);
        var promised = (await db.CapacityWeeks.AsNoTracking().Where(week => offerIds.Contains(week.OfferId) && week.Week >= thisWeek).ToListAsync(cancellationToken))
            .ToLookup(week => week.OfferId);
        var lists = buyer is { } organisation ? (await db.PriceListsOfBuyerAsync(organisation, today, cancellationToken)).ToLookup(list => list.ProducerId) : null;
        return offers.ToDictionary(offer => offer.Id, offer =>
        {
            var product = products[offer.ProductId];
            return new Goods(
                offer,
                product,
                product.ProducerId is { } maker ? producers[maker] : null,
                [.. certificates[product.Id]],
                product.ProducerId is { } seller ? lists?[seller].SingleOrDefault() : null,
                promised[offer.Id].ToDictionary(week => week.Week, week => week.Promised));
        });
    }

    /// <summary>SKUs and ids of everything that the catalogue shows, on sale or not. One statement.</summary>
    public static async Task<IReadOnlyDictionary<string, Guid>> SkusAsync(this MarketplaceDb db, CancellationToken cancellationToken) =>
        await db.Offers.Join(db.Products, offer => offer.ProductId, product => product.Id, (offer, _) => new { offer.Sku, offer.Id })
            .ToDictionaryAsync(offer => offer.Sku, offer => offer.Id, StringComparer.Ordinal, cancellationToken);

    /// <summary>The price lists that hold for an organisation that day. One statement.</summary>
    public static async Task<IReadOnlyList<PriceList>> PriceListsOfBuyerAsync(this MarketplaceDb db, Guid organisation, DateOnly today, CancellationToken cancellationToken) =>
        await db.PriceLists.AsNoTracking()
            .Where(list => db.BuyerPriceLists.Any(buyer => buyer.PriceListId == list.Id && buyer.OrganisationId == organisation)
                && list.ValidFrom <= today && (list.ValidTo == null || list.ValidTo >= today))
            .ToListAsync(cancellationToken);

    /// <summary>A group with everything in it, to be changed; null where there is none. Four statements.</summary>
    public static async Task<OrderGroup?> OrderGroupAsync(this MarketplaceDb db, Guid id, CancellationToken cancellationToken) =>
        (await db.WithPartsAsync(db.OrderGroups.Where(group => group.Id == id), cancellationToken)).SingleOrDefault();

    /// <inheritdoc cref="OrderGroupAsync(MarketplaceDb, Guid, CancellationToken)"/>
    /// <param name="number">As it is kept, without a dash.</param>
    public static async Task<OrderGroup?> OrderGroupOfNumberAsync(this MarketplaceDb db, string number, CancellationToken cancellationToken) =>
        (await db.WithPartsAsync(db.OrderGroups.Where(group => group.Number == number), cancellationToken)).SingleOrDefault();

    /// <summary>The group of one of its orders, with everything in it, to be changed; null where there is none. Four statements.</summary>
    public static async Task<OrderGroup?> OrderGroupOfAsync(this MarketplaceDb db, Guid orderId, CancellationToken cancellationToken) =>
        (await db.WithPartsAsync(db.OrderGroups.Where(group => group.Orders.Any(order => order.Id == orderId)), cancellationToken)).SingleOrDefault();

    /// <summary>Groups of a person that bought as itself, or of an organisation, newest first. Four statements.</summary>
    /// <returns>One more than asked for when there are more.</returns>
    public static async Task<IReadOnlyList<OrderGroup>> OrderGroupsAsync(
        this MarketplaceDb db, Guid? account, Guid? organisation, OrderPlace? after, int take, CancellationToken cancellationToken)
    {
        var groups = organisation is null
            ? db.OrderGroups.Where(group => group.AccountId == account && group.OrganisationId == null)
            : db.OrderGroups.Where(group => group.OrganisationId == organisation);
        if (after is { } last)
        {
            groups = groups.Where(group => group.PlacedAt < last.At || (group.PlacedAt == last.At && group.Id < last.Id));
        }

        return await db.WithPartsAsync(groups.OrderByDescending(group => group.PlacedAt).ThenByDescending(group => group.Id).Take(take + 1), cancellationToken);
    }

    /// <summary>A producer's orders that are paid for or need not be, newest first, each in its group without its siblings. Five statements.</summary>
    /// <param name="states">Empty for all.</param>
    /// <returns>One more than asked for when there are more.</returns>
    public static async Task<IReadOnlyList<OrderGroup>> SalesAsync(
        this MarketplaceDb db, Guid producer, IReadOnlyCollection<OrderState> states, OrderPlace? after, int take, CancellationToken cancellationToken)
    {
        var orders = db.Orders.Where(order => order.ProducerId == producer && order.State != OrderState.AwaitingPayment);
        if (states.Count > 0)
        {
            orders = orders.Where(order => states.Contains(order.State));
        }

        if (after is { } last)
        {
            orders = orders.Where(order => order.PlacedAt < last.At || (order.PlacedAt == last.At && order.Id < last.Id));
        }

        Guid[] ids = [.. await orders.OrderByDescending(order => order.PlacedAt).ThenByDescending(order => order.Id).Take(take + 1).Select(order => order.Id).ToListAsync(cancellationToken)];
        var groups = await db.OrderGroups.Where(group => group.Orders.Any(order => ids.Contains(order.Id))).ToListAsync(cancellationToken);
        await db.LoadPartsAsync(db.Orders.Where(order => ids.Contains(order.Id)), cancellationToken);
        return groups;
    }

    /// <summary>Groups whose time for payment is over. One statement.</summary>
    public static async Task<IReadOnlyList<Guid>> UnpaidGroupsAsync(this MarketplaceDb db, DateTime now, int take, CancellationToken cancellationToken) =>
        await db.OrderGroups.Where(group => group.PayBy != null && group.PayBy < now).OrderBy(group => group.PayBy).Take(take).Select(group => group.Id).ToListAsync(cancellationToken);

    /// <summary>Offers on sale of products of the same kind from other producers. One statement, 50 at most.</summary>
    public static async Task<IReadOnlyList<Guid>> OffersLikeAsync(this MarketplaceDb db, Guid productId, Guid exceptProducer, CancellationToken cancellationToken) => await (
        from product in db.Products.IgnoreQueryFilters().Where(product => product.Id == productId)
        join like in db.Products on product.Category equals like.Category
        join offer in db.Offers on like.Id equals offer.ProductId
        where like.ProducerId != null && like.ProducerId != exceptProducer && offer.OnSale
        orderby offer.Id
        select offer.Id).Take(MostAlike).ToListAsync(cancellationToken);

    /// <summary>The people who handle the orders of producers. One statement.</summary>
    public static async Task<IReadOnlyList<(Guid ProducerId, Account Account)>> SellersOfAsync(this MarketplaceDb db, IReadOnlyCollection<Guid> producers, CancellationToken cancellationToken)
    {
        var sellers = await (
            from organisation in db.Organisations.AsNoTracking().Where(organisation => organisation.ProducerId != null && producers.Contains(organisation.ProducerId.Value))
            join membership in db.Memberships.Where(membership => membership.Role != MemberRole.Viewer) on organisation.Id equals membership.OrganisationId
            join account in db.Accounts.AsNoTracking().Where(account => account.EmailConfirmed) on membership.AccountId equals account.Id
            orderby account.Id
            select new { organisation.ProducerId, Account = account }).ToListAsync(cancellationToken);
        return [.. sellers.Select(seller => (seller.ProducerId!.Value, seller.Account))];
    }

    /// <summary>The organisation that buys, and those of the producers that sell. One statement.</summary>
    public static async Task<IReadOnlyList<Organisation>> OrganisationsOfAsync(this MarketplaceDb db, Guid? buyer, IReadOnlyCollection<Guid> producers, CancellationToken cancellationToken) =>
        await db.Organisations.AsNoTracking()
            .Where(organisation => organisation.Id == buyer || (organisation.ProducerId != null && producers.Contains(organisation.ProducerId.Value)))
            .OrderBy(organisation => organisation.Id).ToListAsync(cancellationToken);

    /// <summary>The groups in the order in which they are asked for; what they hold is put into them as it is read.</summary>
    internal static async Task<IReadOnlyList<OrderGroup>> WithPartsAsync(this MarketplaceDb db, IQueryable<OrderGroup> wanted, CancellationToken cancellationToken)
    {
        var groups = await wanted.ToListAsync(cancellationToken);
        Guid[] ids = [.. groups.Select(group => group.Id)];
        await db.LoadPartsAsync(db.Orders.Where(order => ids.Contains(order.GroupId)), cancellationToken);
        return groups;
    }

    private static async Task LoadPartsAsync(this MarketplaceDb db, IQueryable<Order> wanted, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. (await wanted.ToListAsync(cancellationToken)).Select(order => order.Id)];
        await db.OrderLines.Where(line => ids.Contains(line.OrderId)).OrderBy(line => line.Number).LoadAsync(cancellationToken);
        await db.OrderEvents.Where(entry => ids.Contains(entry.OrderId)).OrderBy(entry => entry.Number).LoadAsync(cancellationToken);
    }
}

/// <summary>A place in a list of orders: when it was placed, and its id.</summary>
public sealed record OrderPlace(DateTime At, Guid Id);
