using GraphQL;
using Marketplace.Api.Ordering;
using Marketplace.Core;
using Marketplace.Core.Ordering;
using Marketplace.Data;
using Marketplace.Data.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A saved list that is to go into the cart.</summary>
[Name("AddListToCartInput")]
public sealed class AddListToCartInput
{
    /// <summary>One of the buyer's own.</summary>
    [Id]
    public required string List { get; init; }
}

/// <summary>A past order that is to go into the cart once more.</summary>
[Name("OrderAgainInput")]
public sealed class OrderAgainInput
{
    /// <summary>The number of all that was ordered at once, with or without the dash.</summary>
    public required string Number { get; init; }

    /// <summary>From a guest's link; not needed by whoever is signed in.</summary>
    public string? Secret { get; init; }
}

/// <summary>What went into the cart and what could not.</summary>
[Name("RefillPayload")]
public sealed class RefillPayload : Payload
{
    internal RefillPayload(IEnumerable<IProblem> problems, Ask ask)
        : base(problems, ask) => LeftOut = [];

    internal RefillPayload(IReadOnlyList<IProblemGraph> problems, CartGraph cart, int added, IReadOnlyList<CartLineGraph> leftOut)
        : base(problems) => (Cart, Added, LeftOut) = (cart, added, leftOut);

    /// <summary>As it is now; null where there is nothing of that id.</summary>
    public CartGraph? Cart { get; }

    /// <summary>Lines that went in, on top of what was there, at today's prices.</summary>
    public int Added { get; }

    /// <summary>Lines that cannot be ordered as they are and stayed out, each with its problem: NOT_ON_SALE, QUANTITY_NOT_ALLOWED, INSUFFICIENT_STOCK.</summary>
    public IReadOnlyList<CartLineGraph> LeftOut { get; }
}

public sealed partial class Mutation
{
    /// <summary>Adds the lines of a list to what is in the cart already; those that cannot be ordered as they are stay out and say why. Sent twice, it adds twice. Problems: NOTHING_THERE, TOO_LONG.</summary>
    [Cost(50)]
    public static async Task<RefillPayload> AddListToCart(
        AddListToCartInput input, Person person, Purchaser purchaser, Ask ask, [FromServices] CartRefills refills, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return GlobalId.TryDecode(input.List, "SavedList", out var id) && await db.SavedListAsync(purchaser.Buyer.OwnerId ?? person.AccountId, id, cancellationToken) is { } list
            ? await refills.PutAsync([.. list.Lines.OrderBy(line => line.Place).Select(line => new Wanted(line.OfferId, line.Quantity))], purchaser.Buyer, ask, cancellationToken)
            : new([new NothingThere(["list"])], ask);
    }

    /// <summary>
    /// Adds what was once ordered to what is in the cart already, at today's prices; what cannot be ordered any more stays out and says why. Sent twice, it adds twice.
    /// Problems: NOTHING_THERE, TOO_LONG.
    /// </summary>
    [Cost(50)]
    public static async Task<RefillPayload> OrderAgain(
        OrderAgainInput input, Purchaser purchaser, Ask ask, [FromServices] CartRefills refills, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!OrderNumber.TryRead(input.Number, out var code) || await db.OrderGroupOfNumberAsync(code, cancellationToken) is not { } group || !OrderAccess.IsTheirs(group, purchaser.Buyer, input.Secret))
        {
            return new([new NothingThere(["number"])], ask);
        }

        // Something else in the place of a refused line may be what another line is.
        var lines = group.Orders.SelectMany(order => order.Lines).GroupBy(line => line.OfferId).Select(line => new Wanted(line.Key, line.Sum(one => one.Quantity)));
        return await refills.PutAsync([.. lines], purchaser.Buyer, ask, cancellationToken);
    }
}

/// <summary>How carts are filled from what was wanted before.</summary>
public sealed class CartRefills(IDbContextFactory<MarketplaceDb> databases, CartWork carts)
{
    /// <summary>Puts in what can be ordered as it is, and tells of the rest.</summary>
    internal async Task<RefillPayload> PutAsync(IReadOnlyCollection<Wanted> wanted, Buyer buyer, Ask ask, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var today = (await db.TodayAsync(wanted, buyer, ask, cancellationToken)).Sections.SelectMany(section => section.Lines).ToLookup(line => line.Problem is null);
        var good = today[true].Select(line => new CartLineInput { Offer = line.Offer, Quantity = line.Quantity }).ToList();
        if (good.Count == 0)
        {
            var cart = buyer.CartId is { } id ? await db.CartAsync(id, cancellationToken) : null;
            return new([], await CartGraph.OfAsync(db, cart, buyer, ask, cancellationToken), 0, [.. today[false]]);
        }

        var filled = await carts.FillAsync(buyer, new CartInput { Lines = good }, ask, (cart, offer, quantity) => cart.QuantityOf(offer) + quantity, cancellationToken);
        return new(filled.Problems, filled.Cart, filled.Problems.Count == 0 ? good.Count : 0, [.. today[false]]);
    }
}
