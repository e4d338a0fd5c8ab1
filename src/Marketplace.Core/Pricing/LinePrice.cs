using Marketplace.Core.Catalogue;

namespace Marketplace.Core.Pricing;

/// <summary>What a quantity of an offer costs a buyer on a day, and why. There is no other place where a price is worked out: the shop window, the cart, the order and its papers all ask here.</summary>
/// <param name="Unit">Of one unit, tax included.</param>
/// <param name="Total">Of the whole quantity; never rounded, because the unit's price is whole already.</param>
/// <param name="Why">How it came about; kept with what is bought.</param>
public sealed record LinePrice(Money Unit, Money Total, PriceReceipt Why)
{
    /// <summary>Prices a quantity. Refused when the offer cannot be bought in that number.</summary>
    /// <param name="list">The buyer's list of this producer; null where only the public prices hold.</param>
    /// <param name="day">Today in Vietnam.</param>
    public static Result<LinePrice> Of(Offer offer, int quantity, PriceList? list, DateOnly day)
    {
        if (!offer.QuantityRule.Allows(quantity))
        {
            return new(new QuantityNotAllowed(offer.Sku, quantity, offer.QuantityRule));
        }

        var publicTier = offer.TierFor(quantity);
        var receipt = new PriceReceipt
        {
            Basis = PriceBasis.PublicTier,
            TierMinimum = publicTier.Minimum,
            PublicUnitPrice = publicTier.UnitPrice,
            UnitPrice = publicTier.UnitPrice,
            Quantity = quantity,
            Currency = offer.Currency,
            PricedOn = day,
        };
        if (list?.HoldsOn(day) == true)
        {
            receipt = OfList(receipt, offer, list);
        }

        return new(new LinePrice(new(receipt.UnitPrice, offer.Currency), new(receipt.Total, offer.Currency), receipt));
    }

    /// <summary>Prices samples, for which no quantity rule and no price list holds. Refused when none are offered, or fewer may be had.</summary>
    /// <param name="left">Units that the buyer may still order as samples.</param>
    /// <param name="day">Today in Vietnam.</param>
    public static Result<LinePrice> OfSamples(Offer offer, int quantity, int left, DateOnly day)
    {
        if (offer.Sample is not { } sample)
        {
            return new(new NoSamples(offer.Sku));
        }

        if (quantity < 1 || quantity > left)
        {
            return new(new TooManySamples(sample.Most, Math.Max(0, left)));
        }

        var receipt = new PriceReceipt
        {
            Basis = PriceBasis.Sample,
            TierMinimum = 1,
            PublicUnitPrice = offer.Price.Amount,
            UnitPrice = sample.UnitPrice,
            Quantity = quantity,
            Currency = offer.Currency,
            PricedOn = day,
        };
        return new(new LinePrice(new(receipt.UnitPrice, offer.Currency), new(receipt.Total, offer.Currency), receipt));
    }

    /// <summary>The next larger quantity at which a unit costs less; null where there is none.</summary>
    public LinePrice? Cheaper(Offer offer, PriceList? list, DateOnly day) => offer.PriceTiers.Select(tier => tier.Minimum)
        .Concat(list?.Prices.Where(price => price.OfferId == offer.Id).Select(price => price.Minimum) ?? [])
        .Where(minimum => minimum > Why.Quantity).Order()
        .Select(minimum => Of(offer, offer.QuantityRule.NearestTo(minimum), list, day).Failed(out _, out var price) ? null : price)
        .FirstOrDefault(price => price?.Unit.Amount < Unit.Amount);

    /// <summary>A buyer with a list never pays more than anybody else does.</summary>
    private static PriceReceipt OfList(PriceReceipt receipt, Offer offer, PriceList list)
    {
        var listed = list.PriceFor(offer.Id, receipt.Quantity) is { } price
            ? receipt with { Basis = PriceBasis.ListTier, TierMinimum = price.Minimum, UnitPrice = price.UnitPrice }
            : receipt with { Basis = PriceBasis.ListReduction, ReductionBasisPoints = list.ReductionBasisPoints, UnitPrice = list.Reduced(receipt.PublicUnitPrice) };
        return listed.UnitPrice < receipt.PublicUnitPrice ? listed with { ListName = list.Name } : receipt;
    }
}

