using GraphQL;
using Marketplace.Api.Catalogue;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Imports;
using Marketplace.Core.Ordering;
using Marketplace.Core.Pricing;

namespace Marketplace.Api;

/// <summary>An order pad as it was understood: every row is in a line or refused, and at the prices of this moment.</summary>
[Name("OrderPad")]
public sealed class OrderPadGraph
{
    internal OrderPadGraph(OrderPad pad, IReadOnlyList<OrderPadLineGraph> lines, Ask ask)
    {
        Lines = lines;
        var faults = pad.Faults.ToLookup(fault => fault.Row);
        Refused = [.. pad.Refused.Select(row => new OrderPadRefusalGraph(row, [.. faults[row.Row].Select(fault => new OrderPadFaultGraph(fault, ask))]))];
        Notices = [.. pad.Notices.Select(notice => new OrderPadNoticeGraph(notice, ask))];
        Total = new(Money.Dong(lines.Sum(line => line.Line.Amount)));
    }

    /// <summary>In the order of the rows, each SKU once; 1,000 at most.</summary>
    public IReadOnlyList<OrderPadLineGraph> Lines { get; }

    /// <summary>Rows that name no SKU or no quantity, in their order.</summary>
    public IReadOnlyList<OrderPadRefusalGraph> Refused { get; }

    /// <summary>What was done with rows, and is no fault.</summary>
    public IReadOnlyList<OrderPadNoticeGraph> Notices { get; }

    /// <summary>Of the lines that can be ordered.</summary>
    public MoneyGraph Total { get; }

    internal int Wrong => Refused.Count + Lines.Count(line => line.Line.Problem is not null);
}

/// <summary>So many of one offer, and the row in which it stands.</summary>
[Name("OrderPadLine")]
public sealed class OrderPadLineGraph
{
    private readonly Goods _goods;

    internal OrderPadLineGraph(OrderPadLine line, Goods goods, Ask ask)
    {
        (_goods, Row, Added) = (goods, line.Row, line.Added);
        var failed = goods.PriceOf(line.Quantity, ask.Today).Failed(out var unpriced, out var price);
        Line = new(new CartLine { OfferId = goods.Offer.Id, Quantity = line.Quantity, SeenUnitPrice = price?.Unit.Amount ?? 0, Place = line.Row }, goods, ask);
        Cheaper = failed || goods.CheaperThan(price!, ask.Today) is not { } cheaper ? null : new(cheaper.Why.Quantity, new(cheaper.Unit));
        Nearest = failed ? (unpriced as QuantityNotAllowed)?.Nearest
            : goods.PromiseOf(line.Quantity, ask.Today).Failed(out var unpromised, out _) && unpromised is InsufficientStock little ? goods.Offer.QuantityRule.Within(little.Available) : null;
    }

    /// <summary>As the sheet shows it, from 1.</summary>
    public int Row { get; }

    /// <summary>Further rows of the same SKU, which are in the quantity.</summary>
    public IReadOnlyList<int> Added { get; }

    /// <summary>What it would be in the cart, at the price of the quantity.</summary>
    public CartLineGraph Line { get; }

    /// <summary>The next larger quantity at which a unit costs less; null where there is none.</summary>
    public PriceTierGraph? Cheaper { get; }

    /// <summary>A quantity that can be ordered, where this one cannot; null where it can, or where none can.</summary>
    public int? Nearest { get; }

    /// <summary>Of the product's page; null where there is none.</summary>
    public string? ProductSlug => _goods.Product.Visibility == Visibility.Shown ? _goods.Product.Slug : null;
}

/// <summary>A row that was not taken, as it was written.</summary>
[Name("OrderPadRefusal")]
public sealed class OrderPadRefusalGraph
{
    private readonly OrderPadRefusal _row;

    internal OrderPadRefusalGraph(OrderPadRefusal row, IReadOnlyList<OrderPadFaultGraph> faults) => (_row, Faults) = (row, faults);

    /// <summary>As the sheet shows it, from 1.</summary>
    public int Row => _row.Row;

    /// <summary>What stands where the SKU should.</summary>
    public string Sku => _row.Sku;

    /// <summary>What stands where the quantity should.</summary>
    public string Quantity => _row.Quantity;

    /// <summary>Up to three SKUs that are one slip away.</summary>
    public IReadOnlyList<string> Near => _row.Near;

    /// <summary>What is wrong, and what would be right.</summary>
    public IReadOnlyList<OrderPadFaultGraph> Faults { get; }
}

/// <summary>One thing that is wrong with a row.</summary>
[Name("OrderPadFault")]
public sealed class OrderPadFaultGraph
{
    private readonly ImportFault _fault;

    internal OrderPadFaultGraph(ImportFault fault, Ask ask) => (_fault, Message) = (fault, fault.Message.In(ask.Language));

    /// <summary>The header as the sheet writes it; null without headers.</summary>
    public string? Column => _fault.Column;

    /// <summary>In which way it is wrong.</summary>
    public FaultKind Kind => _fault.Kind;

    /// <summary>What was wrong and what would be right, in the reader's language.</summary>
    public string Message { get; }
}

/// <summary>Something done with a row that its writer should know of.</summary>
[Name("OrderPadNotice")]
public sealed class OrderPadNoticeGraph
{
    internal OrderPadNoticeGraph(OrderPadNotice notice, Ask ask) => (Row, Message) = (notice.Row, notice.Message.In(ask.Language));

    /// <summary>As the sheet shows it, from 1.</summary>
    public int Row { get; }

    /// <summary>In the reader's language.</summary>
    public string Message { get; }
}
