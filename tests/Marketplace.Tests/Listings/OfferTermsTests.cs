using Marketplace.Core;
using Marketplace.Core.Catalogue;

namespace Marketplace.Tests.Listings;

public sealed class OfferTermsTests
{
    [Fact]
    public void A_new_offer_is_in_dong_is_real_and_has_a_sku_made_by_us()
    {
        var offer = Some.Offer();

        Assert.Matches("^CX-[0-9A-HJKMNP-TV-Z]{10}$", offer.Sku);
        Assert.Equal((Money.Vnd, false, true), (offer.Currency, offer.IsDemonstration, offer.OnSale));
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => OfferTerms.SkuOf(Guid.CreateVersion7(Some.Now))).Distinct().Count());
    }

    [Fact]
    public void A_new_offer_needs_its_pack_and_unit_in_Vietnamese() => Assert.Equal(
        [("pack.vi", FaultKind.Missing), ("unit.vi", FaultKind.TooLong)],
        Some.Faults(Offer.Start(Guid.CreateVersion7(Some.Now), Guid.CreateVersion7(Some.Now), new(" ", "Box"), new(new string('h', 65)), Some.Terms)));

    [Fact]
    public void One_thing_changes_and_the_others_stay()
    {
        var offer = Some.Offer();

        Some.Good(offer.Change(offer.Terms with { Stock = 7, WeeklyCapacity = 200, OnSale = false, BlackoutDays = [new(2027, 2, 6), new(2027, 2, 5)] }));

        Assert.Equal((7, 200, false, 3), (offer.Stock, offer.WeeklyCapacity, offer.OnSale, offer.LeadTimeDays));
        Assert.Equal([new(2027, 2, 5), new(2027, 2, 6)], offer.BlackoutDays);
        Assert.Equal(Some.Terms.PriceTiers, offer.PriceTiers);
    }

    [Fact]
    public void A_new_minimum_comes_with_its_price_tiers()
    {
        var offer = Some.Offer();

        Assert.Equal([("priceTiers.0.minimum", FaultKind.OutOfOrder)], Some.Faults(offer.Change(offer.Terms with { QuantityRule = new(5, 5, null) })));
        Some.Good(offer.Change(offer.Terms with { QuantityRule = new(5, 5, 100), PriceTiers = [new(5, 30_000), new(100, 30_000)] }));

        Assert.Equal(30_000, offer.Price.Amount);
    }

    [Fact]
    public void Every_wrong_field_is_named_and_then_nothing_is_changed()
    {
        var offer = Some.Offer();
        var before = offer.Terms;

        var faults = Some.Faults(offer.Change(new()
        {
            QuantityRule = new(10, 0, 5),
            PriceTiers = [new(10, 100), new(10, 101), new(2_000_000, 0)],
            Stock = -1,
            LeadTimeDays = 366,
            WeeklyCapacity = -1,
            BlackoutDays = [new(2027, 2, 5), new(2027, 2, 5)],
        }));

        Assert.Equal(
            [
                ("stock", FaultKind.OutOfRange), ("leadTimeDays", FaultKind.OutOfRange), ("weeklyCapacity", FaultKind.OutOfRange),
                ("quantityRule.increment", FaultKind.OutOfRange), ("quantityRule.maximum", FaultKind.OutOfRange),
                ("priceTiers.0.minimum", FaultKind.OutOfRange), ("priceTiers.1.minimum", FaultKind.OutOfRange), ("priceTiers.1.minimum", FaultKind.OutOfOrder),
                ("priceTiers.1.unitPrice", FaultKind.OutOfOrder), ("priceTiers.2.unitPrice", FaultKind.OutOfRange), ("priceTiers.2.minimum", FaultKind.OutOfRange),
                ("blackoutDays", FaultKind.Twice),
            ],
            faults);
        Assert.Equal((before.Stock, before.QuantityRule), (offer.Stock, offer.QuantityRule));
        Assert.Equal(before.PriceTiers, offer.PriceTiers);
    }

    [Fact]
    public void Without_a_price_there_is_no_offer() =>
        Assert.Equal([("priceTiers", FaultKind.Missing)], Some.Faults(Some.Offer().Change(Some.Terms with { PriceTiers = [] })));
}
