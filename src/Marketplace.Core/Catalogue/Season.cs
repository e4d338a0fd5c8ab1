namespace Marketplace.Core.Catalogue;

/// <summary>When a product is harvested or made, as its producer says.</summary>
/// <param name="HarvestMonths">Months from 1 to 12, rising; empty means all year.</param>
/// <param name="Blackouts">Days on which nothing is made or sent, in order, never overlapping.</param>
public sealed record Season(IReadOnlyList<int> HarvestMonths, IReadOnlyList<DayRange> Blackouts);

/// <summary>Days from the first to the last, both included.</summary>
public sealed record DayRange(DateOnly From, DateOnly To)
{
    /// <summary>The first day.</summary>
    public DateOnly From { get; init; } = From;

    /// <summary>The last day.</summary>
    public DateOnly To { get; init; } = To;

    public bool Holds(DateOnly day) => From <= day && day <= To;
}
