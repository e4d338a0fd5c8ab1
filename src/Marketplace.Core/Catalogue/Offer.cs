namespace Marketplace.Core.Catalogue;

/// <summary>Whether and how soon an offer can be had.</summary>
public enum AvailabilityState
{
    /// <summary>At least the minimum quantity is in stock and promised to nobody.</summary>
    InStock,

    /// <summary>Nothing in stock; made when ordered, within the lead time.</summary>
    MadeToOrder,

    /// <summary>Neither in stock nor made to order at present.</summary>
    OutOfStock,
}

/// <summary>A pack of a product that can be bought: its price per unit by quantity, and how many.</summary>
public sealed class Offer
{
    private readonly List<PriceTier> _priceTiers = [];
    private QuantityRule _quantityRule = new(1, 1, null);
    private int _stock;
    private bool _madeToOrder;
    private int _leadTimeDays;
    private bool _isDemonstration;

    public required Guid Id { get; init; }

    public required Guid ProductId { get; init; }

    /// <summary>Stock keeping unit, unique in the marketplace.</summary>
    public required string Sku { get; init; }

    /// <summary>What one unit is: "Hộp 300 g".</summary>
    public required LocalizedText Pack { get; init; }

    /// <summary>What is counted: "hộp", "kg", "đêm".</summary>
    public required LocalizedText Unit { get; init; }

    /// <summary>Prices of one unit by ordered quantity, smallest quantity first; the first starts at the minimum quantity.</summary>
    public IReadOnlyList<PriceTier> PriceTiers => _priceTiers;

    public required QuantityRule QuantityRule { get => _quantityRule; init => _quantityRule = value; }

    /// <summary>Units ready to be sent.</summary>
    public required int Stock { get => _stock; init => _stock = value; }

    /// <summary>Of the stock, units promised to buyers and not yet sent. Counted up and down by the database alone, so that two buyers never get the same unit.</summary>
    public int Reserved { get; private set; }

    /// <summary>Units ready to be sent that nobody has been promised.</summary>
    public int Available => Stock - Reserved;

    public required bool MadeToOrder { get => _madeToOrder; init => _madeToOrder = value; }

    /// <summary>Days from order to dispatch.</summary>
    public required int LeadTimeDays { get => _leadTimeDays; init => _leadTimeDays = value; }

    /// <summary>Most units that can be made in one ISO week (Monday to Sunday); null while its producer has not said.</summary>
    public int? WeeklyCapacity { get; private set; }

    /// <summary>Whether it is offered at all: what is not on sale is shown to nobody but its producer.</summary>
    public bool OnSale { get; private set; } = true;

    /// <summary>Days on which nothing of it is made or sent, rising.</summary>
    public IReadOnlyList<DateOnly> BlackoutDays { get; private set; } = [];

    /// <summary>Null while no samples are offered.</summary>
    public SampleTerms? Sample => (SampleUnitPrice, SampleMost) is ({ } price, { } most) ? new(price, most) : null;

    /// <inheritdoc cref="SampleTerms.UnitPrice"/>
    public long? SampleUnitPrice { get; private set; }

    /// <inheritdoc cref="SampleTerms.Most"/>
    public int? SampleMost { get; private set; }

    /// <summary>Made up for demonstration: nobody offers this.</summary>
    public required bool IsDemonstration { get => _isDemonstration; init => _isDemonstration = value; }

    /// <summary>Rises with every save. Who changes it says which one was seen.</summary>
    public int Version { get; private set; }

    /// <summary>When this record last changed, in UTC; set when it is saved.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>The currency of every price of this offer.</summary>
    public required string Currency { get; init; }

    /// <summary>The price of one unit when the fewest are bought.</summary>
    public Money Price => new(TierFor(QuantityRule.Minimum).UnitPrice, Currency);

    public AvailabilityState Availability =>
        Available >= QuantityRule.Minimum ? AvailabilityState.InStock
        : MadeToOrder ? AvailabilityState.MadeToOrder
        : AvailabilityState.OutOfStock;

    /// <summary>All that its producer may change, as it is now.</summary>
    public OfferTerms Terms => new()
    {
        QuantityRule = QuantityRule,
        PriceTiers = [.. _priceTiers.OrderBy(tier => tier.Minimum)],
        Stock = Stock,
        MadeToOrder = MadeToOrder,
        LeadTimeDays = LeadTimeDays,
        WeeklyCapacity = WeeklyCapacity,
        OnSale = OnSale,
        BlackoutDays = BlackoutDays,
        Sample = Sample,
    };

    /// <summary>A new offer of a producer, in đồng. Refused with every wrong field.</summary>
    /// <param name="id">Its SKU is made from it.</param>
    /// <param name="pack">What one unit is, 200 characters at most.</param>
    /// <param name="unit">What is counted, 64 characters at most.</param>
    public static Result<Offer> Start(Guid id, Guid productId, LocalizedText pack, LocalizedText unit, OfferTerms terms)
    {
        List<FieldFault> faults = [];
        var (cleanPack, cleanUnit) = (OfferTerms.Text(pack, "pack", OfferTerms.PackLength, faults), OfferTerms.Text(unit, "unit", OfferTerms.UnitLength, faults));
        faults.AddRange(terms.Faults());
        if (faults.Count > 0)
        {
            return new(new FieldsRefused(faults));
        }

        var offer = new Offer
        {
            Id = id,
            ProductId = productId,
            Sku = OfferTerms.SkuOf(id),
            Pack = cleanPack,
            Unit = cleanUnit,
            Currency = Money.Vnd,
            QuantityRule = terms.QuantityRule,
            Stock = terms.Stock,
            MadeToOrder = terms.MadeToOrder,
            LeadTimeDays = terms.LeadTimeDays,
            IsDemonstration = false,
        };
        offer.Take(terms);
        return new(offer);
    }

