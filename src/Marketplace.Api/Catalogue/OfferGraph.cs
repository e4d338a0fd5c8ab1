using GraphQL;
using Marketplace.Core;
using Marketplace.Core.Catalogue;

namespace Marketplace.Api.Catalogue;

/// <summary>A pack of a product that can be bought.</summary>
[Name("Offer")]
public sealed class OfferGraph : INode
{
    private readonly Offer _offer;

    internal OfferGraph(Offer offer)
    {
        _offer = offer;
        Price = new MoneyGraph(offer.Price);
        PriceTiers = [.. offer.PriceTiers.Select(tier => new PriceTierGraph(tier.Minimum, new(new Money(tier.UnitPrice, offer.Currency))))];
        Availability = new AvailabilityGraph(offer);
        Sample = SampleTermsGraph.Of(offer);
    }

    /// <inheritdoc/>
    [Id]
    public string Id => GlobalId.Encode("Offer", _offer.Id);

    /// <summary>Stock keeping unit, unique in the marketplace.</summary>
    public string Sku => _offer.Sku;

    /// <summary>Price of one unit when the fewest are bought.</summary>
    public MoneyGraph Price { get; }

    /// <summary>Prices of one unit by ordered quantity, smallest quantity first.</summary>
    public IReadOnlyList<PriceTierGraph> PriceTiers { get; }

    /// <summary>How many units may be ordered.</summary>
    public QuantityRule QuantityRule => _offer.QuantityRule;

    /// <summary>Days from order to dispatch.</summary>
    public int LeadTimeDays => _offer.LeadTimeDays;

    /// <summary>Whether and how soon it can be had.</summary>
    public AvailabilityGraph Availability { get; }

    /// <summary>Samples of it for organisations that buy (orderSample); null where none are offered.</summary>
    public SampleTermsGraph? Sample { get; }

    /// <summary>True when price and stock are made up for demonstration.</summary>
    public bool Demonstration => _offer.IsDemonstration;

    internal Guid Key => _offer.Id;

    /// <summary>What one unit is, in the reader's language: "300 g box".</summary>
    public string Pack(Ask ask) => _offer.Pack.In(ask.Language);

    /// <summary>What is counted, in the reader's language: "box", "kg".</summary>
    public string Unit(Ask ask) => _offer.Unit.In(ask.Language);
}

/// <summary>Samples that a producer offers: what one costs, and how many one organisation may order.</summary>
[Name("SampleTerms")]
public sealed class SampleTermsGraph
{
    private SampleTermsGraph(SampleTerms terms, string currency) => (UnitPrice, Most) = (new(new Money(terms.UnitPrice, currency)), terms.Most);

    /// <summary>Of one unit.</summary>
    public MoneyGraph UnitPrice { get; }

    /// <summary>Units that one organisation may order within 180 days, 1 to 10.</summary>
    public int Most { get; }

    internal static SampleTermsGraph? Of(Offer offer) => offer.Sample is { } sample ? new(sample, offer.Currency) : null;
}

/// <summary>A price that holds from a quantity on.</summary>
[Name("PriceTier")]
public sealed class PriceTierGraph
{
    internal PriceTierGraph(int minimum, MoneyGraph unitPrice) => (Minimum, UnitPrice) = (minimum, unitPrice);

    /// <summary>Units from which this price holds.</summary>
    public int Minimum { get; }

    /// <summary>Price of one unit.</summary>
    public MoneyGraph UnitPrice { get; }
}

/// <summary>Whether and how soon an offer can be had.</summary>
[Name("Availability")]
public sealed class AvailabilityGraph
{
    private readonly Offer _offer;

    internal AvailabilityGraph(Offer offer) => _offer = offer;

    /// <summary>In stock, made to order, or neither.</summary>
    public AvailabilityState State => _offer.Availability;

    /// <summary>Units ready to be sent that nobody has been promised. To the unit below 50; of more than that it may lag behind, and the cart knows.</summary>
    public int Quantity => _offer.Available;

    /// <summary>Days from order to dispatch.</summary>
    public int LeadTimeDays => _offer.LeadTimeDays;

    /// <summary>The state in words.</summary>
    public string Label(Ask ask) => Labels.Of(_offer.Availability).In(ask.Language);
}

/// <summary>An amount of money in whole smallest units; never a fraction.</summary>
[Name("Money")]
public sealed class MoneyGraph
{
    private readonly Money _money;

    // Prices stay in the catalogue's cache and are shown far more often than they change; writing one out is the dearest field of a product.
    private string? _vietnamese;
    private string? _english;

    internal MoneyGraph(Money money) => _money = money;

    /// <summary>In the smallest unit of the currency: đồng has none below one, so 45000 is 45,000 đồng.</summary>
    public long Amount => _money.Amount;

    /// <summary>ISO 4217 code.</summary>
    public string Currency => _money.Currency;

    /// <summary>Decimal digits of the currency: 0 for VND.</summary>
    public int Digits => _money.Digits;

    /// <summary>As people of the reader's language write it.</summary>
    public string Formatted(Ask ask) => ask.Language == Language.En ? _english ??= _money.Format(Language.En) : _vietnamese ??= _money.Format(Language.Vi);
}

internal sealed class OfferNodes(CatalogueCache catalogue) : INodeLoader
{
    public string TypeName => "Offer";

    public async Task<IReadOnlyDictionary<Guid, object>> LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var products = await catalogue.ProductsOfPartsAsync(ids, cancellationToken);
        return products.SelectMany(product => product.Offers).Where(offer => ids.Contains(offer.Key)).ToDictionary(offer => offer.Key, object (offer) => offer);
    }
}
