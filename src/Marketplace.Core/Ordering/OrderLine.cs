using Marketplace.Core.Pricing;

namespace Marketplace.Core.Ordering;

/// <summary>A certificate as it stood on the day of an order.</summary>
/// <param name="ValidUntil">Its last day, as it was known then.</param>
public sealed record CertificateOfDay(string Number, int Stars, DateOnly ValidUntil, bool IsDemonstration);

/// <summary>So many packs of one offer in one order, with everything that was said of them when they were ordered.</summary>
public sealed class OrderLine
{
    public required Guid Id { get; init; }

    public required Guid OrderId { get; init; }

    /// <summary>Its place in the order, from 1.</summary>
    public required int Number { get; init; }

    public required Guid OfferId { get; init; }

    public required Guid ProductId { get; init; }

    public required string Sku { get; init; }

    public required LocalizedText Product { get; init; }

    /// <summary>The product's name, with the word that it is a sample where it is one.</summary>
    public LocalizedText Called => IsSample ? new($"{Product.Vi} (mẫu thử)", $"{Product.In(Language.En)} (sample)") : Product;

    public required LocalizedText Pack { get; init; }

    public required LocalizedText Unit { get; init; }

    public required int Quantity { get; init; }

    /// <summary>How the price came about.</summary>
    public required PriceReceipt Receipt { get; init; }

    /// <summary>Whether it is of samples: the receipt says so, and this is what the database counts them by.</summary>
    public bool IsSample { get; init; }

    /// <summary>In the smallest unit of the order's currency.</summary>
    public required long Total { get; init; }

    /// <summary>Null when the product bore no stars that day.</summary>
    public CertificateOfDay? Certificate { get; init; }

    /// <summary>The day on which all of it can be sent, as promised.</summary>
    public required DateOnly ReadyOn { get; set; }

    /// <summary>Price and stock were made up for demonstration.</summary>
    public required bool IsDemonstration { get; init; }

    /// <summary>Units of the stock that are kept for this line and not yet sent.</summary>
    public int HeldStock { get; internal set; }

    /// <summary>Units that the producer makes for this line, by week; empty once the line needs them no more.</summary>
    public IReadOnlyList<WeekShare> HeldWeeks { get; internal set; } = [];

    /// <summary>Units sent.</summary>
    public int Shipped { get; internal set; }

    /// <summary>Of those sent, units that came back.</summary>
    public int Returned { get; internal set; }
}
