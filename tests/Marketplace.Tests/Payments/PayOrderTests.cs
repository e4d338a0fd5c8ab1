using System.Text;
using System.Text.Json.Nodes;
using Marketplace.Api.Payments;
using Marketplace.Core.Accounts;
using Marketplace.Core.Ordering;
using Marketplace.Core.Payments;
using Marketplace.Data;
using Marketplace.Payments;
using Marketplace.Payments.Sandbox;
using Marketplace.Tests.Accounts;
using Marketplace.Tests.Ordering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Payments;

/// <summary>From an order to money and back, over HTTP: the sandbox sends its events through the webhook that real providers use.</summary>
public sealed class PayOrderTests : IDisposable
{
    private readonly MarketplaceApp _app;
    private readonly People _people;
    private readonly Stall _stall;

    public PayOrderTests()
    {
        _app = new MarketplaceApp("Production")
        {
            Given = [("Accounts:AttemptsPerMinute", "0")],
            With = services => services.AddSingleton<PostEvent>((reader, body, signature, stop) => PostAsync(reader, body, signature)),
        };
        (_people, _stall) = (new People(_app), new Stall(_app));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("CARD", SandboxTrick.Pay)]
    [InlineData("CARD", SandboxTrick.Duplicate)]
    [InlineData("CARD", SandboxTrick.Reorder)]
    [InlineData("VIET_QR", SandboxTrick.Pay)]
    [InlineData("VIET_QR", SandboxTrick.Duplicate)]
    public async Task Money_that_is_reported_places_the_order_once(string method, SandboxTrick trick)
    {
        var order = await OrderedAsync(method, 3);
        var asked = await StartAsync(order);

        await PlayAsync(asked, trick);

        var standing = await StandingAsync(order);
        Assert.Equal((3_000L, 0L, 0L), (Amount(standing, "received"), Amount(standing, "open"), Amount(standing, "refunded")));
        Assert.Equal(["PLACED"], await StatesAsync(order));
        Assert.Empty(await BrokenAsync());
    }

    [Fact]
    public async Task A_transfer_is_asked_for_with_a_code_that_stands_in_the_picture()
    {
        var order = await OrderedAsync("VIET_QR", 3);

        var payment = (await order.Buyer.DoAsync("startPayment", new { number = order.Number, secret = order.Secret, requestKey = "pay" }, "payment { amount { amount } redirectUrl qrPayload qrSvg transfer { bank account holder code amount { amount } } sandboxUrl expiresAt }"))["payment"]!;

        Assert.Null(payment["redirectUrl"]);
        Assert.Contains((string)payment["transfer"]!["code"]!, (string)payment["qrPayload"]!, StringComparison.Ordinal);
        Assert.StartsWith("<svg", (string)payment["qrSvg"]!, StringComparison.Ordinal);
        Assert.Equal(3_000, (long)payment["transfer"]!["amount"]!["amount"]!);
        Assert.Equal((string)payment["transfer"]!["code"]!, (string)(await StandingAsync(order, "request { transfer { code } }"))["request"]!["transfer"]!["code"]!);
    }

