using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.Ordering;
using Marketplace.Core;
using Marketplace.Core.Ordering;
using Marketplace.Data;
using Marketplace.Data.Listings;
using Marketplace.Data.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>So many of an offer.</summary>
[Name("CartLineInput")]
public sealed class CartLineInput
{
    /// <summary>The offer's id.</summary>
    [Id]
    public required string Offer { get; init; }

    /// <summary>Units, 0 to 1,000,000; 0 takes the line out.</summary>
    public required int Quantity { get; init; }
}

/// <summary>Lines of a cart.</summary>
[Name("CartInput")]
public sealed class CartInput
{
    /// <summary>1 to 1,000.</summary>
    public required IReadOnlyList<CartLineInput> Lines { get; init; }

    /// <summary>1 to 64 characters, made by the client: the same request sent again is done once and answered alike.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>A request about all that is in the cart.</summary>
[Name("WholeCartInput")]
public sealed class WholeCartInput
{
    /// <summary>1 to 64 characters, made by the client: the same request sent again is done once and answered alike.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>The cart as it is now.</summary>
[Name("CartPayload")]
public sealed class CartPayload : Payload
{
    internal CartPayload(IEnumerable<IProblem> problems, CartGraph cart, Ask ask)
        : base(problems, ask) => Cart = cart;

    /// <summary>With problems, as it was.</summary>
    public CartGraph Cart { get; }

    /// <summary>How many the request named, when it was done.</summary>
    internal int Lines { get; init; }
}

public sealed partial class Mutation
{
    /// <summary>Adds to what is in the cart already. Quantities that cannot be ordered stay in it and say so. Problems, as in ["lines", "0", "quantity"]: UNKNOWN, OUT_OF_RANGE, TOO_LONG.</summary>
    [Cost(20)]
    public static Task<CartPayload> AddToCart(CartInput input, Purchaser purchaser, Ask ask, [FromServices] CartWork work, CancellationToken cancellationToken) =>
        work.AddAsync(purchaser.Buyer, input.Lines, new(input.RequestKey, nameof(AddToCart), input), ask, cancellationToken);

    /// <summary>Sets how many of each offer there are; 0 takes it out. Problems, as in ["lines", "0", "quantity"]: UNKNOWN, OUT_OF_RANGE, TOO_LONG.</summary>
    [Cost(20)]
    public static Task<CartPayload> SetCart(CartInput input, Purchaser purchaser, Ask ask, [FromServices] CartWork work, CancellationToken cancellationToken) =>
        work.FillAsync(purchaser.Buyer, input.Lines, new(input.RequestKey, nameof(SetCart), input), ask, (_, _, quantity) => quantity, cancellationToken);

    /// <summary>Takes everything out.</summary>
    [Cost(20)]
    public static Task<CartPayload> EmptyCart(WholeCartInput? input, Purchaser purchaser, Ask ask, [FromServices] CartWork work, CancellationToken cancellationToken) =>
        work.ChangeAsync(purchaser.Buyer, new(input?.RequestKey, nameof(EmptyCart), input), ask, (cart, _) => cart.Clear(), cancellationToken);

    /// <summary>Takes note of all prices as they are now, so that the cart no longer says that they have changed.</summary>
    [Cost(20)]
    public static Task<CartPayload> AcceptCartChanges(WholeCartInput? input, Purchaser purchaser, Ask ask, [FromServices] CartWork work, CancellationToken cancellationToken) => work.ChangeAsync(
        purchaser.Buyer,
        new(input?.RequestKey, nameof(AcceptCartChanges), input),
        ask,
        (cart, goods) =>
        {
            foreach (var line in cart.Lines)
            {
                line.SeenUnitPrice = goods.TryGetValue(line.OfferId, out var known) && !known.PriceOf(line.Quantity, ask.Today).Failed(out _, out var price) ? price.Unit.Amount : line.SeenUnitPrice;
            }
        },
        cancellationToken);
}

/// <summary>A change of a cart, with the key by which a repeated one is known.</summary>
/// <param name="What">The kind of change.</param>
/// <param name="Input">All that was said.</param>
internal sealed record CartWish(string? Key, string What, object? Input)
{
    public Guid? IdFor(Guid cart) => RequestKeys.WishOf(Key, cart, What, Input);
}

/// <summary>How carts are changed.</summary>
public sealed class CartWork(IDbContextFactory<MarketplaceDb> databases, IDatabaseEngine engine, GuestCart guests, TimeProvider clock)
{
    internal Task<CartPayload> AddAsync(Buyer buyer, IReadOnlyList<CartLineInput> lines, CartWish wish, Ask ask, CancellationToken cancellationToken) =>
        FillAsync(buyer, lines, wish, ask, (cart, offer, quantity) => cart.QuantityOf(offer) + quantity, cancellationToken);

