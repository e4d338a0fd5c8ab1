using Marketplace.Core.Accounts;

namespace Marketplace.Core.Ordering.Documents;

/// <summary>Makes the papers of an order from what was kept of it, never from today's catalogue.</summary>
public static class OrderPapers
{
    /// <summary>With prices: there is one of each for everything that was ordered at once, too.</summary>
    private static readonly TradeDocumentKind[] OfGroup = [TradeDocumentKind.ProFormaInvoice, TradeDocumentKind.OrderConfirmation];

    private static readonly TradeDocumentKind[] OfOrder = [.. OfGroup, TradeDocumentKind.PackingList, TradeDocumentKind.DeliveryNote];

    /// <summary>
    /// A paper of one producer's order, or one with prices of all that a buyer ordered at once. Null where there is none: an order that was refused or called off has
    /// no papers, and one that its producer has not taken on has a pro forma invoice alone.
    /// </summary>
    /// <param name="one">Null for all orders of the group.</param>
    /// <param name="buyer">The organisation that buys; null for private people.</param>
    /// <param name="sellers">Organisations of the producers, where there are any.</param>
    /// <param name="today">The day of a note for goods that are not yet packed or sent.</param>
    public static TradeDocument? Of(TradeDocumentKind kind, OrderGroup group, Order? one, Organisation? buyer, IReadOnlyList<Organisation> sellers, DateOnly today)
    {
        Order[] orders = [.. (one is null ? group.Orders : [one]).Where(order => Has(order, kind)).OrderBy(order => order.Number.Length).ThenBy(order => order.Number, StringComparer.Ordinal)];
        if (orders.Length == 0 || (one is null && !OfGroup.Contains(kind)))
        {
            return null;
        }

        var number = one?.Number ?? OrderNumber.Written(group.Number);
        return new TradeDocument
        {
            Kind = kind,
            Number = $"{CodeOf(kind)}-{number}",
            IssuedOn = IssuedOn(kind, orders) ?? today,
            OrderNumber = number,
            OrderedOn = VietnamTime.DayOf(group.PlacedAt),
            BuyerReference = group.Reference,
            ValidUntil = kind == TradeDocumentKind.ProFormaInvoice && group.PayBy is { } payBy ? VietnamTime.DayOf(payBy) : null,
            ReadyOn = orders.Max(order => order.ReadyOn),
            Seller = SellerOf(orders, sellers),
            Buyer = new(buyer?.Name ?? group.Recipient.Name, TaxCode: buyer?.TaxCode),
            Recipient = RecipientOf(group.Recipient),
            Lines = [.. orders.SelectMany(order => LinesOf(kind, order, showsSeller: orders.Length > 1))],
            Totals = new(new(orders.Sum(order => order.Total), group.Currency), new(orders.Sum(order => order.Due), group.Currency))
            {
                Released = orders.Sum(order => order.Released) is > 0 and var released ? new Money(released, group.Currency) : null,
            },
            PaymentTerms = TermsOf(group),
            Remarks = group.Note is { } note ? new(note) : null,
            IsDemonstration = orders.Any(order => order.Lines.Any(line => line.IsDemonstration)),
        };
    }

    /// <summary>The papers of one order, each with whether it is there already or comes once the producer has taken the order on. Empty for an order that was refused or called off.</summary>
    public static IReadOnlyList<(TradeDocumentKind Kind, bool IsThere)> Of(Order order) => Has(order, TradeDocumentKind.ProFormaInvoice) ? [.. OfOrder.Select(kind => (kind, Has(order, kind)))] : [];

    /// <summary>The papers of all that a buyer ordered at once, as those of one order.</summary>
    public static IReadOnlyList<(TradeDocumentKind Kind, bool IsThere)> Of(OrderGroup group) =>
        group.Orders.Any(order => Has(order, TradeDocumentKind.ProFormaInvoice)) ? [.. OfGroup.Select(kind => (kind, group.Orders.Any(order => Has(order, kind))))] : [];

