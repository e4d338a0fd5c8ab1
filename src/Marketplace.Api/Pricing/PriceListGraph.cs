using GraphQL;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Core.Pricing;
using Marketplace.Data;
using Marketplace.Data.Listings;
using Marketplace.Data.Pricing;

namespace Marketplace.Api.Pricing;

/// <summary>What a producer asks of certain buyers instead of its public prices. Nobody pays more by a list than without it.</summary>
[Name("PriceList")]
public sealed class PriceListGraph
{
    private readonly PriceList _list;

    internal PriceListGraph(PriceList list, IReadOnlyList<Organisation> buyers, PriceExampleGraph? example) =>
        (_list, Buyers, Example) = (list, [.. buyers.Select(buyer => new PriceListBuyerGraph(buyer))], example);

    /// <summary>Opaque; savePriceList and assignPriceList take it.</summary>
    [Id]
    public string Id => GlobalId.Encode("PriceList", _list.Id);

    /// <summary>Rises with every save.</summary>
    public int Version => _list.Version;

    /// <summary>What the producer calls it; its buyers read it beside the price.</summary>
    public string Name => _list.Name;

    /// <summary>Taken off the public price of every offer without a price of its own, in hundredths of a percent.</summary>
    public int ReductionBasisPoints => _list.ReductionBasisPoints;

    /// <summary>First day in Vietnam on which it holds.</summary>
    public DateOnly ValidFrom => _list.ValidFrom;

    /// <summary>Last day; null while it has no end.</summary>
    public DateOnly? ValidTo => _list.ValidTo;

    /// <summary>Prices of single offers, each from a quantity on.</summary>
    public IReadOnlyList<ListedPriceGraph> Prices => [.. _list.Prices.OrderBy(price => price.OfferId).ThenBy(price => price.Minimum).Select(price => new ListedPriceGraph(price))];

    /// <summary>Organisations that buy at its prices, by their names.</summary>
    public IReadOnlyList<PriceListBuyerGraph> Buyers { get; }

    /// <summary>What it does to the price of one offer, as on its first day where it does not hold today; null while nothing is on sale.</summary>
    public PriceExampleGraph? Example { get; }

    /// <summary>All lists of a producer. Five statements.</summary>
    internal static async Task<IReadOnlyList<PriceListGraph>> OfProducerAsync(MarketplaceDb db, Guid producerId, DateOnly today, CancellationToken cancellationToken)
    {
        var lists = await db.PriceListsOfProducerAsync(producerId, cancellationToken);
        var assigned = await db.BuyerPriceListsAsync(producerId, cancellationToken);
        var buyers = await db.BuyingOrganisationsAsync([.. assigned.Select(buyer => buyer.OrganisationId)], cancellationToken);
        var offers = await db.OffersOfProducerAsync(producerId, cancellationToken);
        var names = await db.ProductNamesOfProducerAsync(producerId, cancellationToken);
        return
        [
            .. from list in lists
               let example = PriceExample.Of(list, offers, today)
               select new PriceListGraph(
                   list,
                   [.. buyers.Where(buyer => assigned.Any(of => of.PriceListId == list.Id && of.OrganisationId == buyer.Id))],
                   example is null ? null : new PriceExampleGraph(example, names[example.Offer.ProductId])),
        ];
    }
}

/// <summary>What a list does to the price of one offer.</summary>
[Name("PriceExample")]
public sealed class PriceExampleGraph
{
    private readonly PriceExample _example;

    internal PriceExampleGraph(PriceExample example, LocalizedText product) => (_example, Product) = (example, product);

    /// <summary>Name of the product.</summary>
    public LocalizedText Product { get; }

    /// <summary>What one unit is.</summary>
    public LocalizedText Pack => _example.Offer.Pack;

    /// <summary>The public price, the list's, and for how many.</summary>
    public PriceReceiptGraph Why => new(_example.Price.Why);
}

/// <summary>A price that a list names for an offer.</summary>
[Name("ListedPrice")]
public sealed class ListedPriceGraph
{
    private readonly ListedPrice _price;

    internal ListedPriceGraph(ListedPrice price) => _price = price;

    /// <summary>The offer's id.</summary>
    [Id]
    public string Offer => GlobalId.Encode("Offer", _price.OfferId);

    /// <summary>Units from which it holds.</summary>
    public int Minimum => _price.Minimum;

    /// <summary>Of one unit, in đồng.</summary>
    public long UnitPrice => _price.UnitPrice;
}

/// <summary>An organisation that buys at a list's prices.</summary>
[Name("PriceListBuyer")]
public sealed class PriceListBuyerGraph
{
    internal PriceListBuyerGraph(Organisation organisation) => (Id, Name) = (GlobalId.Encode("Organisation", organisation.Id), organisation.Name);

    /// <summary>The organisation's id.</summary>
    [Id]
    public string Id { get; }

    /// <summary>As it calls itself.</summary>
    public string Name { get; }
}