    [Fact]
    public async Task The_same_payment_is_started_once_however_often_the_button_is_pressed()
    {
        var order = await OrderedAsync("CARD", 3);

        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => StartAsync(order, "pay")));

        Assert.Single(pages.Select(page => page.AttemptId).Distinct());
        await _app.WithAsync(async db => Assert.Single(await db.PaymentAttempts.ToListAsync(Stop)));
    }

    [Fact]
    public async Task Money_that_comes_after_the_time_is_over_is_said_and_goes_back()
    {
        var order = await OrderedAsync("CARD", 5, stock: 5);
        var asked = await StartAsync(order);
        _app.Clock.Advance(OrderGroup.PaymentTime + TimeSpan.FromSeconds(1));
        await UntilAsync(async db => !await db.OrderGroups.AnyAsync(group => group.PayBy != null, Stop));

        await PlayAsync(asked, SandboxTrick.Pay);
        await UntilAsync(async db => (await db.Refunds.SingleOrDefaultAsync(Stop))?.Work == RefundWork.Done);

        var standing = await StandingAsync(order);
        Assert.Equal((5_000L, 5_000L), (Amount(standing, "received"), Amount(standing, "refunded")));
        Assert.Equal(["CANCELLED"], await StatesAsync(order));
        Assert.Contains("PAID_TOO_LATE", (await OrderAsync(order))["orders"]![0]!["timeline"]!.AsArray().Select(entry => (string?)entry!["kind"]));
        await _app.WithAsync(async db => Assert.Equal(PaymentChange.PaidLate, (await db.PaymentRecords.SingleAsync(record => record.NeedsPerson, Stop)).Change));
        Assert.Empty(await BrokenAsync());
    }

    [Fact]
    public async Task What_a_producer_refuses_is_kept_until_the_buyer_chooses_and_goes_back_when_that_is_the_choice()
    {
        var order = await OrderedAsync("CARD", 3);
        await PlayAsync(await StartAsync(order), SandboxTrick.Pay);
        var refused = await RefuseAsync(order);
        var standing = await StandingAsync(order);
        Assert.Equal((3_000L, 0L), (Amount(standing, "credit"), Amount(standing, "returning")));

        var chosen = await order.Buyer.DoAsync("giveUpOrder", new { order = refused.Id, version = refused.Version, secret = order.Secret }, "order { remedyBy }");
        Assert.Empty(Stall.Codes(chosen));
        await UntilAsync(async db => (await db.Refunds.SingleOrDefaultAsync(Stop))?.Work == RefundWork.Done);

        standing = await StandingAsync(order);
        Assert.Equal((3_000L, 3_000L, 0L), (Amount(standing, "received"), Amount(standing, "refunded"), Amount(standing, "credit")));
        Assert.Empty(await BrokenAsync());
    }

    [Fact]
    public async Task A_buyer_takes_something_else_in_the_place_of_what_was_refused_and_the_rest_goes_back()
    {
        var order = await OrderedAsync("CARD", 3);
        await PlayAsync(await StartAsync(order), SandboxTrick.Pay);
        var refused = await RefuseAsync(order);
        var other = (await _stall.OffersAsync(3, stock: 50))[2];

        var answer = await order.Buyer.DoAsync("replaceOrder", new { order = refused.Id, version = refused.Version, offer = other.GlobalId, quantity = 2, secret = order.Secret, requestKey = "else" }, "order { id version timeline { kind text } }");
        Assert.Empty(Stall.Codes(answer));
        Assert.Equal(["CREDIT_TOO_SMALL"], Stall.Codes(await order.Buyer.DoAsync("replaceOrder", new { order = refused.Id, version = (int)answer["order"]!["version"]!, offer = other.GlobalId, quantity = 2, secret = order.Secret })));
        await order.Buyer.DoAsync("giveUpOrder", new { order = refused.Id, version = (int)answer["order"]!["version"]!, secret = order.Secret });
        await UntilAsync(async db => (await db.Refunds.SingleOrDefaultAsync(Stop))?.Work == RefundWork.Done);

        Assert.Equal(["REFUSED", "PLACED"], await StatesAsync(order));
        Assert.Equal((50, 2), await _stall.StockAsync(other));
        Assert.Equal(1_000, Amount(await StandingAsync(order), "refunded"));
        Assert.Empty(await BrokenAsync());
    }

    [Fact]
    public async Task A_buyer_who_waits_asks_the_producer_once_more_and_pays_nothing_again()
    {
        var order = await OrderedAsync("CARD", 3);
        await PlayAsync(await StartAsync(order), SandboxTrick.Pay);
        var refused = await RefuseAsync(order);

        Assert.Empty(Stall.Codes(await order.Buyer.DoAsync("waitForOrder", new { order = refused.Id, version = refused.Version, secret = order.Secret })));

        Assert.Equal(["PLACED"], await StatesAsync(order));
        Assert.Equal((20, 3), await _stall.StockAsync(order.Offer));
        Assert.Equal(0, Amount(await StandingAsync(order), "open"));
        Assert.Empty(await BrokenAsync());
    }

    [Fact]
    public async Task A_choice_that_is_not_made_in_time_is_the_money()
    {
        var order = await OrderedAsync("CARD", 3);
        await PlayAsync(await StartAsync(order), SandboxTrick.Pay);
        await RefuseAsync(order);

        _app.Clock.Advance(Order.RemedyTime + TimeSpan.FromMinutes(1));
        await UntilAsync(async db => (await db.Refunds.SingleOrDefaultAsync(Stop))?.Work == RefundWork.Done);

        Assert.Equal(3_000, Amount(await StandingAsync(order), "refunded"));
    }

    [Fact]
    public async Task Cash_at_the_door_is_written_down_when_the_order_has_arrived()
    {
        var order = await OrderedAsync("CASH_ON_DELIVERY", 3);
        var seller = await SellerAsync(order.Offer);
        var at = (await OrderAsync(order))["orders"]![0]!;
        foreach (var step in (string[])["confirmOrder", "shipOrder", "deliverOrder"])
        {
            at = (await seller.DoAsync(step, new { order = (string)at["id"]!, version = (int)at["version"]! }, "order { id version state }"))["order"]!;
        }

        var standing = await StandingAsync(order);
        Assert.Equal((3_000L, 0L), (Amount(standing, "received"), Amount(standing, "open")));
        Assert.Empty(await BrokenAsync());
    }

    [Theory]
    [InlineData(2_000, "UNDER", 2_000, 1_000, "AWAITING_PAYMENT")]
    [InlineData(4_000, "OVER", 4_000, 0, "PLACED")]
    public async Task Too_little_waits_for_the_rest_and_too_much_goes_back(long sent, string outcome, long received, long open, string state)
    {
        var order = await OrderedAsync("VIET_QR", 3);
        var payment = await StartAsync(order);

        await PlayAsync(payment with { Transfer = payment.Transfer! with { Amount = new(sent, "VND") } }, SandboxTrick.Pay);

        var standing = await StandingAsync(order);
        Assert.Equal((received, open), (Amount(standing, "received"), Amount(standing, "open")));
        Assert.Equal([state], await StatesAsync(order));
        await _app.WithAsync(async db =>
        {
            Assert.Equal(outcome, (await db.PaymentRecords.SingleAsync(Stop)).Outcome.ToString()!.ToUpperInvariant());
            Assert.Equal(sent > 3_000 ? [1_000L] : Array.Empty<long>(), await db.Refunds.Select(refund => refund.Amount).ToListAsync(Stop));
        });
        Assert.Empty(await BrokenAsync());
    }

    [Fact]
    public async Task An_event_that_is_forged_old_or_too_long_is_not_taken()
    {
        var order = await OrderedAsync("CARD", 3);
        var asked = await StartAsync(order);
        var (body, signature) = ("", "");
        await new SandboxDelivery(Gateways.SandboxSecret!, _app.Clock, (_, told, signed, _) =>
        {
            (body, signature) = (told, signed);
            return Task.CompletedTask;
        }).PlayAsync(asked, SandboxTrick.Pay, Stop);

        Assert.Equal(400, await PostAsync("sandbox", body.Replace("3000", "1", StringComparison.Ordinal), signature));
        Assert.Equal(400, await PostAsync("sandbox", body, "t=1,v1=00"));
        Assert.Equal(400, await PostAsync("bank", body, signature));
        Assert.Equal(404, await PostAsync("paypal", body, signature));
        Assert.Equal(413, await PostAsync("sandbox", new string(' ', 300_000), signature));
        _app.Clock.Advance(EventSignature.Tolerance + TimeSpan.FromSeconds(1));
        Assert.Equal(400, await PostAsync("sandbox", body, signature));

        Assert.Equal(0, Amount(await StandingAsync(order), "received"));
    }

    [Fact]
    public async Task The_same_event_from_twenty_sides_at_once_is_taken_once()
    {
        var order = await OrderedAsync("CARD", 3);
        var asked = await StartAsync(order);
        List<(string Body, string Signature)> told = [];
        await new SandboxDelivery(Gateways.SandboxSecret!, _app.Clock, (_, body, signature, _) =>
        {
            told.Add((body, signature));
            return Task.CompletedTask;
        }).PlayAsync(asked, SandboxTrick.Pay, Stop);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync("sandbox", told[0].Body, told[0].Signature)));

        Assert.All(answers, answer => Assert.Equal(200, answer));
        Assert.Equal(3_000, Amount(await StandingAsync(order), "received"));
        Assert.Empty(await BrokenAsync());
    }

    [Fact]
    public async Task Nobody_pays_or_sees_the_payment_of_somebody_elses_order()
    {
        var order = await OrderedAsync("CARD", 3);
        var other = _people.Browser();

        Assert.Equal(["NOTHING_THERE"], await other.ProblemsAsync("startPayment", new { number = order.Number, requestKey = "x" }));
        Assert.Null((await other.DataAsync("query($n: String!) { payment(number: $n) { open { amount } } }", new { n = order.Number }))["payment"]);
    }

    public void Dispose() => _app.Dispose();

    private PaymentGateways Gateways => _app.Services.GetRequiredService<PaymentGateways>();

    private async Task<Placed> OrderedAsync(string method, int quantity, int stock = 20)
    {
        var offer = (await _stall.OffersAsync(1, stock))[0];
        var buyer = _people.Browser();
        await Stall.PutInAsync(buyer, (offer, quantity));
        var placed = await _stall.OrderAsync(buyer, quantity * 1_000, method);
        Assert.Empty(Stall.Codes(placed));
        return new(buyer, (string)placed["orderGroup"]!["code"]!, (string)placed["secret"]!, offer);
    }

    /// <summary>Presses "pay"; returns what the sandbox's page would know.</summary>
    private async Task<SandboxPayment> StartAsync(Placed order, string requestKey = "pay")
    {
        var started = await order.Buyer.DoAsync("startPayment", new { number = order.Number, secret = order.Secret, requestKey }, "payment { redirectUrl sandboxUrl }");
        Assert.Empty(Stall.Codes(started));
        var page = new Uri((string?)started["payment"]!["redirectUrl"] ?? (string)started["payment"]!["sandboxUrl"]!);
        return SandboxPayment.Read(Gateways.SandboxSecret!, page.Query["?payment=".Length..])!;
    }

    private async Task PlayAsync(SandboxPayment payment, SandboxTrick trick) => await Gateways.Sandbox!.PlayAsync(payment, trick, Stop);

    private async Task<int> PostAsync(string reader, string body, string signature)
    {
        using var http = _app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/payments/{reader}/events", UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation(EventSignature.Header, signature);
        using var answer = await http.SendAsync(request, Stop);
        return (int)answer.StatusCode;
    }

    private static async Task<JsonNode> StandingAsync(Placed order, string fields = "received { amount } refunded { amount } returning { amount } open { amount } credit { amount }") =>
        (await order.Buyer.DataAsync($$"""query($n: String!, $s: String) { payment(number: $n, secret: $s) { {{fields}} } }""", new { n = order.Number, s = order.Secret }))["payment"]!;

    private static async Task<JsonNode> OrderAsync(Placed order) =>
        (await order.Buyer.DataAsync("query($n: String!, $s: String) { order(number: $n, secret: $s) { orders { id version state timeline { kind } } } }", new { n = order.Number, s = order.Secret }))["order"]!;

    private static async Task<string[]> StatesAsync(Placed order) => [.. (await OrderAsync(order))["orders"]!.AsArray().Select(one => (string)one!["state"]!)];

    private static long Amount(JsonNode standing, string field) => (long)standing[field]!["amount"]!;

    private async Task<Browser> SellerAsync(OfferOnSale offer) => await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Producer, producerId: offer.ProducerId));

    private async Task<(string Id, int Version)> RefuseAsync(Placed order)
    {
        var at = (await OrderAsync(order))["orders"]![0]!;
        var refused = await (await SellerAsync(order.Offer)).DoAsync("refuseOrder", new { order = (string)at["id"]!, version = (int)at["version"]!, reason = "Hết nguyên liệu" }, "order { id version remedyBy }");
        Assert.Empty(Stall.Codes(refused));
        Assert.NotNull(refused["order"]!["remedyBy"]);
        return ((string)refused["order"]!["id"]!, (int)refused["order"]!["version"]!);
    }

    /// <summary>The host looks by itself; this returns when it has.</summary>
    private async Task UntilAsync(Func<MarketplaceDb, Task<bool>> isSo)
    {
        for (var holds = false; !holds;)
        {
            Stop.ThrowIfCancellationRequested();
            await _app.WithAsync(async db => holds = await isSo(db));
            await Task.Yield();
        }
    }

    private async Task<string[]> BrokenAsync()
    {
        await _app.CaughtUpAsync();
        var proof = (await (await _people.OfficerAsync()).DataAsync("{ proof { invariant holds } }"))["proof"]!.AsArray();
        return [.. proof.Where(one => !(bool)one!["holds"]!).Select(one => (string)one!["invariant"]!)];
    }

    private sealed record Placed(Browser Buyer, string Number, string Secret, OfferOnSale Offer);
}