    /// <summary>
    /// Sets all terms at once: <c>offer.Change(offer.Terms with { Stock = 40 })</c>. Refused with every wrong field, and then nothing is changed.
    /// Whoever states both price and stock makes a demonstration offer a real one.
    /// </summary>
    /// <param name="stated">Whether price and stock are its producer's own word, and not left as they were.</param>
    public Result<Offer> Change(OfferTerms terms, bool stated = true)
    {
        if (FaultsOf(terms) is { Count: > 0 } faults)
        {
            return new(new FieldsRefused(faults));
        }

        Take(terms);
        _isDemonstration &= !stated;
        return new(this);
    }

    /// <summary>Everything that is wrong with new terms of this offer, by field; empty when nothing is. What is promised to buyers must stay in stock.</summary>
    public IReadOnlyList<FieldFault> FaultsOf(OfferTerms terms) => terms.Stock >= Reserved || terms.Stock < 0
        ? terms.Faults()
        : [.. terms.Faults(), new("stock", FaultKind.OutOfRange, new(
            $"Đã hứa giao {Reserved} cho người mua, nên tồn kho không thể ít hơn. Nếu không giao được, hãy từ chối đơn hàng trước.",
            $"{Reserved} are promised to buyers, so there cannot be fewer in stock. If you cannot send them, refuse the order first."))];

    /// <summary>The tier whose price holds when that many are bought: the last one that the quantity reaches.</summary>
    public PriceTier TierFor(int quantity) => _priceTiers.Where(tier => tier.Minimum <= quantity).MaxBy(tier => tier.Minimum) ?? _priceTiers.MinBy(tier => tier.Minimum)!;

    /// <summary>Sets the price ladder: quantities rise from the minimum and prices never rise with them.</summary>
    public Result<Offer> WithPrices(IReadOnlyList<PriceTier> tiers)
    {
        var sound = tiers.Count > 0
            && tiers[0].Minimum == QuantityRule.Minimum
            && tiers.All(tier => tier.UnitPrice > 0)
            && tiers.Zip(tiers.Skip(1)).All(pair => pair.First.Minimum < pair.Second.Minimum && pair.First.UnitPrice >= pair.Second.UnitPrice);
        if (!sound)
        {
            return new(new UnsoundPriceTiers(Sku));
        }

        SetTiers(tiers);
        return new(this);
    }

    private void Take(OfferTerms terms)
    {
        (_quantityRule, _stock, _madeToOrder, _leadTimeDays) = (terms.QuantityRule, terms.Stock, terms.MadeToOrder, terms.LeadTimeDays);
        (WeeklyCapacity, OnSale) = (terms.WeeklyCapacity, terms.OnSale);
        (SampleUnitPrice, SampleMost) = (terms.Sample?.UnitPrice, terms.Sample?.Most);
        if (!BlackoutDays.SequenceEqual(terms.BlackoutDays.Order()))
        {
            BlackoutDays = [.. terms.BlackoutDays.Order()];
        }

        SetTiers(terms.PriceTiers);
    }

    /// <summary>Tiers that are as they were stay untouched, so that nothing is written for them.</summary>
    private void SetTiers(IReadOnlyList<PriceTier> tiers)
    {
        if (!_priceTiers.OrderBy(tier => tier.Minimum).SequenceEqual(tiers))
        {
            _priceTiers.Clear();
            _priceTiers.AddRange(tiers);
        }
    }
}

/// <param name="Minimum">Units from which this price holds.</param>
/// <param name="UnitPrice">Price of one unit, in the smallest unit of the offer's currency.</param>
public sealed record PriceTier(int Minimum, long UnitPrice);

/// <summary>How many units may be ordered: at least the minimum, in steps of the increment, at most the maximum where there is one.</summary>
/// <param name="Minimum">Fewest units of one order line.</param>
/// <param name="Increment">Step above the minimum.</param>
/// <param name="Maximum">Most units of one order line; null without a limit.</param>
public sealed record QuantityRule(int Minimum, int Increment, int? Maximum)
{
    public bool Allows(int quantity) =>
        quantity >= Minimum && (quantity - Minimum) % Increment == 0 && quantity <= (Maximum ?? OfferTerms.MostUnits);

    /// <summary>The largest number that is allowed and no more than that; null where even the smallest is more.</summary>
    public int? Within(int quantity) => quantity < Minimum ? null : NearestTo(quantity) is var nearest && nearest > quantity ? nearest - Increment : nearest;

    /// <summary>The next number that is allowed, at least as many; where there are no more, the most.</summary>
    public int NearestTo(int quantity)
    {
        var most = Minimum + (((Maximum ?? OfferTerms.MostUnits) - Minimum) / Increment * Increment);
        var steps = Math.Max(0, ((long)quantity - Minimum + Increment - 1) / Increment);
        return (int)Math.Min(most, Minimum + (steps * Increment));
    }
}

public sealed record UnsoundPriceTiers(string Sku) : IProblem
{
    public LocalizedText Message => new(
        $"Bảng giá của {Sku} phải bắt đầu từ số lượng tối thiểu, tăng dần theo số lượng và không tăng giá.",
        $"The price tiers of {Sku} must start at the minimum quantity, rise in quantity and never rise in price.");
}