    internal async Task<CartPayload> FillAsync(
        Buyer buyer, IReadOnlyList<CartLineInput> lines, CartWish wish, Ask ask, Func<Cart, Guid, int, long> quantityOf, CancellationToken cancellationToken)
    {
        if (lines.Count is 0 or > Core.Ordering.Cart.MostLines)
        {
            throw new BadInputException(new LocalizedText($"lines có từ 1 đến {Core.Ordering.Cart.MostLines} dòng.", $"lines has 1 to {Core.Ordering.Cart.MostLines} entries."));
        }

        var wanted = lines.Select(line => (Id: GlobalId.TryDecode(line.Offer, "Offer", out var id) ? id : Guid.Empty, line.Quantity)).ToList();
        List<FieldFault> faults = [];
        return await ChangeAsync(buyer, wish, ask, Fill, cancellationToken, [.. wanted.Select(line => line.Id)], faults);

        void Fill(Cart cart, IReadOnlyDictionary<Guid, Goods> goods)
        {
            foreach (var (at, (id, given)) in wanted.Index())
            {
                var quantity = quantityOf(cart, id, given);
                if (!goods.TryGetValue(id, out var known) || !known.IsSold)
                {
                    if (quantity > 0)
                    {
                        faults.Add(new($"lines.{at}.offer", FaultKind.Unknown, new("Mặt hàng này hiện không bán.", "This is not on sale at present.")));
                        continue;
                    }
                }

                if (given < 0 || quantity > Core.Catalogue.OfferTerms.MostUnits)
                {
                    faults.Add(new($"lines.{at}.quantity", FaultKind.OutOfRange, new(
                        $"Số lượng phải từ 0 đến {Core.Catalogue.OfferTerms.MostUnits}; đã nhận {given}.", $"The quantity must be from 0 to {Core.Catalogue.OfferTerms.MostUnits}; got {given}.")));
                    continue;
                }

                var price = known is null || known.PriceOf((int)quantity, ask.Today).Failed(out _, out var priced) ? known?.Offer.TierFor((int)quantity).UnitPrice ?? 0 : priced.Unit.Amount;
                if (!cart.Set(id, (int)quantity, price))
                {
                    faults.Add(new($"lines.{at}", FaultKind.TooLong, new($"Giỏ hàng chứa tối đa {Core.Ordering.Cart.MostLines} mặt hàng.", $"A cart holds {Core.Ordering.Cart.MostLines} different offers at most.")));
                }
            }
        }
    }

    /// <summary>Changes the cart and saves it; with faults nothing is saved. Whoever finds that somebody else was faster does it anew, unless that was the same wish.</summary>
    internal async Task<CartPayload> ChangeAsync(
        Buyer buyer, CartWish wish, Ask ask, Action<Cart, IReadOnlyDictionary<Guid, Goods>> change, CancellationToken cancellationToken, IReadOnlyList<Guid>? wanted = null, List<FieldFault>? faults = null)
    {
        var id = buyer.CartId ?? guests.Begin();
        for (var attempt = 1; ; attempt++)
        {
            faults?.Clear();
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            if (await DoneBeforeAsync(db, id, buyer, wish, ask, cancellationToken) is { } done)
            {
                return done;
            }

            var now = clock.GetUtcNow();
            var cart = await db.CartToFillAsync(id, buyer.Person?.AccountId, now.UtcDateTime, cancellationToken);
            Guid[] offers = [.. cart.Lines.Select(line => line.OfferId).Concat(wanted ?? []).Distinct()];
            var goods = await db.GoodsAsync(offers, buyer.Actor?.OrganisationId, ask.Today, cancellationToken);
            change(cart, goods);
            cart.ChangedAt = now.UtcDateTime;
            if (faults is { Count: > 0 })
            {
                return await RefusedAsync(db, new FieldsRefused(faults));
            }

            const int MostAttempts = 5;
            db.Remember(wish.IdFor(id), now, wanted?.Count ?? 0);
            using var writer = await engine.WriterAsync(cancellationToken);
            if (await db.SaveWorkAsync(engine, cancellationToken) is not { } raced)
            {
                return new([], new CartGraph(cart, goods, ask), ask) { Lines = wanted?.Count ?? 0 };
            }

            if (attempt == MostAttempts)
            {
                return await RefusedAsync(db, raced);
            }
        }

        async Task<CartPayload> RefusedAsync(MarketplaceDb db, IProblem problem)
        {
            db.ChangeTracker.Clear();
            return await DoneBeforeAsync(db, id, buyer, wish, ask, cancellationToken)
                ?? new([problem], await CartGraph.OfAsync(db, await db.CartAsync(id, cancellationToken), buyer, ask, cancellationToken), ask);
        }
    }

    /// <summary>Where the wish was done before, the cart as it is now, and the lines of then; null for a new wish.</summary>
    internal async Task<CartPayload?> DoneBeforeAsync(Buyer buyer, CartWish wish, Ask ask, CancellationToken cancellationToken)
    {
        RequestKeys.Check(wish.Key);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return buyer.CartId is { } id ? await DoneBeforeAsync(db, id, buyer, wish, ask, cancellationToken) : null;
    }

    private static async Task<CartPayload?> DoneBeforeAsync(MarketplaceDb db, Guid cart, Buyer buyer, CartWish wish, Ask ask, CancellationToken cancellationToken) =>
        await db.DoneRequestAsync(wish.IdFor(cart), cancellationToken) is { } done
            ? new([], await CartGraph.OfAsync(db, await db.CartAsync(cart, cancellationToken), buyer, ask, cancellationToken), ask) { Lines = done.Lines }
            : null;
}
