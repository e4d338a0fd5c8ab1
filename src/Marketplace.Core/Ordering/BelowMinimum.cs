using Marketplace.Core.Catalogue;

namespace Marketplace.Core.Ordering;

/// <summary>An order buys of a producer for less than the producer asks for.</summary>
/// <param name="Producer">Whose minimum it is.</param>
/// <param name="Minimum">The least for which one order must buy of it.</param>
/// <param name="Total">For how much the order buys of it.</param>
public sealed record BelowMinimum(LocalizedText Producer, Money Minimum, Money Total) : IProblem
{
    public Money Missing => Minimum with { Amount = Minimum.Amount - Total.Amount };

    public LocalizedText Message => new(
        $"Còn thiếu {Missing.Format(Language.Vi)} để đạt mức tối thiểu {Minimum.Format(Language.Vi)} của {Producer.In(Language.Vi)}.",
        $"{Missing.Format(Language.En)} more is needed to reach the minimum of {Minimum.Format(Language.En)} of {Producer.In(Language.En)}.");

    /// <summary>Null where the total is enough, or nothing is asked for.</summary>
    public static BelowMinimum? Of(Producer producer, long total) =>
        producer.SmallestOrder is { } least && total < least ? new(producer.Name, Money.Dong(least), Money.Dong(total)) : null;
}
