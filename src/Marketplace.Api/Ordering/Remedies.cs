using GraphQL;
using Marketplace.Api.Catalogue;
using Marketplace.Api.Ordering;
using Marketplace.Core;
using Marketplace.Core.Ledger;
using Marketplace.Core.Ordering;
using Marketplace.Core.Payments;
using Marketplace.Data;
using Marketplace.Data.Ordering;
using Marketplace.Data.Payments;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>What a buyer does about a refused order.</summary>
[Name("RemedyInput")]
public sealed class RemedyInput : OrderStepInput
{
    /// <summary>From a guest's link; not needed by whoever is signed in.</summary>
    public string? Secret { get; init; }
}

/// <summary>Something else in the place of what was refused.</summary>
[Name("ReplaceOrderInput")]
public sealed class ReplaceOrderInput : OrderStepInput
{
    /// <summary>The offer to take instead.</summary>
    [Id]
    public required string Offer { get; init; }

    /// <summary>Units.</summary>
    public required int Quantity { get; init; }

    /// <summary>From a guest's link; not needed by whoever is signed in.</summary>
    public string? Secret { get; init; }
}

/// <summary>Something that could stand in the place of a refused line.</summary>
[Name("Equivalent")]
public sealed class EquivalentGraph
{
    private readonly Equivalent _equivalent;

    internal EquivalentGraph(Equivalent equivalent) => _equivalent = equivalent;

    /// <summary>The offer's id.</summary>
    [Id]
    public string Offer => GlobalId.Encode("Offer", _equivalent.Goods.Offer.Id);

    /// <summary>Stock keeping unit.</summary>
    public string Sku => _equivalent.Goods.Offer.Sku;

    /// <summary>Units: as many as were refused, or the next number that can be ordered.</summary>
    public int Quantity => _equivalent.Price.Why.Quantity;

    /// <summary>Of one unit.</summary>
    public MoneyGraph UnitPrice => new(_equivalent.Price.Unit);

    /// <summary>Of all of them.</summary>
    public MoneyGraph Total => new(_equivalent.Price.Total);

    /// <summary>When all of it can be sent.</summary>
    public DateOnly ReadyOn => _equivalent.Promise.ReadyOn;

    /// <summary>What one unit is, in the reader's language.</summary>
    public string Pack(Ask ask) => _equivalent.Goods.Offer.Pack.In(ask.Language);

    /// <summary>The product as the catalogue shows it.</summary>
    public async Task<ProductGraph?> Product([FromServices] CatalogueCache catalogue, CancellationToken cancellationToken) =>
        (await catalogue.ProductsAsync([_equivalent.Goods.Product.Id], cancellationToken)).FirstOrDefault();
}

