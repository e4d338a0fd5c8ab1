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

    /// <summary>1 to 64 characters, made by the client: the same request sent again is done once and answered alike.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>A past order that is to go into the cart once more.</summary>
[Name("OrderAgainInput")]
public sealed class OrderAgainInput
{
    /// <summary>The number of all that was ordered at once, with or without the dash.</summary>
    public required string Number { get; init; }

    /// <summary>From a guest's link; not needed by whoever is signed in.</summary>
    public string? Secret { get; init; }

    /// <summary>1 to 64 characters, made by the client: the same request sent again is done once and answered alike.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>What went into the cart and what could not.</summary>
[Name("RefillPayload")]
public sealed class RefillPayload : Payload
{
    internal RefillPayload(IEnumerable<IProblem> problems, Ask ask)
        : base(problems, ask) => LeftOut = [];

    internal RefillPayload(CartPayload filled, IReadOnlyList<CartLineGraph> leftOut)
        : base(filled.Problems) => (Cart, Added, LeftOut) = (filled.Cart, filled.Problems.Count == 0 ? filled.Lines : 0, leftOut);

    /// <summary>As it is now; null where there is nothing of that id.</summary>
    public CartGraph? Cart { get; }

    /// <summary>Lines that went in, on top of what was there, at today's prices.</summary>
    public int Added { get; }

    /// <summary>Lines that cannot be ordered as they are and stayed out, each with its problem: NOT_ON_SALE, QUANTITY_NOT_ALLOWED, INSUFFICIENT_STOCK.</summary>
    public IReadOnlyList<CartLineGraph> LeftOut { get; }
}

public sealed partial class Mutation
{
    /// <summary>Adds the lines of a list to what is in the cart already; those that cannot be ordered as they are stay out and say why. Problems: NOTHING_THERE, TOO_LONG.</summary>
    [Cost(50)]
    public static async Task<RefillPayload> AddListToCart(
        AddListToCartInput input, Person person, Purchaser purchaser, Ask ask, [FromServices] CartRefills refills, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var list = GlobalId.TryDecode(input.List, "SavedList", out var id) ? await db.SavedListAsync(purchaser.Buyer.OwnerId ?? person.AccountId, id, cancellationToken) : null;
        Wanted[]? wanted = list is null ? null : [.. list.Lines.OrderBy(line => line.Place).Select(line => new Wanted(line.OfferId, line.Quantity))];
        return await refills.PutAsync(wanted, "list", new(input.RequestKey, nameof(AddListToCart), input), purchaser.Buyer, ask, cancellationToken);
    }

    /// <summary>
    /// Adds what was once ordered to what is in the cart already, at today's prices; what cannot be ordered any more stays out and says why.
    /// Problems: NOTHING_THERE, TOO_LONG.
    /// </summary>
    [Cost(50)]
    public static async Task<RefillPayload> OrderAgain(
        OrderAgainInput input, Purchaser purchaser, Ask ask, [FromServices] CartRefills refills, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var group = OrderNumber.TryRead(input.Number, out var code) && await db.OrderGroupOfNumberAsync(code, cancellationToken) is { } found && OrderAccess.IsTheirs(found, purchaser.Buyer, input.Secret) ? found : null;

        // Something else in the place of a refused line may be what another line is.
        Wanted[]? wanted = group is null ? null : [.. group.Orders.SelectMany(order => order.Lines).GroupBy(line => line.OfferId).Select(line => new Wanted(line.Key, line.Sum(one => one.Quantity)))];
        return await refills.PutAsync(wanted, "number", new(input.RequestKey, nameof(OrderAgain), input), purchaser.Buyer, ask, cancellationToken);
    }
}

/// <summary>How carts are filled from what was wanted before.</summary>
public sealed class CartRefills(IDbContextFactory<MarketplaceDb> databases, CartWork carts)
{
    /// <summary>Puts in what can be ordered as it is, and tells of the rest.</summary>
    /// <param name="wanted">Null where there is nothing of the id that was given; it may have been there when the same wish was done.</param>
    /// <param name="field">Where the id stands in the input.</param>
    internal async Task<RefillPayload> PutAsync(IReadOnlyCollection<Wanted>? wanted, string field, CartWish wish, Buyer buyer, Ask ask, CancellationToken cancellationToken)
    {
        var done = await carts.DoneBeforeAsync(buyer, wish, ask, cancellationToken);
        if (wanted is null)
        {
            return done is null ? new([new NothingThere([field])], ask) : new(done, []);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var today = (await db.TodayAsync(wanted, buyer, ask, cancellationToken)).Sections.SelectMany(section => section.Lines).ToLookup(line => line.Problem is null);
        CartLineGraph[] leftOut = [.. today[false]];
        if (done is not null)
        {
            return new(done, leftOut);
        }

        var good = today[true].Select(line => new CartLineInput { Offer = line.Offer, Quantity = line.Quantity }).ToList();
        if (good.Count == 0)
        {
            var cart = buyer.CartId is { } id ? await db.CartAsync(id, cancellationToken) : null;
            return new(new CartPayload([], await CartGraph.OfAsync(db, cart, buyer, ask, cancellationToken), ask), leftOut);
        }

        return new(await carts.AddAsync(buyer, good, wish, ask, cancellationToken), leftOut);
    }
}
