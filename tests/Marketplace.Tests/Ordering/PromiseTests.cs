using CsCheck;
using Marketplace.Core.Ordering;

namespace Marketplace.Tests.Ordering;

/// <summary>When a quantity can be sent, and from where it comes.</summary>
public sealed class PromiseTests
{
    /// <summary>A Sunday: its week began on the 16th.</summary>
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void What_is_in_stock_is_sent_after_the_lead_time_and_not_on_a_day_off()
    {
        var offer = Some.Offer(new(1, 1, null), [new(1, 100)], stock: 5, leadTimeDays: 2, off: [new(2026, 11, 24), new(2026, 11, 25)]);

        Assert.False(Promise.Of(offer, 5, Some.Goods(offer).Promised, Today).Failed(out _, out var promise));

        Assert.Equal((5, new DateOnly(2026, 11, 26)), (promise.FromStock, promise.ReadyOn));
    }

    [Fact]
    public void What_is_made_fills_the_weeks_that_have_room_from_the_first_in_which_it_can_be_ready()
    {
        var offer = Some.Offer(new(1, 1, null), [new(1, 100)], stock: 5, madeToOrder: true, weeklyCapacity: 10, leadTimeDays: 3);
        var goods = Some.Goods(offer, null, new WeekShare(new(2026, 11, 23), 7), new WeekShare(new(2026, 11, 30), 10));

        Assert.False(goods.PromiseOf(8, Today).Failed(out _, out var promise));

        Assert.Equal([new WeekShare(new(2026, 11, 23), 3), new WeekShare(new(2026, 12, 7), 5)], promise.Weeks);
        Assert.Equal((0, new DateOnly(2026, 12, 13)), (promise.FromStock, promise.ReadyOn));
    }

    [Fact]
    public void More_than_can_be_had_is_refused_with_what_can()
    {
        var bare = Some.Offer(new(1, 1, null), [new(1, 100)], stock: 4);
        var made = Some.Offer(new(1, 1, null), [new(1, 100)], stock: 0, madeToOrder: true, weeklyCapacity: 10);

        Assert.True(Some.Goods(bare).PromiseOf(5, Today).Failed(out var few, out _));
        Assert.True(Some.Goods(made).PromiseOf(300, Today).Failed(out var slow, out _));

        Assert.Equal(new InsufficientStock(bare.Sku, 5, 4, ReadyOn: null), few);
        Assert.Equal((260, new DateOnly(2027, 5, 16)), (Assert.IsType<InsufficientStock>(slow).Available, ((InsufficientStock)slow).ReadyOn));
    }

    [Fact]
    public void A_promise_never_takes_more_of_a_week_than_is_left_and_always_all_that_was_asked_for() =>
        Gen.Select(Gen.Int[0, 50], Gen.Int[1, 400], Gen.Int[0, 60].Array[30], Gen.Int[0, 60]).Sample((capacity, quantity, taken, lead) =>
        {
            var offer = Some.Offer(new(1, 1, null), [new(1, 100)], stock: 0, madeToOrder: true, weeklyCapacity: capacity, leadTimeDays: lead);
            var monday = Promise.WeekOf(Today);
            var goods = Some.Goods(offer, null, [.. taken.Select((promised, week) => new WeekShare(monday.AddDays(7 * week), promised))]);

            if (goods.PromiseOf(quantity, Today).Failed(out var problem, out var promise))
            {
                Assert.True(Assert.IsType<InsufficientStock>(problem).Available < quantity);
                return;
            }

            Assert.Equal(quantity, promise.Weeks.Sum(share => share.Quantity));
            Assert.All(promise.Weeks, share => Assert.InRange(share.Quantity, 1, capacity - goods.Promised.GetValueOrDefault(share.Week)));
            Assert.All(promise.Weeks, share => Assert.True(share.Week.AddDays(6) >= Today.AddDays(lead)));
            Assert.True(promise.ReadyOn >= promise.Weeks[^1].Week.AddDays(6));
        }, iter: 5000);

    [Theory]
    [InlineData("2026-11-22", "2026-11-16")]
    [InlineData("2026-11-23", "2026-11-23")]
    [InlineData("2026-11-28", "2026-11-23")]
    public void A_week_begins_on_its_monday(string day, string monday) => Assert.Equal(DateOnly.Parse(monday, null), Promise.WeekOf(DateOnly.Parse(day, null)));
}
