namespace Marketplace.Core.Ordering.Documents;

/// <summary>Papers that go with an order.</summary>
public enum TradeDocumentKind
{
    /// <summary>The seller takes the order as it stands (xác nhận đơn hàng).</summary>
    OrderConfirmation,

    /// <summary>What the goods will cost, told before they are paid (hóa đơn chiếu lệ). It is no tax invoice and says so.</summary>
    ProFormaInvoice,

    /// <summary>Travels with the goods and is signed by whoever takes them (phiếu giao hàng). Without prices.</summary>
    DeliveryNote,

    /// <summary>Tells whoever packs what goes in (phiếu đóng gói). Without prices.</summary>
    PackingList,
}

/// <summary>
/// What stands on a paper of an order of one producer, or of all that a buyer ordered at once, as it was on the day of the paper. The same value makes every
/// kind: a kind without prices leaves the prices out.
/// </summary>
public sealed record TradeDocument
{
    public required TradeDocumentKind Kind { get; init; }

    /// <summary>Of this paper, unique among those of its kind.</summary>
    public required string Number { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required string OrderNumber { get; init; }

    public required DateOnly OrderedOn { get; init; }

    /// <summary>The number under which the buyer keeps the order; null where the buyer gave none.</summary>
    public string? BuyerReference { get; init; }

    /// <summary>Last day on which the prices hold; null without an end.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The day on which all of it can be sent, as promised; null while there is none.</summary>
    public DateOnly? ReadyOn { get; init; }

    public required TradeParty Seller { get; init; }

    public required TradeParty Buyer { get; init; }

    /// <summary>Who takes the goods, and where; null when they are fetched from the seller.</summary>
    public TradeParty? Recipient { get; init; }

    public required IReadOnlyList<TradeLine> Lines { get; init; }

    public required TradeTotals Totals { get; init; }

    /// <summary>How and by when is paid; lines are kept.</summary>
    public LocalizedText? PaymentTerms { get; init; }

    /// <summary>What buyer or seller want to be read, in their own words; lines are kept.</summary>
    public LocalizedText? Remarks { get; init; }

    /// <summary>Anything on it was made up for demonstration: every page says so.</summary>
    public bool IsDemonstration { get; init; }

    public bool ShowsPrices => Kind is TradeDocumentKind.OrderConfirmation or TradeDocumentKind.ProFormaInvoice;
}

/// <summary>Somebody named on a paper.</summary>
/// <param name="Address">In one line, as it is written on letters.</param>
public sealed record TradeParty(string Name, string? Address = null, string? TaxCode = null, string? Phone = null, string? Email = null);

/// <summary>One pack of one product.</summary>
/// <param name="Quantity">Packs, from 1.</param>
/// <param name="UnitPrice">Of one pack, at this quantity, tax included.</param>
/// <param name="LineTotal">As the order has it; it is not worked out again.</param>
public sealed record TradeLine(string Sku, LocalizedText Name, LocalizedText Pack, LocalizedText Unit, int Quantity, Money UnitPrice, Money LineTotal)
{
    /// <summary>The certificate that held on the order's day; null when none did.</summary>
    public CertificateOfDay? Certificate { get; init; }

    /// <summary>Who sells it, on a paper of several sellers; null where there is one.</summary>
    public LocalizedText? Seller { get; init; }
}

/// <summary>Sums as the order has them, in one currency; they are not worked out again.</summary>
/// <param name="Goods">All lines.</param>
/// <param name="Total">What is to be paid.</param>
public sealed record TradeTotals(Money Goods, Money Total)
{
    /// <summary>What need not be paid because goods were refused, called off or came back, without a sign; null for nothing.</summary>
    public Money? Released { get; init; }

    /// <summary>Null when delivery is no matter of this order; nothing to pay is an amount of 0.</summary>
    public Money? Delivery { get; init; }
}
