namespace Marketplace.Core.Catalogue;

/// <summary>Whether and how soon an offer can be had.</summary>
public enum AvailabilityState
{
    /// <summary>At least the minimum quantity is in stock.</summary>
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

    public required QuantityRule QuantityRule { get; init; }

    /// <summary>Units ready to be sent.</summary>
    public required int Stock { get; init; }

    public required bool MadeToOrder { get; init; }

    /// <summary>Days from order to dispatch.</summary>
    public required int LeadTimeDays { get; init; }

    /// <summary>Made up for demonstration: nobody offers this.</summary>
    public required bool IsDemonstration { get; init; }

    /// <summary>When this record last changed, in UTC; set when it is saved.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>The currency of every price of this offer.</summary>
    public required string Currency { get; init; }

    /// <summary>The price of one unit when the fewest are bought.</summary>
    public Money Price => PriceFor(QuantityRule.Minimum);

    public AvailabilityState Availability =>
        Stock >= QuantityRule.Minimum ? AvailabilityState.InStock
        : MadeToOrder ? AvailabilityState.MadeToOrder
        : AvailabilityState.OutOfStock;

    /// <summary>The price of one unit when that many are bought: of the last tier that the quantity reaches.</summary>
    public Money PriceFor(int quantity) => new(_priceTiers.FindLast(tier => tier.Minimum <= quantity)?.UnitPrice ?? _priceTiers[0].UnitPrice, Currency);

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

        _priceTiers.Clear();
        _priceTiers.AddRange(tiers);
        return new(this);
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
        quantity >= Minimum && (quantity - Minimum) % Increment == 0 && (Maximum is null || quantity <= Maximum);
}

public sealed record UnsoundPriceTiers(string Sku) : IProblem
{
    public LocalizedText Message => new(
        $"Bảng giá của {Sku} phải bắt đầu từ số lượng tối thiểu, tăng dần theo số lượng và không tăng giá.",
        $"The price tiers of {Sku} must start at the minimum quantity, rise in quantity and never rise in price.");
}
