namespace Marketplace.Core.Pricing;

/// <summary>What a producer asks of certain buyers instead of its public prices, from a day to a day: a reduction on everything, and for some offers prices of their own.</summary>
public sealed class PriceList
{
    public const int NameLength = 120;

    /// <summary>One hundredth of a percent; the whole is 10,000 of them.</summary>
    public const int WholeInBasisPoints = 10_000;

    /// <summary>Most offers with prices of their own.</summary>
    public const int MostPrices = 2000;

    private readonly List<ListedPrice> _prices = [];

    public required Guid Id { get; init; }

    public required Guid ProducerId { get; init; }

    /// <summary>What the producer calls it; its buyers read it on the receipt of a line.</summary>
    public required string Name { get; set; }

    /// <summary>Taken off the public price of every offer without a price of its own, in hundredths of a percent: 250 is 2.5 %. From 0 to 9,999.</summary>
    public required int ReductionBasisPoints { get; set; }

    /// <summary>First day in Vietnam on which it holds.</summary>
    public required DateOnly ValidFrom { get; set; }

    /// <summary>Last day; null while it has no end.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Prices of single offers, each from a quantity on.</summary>
    public IReadOnlyList<ListedPrice> Prices => _prices;

    /// <summary>Rises with every save.</summary>
    public int Version { get; private set; }

    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);

    /// <summary>Takes over terms that were checked.</summary>
    public void Take(PriceListTerms terms)
    {
        (Name, ReductionBasisPoints, ValidFrom, ValidTo) = (terms.Name, terms.ReductionBasisPoints, terms.ValidFrom, terms.ValidTo);
        SetPrices(terms.Prices);
    }

    /// <summary>Sets the prices of single offers at once.</summary>
    public void SetPrices(IEnumerable<ListedPrice> prices)
    {
        _prices.Clear();
        _prices.AddRange(prices);
    }

    /// <summary>The list's own price for so many of an offer; null where it names none.</summary>
    internal ListedPrice? PriceFor(Guid offerId, int quantity) => _prices.Where(price => price.OfferId == offerId && price.Minimum <= quantity).MaxBy(price => price.Minimum);

    /// <summary>A price after the list's reduction, rounded to the nearest smallest unit, halves up.</summary>
    internal long Reduced(long unitPrice) => Math.Max(1, ((unitPrice * (WholeInBasisPoints - ReductionBasisPoints)) + (WholeInBasisPoints / 2)) / WholeInBasisPoints);
}

/// <param name="OfferId">Whose price.</param>
/// <param name="Minimum">Units from which it holds.</param>
/// <param name="UnitPrice">Of one unit, in đồng.</param>
public sealed record ListedPrice(Guid OfferId, int Minimum, long UnitPrice);
