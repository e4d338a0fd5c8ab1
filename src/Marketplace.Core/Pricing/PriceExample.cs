using Marketplace.Core.Catalogue;

namespace Marketplace.Core.Pricing;

/// <summary>What a price list does to one price, for the producer that keeps it to see.</summary>
/// <param name="Offer">One that has a price in the list, or else the first on sale.</param>
public sealed record PriceExample(Offer Offer, LinePrice Price)
{
    /// <summary>Null where nothing is on sale.</summary>
    /// <param name="offers">Of the producer.</param>
    /// <param name="today">A list that does not hold today is shown as on its first day.</param>
    public static PriceExample? Of(PriceList list, IReadOnlyList<Offer> offers, DateOnly today)
    {
        var sold = offers.Where(offer => offer.OnSale).OrderBy(offer => offer.Sku, StringComparer.Ordinal).ToList();
        var named = list.Prices.Where(price => sold.Exists(offer => offer.Id == price.OfferId)).OrderBy(price => price.OfferId).ThenBy(price => price.Minimum).FirstOrDefault();
        return (named is null ? sold.FirstOrDefault() : sold.Find(offer => offer.Id == named.OfferId)) is { } shown
            && !LinePrice.Of(shown, shown.QuantityRule.NearestTo(named?.Minimum ?? 1), list, list.HoldsOn(today) ? today : list.ValidFrom).Failed(out _, out var price)
                ? new(shown, price)
                : null;
    }
}
