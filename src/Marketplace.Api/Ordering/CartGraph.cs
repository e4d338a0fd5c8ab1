using GraphQL;
using Marketplace.Api.Catalogue;
using Marketplace.Core;
using Marketplace.Core.Ordering;
using Marketplace.Core.Pricing;
using Marketplace.Data;
using Marketplace.Data.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>What somebody means to buy, at the prices of this moment. Nothing is kept for it until it is ordered.</summary>
[Name("Cart")]
public sealed class CartGraph
{
    internal CartGraph(Cart? cart, IReadOnlyDictionary<Guid, Goods> goods, Ask ask)
    {
        Version = cart?.Version ?? 0;
        CartLineGraph[] lines = [.. (cart?.Lines ?? []).OrderBy(line => line.Place).Where(line => goods.ContainsKey(line.OfferId)).Select(line => new CartLineGraph(line, goods[line.OfferId], ask))];
        LineCount = lines.Length;
        Sections = [.. lines.GroupBy(line => line.ProducerId).Select(section => new CartSectionGraph(section.Key, [.. section], ask))];
        Total = new(Money.Dong(lines.Sum(line => line.Amount)));
        CanOrder = lines.Length > 0 && lines.All(line => line.Problem is null) && Sections.All(section => section.Problem is null);
    }

    /// <summary>Rises with every change; 0 while nothing was ever put in.</summary>
    public int Version { get; }

    /// <summary>Different offers in it, 1,000 at most.</summary>
    public int LineCount { get; }

    /// <summary>The lines by producer, in the order in which they were put in.</summary>
    public IReadOnlyList<CartSectionGraph> Sections { get; }

    /// <summary>Of all lines that can be ordered.</summary>
    public MoneyGraph Total { get; }

    /// <summary>Whether every line can be ordered as it is, and every producer's minimum is reached.</summary>
    public bool CanOrder { get; }

    /// <summary>A cart as it is now. As many statements for a thousand lines as for one.</summary>
    internal static async Task<CartGraph> OfAsync(MarketplaceDb db, Cart? cart, Buyer buyer, Ask ask, CancellationToken cancellationToken) => new(
        cart,
        cart is { Lines.Count: > 0 } ? await db.GoodsAsync([.. cart.Lines.Select(line => line.OfferId)], buyer.Actor?.OrganisationId, ask.Today, cancellationToken) : new Dictionary<Guid, Goods>(),
        ask);
}

/// <summary>What of a cart one producer is to deliver.</summary>
[Name("CartSection")]
public sealed class CartSectionGraph
{
    private readonly Guid? _producerId;

    internal CartSectionGraph(Guid? producerId, IReadOnlyList<CartLineGraph> lines, Ask ask)
    {
        (_producerId, Lines) = (producerId, lines);
        var total = lines.Sum(line => line.Amount);
        Total = new(Money.Dong(total));
        if (total > 0 && BelowMinimum.Of(lines[0].Maker!, total) is { } below)
        {
            (Problem, Missing) = (ProblemGraphs.Of([below], ask)[0], new(below.Missing));
        }

        ReadyOn = lines.Max(line => line.ReadyOn);
    }

    /// <summary>In the order in which they were put in.</summary>
    public IReadOnlyList<CartLineGraph> Lines { get; }

    /// <summary>Of the lines that can be ordered.</summary>
    public MoneyGraph Total { get; }

    /// <summary>Why nothing of it can be ordered although its lines could: BELOW_MINIMUM, where they come to less than the producer asks for; null where it can.</summary>
    public IProblemGraph? Problem { get; }

    /// <summary>What is missing to the producer's minimum; null where nothing is.</summary>
    public MoneyGraph? Missing { get; }

    /// <summary>When all that can be ordered can be sent together; null where nothing can.</summary>
    public DateOnly? ReadyOn { get; }

    /// <summary>Who makes it; null where the catalogue names nobody, and then it cannot be ordered.</summary>
    public async Task<ProducerGraph?> Producer([FromServices] CatalogueCache catalogue, CancellationToken cancellationToken) =>
        _producerId is { } id ? (await catalogue.ProducersAsync([id], cancellationToken)).FirstOrDefault() : null;
}

/// <summary>So many of one offer.</summary>
[Name("CartLine")]
public sealed class CartLineGraph
{
    private readonly Goods _goods;

    internal CartLineGraph(CartLine line, Goods goods, Ask ask)
    {
        (_goods, Quantity) = (goods, line.Quantity);
        if (goods.PriceOf(line.Quantity, ask.Today).Failed(out var unpriced, out var price))
        {
            Problem = ProblemGraphs.Of([unpriced], ask)[0];
            return;
        }

        Why = new(price.Why);
        UnitPrice = new(price.Unit);
        Total = new(price.Total);
        SeenUnitPrice = price.Unit.Amount == line.SeenUnitPrice ? null : new(new Money(line.SeenUnitPrice, price.Unit.Currency));
        if (goods.PromiseOf(line.Quantity, ask.Today).Failed(out var unpromised, out var promise))
        {
            Problem = ProblemGraphs.Of([unpromised], ask)[0];
            Available = (unpromised as InsufficientStock)?.Available;
            return;
        }

        (ReadyOn, Amount) = (promise.ReadyOn, price.Total.Amount);
    }

