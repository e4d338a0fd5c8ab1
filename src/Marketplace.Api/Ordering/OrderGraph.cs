using GraphQL;
using Marketplace.Api.Catalogue;
using Marketplace.Api.Ordering;
using Marketplace.Core;
using Marketplace.Core.Ordering;
using Marketplace.Core.Ordering.Documents;

namespace Marketplace.Api;

/// <summary>What a buyer ordered at once: one order for each producer.</summary>
[Name("OrderGroup")]
public sealed class OrderGroupGraph
{
    private readonly OrderGroup _group;

    internal OrderGroupGraph(OrderGroup group)
    {
        _group = group;
        Orders = [.. group.Orders.OrderBy(order => order.Number.Length).ThenBy(order => order.Number, StringComparer.Ordinal).Select(order => new OrderGraph(order, group))];
    }

    /// <summary>Opaque.</summary>
    [Id]
    public string Id => GlobalId.Encode("OrderGroup", _group.Id);

    /// <summary>What it is called by people, as "K7M42-PXQR3".</summary>
    public string Number => OrderNumber.Written(_group.Number);

    /// <summary>The number without the dash, as it stands in addresses and bank transfers.</summary>
    public string Code => _group.Number;

    /// <summary>When it was ordered.</summary>
    public DateTime PlacedAt => _group.PlacedAt;

    /// <summary>How it is paid.</summary>
    public PaymentMethod Method => _group.Method;

    /// <summary>Of all orders, as placed.</summary>
    public MoneyGraph Total => new(new Money(_group.Total, _group.Currency));

    /// <summary>Of it, what is still to be delivered or was: what was refused, called off or came back is left out.</summary>
    public MoneyGraph Due => new(new Money(_group.Due, _group.Currency));

    /// <summary>Until when goods are kept while payment is awaited; null where it is not.</summary>
    public DateTime? PayBy => _group.PayBy;

    /// <summary>The buyer's own number for it.</summary>
    public string? Reference => _group.Reference;

    /// <summary>What the buyer wants the producers to know.</summary>
    public string? Note => _group.Note;

    /// <summary>Who gets the goods, and where.</summary>
    public RecipientGraph Recipient => new(_group.Recipient);

    /// <summary>Where letters go; null where the buyer gave no address.</summary>
    public string? Email => _group.Email;

    /// <summary>One for each producer; for a producer, its own alone.</summary>
    public IReadOnlyList<OrderGraph> Orders { get; }

    /// <summary>Papers with the prices of all orders, those that come later too; none where everything was refused or called off.</summary>
    public IReadOnlyList<OrderPaperGraph> Papers => [.. OrderPapers.Of(_group).Select(paper => new OrderPaperGraph(_group.Number, paper))];

    /// <summary>Whether anything in it is made up for demonstration: then nobody will send it.</summary>
    public bool Demonstration => _group.Orders.Any(order => order.Lines.Any(line => line.IsDemonstration));
}

/// <summary>Who gets the goods, and where.</summary>
[Name("Recipient")]
public sealed class RecipientGraph
{
    private readonly Recipient _recipient;

    internal RecipientGraph(Recipient recipient) => _recipient = recipient;

    /// <summary>As people write it; a pseudonym once the person was erased.</summary>
    public string Name => _recipient.Name;

    /// <summary>Nine to fifteen digits; empty once the person was erased.</summary>
    public string Phone => _recipient.Phone;

    /// <summary>House and street, or hamlet; empty once the person was erased.</summary>
    public string Street => _recipient.Street;

    /// <summary>Xã, phường or đặc khu.</summary>
    public string Commune => _recipient.Commune;

    /// <summary>One of the 34 of today.</summary>
    public ProvinceGraph Province => new(Core.Ordering.Province.Of(_recipient.Province)!);
}

/// <summary>A province or a city directly under the government, as they are since 1 July 2025.</summary>
[Name("Province")]
public sealed class ProvinceGraph
{
    internal ProvinceGraph(Province province) => (Code, Name) = (province.Code, province.Name);

    /// <summary>By Decision 19/2025/QĐ-TTg.</summary>
    public string Code { get; }

    /// <summary>As people write it.</summary>
    public string Name { get; }
}

/// <summary>What one producer is to deliver.</summary>
[Name("Order")]
public sealed class OrderGraph
{
    private readonly Order _order;
    private readonly OrderGroup _group;

    internal OrderGraph(Order order, OrderGroup group) => (_order, _group) = (order, group);

    /// <summary>Opaque.</summary>
    [Id]
    public string Id => GlobalId.Encode("Order", _order.Id);

    /// <summary>The group's number and its place in it.</summary>
    public string Number => _order.Number;

    /// <summary>How far it has come.</summary>
    public OrderState State => _order.State;

    /// <summary>Rises with every step; a step says which one was seen.</summary>
    public int Version => _order.Version;

    /// <summary>In all.</summary>
    public MoneyGraph Total => new(new Money(_order.Total, _group.Currency));

    /// <summary>Of it, what was refused, called off or came back.</summary>
    public MoneyGraph Released => new(new Money(_order.Released, _group.Currency));

    /// <summary>Until when the buyer of a refused order may choose to wait, to take something else or to have the money back; null where there is nothing to choose.</summary>
    public DateTime? RemedyBy => _order.RemedyBy;

    /// <summary>The day on which all of it can be sent, as promised.</summary>
    public DateOnly ReadyOn => _order.ReadyOn;

    /// <summary>Whether it is an order of samples.</summary>
    public bool Sample => _order.Lines.Any(line => line.IsSample);