/// <summary>From where a unit's price came.</summary>
public enum PriceBasis
{
    /// <summary>The public price for that quantity.</summary>
    PublicTier,

    /// <summary>The public price for that quantity, less the reduction of the buyer's price list.</summary>
    ListReduction,

    /// <summary>A price that the buyer's price list names for that quantity.</summary>
    ListTier,

    /// <summary>The price of a sample, for whoever tries it before ordering in bulk.</summary>
    Sample,
}

/// <summary>Whether tax is in a price.</summary>
public enum TaxTreatment
{
    /// <summary>The price includes whatever tax its seller owes; the seller's invoice shows it.</summary>
    Included,
}

/// <summary>How a line's price came about, so that it can be worked out again: the tier or list, the unit's price, the quantity.</summary>
public sealed record PriceReceipt
{
    public required PriceBasis Basis { get; init; }

    /// <summary>Units from which the price holds.</summary>
    public required int TierMinimum { get; init; }

    /// <summary>What anybody pays for one unit of that quantity, in the smallest unit of the currency.</summary>
    public required long PublicUnitPrice { get; init; }

    /// <summary>The buyer's list; null where the public price held.</summary>
    public string? ListName { get; init; }

    /// <summary>What the list took off, in hundredths of a percent.</summary>
    public int ReductionBasisPoints { get; init; }

    /// <summary>What this buyer pays for one unit, rounded to the smallest unit of the currency.</summary>
    public required long UnitPrice { get; init; }

    public required int Quantity { get; init; }

    public required string Currency { get; init; }

    public TaxTreatment Tax { get; init; }

    /// <summary>The day in Vietnam whose prices hold.</summary>
    public required DateOnly PricedOn { get; init; }

    /// <summary>In the smallest unit of the currency.</summary>
    public long Total => checked(UnitPrice * Quantity);
}

/// <summary>Its producer offers no samples of it.</summary>
public sealed record NoSamples(string Sku) : IProblem
{
    public LocalizedText Message => new($"{Sku}: cơ sở không bán mẫu thử.", $"{Sku}: its maker offers no samples.");
}

/// <summary>More samples than one organisation may have, or none.</summary>
/// <param name="Most">Units within <see cref="SampleTerms.Days"/> days.</param>
/// <param name="Left">Units that may still be ordered now.</param>
public sealed record TooManySamples(int Most, int Left) : IFieldProblem
{
    public IReadOnlyList<string> Path => ["quantity"];

    public LocalizedText Message => Left == 0
        ? new($"Tổ chức của bạn đã đặt đủ {Most} mẫu trong {SampleTerms.Days} ngày.", $"Your organisation has had its {Most} samples of {SampleTerms.Days} days.")
        : new($"Đặt được từ 1 đến {Left} mẫu: mỗi tổ chức tối đa {Most} mẫu trong {SampleTerms.Days} ngày.", $"1 to {Left} samples can be ordered: {Most} at most for each organisation within {SampleTerms.Days} days.");
}

/// <summary>An offer cannot be ordered in that number.</summary>
public sealed record QuantityNotAllowed(string Sku, int Quantity, QuantityRule Rule) : IProblem
{
    /// <summary>The next number that can be ordered, at least as many; the most where there are no more.</summary>
    public int Nearest => Rule.NearestTo(Quantity);

    public LocalizedText Message => new(
        $"{Sku}: không đặt được {Quantity}. {RuleIn(Language.Vi)} Gần nhất: {Nearest}.",
        $"{Sku}: {Quantity} cannot be ordered. {RuleIn(Language.En)} Nearest: {Nearest}.");

    private string RuleIn(Language language) => (language, Rule.Maximum) switch
    {
        (Language.En, null) => $"From {Rule.Minimum} in steps of {Rule.Increment}.",
        (Language.En, { } most) => $"From {Rule.Minimum} to {most} in steps of {Rule.Increment}.",
        (_, null) => $"Từ {Rule.Minimum}, mỗi lần thêm {Rule.Increment}.",
        (_, { } most) => $"Từ {Rule.Minimum} đến {most}, mỗi lần thêm {Rule.Increment}.",
    };
}
