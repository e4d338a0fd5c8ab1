using Marketplace.Core.Ordering;
using Marketplace.Core.Payments;
using Marketplace.Payments;
using Marketplace.Payments.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Payments;

/// <summary>From an order to money and back, over HTTP: the sandbox sends its events through the webhook that real providers use.</summary>
public sealed class PayOrderTests : IDisposable
{
    private readonly Till _till = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("CARD", SandboxTrick.Pay)]
    [InlineData("CARD", SandboxTrick.Duplicate)]
    [InlineData("CARD", SandboxTrick.Reorder)]
    [InlineData("VIET_QR", SandboxTrick.Pay)]
    [InlineData("VIET_QR", SandboxTrick.Duplicate)]
    public async Task Money_that_is_reported_places_the_order_once(string method, SandboxTrick trick)
    {
        var order = await _till.OrderedAsync(method, 3);
        var asked = await _till.StartAsync(order);

        await _till.PlayAsync(asked, trick);

        var standing = await Till.StandingAsync(order);
        Assert.Equal((3_000L, 0L, 0L), (Till.Amount(standing, "received"), Till.Amount(standing, "open"), Till.Amount(standing, "refunded")));
        Assert.Equal(["PLACED"], await Till.StatesAsync(order));
        Assert.Empty(await _till.BrokenAsync());
    }

    [Fact]
    public async Task A_transfer_is_asked_for_with_a_code_that_stands_in_the_picture()
    {
        var order = await _till.OrderedAsync("VIET_QR", 3);

        var payment = (await order.Buyer.DoAsync("startPayment", new { number = order.Number, secret = order.Secret, requestKey = "pay" }, "payment { amount { amount } redirectUrl qrPayload qrSvg transfer { bank account holder code amount { amount } } sandboxUrl expiresAt }"))["payment"]!;

        Assert.Null(payment["redirectUrl"]);
        Assert.Contains((string)payment["transfer"]!["code"]!, (string)payment["qrPayload"]!, StringComparison.Ordinal);
        Assert.StartsWith("<svg", (string)payment["qrSvg"]!, StringComparison.Ordinal);
        Assert.Equal(3_000, (long)payment["transfer"]!["amount"]!["amount"]!);
        Assert.Equal((string)payment["transfer"]!["code"]!, (string)(await Till.StandingAsync(order, "request { transfer { code } }"))["request"]!["transfer"]!["code"]!);
    }

    [Fact]
    public async Task The_same_payment_is_started_once_however_often_the_button_is_pressed()
    {
        var order = await _till.OrderedAsync("CARD", 3);

        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _till.StartAsync(order, "pay")));

        Assert.Single(pages.Select(page => page.AttemptId).Distinct());
        await _till.App.WithAsync(async db => Assert.Single(await db.PaymentAttempts.ToListAsync(Stop)));
    }

    [Fact]
    public async Task Money_that_comes_after_the_time_is_over_is_said_and_goes_back()
    {
        var order = await _till.OrderedAsync("CARD", 5, stock: 5);
        var asked = await _till.StartAsync(order);
        _till.App.Clock.Advance(OrderGroup.PaymentTime + TimeSpan.FromSeconds(1));
        await _till.UntilAsync(async db => !await db.OrderGroups.AnyAsync(group => group.PayBy != null, Stop));

        await _till.PlayAsync(asked, SandboxTrick.Pay);
        await _till.UntilAsync(async db => (await db.Refunds.SingleOrDefaultAsync(Stop))?.Work == RefundWork.Done);

        var standing = await Till.StandingAsync(order);
        Assert.Equal((5_000L, 5_000L), (Till.Amount(standing, "received"), Till.Amount(standing, "refunded")));
        Assert.Equal(["CANCELLED"], await Till.StatesAsync(order));
        Assert.Contains("PAID_TOO_LATE", (await Till.OrderAsync(order))["orders"]![0]!["timeline"]!.AsArray().Select(entry => (string?)entry!["kind"]));
        await _till.App.WithAsync(async db => Assert.Equal(PaymentChange.PaidLate, (await db.PaymentRecords.SingleAsync(record => record.NeedsPerson, Stop)).Change));
        Assert.Empty(await _till.BrokenAsync());
    }

    [Fact]
    public async Task Cash_at_the_door_is_written_down_when_the_order_has_arrived()
    {
        var order = await _till.OrderedAsync("CASH_ON_DELIVERY", 3);
        var seller = await _till.SellerAsync(order.Offer);
        var at = (await Till.OrderAsync(order))["orders"]![0]!;
        foreach (var step in (string[])["confirmOrder", "shipOrder", "deliverOrder"])
        {
            at = (await seller.DoAsync(step, new { order = (string)at["id"]!, version = (int)at["version"]! }, "order { id version state }"))["order"]!;
        }

        var standing = await Till.StandingAsync(order);
        Assert.Equal((3_000L, 0L), (Till.Amount(standing, "received"), Till.Amount(standing, "open")));
        Assert.Empty(await _till.BrokenAsync());
    }

    [Theory]
    [InlineData(2_000, "UNDER", 2_000, 1_000, "AWAITING_PAYMENT")]
    [InlineData(4_000, "OVER", 4_000, 0, "PLACED")]
    public async Task Too_little_waits_for_the_rest_and_too_much_goes_back(long sent, string outcome, long received, long open, string state)
    {
        var order = await _till.OrderedAsync("VIET_QR", 3);
        var payment = await _till.StartAsync(order);

        await _till.PlayAsync(payment with { Transfer = payment.Transfer! with { Amount = new(sent, "VND") } }, SandboxTrick.Pay);

        var standing = await Till.StandingAsync(order);
        Assert.Equal((received, open), (Till.Amount(standing, "received"), Till.Amount(standing, "open")));
        Assert.Equal([state], await Till.StatesAsync(order));
        await _till.App.WithAsync(async db =>
        {
            Assert.Equal(outcome, (await db.PaymentRecords.SingleAsync(Stop)).Outcome.ToString()!.ToUpperInvariant());
            Assert.Equal(sent > 3_000 ? [1_000L] : Array.Empty<long>(), await db.Refunds.Select(refund => refund.Amount).ToListAsync(Stop));
        });
        Assert.Empty(await _till.BrokenAsync());
    }

    [Fact]
    public async Task An_event_that_is_forged_old_or_too_long_is_not_taken()
    {
        var order = await _till.OrderedAsync("CARD", 3);
        var asked = await _till.StartAsync(order);
        var (body, signature) = ("", "");
        await new SandboxDelivery(_till.Gateways.SandboxSecret!, _till.App.Clock, (_, told, signed, _) =>
        {
            (body, signature) = (told, signed);
            return Task.CompletedTask;
        }).PlayAsync(asked, SandboxTrick.Pay, Stop);

        Assert.Equal(400, await _till.PostAsync("sandbox", body.Replace("3000", "1", StringComparison.Ordinal), signature));
        Assert.Equal(400, await _till.PostAsync("sandbox", body, "t=1,v1=00"));
        Assert.Equal(400, await _till.PostAsync("bank", body, signature));
        Assert.Equal(404, await _till.PostAsync("paypal", body, signature));
        Assert.Equal(413, await _till.PostAsync("sandbox", new string(' ', 300_000), signature));
        _till.App.Clock.Advance(EventSignature.Tolerance + TimeSpan.FromSeconds(1));
        Assert.Equal(400, await _till.PostAsync("sandbox", body, signature));

        Assert.Equal(0, Till.Amount(await Till.StandingAsync(order), "received"));
    }

    [Fact]
    public async Task The_same_event_from_twenty_sides_at_once_is_taken_once()
    {
        var order = await _till.OrderedAsync("CARD", 3);
        var asked = await _till.StartAsync(order);
        List<(string Body, string Signature)> told = [];
        await new SandboxDelivery(_till.Gateways.SandboxSecret!, _till.App.Clock, (_, body, signature, _) =>
        {
            told.Add((body, signature));
            return Task.CompletedTask;
        }).PlayAsync(asked, SandboxTrick.Pay, Stop);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _till.PostAsync("sandbox", told[0].Body, told[0].Signature)));

        Assert.All(answers, answer => Assert.Equal(200, answer));
        Assert.Equal(3_000, Till.Amount(await Till.StandingAsync(order), "received"));
        Assert.Empty(await _till.BrokenAsync());
    }

    [Fact]
    public async Task Nobody_pays_or_sees_the_payment_of_somebody_elses_order()
    {
        var order = await _till.OrderedAsync("CARD", 3);
        var other = _till.People.Browser();

        Assert.Equal(["NOTHING_THERE"], await other.ProblemsAsync("startPayment", new { number = order.Number, requestKey = "x" }));
        Assert.Null((await other.DataAsync("query($n: String!) { payment(number: $n) { open { amount } } }", new { n = order.Number }))["payment"]);
    }

    public void Dispose() => _till.Dispose();
}
