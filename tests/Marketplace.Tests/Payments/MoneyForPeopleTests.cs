using System.Text.Json.Nodes;
using Marketplace.Api.Payments;
using Marketplace.Core.Accounts;
using Marketplace.Core.Payments;
using Marketplace.Payments;
using Marketplace.Payments.Sandbox;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Payments;

/// <summary>What rules do not settle about money, the office does: over HTTP, with the bank played by the sandbox.</summary>
public sealed class MoneyForPeopleTests : IDisposable
{
    private const string Events = "events { gateway event kind change outcome amount { amount } reference words number assignable }";
    private const string Refunds = "refunds { id work amount { amount } gateway payment number recipient { name phone } }";

    private readonly Till _till = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Too_little_stands_on_the_list_with_its_order_until_an_officer_has_settled_it_once()
    {
        var (order, asked) = await AskedAsync(3);
        await _till.PlayAsync(asked with { Transfer = asked.Transfer! with { Amount = new(2_000, "VND") } }, SandboxTrick.Pay);
        var officer = await _till.People.OfficerAsync();
        var told = (await ListAsync(officer, Events))["events"]!.AsArray().Single()!;
        Assert.Equal(("UNDER", "PAID_IN_PART", 2_000L, false), ((string)told["outcome"]!, (string)told["change"]!, (long)told["amount"]!["amount"]!, (bool)told["assignable"]!));
        Assert.Equal(order.Number, ((string)told["number"]!).Replace("-", "", StringComparison.Ordinal));
        Assert.Contains(asked.Transfer!.Code, (string)told["words"]!, StringComparison.OrdinalIgnoreCase);
        var key = new { gateway = (string)told["gateway"]!, @event = (string)told["event"]!, note = "Đã gọi, người mua chuyển tiếp phần còn lại." };

        Assert.Equal(["INVALID_VALUE"], await officer.ProblemsAsync("settlePaymentRecord", new { key.gateway, key.@event, note = " " }));
        Assert.Equal(["NOTHING_THERE"], await officer.ProblemsAsync("settlePaymentRecord", new { key.gateway, @event = "x", key.note }));
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => officer.ProblemsAsync("settlePaymentRecord", key)));

        Assert.Single(answers, problems => problems.Length == 0);
        Assert.Equal(4, answers.Count(problems => problems is ["SETTLED_BEFORE"]));
        Assert.Empty((await ListAsync(officer, Events))["events"]!.AsArray());
        Assert.Equal(2_000, Till.Amount(await Till.StandingAsync(order), "received"));
        await _till.App.WithAsync(async db => Assert.Equal(key.note, (await db.Audit.SingleAsync(entry => entry.Action == "settlePaymentRecord", Stop)).Why));
    }

    [Fact]
    public async Task Whoever_sent_too_little_is_asked_for_the_rest_by_the_same_code()
    {
        var (order, asked) = await AskedAsync(3);
        await _till.PlayAsync(asked with { Transfer = asked.Transfer! with { Amount = new(2_000, "VND") } }, SandboxTrick.Pay);

        var rest = (await order.Buyer.DataAsync("query($n: String!, $s: String) { payment(number: $n, secret: $s) { request { amount { amount } qrPayload transfer { code amount { amount } } } } }", new { n = order.Number, s = order.Secret }))["payment"]!["request"]!;

        Assert.Equal((asked.Transfer!.Code, 1_000L), ((string)rest["transfer"]!["code"]!, (long)rest["transfer"]!["amount"]!["amount"]!));
        Assert.Equal(1_000, (long)rest["amount"]!["amount"]!);
        Assert.Contains("54041000", (string)rest["qrPayload"]!, StringComparison.Ordinal);
        await _till.PlayAsync(asked with { AttemptId = Guid.Empty, Transfer = asked.Transfer with { Amount = new(1_000, "VND") } }, SandboxTrick.Pay);
        Assert.Equal("PLACED", (await Till.StatesAsync(order))[0]);
    }

    [Fact]
    public async Task A_transfer_without_its_code_pays_the_order_that_an_officer_names_and_never_a_second_one()
    {
        var (first, asked) = await AskedAsync(3);
        var (second, _) = await AskedAsync(3);
        await _till.PlayAsync(asked with { Transfer = asked.Transfer! with { Code = "mua keo" } }, SandboxTrick.Pay);
        var officer = await _till.People.OfficerAsync();
        var told = (await ListAsync(officer, Events))["events"]!.AsArray().Single()!;
        Assert.Equal(("UNKNOWN_CODE", null, true), ((string)told["outcome"]!, (string?)told["number"], (bool)told["assignable"]!));
        object To(string number) => new { gateway = (string)told["gateway"]!, @event = (string)told["event"]!, number };
        Assert.Equal(["NOTHING_THERE"], await officer.ProblemsAsync("assignTransfer", To("ABC")));
        Assert.Equal(["NOT_ASSIGNABLE"], await officer.ProblemsAsync("assignTransfer", To((await _till.OrderedAsync("CASH_ON_DELIVERY", 1)).Number)));

        var answers = await Task.WhenAll(new[] { first, second, first, second }.Select(order => officer.ProblemsAsync("assignTransfer", To(order.Number))));

        Assert.Single(answers, problems => problems.Length == 0);
        Assert.Equal(3_000, Till.Amount(await Till.StandingAsync(first), "received") + Till.Amount(await Till.StandingAsync(second), "received"));
        Assert.Empty((await ListAsync(officer, Events))["events"]!.AsArray());
        // The bank tells of the same money once more, under another name for the event.
        await PlayAsync(asked with { AttemptId = Guid.Empty, Transfer = asked.Transfer! with { Code = "mua keo" } }, told);
        var again = (await ListAsync(officer, Events))["events"]!.AsArray().Single()!;
        Assert.Equal(["SETTLED_BEFORE"], await officer.ProblemsAsync("assignTransfer", new { gateway = (string)again["gateway"]!, @event = (string)again["event"]!, number = second.Number }));
        Assert.Empty(await _till.BrokenAsync());
    }

    [Theory]
    [InlineData(2_000, "AWAITING_PAYMENT", 1_000, 0)]
    [InlineData(4_000, "PLACED", 0, 1_000)]
    public async Task A_transfer_that_is_named_by_hand_with_another_amount_is_counted_as_the_amount_that_it_is(long sent, string state, long open, long returning)
    {
        var (order, asked) = await AskedAsync(3);
        await _till.PlayAsync(asked with { Transfer = asked.Transfer! with { Code = "mua keo", Amount = new(sent, "VND") } }, SandboxTrick.Pay);
        var officer = await _till.People.OfficerAsync();
        var told = (await ListAsync(officer, Events))["events"]!.AsArray().Single()!;

        Assert.Empty(await officer.ProblemsAsync("assignTransfer", new { gateway = (string)told["gateway"]!, @event = (string)told["event"]!, number = order.Number }));

        Assert.Equal((sent, open, returning), (Till.Amount(await Till.StandingAsync(order), "received"), Till.Amount(await Till.StandingAsync(order), "open"), Till.Amount(await Till.StandingAsync(order), "returning")));
        Assert.Equal(state, (await Till.StatesAsync(order))[0]);
        Assert.Empty(await _till.BrokenAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Money_that_goes_back_by_hand_is_recorded_once_with_the_amount_that_is_owed(bool failedFirst)
    {
        var (order, asked) = await AskedAsync(3);
        await _till.PlayAsync(asked, SandboxTrick.Pay);
        await CancelAsync(order);
        var officer = await _till.People.OfficerAsync();
        await _till.App.Services.GetRequiredService<RefundWorker>().SendDueAsync(Stop);
        if (failedFirst)
        {
            await FailAsync();
        }

        var refund = (await ListAsync(officer, Refunds))["refunds"]!.AsArray().Single()!;
        Assert.Equal((failedFirst ? "FAILED" : "BY_HAND", 3_000L, "Nguyễn Thị Mua"), ((string)refund["work"]!, (long)refund["amount"]!["amount"]!, (string)refund["recipient"]!["name"]!));
        var sent = new { refund = (string)refund["id"]!, amount = 3_000L, reference = "FT26333000001" };

        Assert.Equal(["INVALID_VALUE"], await officer.ProblemsAsync("recordRefund", sent with { amount = 2_999 }));
        Assert.Equal(["INVALID_VALUE"], await officer.ProblemsAsync("recordRefund", sent with { reference = "" }));
        Assert.Equal(0, Till.Amount(await Till.StandingAsync(order), "refunded"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => officer.ProblemsAsync("recordRefund", sent)));

        Assert.Single(answers, problems => problems.Length == 0);
        Assert.Equal((3_000L, 0L), (Till.Amount(await Till.StandingAsync(order), "refunded"), Till.Amount(await Till.StandingAsync(order), "returning")));
        Assert.Empty((await ListAsync(officer, Refunds))["refunds"]!.AsArray());
        Assert.Equal(["SETTLED_BEFORE"], await officer.ProblemsAsync("recordRefund", sent));
        await _till.App.WithAsync(async db => Assert.Equal(1, await db.Audit.CountAsync(entry => entry.Action == "recordRefund", Stop)));
        Assert.Empty(await _till.BrokenAsync());
    }

    [Fact]
    public async Task Nobody_but_officers_sees_or_settles_money()
    {
        var buyer = await _till.People.MemberAsync(await _till.People.OrganisationAsync(OrganisationKind.Buyer));

        Assert.Equal("FORBIDDEN", await CodeAsync(buyer, "{ moneyForPeople { events { event } } }"));
        Assert.Equal("UNAUTHENTICATED", await CodeAsync(_till.People.Browser(), "{ moneyForPeople { events { event } } }"));
        Assert.Equal("FORBIDDEN", await CodeAsync(buyer, """mutation { settlePaymentRecord(input: { gateway: "bank", event: "x", note: "x" }) { problems { code } } }"""));
        Assert.Equal("FORBIDDEN", await CodeAsync(buyer, """mutation { assignTransfer(input: { gateway: "bank", event: "x", number: "x" }) { problems { code } } }"""));
        Assert.Equal("FORBIDDEN", await CodeAsync(buyer, """mutation { recordRefund(input: { refund: "x", amount: 1, reference: "x" }) { problems { code } } }"""));
    }

    [Fact]
    public async Task A_longer_list_takes_no_more_statements()
    {
        var officer = await _till.People.OfficerAsync();
        await ManyAsync(1);
        var few = await CountAsync();
        await ManyAsync(3);

        Assert.Equal((2, 2), (few, await CountAsync()));

        async Task ManyAsync(int count)
        {
            for (var at = 0; at < count; at++)
            {
                var (_, asked) = await AskedAsync(3);
                await _till.PlayAsync(asked with { Transfer = asked.Transfer! with { Amount = new(4_000, "VND") } }, SandboxTrick.Pay);
            }

            await _till.App.Services.GetRequiredService<RefundWorker>().SendDueAsync(Stop);
        }

        async Task<int> CountAsync()
        {
            await ListAsync(officer, Events + Refunds);
            _till.App.Sql.Clear();
            await ListAsync(officer, Events + Refunds);
            // Refunds are looked for by the host itself too, whenever it likes.
            return _till.App.Sql.Statements.Count(statement => statement.Contains("PaymentRecords", StringComparison.Ordinal) || statement.Contains("OrderGroups", StringComparison.Ordinal));
        }
    }

    public void Dispose() => _till.Dispose();

    /// <summary>An order by VietQR, and what the bank's page would know of the transfer.</summary>
    private async Task<(Placed Order, SandboxPayment Asked)> AskedAsync(int quantity)
    {
        var order = await _till.OrderedAsync("VIET_QR", quantity);
        return (order, await _till.StartAsync(order));
    }

    /// <summary>The same money as an event before it told of.</summary>
    private Task PlayAsync(SandboxPayment payment, JsonNode before) => new SandboxDelivery(_till.Gateways.SandboxSecret!, _till.App.Clock, (reader, body, _, _) =>
    {
        var told = JsonNode.Parse(body)!;
        told["reference"] = (string)before["reference"]!;
        return _till.PostAsync(reader, told.ToJsonString(), EventSignature.Of(_till.Gateways.SandboxSecret!, told.ToJsonString(), _till.App.Clock.GetUtcNow()));
    }).PlayAsync(payment, SandboxTrick.Pay, Stop);

    private static async Task CancelAsync(Placed order)
    {
        var at = (await Till.OrderAsync(order))["orders"]![0]!;
        Assert.Empty(await order.Buyer.ProblemsAsync("cancelOrder", new { order = (string)at["id"]!, version = (int)at["version"]!, reason = "Đặt nhầm", secret = order.Secret, requestKey = "cancel" }));
    }

    /// <summary>The gateway says that what was to go back did not arrive.</summary>
    private async Task FailAsync()
    {
        var (attempt, refund) = ((PaymentAttempt?)null, (Refund?)null);
        await _till.App.WithAsync(async db => (attempt, refund) = (await db.PaymentAttempts.SingleAsync(Stop), await db.Refunds.SingleAsync(Stop)));
        await _till.App.Services.GetRequiredService<PaymentIntake>().TakeAsync(PaymentEvent.NotSentBack(attempt!, refund!.Request, _till.App.Clock.GetUtcNow()), Stop);
    }

    private static async Task<JsonNode> ListAsync(Browser officer, string fields) => (await officer.DataAsync($$"""{ moneyForPeople(first: 100) { {{fields}} } }"""))["moneyForPeople"]!;

    private static async Task<string?> CodeAsync(Browser browser, string query) => (string?)(await browser.AskAsync(query))["errors"]?[0]?["extensions"]?["code"];
}
