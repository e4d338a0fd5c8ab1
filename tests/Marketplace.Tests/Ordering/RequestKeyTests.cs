using System.Text.Json.Nodes;
using GraphQL;
using GraphQL.Types;
using Marketplace.Core.Ordering;
using Marketplace.Payments.Sandbox;
using Marketplace.Tests.Accounts;
using Marketplace.Tests.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Ordering;

/// <summary>Whoever is not sure that a request arrived sends it again: it is done once, and answered alike.</summary>
public sealed class RequestKeyTests : IDisposable
{
    private readonly Till _till = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_mutation_of_buying_takes_a_key()
    {
        string[] things = ["Cart", "Order", "OrderGroup", "PaymentRequest", "SavedList", "DeliveryAddress", "PriceList", "Approval", "ProducerTerms"];
        var changing = _till.App.Services.GetRequiredService<ISchema>().Mutation!.Fields
            .Where(field => field.ResolvedType!.GetNamedType() is IObjectGraphType payload
                && (field.Name == "setOrderLimit" || payload.Name == "SettleMoneyPayload" || payload.Fields.Any(part => things.Contains(part.ResolvedType!.GetNamedType().Name))))
            .ToDictionary(field => field.Name, field => field.Arguments!.Select(argument => argument.ResolvedType!.GetNamedType()).OfType<IInputObjectGraphType>().Single());

        Assert.Superset(new HashSet<string> { "addToCart", "emptyCart", "orderAgain", "removeList", "assignPriceList", "setSmallestOrder", "setOrderLimit", "placeOrder", "replaceOrder", "startPayment", "recordRefund" }, changing.Keys.ToHashSet());
        Assert.Empty(changing.Where(mutation => mutation.Value.Fields.All(field => field.Name != "requestKey")).Select(mutation => mutation.Key));
    }