    /// <summary>When it was ordered.</summary>
    public DateTime PlacedAt => _order.PlacedAt;

    /// <summary>In the order in which they were put in.</summary>
    public IReadOnlyList<OrderLineGraph> Lines => [.. _order.Lines.OrderBy(line => line.Number).Select(line => new OrderLineGraph(line))];

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<OrderEventGraph> Timeline => [.. _order.Timeline.OrderBy(entry => entry.Number).Select(entry => new OrderEventGraph(entry))];

    /// <summary>Its papers, those that come later too; none once it was refused or called off.</summary>
    public IReadOnlyList<OrderPaperGraph> Papers => [.. OrderPapers.Of(_order).Select(paper => new OrderPaperGraph(_order.Number, paper))];

    /// <summary>To whom it goes.</summary>
    public RecipientGraph Recipient => new(_group.Recipient);

    /// <summary>How it is paid.</summary>
    public PaymentMethod Method => _group.Method;

    /// <summary>What the buyer wants the producers to know.</summary>
    public string? Note => _group.Note;

    /// <summary>The producer's name on the day of the order, in the reader's language.</summary>
    public string ProducerName(Ask ask) => _order.Producer.In(ask.Language);

    /// <summary>The producer as the catalogue shows it; null where it shows it no more.</summary>
    public async Task<ProducerGraph?> Producer([FromServices] CatalogueCache catalogue, CancellationToken cancellationToken) =>
        (await catalogue.ProducersAsync([_order.ProducerId], cancellationToken)).FirstOrDefault();
}

/// <summary>So many packs of one offer, as they were described, certified and priced on the day of the order.</summary>
[Name("OrderLine")]
public sealed class OrderLineGraph
{
    private readonly OrderLine _line;

    internal OrderLineGraph(OrderLine line) => _line = line;

    /// <summary>Opaque.</summary>
    [Id]
    public string Id => GlobalId.Encode("OrderLine", _line.Id);

    /// <summary>Stock keeping unit.</summary>
    public string Sku => _line.Sku;

    /// <summary>Units.</summary>
    public int Quantity => _line.Quantity;

    /// <summary>Units sent.</summary>
    public int Shipped => _line.Shipped;

    /// <summary>Of those sent, units that came back.</summary>
    public int Returned => _line.Returned;

    /// <summary>Of one unit.</summary>
    public MoneyGraph UnitPrice => Why.UnitPrice;

    /// <summary>In all.</summary>
    public MoneyGraph Total => new(new Money(_line.Total, _line.Receipt.Currency));

    /// <summary>How the price came about.</summary>
    public PriceReceiptGraph Why => new(_line.Receipt);

    /// <summary>The certificate as it stood on the day of the order; null where the product bore no stars.</summary>
    public CertificateOfDayGraph? Certificate => _line.Certificate is { } certificate ? new(certificate) : null;

    /// <summary>When all of it can be sent, as promised.</summary>
    public DateOnly ReadyOn => _line.ReadyOn;

    /// <summary>The offer's id, for ordering it again.</summary>
    [Id]
    public string Offer => GlobalId.Encode("Offer", _line.OfferId);

    /// <summary>Whether it is of samples.</summary>
    public bool Sample => _line.IsSample;

    /// <summary>Made up for demonstration: nobody sends it.</summary>
    public bool Demonstration => _line.IsDemonstration;

    /// <summary>As people write it.</summary>
    public string Name(Ask ask) => _line.Product.In(ask.Language);

    /// <summary>What one unit is, in the reader's language.</summary>
    public string Pack(Ask ask) => _line.Pack.In(ask.Language);

    /// <summary>What is counted, in the reader's language.</summary>
    public string Unit(Ask ask) => _line.Unit.In(ask.Language);

    /// <summary>The product as the catalogue shows it; null where it shows it no more.</summary>
    public async Task<ProductGraph?> Product([FromServices] CatalogueCache catalogue, CancellationToken cancellationToken) =>
        (await catalogue.ProductsAsync([_line.ProductId], cancellationToken)).FirstOrDefault();
}

/// <summary>A certificate as it stood on the day of an order.</summary>
[Name("CertificateOfDay")]
public sealed class CertificateOfDayGraph
{
    private readonly CertificateOfDay _certificate;

    internal CertificateOfDayGraph(CertificateOfDay certificate) => _certificate = certificate;

    /// <summary>As printed on the certificate.</summary>
    public string Number => _certificate.Number;

    /// <summary>3, 4 or 5.</summary>
    public int Stars => _certificate.Stars;

    /// <summary>Its last day, as it was known then.</summary>
    public DateOnly ValidUntil => _certificate.ValidUntil;

    /// <summary>Made up for demonstration: nobody sends it.</summary>
    public bool Demonstration => _certificate.IsDemonstration;
}

/// <summary>An entry of an order's timeline.</summary>
[Name("OrderEvent")]
public sealed class OrderEventGraph
{
    private readonly OrderEvent _entry;

    internal OrderEventGraph(OrderEvent entry) => _entry = entry;

    /// <summary>What happened.</summary>
    public OrderEventKind Kind => _entry.Kind;

    /// <summary>Who did it.</summary>
    public OrderParty Party => _entry.Party;

    /// <summary>As people write it.</summary>
    public string Name => _entry.Name;

    /// <summary>When.</summary>
    public DateTime At => _entry.At;

    /// <summary>The reason, the message, or carrier and number of the parcel.</summary>
    public string? Text => _entry.Text;
}