public sealed partial class Mutation
{
    /// <summary>The buyer of a refused order takes the money back. Problems: NOTHING_THERE, CHANGED_MEANWHILE, WRONG_ORDER_STATE.</summary>
    public static Task<OrderPayload> GiveUpOrder(RemedyInput input, Purchaser purchaser, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<OrderWork>().StepAsync(
            OrderAccess.Of(purchaser.Buyer, input.Secret), input.Order, input.Version, input.RequestKey, "giveUpOrder", ask, (order, deed) => order.GiveUp(deed), cancellationToken);

    /// <summary>The buyer of a refused order waits: the producer is asked once more, with what can be promised now. Problems: NOTHING_THERE, CHANGED_MEANWHILE, WRONG_ORDER_STATE, NOT_ON_SALE, INSUFFICIENT_STOCK.</summary>
    [Cost(20)]
    public static Task<OrderPayload> WaitForOrder(RemedyInput input, Purchaser purchaser, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<OrderWork>().StepAsync(OrderAccess.Of(purchaser.Buyer, input.Secret), input.Order, input.Version, input.RequestKey, "waitForOrder", ask, WaitAsync, cancellationToken);

    /// <summary>The buyer of a refused order takes something else, which becomes an order of its own in the group. Problems: NOTHING_THERE, CHANGED_MEANWHILE, WRONG_ORDER_STATE, NOT_ON_SALE, QUANTITY_NOT_ALLOWED, INSUFFICIENT_STOCK, CREDIT_TOO_SMALL.</summary>
    [Cost(20)]
    public static Task<OrderPayload> ReplaceOrder(ReplaceOrderInput input, Purchaser purchaser, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<OrderWork>().StepAsync(
            OrderAccess.Of(purchaser.Buyer, input.Secret),
            input.Order,
            input.Version,
            input.RequestKey,
            "replaceOrder",
            ask,
            (at, deed) => ReplaceAsync(at, deed, input, purchaser.Buyer, cancellationToken),
            cancellationToken);

    private static async Task<Result<Moves>> WaitAsync(OrderAtWork at, OrderDeed deed)
    {
        var goods = await at.Db.GoodsAsync([.. at.Order.Lines.Select(line => line.OfferId)], at.Group.OrganisationId, at.Ask.Today, at.Stop);
        Dictionary<Guid, Promise> promises = [];
        foreach (var line in at.Order.Lines)
        {
            if (goods[line.OfferId].PromiseOf(line.Quantity, at.Ask.Today).Failed(out var problem, out var promise))
            {
                return new(problem);
            }

            promises[line.Id] = promise;
        }

        return at.Order.Wait(deed, promises);
    }

    private static async Task<Result<Moves>> ReplaceAsync(OrderAtWork at, OrderDeed deed, ReplaceOrderInput input, Buyer buyer, CancellationToken stop)
    {
        if (!GlobalId.TryDecode(input.Offer, "Offer", out var offerId)
            || !(await at.Db.GoodsAsync([offerId], buyer.Actor?.OrganisationId, at.Ask.Today, stop)).TryGetValue(offerId, out var goods))
        {
            return new(new NothingThere(["offer"]));
        }

        if (Placement.Substitute(at.Group, goods, input.Quantity, deed, at.Now, at.Ask.Today).Failed(out var problem, out var substitute))
        {
            return new(problem);
        }

        long? credit = at.Group.Method is PaymentMethod.Card or PaymentMethod.VietQr ? Settlement.Credit(at.Group, await at.Db.AttemptsOfGroupAsync(at.Group.Id, stop)) : null;
        if (at.Group.Replace(at.Order, substitute, credit, deed).Failed(out var refused, out var moves))
        {
            return new(refused);
        }

        at.Db.Orders.Add(substitute);
        at.Db.Journal.Add(JournalEntry.Placed(at.Group, [substitute], Guid.CreateVersion7(at.Now), deed.At));
        return new(moves);
    }
}

public sealed partial class Query
{
    /// <summary>What could stand in the place of a refused order's line: of the same kind, from others, that can be had now; best stars and nearest price first, 5 at most. Empty for whoever may not see the order.</summary>
    /// <param name="line">A line of the refused order.</param>
    /// <param name="secret">From a guest's link; not needed by whoever is signed in.</param>
    [Cost(20)]
    public static async Task<IReadOnlyList<EquivalentGraph>> Equivalents([Id] string line, Buyer buyer, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken, string? secret = null)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!GlobalId.TryDecode(line, "OrderLine", out var id) || await db.OrderLines.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } refused
            || await db.OrderGroupOfAsync(refused.OrderId, cancellationToken) is not { } group || !OrderAccess.IsTheirs(group, buyer, secret))
        {
            return [];
        }

        var offers = await db.OffersLikeAsync(refused.ProductId, group.Orders.First(order => order.Id == refused.OrderId).ProducerId, cancellationToken);
        var goods = await db.GoodsAsync(offers, buyer.Actor?.OrganisationId, ask.Today, cancellationToken);
        return [.. Equivalent.Of(refused, goods.Values, ask.Today).Select(one => new EquivalentGraph(one))];
    }
}
