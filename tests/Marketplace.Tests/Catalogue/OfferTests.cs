using Marketplace.Core;
using Marketplace.Core.Catalogue;

namespace Marketplace.Tests.Catalogue;

public sealed class OfferTests
{
    [Theory]
    [InlineData(1, 100)]
    [InlineData(9, 100)]
    [InlineData(10, 90)]
    [InlineData(49, 90)]
    [InlineData(50, 80)]
    [InlineData(5000, 80)]
    public void A_unit_costs_what_the_last_tier_reached_says(int quantity, long price) =>
        Assert.Equal(price, Offer([new(1, 100), new(10, 90), new(50, 80)]).TierFor(quantity).UnitPrice);

    [Fact]
    public void Price_tiers_start_at_the_minimum_rise_in_quantity_and_never_in_price()
    {
        Assert.True(Bare().WithPrices([]).Failed(out _, out _));
        Assert.True(Bare().WithPrices([new(2, 100)]).Failed(out _, out _));
        Assert.True(Bare().WithPrices([new(1, 100), new(1, 90)]).Failed(out _, out _));
        Assert.True(Bare().WithPrices([new(1, 100), new(10, 101)]).Failed(out _, out _));
        Assert.True(Bare().WithPrices([new(1, 0)]).Failed(out var problem, out _));
        Assert.Equal("The price tiers of A must start at the minimum quantity, rise in quantity and never rise in price.", problem.Message.En);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(15, true)]
    [InlineData(9, false)]
    [InlineData(12, false)]
    [InlineData(105, false)]
    public void A_quantity_rule_allows_steps_from_the_minimum_to_the_maximum(int quantity, bool allowed) =>
        Assert.Equal(allowed, new QuantityRule(10, 5, 100).Allows(quantity));

    [Theory]
    [InlineData(5, false, AvailabilityState.InStock)]
    [InlineData(0, true, AvailabilityState.MadeToOrder)]
    [InlineData(0, false, AvailabilityState.OutOfStock)]
    public void Availability_is_stock_or_the_promise_to_make_it(int stock, bool madeToOrder, AvailabilityState state) =>
        Assert.Equal(state, Bare(stock, madeToOrder).Availability);

    [Theory]
    [InlineData(45_000, "45.000\u00A0₫", "₫45,000")]
    [InlineData(1_250_000_000, "1.250.000.000\u00A0₫", "₫1,250,000,000")]
    public void Dong_has_no_decimals_and_is_written_as_the_reader_writes_it(long amount, string vietnamese, string english)
    {
        Assert.Equal(vietnamese, Money.Dong(amount).Format(Language.Vi));
        Assert.Equal(english, Money.Dong(amount).Format(Language.En));
    }

    [Fact]
    public void Names_are_ordered_as_a_Vietnamese_dictionary_does()
    {
        string[] names = ["Ớt", "Đũa", "Dừa", "Dưa", "Dứa", "Ổi", "Âu", "Ăn", "An", "Zen", "Điều", "Ê"];

        Assert.Equal(["An", "Ăn", "Âu", "Dưa", "Dừa", "Dứa", "Điều", "Đũa", "Ê", "Ổi", "Ớt", "Zen"], names.OrderBy(VietnameseOrder.Key, StringComparer.Ordinal));
    }

    private static Offer Offer(IReadOnlyList<PriceTier> tiers) =>
        Bare().WithPrices(tiers).Failed(out var problem, out var offer) ? throw new InvalidOperationException(problem.Message.En) : offer;

    private static Offer Bare(int stock = 5, bool madeToOrder = false) => new()
    {
        Id = Guid.Empty,
        ProductId = Guid.Empty,
        Sku = "A",
        Pack = new("Hộp"),
        Unit = new("hộp"),
        Currency = Money.Vnd,
        QuantityRule = new(1, 1, null),
        Stock = stock,
        MadeToOrder = madeToOrder,
        LeadTimeDays = 1,
        IsDemonstration = true,
    };
}