    private static bool Has(Order order, TradeDocumentKind kind) => order.State switch
    {
        OrderState.Refused or OrderState.Cancelled => false,
        OrderState.AwaitingPayment or OrderState.Placed => kind == TradeDocumentKind.ProFormaInvoice,
        _ => true,
    };

    private static string CodeOf(TradeDocumentKind kind) => kind switch
    {
        TradeDocumentKind.OrderConfirmation => "XN",
        TradeDocumentKind.ProFormaInvoice => "CL",
        TradeDocumentKind.DeliveryNote => "PG",
        _ => "DG",
    };

    /// <summary>The day of the last step that the paper is about; null while there was none.</summary>
    private static DateOnly? IssuedOn(TradeDocumentKind kind, IEnumerable<Order> orders)
    {
        var step = kind switch
        {
            TradeDocumentKind.OrderConfirmation => OrderEventKind.Confirmed,
            TradeDocumentKind.ProFormaInvoice => OrderEventKind.Placed,
            TradeDocumentKind.DeliveryNote => OrderEventKind.Shipped,
            _ => OrderEventKind.Packed,
        };
        var moments = orders.SelectMany(order => order.Timeline).Where(entry => entry.Kind == step).Select(entry => entry.At).ToList();
        return moments.Count > 0 ? VietnamTime.DayOf(moments.Max()) : null;
    }

    private static TradeParty SellerOf(IReadOnlyList<Order> orders, IReadOnlyList<Organisation> sellers) => orders is [var only]
        ? new(only.Producer.Vi, TaxCode: sellers.FirstOrDefault(seller => seller.ProducerId == only.ProducerId)?.TaxCode)
        : new(string.Join("; ", orders.Select(order => order.Producer.Vi)));

    /// <summary>Of somebody who was forgotten, only commune and province are left.</summary>
    private static TradeParty RecipientOf(Recipient recipient)
    {
        string[] address = [recipient.Street, recipient.Commune, Province.Of(recipient.Province)?.Name ?? recipient.Province];
        return new(recipient.Name, string.Join(", ", address.Where(part => part.Length > 0)), Phone: recipient.Phone.Length > 0 ? recipient.Phone : null);
    }

    private static IEnumerable<TradeLine> LinesOf(TradeDocumentKind kind, Order order, bool showsSeller) =>
        from line in order.Lines
        orderby line.Number
        let quantity = QuantityOf(kind, order, line)
        where quantity > 0
        select new TradeLine(line.Sku, line.Called, line.Pack, line.Unit, quantity, new(line.Receipt.UnitPrice, line.Receipt.Currency), new(line.Total, line.Receipt.Currency))
        {
            Certificate = line.Certificate,
            Seller = showsSeller ? order.Producer : null,
        };

    /// <summary>A delivery note is about what was sent once something was, a packing list about what is left of an order that is sent in parts.</summary>
    private static int QuantityOf(TradeDocumentKind kind, Order order, OrderLine line) => kind switch
    {
        TradeDocumentKind.DeliveryNote when order.Lines.Any(any => any.Shipped > 0) => line.Shipped,
        TradeDocumentKind.PackingList when order.State == OrderState.PartlyShipped => line.Quantity - line.Shipped,
        _ => line.Quantity,
    };

    private static LocalizedText TermsOf(OrderGroup group)
    {
        var last = VietnamTime.DayOf(group.PlacedAt).AddDays(OrderGroup.TermsDays);
        return group.Method switch
        {
            PaymentMethod.Card => new("Thẻ hoặc ví điện tử, trước khi giao hàng.", "By card or wallet, before the goods are sent."),
            PaymentMethod.VietQr => new("Chuyển khoản bằng mã VietQR, trước khi giao hàng.", "By bank transfer from a VietQR code, before the goods are sent."),
            PaymentMethod.Terms => new($"Chuyển khoản, chậm nhất ngày {TradeWords.Day(last, Language.Vi)}.", $"By bank transfer, until {TradeWords.Day(last, Language.En)} at the latest."),
            _ => new("Tiền mặt khi nhận hàng.", "In cash when the goods arrive."),
        };
    }
}
