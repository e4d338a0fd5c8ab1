using CsCheck;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Pricing;
using Marketplace.Tests.Ordering;

namespace Marketplace.Tests.Pricing;

/// <summary>One function says every price.</summary>
public sealed class LinePriceTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Gen<QuantityRule> Rules =
        from minimum in Gen.Int[1, 50]
        from increment in Gen.Int[1, 12]
        from isBounded in Gen.Bool
        from maximum in Gen.Int[minimum, 5000]
        select new QuantityRule(minimum, increment, isBounded ? maximum : null);

    /// <summary>An offer with a sound price ladder of up to five tiers.</summary>
    private static readonly Gen<Offer> Offers =
        from rule in Rules
        from steps in Gen.Int[1, 400].Array[0, 4]
        from drops in Gen.Long[0, 20_000].Array[4]
        from first in Gen.Long[100_000, 5_000_000]
        select Some.Offer(rule, [.. Ladder(rule.Minimum, first, steps, drops).Where(tier => tier.Minimum <= (rule.Maximum ?? OfferTerms.MostUnits))]);

    [Fact]
    public void The_price_shown_for_a_quantity_is_the_price_charged_for_it() => Gen.Select(Offers, Gen.Int[1, 6000], Lists).Sample((offer, quantity, list) =>
    {
        var goods = Some.Goods(offer, list);
        var isShown = !goods.PriceOf(quantity, Today).Failed(out _, out var shown);
        var (group, problems) = Some.Place(goods, quantity, Today);

        // What the tier table says is what the function says.
        Assert.Equal(offer.QuantityRule.Allows(quantity), isShown);
        if (!isShown)
        {
            Assert.IsType<QuantityNotAllowed>(Assert.Single(problems));
            return;
        }

        var line = Assert.Single(Assert.Single(group!.Orders).Lines);
        Assert.Equal(shown!.Why, line.Receipt);
        Assert.Equal((shown.Total.Amount, shown.Total.Amount, shown.Total.Amount), (line.Total, group.Orders[0].Total, group.Total));
        Assert.Equal(offer.PriceTiers.Where(tier => tier.Minimum <= quantity).Min(tier => tier.UnitPrice), shown.Why.PublicUnitPrice);
        Assert.InRange(shown.Unit.Amount, 1, shown.Why.PublicUnitPrice);
        Assert.Equal(shown.Unit.Amount * quantity, shown.Total.Amount);
    }, iter: 5000);

    [Fact]
    public void More_units_never_cost_more_each() => Gen.Select(Offers, Gen.Int[1, 5000], Lists).Sample((offer, quantity, list) =>
    {
        var goods = Some.Goods(offer, list);
        var more = offer.QuantityRule.NearestTo(quantity + 1);
        if (!goods.PriceOf(quantity, Today).Failed(out _, out var one) && more > quantity && !goods.PriceOf(more, Today).Failed(out _, out var other))
        {
            Assert.True(other.Unit.Amount <= one.Unit.Amount || list is not null);
        }
    }, iter: 2000);

    [Theory]
    [InlineData(9, PriceBasis.ListReduction, 975, "Đại lý")]
    [InlineData(10, PriceBasis.ListTier, 800, "Đại lý")]
    [InlineData(50, PriceBasis.PublicTier, 700, null)]
    public void A_price_list_reduces_names_a_price_or_gives_way_to_a_better_public_one(int quantity, PriceBasis basis, long unitPrice, string? name)
    {
        var offer = Some.Offer(new(1, 1, null), [new(1, 1000), new(50, 700)]);
        var list = Some.List(250, [new(offer.Id, 10, 800)]);

        Assert.False(LinePrice.Of(offer, quantity, list, Today).Failed(out _, out var price));

        Assert.Equal((basis, unitPrice, name, unitPrice * quantity), (price.Why.Basis, price.Unit.Amount, price.Why.ListName, price.Total.Amount));
    }

    [Theory]
    [InlineData(1_000, 333, 967)]
    [InlineData(1, 9_999, 1)]
    [InlineData(10, 500, 10)]
    [InlineData(10, 501, 9)]
    public void A_reduction_is_rounded_to_whole_dong_halves_up_and_nothing_is_free(long price, int basisPoints, long reduced)
    {
        var offer = Some.Offer(new(1, 1, null), [new(1, price)]);

        Assert.False(LinePrice.Of(offer, 1, Some.List(basisPoints, []), Today).Failed(out _, out var line));

        Assert.Equal(reduced, line.Unit.Amount);
    }

    [Fact]
    public void A_list_holds_from_its_first_day_to_its_last()
    {
        var offer = Some.Offer(new(1, 1, null), [new(1, 1000)]);
        var list = Some.List(1000, []);

        long[] prices = [.. new[] { -1, 0, 9, 10 }.Select(day => LinePrice.Of(offer, 1, list, list.ValidFrom.AddDays(day)).Failed(out _, out var price) ? 0 : price.Unit.Amount)];

        Assert.Equal([1000, 900, 900, 1000], prices);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(-5, 10)]
    [InlineData(12, 15)]
    [InlineData(101, 100)]
    [InlineData(int.MaxValue, 100)]
    public void A_quantity_that_is_not_allowed_is_told_with_the_nearest_one_that_is(int quantity, int nearest)
    {
        var offer = Some.Offer(new(10, 5, 100), [new(10, 1000)]);

        Assert.True(LinePrice.Of(offer, quantity, null, Today).Failed(out var problem, out _));

        Assert.Equal(nearest, Assert.IsType<QuantityNotAllowed>(problem).Nearest);
    }

    private static Gen<PriceList?> Lists => Gen.Frequency((1, Gen.Const((PriceList?)null)), (1, Gen.Int[0, 9999].Select(points => (PriceList?)Some.List(points, []))));

    private static List<PriceTier> Ladder(int minimum, long first, int[] steps, long[] drops)
    {
        List<PriceTier> tiers = [new(minimum, first)];
        foreach (var (at, step) in steps.Index())
        {
            tiers.Add(new(tiers[^1].Minimum + step, tiers[^1].UnitPrice - drops[at]));
        }

        return tiers;
    }
}
