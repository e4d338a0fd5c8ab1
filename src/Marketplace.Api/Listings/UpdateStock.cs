using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.Catalogue;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Listings;
using Marketplace.Data;
using Marketplace.Data.Listings;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>One line of a producer's table of stock and prices.</summary>
[Name("StockLine")]
public sealed class StockLineGraph
{
    private readonly Offer _offer;

    internal StockLineGraph(Offer offer, LocalizedText product) => (_offer, Product) = (offer, product);

    /// <summary>The offer's id; updateStock takes it.</summary>
    [Id]
    public string Id => GlobalId.Encode("Offer", _offer.Id);

    /// <summary>Name of the product.</summary>
    public LocalizedText Product { get; }

    /// <summary>Stock keeping unit.</summary>
    public string Sku => _offer.Sku;

    /// <summary>What one unit is.</summary>
    public LocalizedText Pack => _offer.Pack;

    /// <summary>What is counted.</summary>
    public LocalizedText Unit => _offer.Unit;

    /// <summary>Units ready to be sent.</summary>
    public int Stock => _offer.Stock;

    /// <summary>Price of one unit at the minimum quantity, in đồng.</summary>
    public long UnitPrice => _offer.Price.Amount;

    /// <summary>Whether it is made when ordered.</summary>
    public bool MadeToOrder => _offer.MadeToOrder;

    /// <summary>Whether it is on sale.</summary>
    public bool OnSale => _offer.OnSale;

    /// <summary>Prices of one unit by ordered quantity, smallest quantity first.</summary>
    public IReadOnlyList<PriceTierGraph> PriceTiers => [.. _offer.Terms.PriceTiers.Select(tier => new PriceTierGraph(tier.Minimum, new MoneyGraph(new Money(tier.UnitPrice, _offer.Currency))))];

    /// <summary>How many units may be ordered.</summary>
    public QuantityRule QuantityRule => _offer.QuantityRule;

    /// <summary>Days from order to dispatch.</summary>
    public int LeadTimeDays => _offer.LeadTimeDays;

    /// <summary>Most units that can be made in one week; null while nothing is said.</summary>
    public int? WeeklyCapacity => _offer.WeeklyCapacity;

    /// <summary>Days on which nothing of it is made or sent, rising.</summary>
    public IReadOnlyList<DateOnly> BlackoutDays => _offer.BlackoutDays;

    /// <summary>Samples of it; null where none are offered.</summary>
    public SampleTermsGraph? Sample => SampleTermsGraph.Of(_offer);

    /// <summary>To be given back with a change.</summary>
    public int Version => _offer.Version;
}

/// <summary>A change of one offer; what is left out stays.</summary>
[Name("StockRowInput")]
public sealed class StockRowInput
{
    /// <summary>One of the producer's own.</summary>
    [Id]
    public required string Offer { get; init; }

    /// <summary>The version that was read.</summary>
    public required int Version { get; init; }

    /// <summary>Units ready to be sent, 0 to 1,000,000.</summary>
    public int? Stock { get; init; }

    /// <summary>Price of one unit at the minimum quantity, 1 to 1,000,000,000 đồng.</summary>
    public long? UnitPrice { get; init; }
}

/// <summary>Changes of many offers at once.</summary>
[Name("UpdateStockInput")]
public sealed class UpdateStockInput
{
    /// <summary>Up to 2000.</summary>
    public required IReadOnlyList<StockRowInput> Rows { get; init; }

    /// <summary>What becomes of good rows beside bad ones; nothing is changed then unless told.</summary>
    public SheetPolicy? Policy { get; init; }
}

/// <summary>What was changed.</summary>
[Name("UpdateStockPayload")]
public sealed class UpdateStockPayload : Payload
{
    internal UpdateStockPayload(IEnumerable<IProblem> problems, IReadOnlyList<int> applied, Ask ask)
        : base(problems, ask) => Applied = applied;

    /// <summary>Places of the rows that were applied, from 0. With the policy KEEP_GOOD_ROWS there may be problems beside them.</summary>
    public IReadOnlyList<int> Applied { get; }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Changes stock and prices at once; they need no review and are live within a second. Problems name row and column, as in ["rows", "3", "unitPrice"]:
    /// UNKNOWN, TWICE, CHANGED_MEANWHILE, OUT_OF_RANGE, OUT_OF_ORDER, TOO_LONG.
    /// </summary>
    public static async Task<UpdateStockPayload> UpdateStock(
        UpdateStockInput input, StockKeeper keeper, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] IDatabaseEngine engine, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var offers = keeper.Actor.ProducerId is { } producer ? (await db.OffersOfProducerAsync(producer, cancellationToken)).ToDictionary(offer => offer.Id) : [];
        var before = offers.ToDictionary(offer => offer.Key, offer => (offer.Value.Stock, offer.Value.Price.Amount));
        var rows = input.Rows.Select(row => new StockRow(GlobalId.TryDecode(row.Offer, out var type, out var id) && type == "Offer" ? id : Guid.Empty, row.Version, row.Stock, row.UnitPrice)).ToList();
        var outcome = StockSheet.Apply(rows, offers, input.Policy ?? SheetPolicy.AllOrNothing);
        foreach (var offer in outcome.Applied.Select(row => offers[rows[row].OfferId]).Where(offer => before[offer.Id] != (offer.Stock, offer.Price.Amount)))
        {
            var (stock, price) = before[offer.Id];
            db.Note(keeper.Actor, "updateStock", ("Offer", offer.Id), clock.GetUtcNow(), new { stock, price }, new { stock = offer.Stock, price = offer.Price.Amount });
        }

        List<IProblem> problems = outcome.Faults.Count > 0 ? [new FieldsRefused(outcome.Faults)] : [];
        return outcome.Applied.Count > 0 && await db.SaveWorkAsync(engine, cancellationToken) is { } raced ? new([raced], [], ask) : new(problems, outcome.Applied, ask);
    }
}