    /// <summary>The offer's id, for changing the line.</summary>
    [Id]
    public string Offer => GlobalId.Encode("Offer", _goods.Offer.Id);

    /// <summary>Stock keeping unit.</summary>
    public string Sku => _goods.Offer.Sku;

    /// <summary>Units.</summary>
    public int Quantity { get; }

    /// <summary>How many may be ordered.</summary>
    public Core.Catalogue.QuantityRule QuantityRule => _goods.Offer.QuantityRule;

    /// <summary>Of one unit in that quantity; null where the quantity cannot be ordered.</summary>
    public MoneyGraph? UnitPrice { get; }

    /// <summary>Of the line; null where the quantity cannot be ordered.</summary>
    public MoneyGraph? Total { get; }

    /// <summary>How the price came about.</summary>
    public PriceReceiptGraph? Why { get; }

    /// <summary>The price of one unit that the buyer saw last, where it is another one now; acceptCartChanges takes note of it.</summary>
    public MoneyGraph? SeenUnitPrice { get; }

    /// <summary>When all of it can be sent; null where it cannot be had.</summary>
    public DateOnly? ReadyOn { get; }

    /// <summary>Why the line cannot be ordered as it is: NOT_ON_SALE, QUANTITY_NOT_ALLOWED, INSUFFICIENT_STOCK; null where it can.</summary>
    public IProblemGraph? Problem { get; }

    /// <summary>Units that can be had, where they are fewer than the line's quantity; null otherwise. May be a quantity that the rule does not allow.</summary>
    public int? Available { get; }

    /// <summary>Made up for demonstration: nobody sells it.</summary>
    public bool Demonstration => _goods.Offer.IsDemonstration;

    internal Guid? ProducerId => _goods.Product.ProducerId;

    internal Core.Catalogue.Producer? Maker => _goods.Producer;

    internal long Amount { get; }

    /// <summary>The product's name, in the reader's language.</summary>
    public string Name(Ask ask) => _goods.Product.Name.In(ask.Language);

    /// <summary>What one unit is, in the reader's language.</summary>
    public string Pack(Ask ask) => _goods.Offer.Pack.In(ask.Language);

    /// <summary>What is counted, in the reader's language.</summary>
    public string Unit(Ask ask) => _goods.Offer.Unit.In(ask.Language);

    /// <summary>The product as the catalogue shows it; null where it shows it no more.</summary>
    public async Task<ProductGraph?> Product([FromServices] CatalogueCache catalogue, CancellationToken cancellationToken) =>
        _goods.Product.Visibility == Core.Catalogue.Visibility.Shown ? (await catalogue.ProductsAsync([_goods.Product.Id], cancellationToken)).FirstOrDefault() : null;
}

/// <summary>How a price came about: from the tier of the quantity, or from the buyer's price list.</summary>
[Name("PriceReceipt")]
public sealed class PriceReceiptGraph
{
    private readonly PriceReceipt _receipt;

    internal PriceReceiptGraph(PriceReceipt receipt) => _receipt = receipt;

    /// <summary>From where the unit's price comes.</summary>
    public PriceBasis Basis => _receipt.Basis;

    /// <summary>Units from which the price holds.</summary>
    public int TierMinimum => _receipt.TierMinimum;

    /// <summary>What anybody pays for one unit in that quantity.</summary>
    public MoneyGraph PublicUnitPrice => new(new Money(_receipt.PublicUnitPrice, _receipt.Currency));

    /// <summary>The buyer's price list; null where the public price holds.</summary>
    public string? ListName => _receipt.ListName;

    /// <summary>What the list takes off, in hundredths of a percent; 0 where it names a price itself.</summary>
    public int ReductionBasisPoints => _receipt.ReductionBasisPoints;

    /// <summary>What this buyer pays for one unit.</summary>
    public MoneyGraph UnitPrice => new(new Money(_receipt.UnitPrice, _receipt.Currency));

    /// <summary>Units.</summary>
    public int Quantity => _receipt.Quantity;

    /// <summary>Unit price by quantity.</summary>
    public MoneyGraph Total => new(new Money(_receipt.Total, _receipt.Currency));

    /// <summary>Whether tax is in the price.</summary>
    public TaxTreatment Tax => _receipt.Tax;

    /// <summary>The day in Vietnam whose prices hold.</summary>
    public DateOnly PricedOn => _receipt.PricedOn;
}

public sealed partial class Query
{
    /// <summary>The cart of whoever asks; empty while nothing was put in. Five statements at most besides those of products and producers, however many lines.</summary>
    [Cost(20)]
    public static async Task<CartGraph> Cart(Buyer buyer, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await CartGraph.OfAsync(db, buyer.CartId is { } id ? await db.CartAsync(id, cancellationToken) : null, buyer, ask, cancellationToken);
    }
}
