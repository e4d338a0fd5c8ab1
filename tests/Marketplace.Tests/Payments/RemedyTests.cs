using Marketplace.Core.Ordering;
using Marketplace.Core.Payments;
using Marketplace.Payments.Sandbox;
using Marketplace.Tests.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Payments;

/// <summary>What a buyer does about a refused order that is paid for, over HTTP.</summary>
public sealed class RemedyTests : IDisposable
{
    private readonly Till _till = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_producer_refuses_is_kept_until_the_buyer_chooses_and_goes_back_when_that_is_the_choice()
    {
        var order = await _till.OrderedAsync("CARD", 3);
        await _till.PlayAsync(await _till.StartAsync(order), SandboxTrick.Pay);
        var refused = await _till.RefuseAsync(order);
        var standing = await Till.StandingAsync(order);
        Assert.Equal((3_000L, 0L), (Till.Amount(standing, "credit"), Till.Amount(standing, "returning")));

        var chosen = await order.Buyer.DoAsync("giveUpOrder", new { order = refused.Id, version = refused.Version, secret = order.Secret }, "order { remedyBy }");
        Assert.Empty(Stall.Codes(chosen));
        await _till.UntilAsync(async db => (await db.Refunds.SingleOrDefaultAsync(Stop))?.Work == RefundWork.Done);

        standing = await Till.StandingAsync(order);
        Assert.Equal((3_000L, 3_000L, 0L), (Till.Amount(standing, "received"), Till.Amount(standing, "refunded"), Till.Amount(standing, "credit")));
        Assert.Empty(await _till.BrokenAsync());
    }

    [Fact]
    public async Task A_buyer_takes_something_else_in_the_place_of_what_was_refused_and_the_rest_goes_back()
    {
        var order = await _till.OrderedAsync("CARD", 3);
        await _till.PlayAsync(await _till.StartAsync(order), SandboxTrick.Pay);
        var refused = await _till.RefuseAsync(order);
        var other = (await _till.Stall.OffersAsync(3, stock: 50))[2];

        var answer = await order.Buyer.DoAsync("replaceOrder", new { order = refused.Id, version = refused.Version, offer = other.GlobalId, quantity = 2, secret = order.Secret, requestKey = "else" }, "order { id version timeline { kind text } }");
        Assert.Empty(Stall.Codes(answer));
        Assert.Equal(["CREDIT_TOO_SMALL"], Stall.Codes(await order.Buyer.DoAsync("replaceOrder", new { order = refused.Id, version = (int)answer["order"]!["version"]!, offer = other.GlobalId, quantity = 2, secret = order.Secret })));
        await order.Buyer.DoAsync("giveUpOrder", new { order = refused.Id, version = (int)answer["order"]!["version"]!, secret = order.Secret });
        await _till.UntilAsync(async db => (await db.Refunds.SingleOrDefaultAsync(Stop))?.Work == RefundWork.Done);

        Assert.Equal(["REFUSED", "PLACED"], await Till.StatesAsync(order));
        Assert.Equal((50, 2), await _till.Stall.StockAsync(other));
        Assert.Equal(1_000, Till.Amount(await Till.StandingAsync(order), "refunded"));
        Assert.Empty(await _till.BrokenAsync());
    }

    [Fact]
    public async Task A_buyer_who_waits_asks_the_producer_once_more_and_pays_nothing_again()
    {
        var order = await _till.OrderedAsync("CARD", 3);
        await _till.PlayAsync(await _till.StartAsync(order), SandboxTrick.Pay);
        var refused = await _till.RefuseAsync(order);

        Assert.Empty(Stall.Codes(await order.Buyer.DoAsync("waitForOrder", new { order = refused.Id, version = refused.Version, secret = order.Secret })));

        Assert.Equal(["PLACED"], await Till.StatesAsync(order));
        Assert.Equal((20, 3), await _till.Stall.StockAsync(order.Offer));
        Assert.Equal(0, Till.Amount(await Till.StandingAsync(order), "open"));
        Assert.Empty(await _till.BrokenAsync());
    }

    [Fact]
    public async Task A_choice_that_is_not_made_in_time_is_the_money()
    {
        var order = await _till.OrderedAsync("CARD", 3);
        await _till.PlayAsync(await _till.StartAsync(order), SandboxTrick.Pay);
        await _till.RefuseAsync(order);

        _till.App.Clock.Advance(Order.RemedyTime + TimeSpan.FromMinutes(1));
        await _till.UntilAsync(async db => (await db.Refunds.SingleOrDefaultAsync(Stop))?.Work == RefundWork.Done);

        Assert.Equal(3_000, Till.Amount(await Till.StandingAsync(order), "refunded"));
    }

    public void Dispose() => _till.Dispose();
}