    [Fact]
    public async Task A_step_that_comes_a_hundred_times_at_once_is_taken_once_and_answered_alike()
    {
        var order = await _till.OrderedAsync("CASH_ON_DELIVERY", 5);
        var seller = await _till.SellerAsync(order.Offer);
        var at = await ConfirmedAsync(seller, order);
        var input = new { order = (string)at["id"]!, version = (int)at["version"]!, requestKey = "send", lines = new[] { new { line = (string)at["lines"]![0]!["id"]!, quantity = 2 } } };

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => seller.DoAsync("shipOrder", input, "order { state version lines { shipped } }")));

        Assert.All(answers, answer => Assert.Empty(Stall.Codes(answer)));
        Assert.Single(answers.Select(answer => answer["order"]!.ToJsonString()).Distinct());
        Assert.Equal((18, 3), await _till.Stall.StockAsync(order.Offer));
        await _till.App.WithAsync(async db => Assert.Equal(1, await db.OrderEvents.CountAsync(entry => entry.Kind == OrderEventKind.Shipped, Stop)));
        Assert.Empty(await _till.BrokenAsync());
    }

    [Fact]
    public async Task Two_steps_at_once_leave_the_slower_one_with_the_order_as_it_is_now()
    {
        var order = await _till.OrderedAsync("CASH_ON_DELIVERY", 5);
        var seller = await _till.SellerAsync(order.Offer);
        var at = await ConfirmedAsync(seller, order);

        var answers = await Task.WhenAll(new[] { "first", "second" }.Select(requestKey => seller.DoAsync("packOrder", new { order = (string)at["id"]!, version = (int)at["version"]!, requestKey }, "order { state }")));

        Assert.Equal(["", "CHANGED_MEANWHILE"], answers.Select(answer => string.Join(' ', Stall.Codes(answer))).Order());
        Assert.Equal(["PACKED", "PACKED"], answers.Select(answer => (string?)answer["order"]!["state"]));
    }

    [Fact]
    public async Task What_an_officer_settles_twenty_times_with_one_key_is_settled_once_and_each_time_well()
    {
        var order = await _till.OrderedAsync("VIET_QR", 3);
        var asked = await _till.StartAsync(order);
        await _till.PlayAsync(asked with { Transfer = asked.Transfer! with { Code = "mua keo" } }, SandboxTrick.Pay);
        var officer = await _till.People.OfficerAsync();
        var told = (await officer.DataAsync("{ moneyForPeople { events { gateway event } } }"))["moneyForPeople"]!["events"]![0]!;
        var assign = new { gateway = (string)told["gateway"]!, @event = (string)told["event"]!, number = order.Number, requestKey = "assign" };

        Assert.All(await ManyAsync(officer, "assignTransfer", assign), Assert.Empty);
        Assert.Equal(["SETTLED_BEFORE"], await officer.ProblemsAsync("assignTransfer", assign with { requestKey = "another" }));
        Assert.Equal(3_000, Till.Amount(await Till.StandingAsync(order), "received"));

        await CancelAsync(order);
        await _till.UntilAsync(db => db.Refunds.AnyAsync(refund => refund.Work == Core.Payments.RefundWork.ByHand, Stop));
        var refund = (string)(await officer.DataAsync("{ moneyForPeople { refunds { id } } }"))["moneyForPeople"]!["refunds"]![0]!["id"]!;
        var sent = new { refund, amount = 3_000L, reference = "FT26333000001", requestKey = "sent" };

        Assert.All(await ManyAsync(officer, "recordRefund", sent), Assert.Empty);
        Assert.Equal(["SETTLED_BEFORE"], await officer.ProblemsAsync("recordRefund", sent with { reference = "FT26333000002" }));
        Assert.Equal(3_000, Till.Amount(await Till.StandingAsync(order), "refunded"));
        await _till.App.WithAsync(async db => Assert.Equal(2, await db.Audit.CountAsync(entry => entry.Action == "assignTransfer" || entry.Action == "recordRefund", Stop)));
        Assert.Empty(await _till.BrokenAsync());
    }

    [Fact]
    public async Task An_event_that_is_settled_twice_with_one_key_is_settled_well_both_times()
    {
        var order = await _till.OrderedAsync("VIET_QR", 3);
        var asked = await _till.StartAsync(order);
        await _till.PlayAsync(asked with { Transfer = asked.Transfer! with { Amount = new(2_000, "VND") } }, SandboxTrick.Pay);
        var officer = await _till.People.OfficerAsync();
        var told = (await officer.DataAsync("{ moneyForPeople { events { gateway event } } }"))["moneyForPeople"]!["events"]![0]!;
        var settle = new { gateway = (string)told["gateway"]!, @event = (string)told["event"]!, note = "Đã gọi người mua.", requestKey = "settle" };

        Assert.All(await ManyAsync(officer, "settlePaymentRecord", settle), Assert.Empty);

        Assert.Equal(["SETTLED_BEFORE"], await officer.ProblemsAsync("settlePaymentRecord", settle with { note = "Khác." }));
    }

    public void Dispose() => _till.Dispose();

    private static Task<string[][]> ManyAsync(Browser officer, string mutation, object input) => Task.WhenAll(Enumerable.Range(0, 20).Select(_ => officer.ProblemsAsync(mutation, input)));

    private static async Task<JsonNode> ConfirmedAsync(Browser seller, Placed order)
    {
        var at = (await Till.OrderAsync(order))["orders"]![0]!;
        return (await seller.DoAsync("confirmOrder", new { order = (string)at["id"]!, version = (int)at["version"]! }, "order { id version lines { id } }"))["order"]!;
    }

    private static async Task CancelAsync(Placed order)
    {
        var at = (await Till.OrderAsync(order))["orders"]![0]!;
        Assert.Empty(await order.Buyer.ProblemsAsync("cancelOrder", new { order = (string)at["id"]!, version = (int)at["version"]!, reason = "Đặt nhầm", secret = order.Secret }));
    }
}
