namespace Marketplace.Core.Catalogue;

/// <summary>Samples of an offer, for organisations that want to try it before they order in bulk.</summary>
/// <param name="UnitPrice">Of one unit, in đồng, from 1. It may be more than the public price: a single unit is sent for it.</param>
/// <param name="Most">Units that one organisation may order within <see cref="Days"/> days, 1 to <see cref="LargestMost"/>.</param>
public sealed record SampleTerms(long UnitPrice, int Most)
{
    public const int LargestMost = 10;

    public const int Days = 180;
}
