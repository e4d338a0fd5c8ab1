using Marketplace.Core.Pricing;

namespace Marketplace.Core.Ordering;

/// <summary>Something that could stand in the place of a line that cannot be delivered: a number of it that can be ordered and had.</summary>
public sealed record Equivalent(Goods Goods, LinePrice Price, Promise Promise)
{
    private const int Most = 5;

    /// <summary>The best of what is offered: as many stars as the line had, or more, first; then the price of one unit that is nearest.</summary>
    public static IReadOnlyList<Equivalent> Of(OrderLine line, IEnumerable<Goods> offered, DateOnly today) =>
    [
        .. offered.Select(goods => Of(line, goods, today)).OfType<Equivalent>()
            .OrderByDescending(one => Math.Min(one.Goods.CertificateOn(today)?.Stars ?? 0, line.Certificate?.Stars ?? 0))
            .ThenBy(one => Math.Abs(one.Price.Unit.Amount - line.Receipt.UnitPrice))
            .ThenBy(one => one.Goods.Offer.Sku, StringComparer.Ordinal)
            .Take(Most),
    ];

    private static Equivalent? Of(OrderLine line, Goods goods, DateOnly today)
    {
        var quantity = goods.Offer.QuantityRule.NearestTo(line.Quantity);
        return goods.PriceOf(quantity, today).Failed(out _, out var price) || goods.PromiseOf(quantity, today).Failed(out _, out var promise) ? null : new(goods, price, promise);
    }
}
