using System.Text;
using System.Text.Json.Nodes;
using Marketplace.Api.Payments;
using Marketplace.Core.Accounts;
using Marketplace.Data;
using Marketplace.Payments;
using Marketplace.Payments.Sandbox;
using Marketplace.Tests.Accounts;
using Marketplace.Tests.Ordering;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Payments;

/// <summary>A host whose sandbox reports to the host itself, as providers do, and people who order and pay there.</summary>
internal sealed class Till : IDisposable
{
    public Till()
    {
        App = new MarketplaceApp("Production")
        {
            Given = [("Accounts:AttemptsPerMinute", "0")],
            With = services => services.AddSingleton<PostEvent>((reader, body, signature, _) => PostAsync(reader, body, signature)),
        };
        (People, Stall) = (new People(App), new Stall(App));
    }

    public MarketplaceApp App { get; }

    public People People { get; }

    public Stall Stall { get; }

    public PaymentGateways Gateways => App.Services.GetRequiredService<PaymentGateways>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => App.Dispose();

    public async Task<Placed> OrderedAsync(string method, int quantity, int stock = 20)
    {
        var offer = (await Stall.OffersAsync(1, stock))[0];
        var buyer = People.Browser();
        await Ordering.Stall.PutInAsync(buyer, (offer, quantity));
        var placed = await Stall.OrderAsync(buyer, quantity * 1_000, method);
        Assert.Empty(Ordering.Stall.Codes(placed));
        return new(buyer, (string)placed["orderGroup"]!["code"]!, (string)placed["secret"]!, offer);
    }

    /// <summary>Presses "pay"; returns what the sandbox's page would know.</summary>
    public async Task<SandboxPayment> StartAsync(Placed order, string requestKey = "pay")
    {
        var started = await order.Buyer.DoAsync("startPayment", new { number = order.Number, secret = order.Secret, requestKey }, "payment { redirectUrl sandboxUrl }");
        Assert.Empty(Ordering.Stall.Codes(started));
        var page = new Uri((string?)started["payment"]!["redirectUrl"] ?? (string)started["payment"]!["sandboxUrl"]!);
        return SandboxPayment.Read(Gateways.SandboxSecret!, page.Query["?payment=".Length..])!;
    }

    public async Task PlayAsync(SandboxPayment payment, SandboxTrick trick) => await Gateways.Sandbox!.PlayAsync(payment, trick, Stop);

    public async Task<int> PostAsync(string reader, string body, string signature)
    {
        using var http = App.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/payments/{reader}/events", UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation(EventSignature.Header, signature);
        using var answer = await http.SendAsync(request, Stop);
        return (int)answer.StatusCode;
    }

    public static async Task<JsonNode> StandingAsync(Placed order, string fields = "received { amount } refunded { amount } returning { amount } open { amount } credit { amount }") =>
        (await order.Buyer.DataAsync($$"""query($n: String!, $s: String) { payment(number: $n, secret: $s) { {{fields}} } }""", new { n = order.Number, s = order.Secret }))["payment"]!;

    public static async Task<JsonNode> OrderAsync(Placed order) =>
        (await order.Buyer.DataAsync("query($n: String!, $s: String) { order(number: $n, secret: $s) { orders { id version state timeline { kind } } } }", new { n = order.Number, s = order.Secret }))["order"]!;

    public static async Task<string[]> StatesAsync(Placed order) => [.. (await OrderAsync(order))["orders"]!.AsArray().Select(one => (string)one!["state"]!)];

    /// <summary>One of the amounts of a standing.</summary>
    public static long Amount(JsonNode standing, string field) => (long)standing[field]!["amount"]!;

    public async Task<Browser> SellerAsync(OfferOnSale offer) => await People.MemberAsync(await People.OrganisationAsync(OrganisationKind.Producer, producerId: offer.ProducerId));

    public async Task<(string Id, int Version)> RefuseAsync(Placed order)
    {
        var at = (await OrderAsync(order))["orders"]![0]!;
        var refused = await (await SellerAsync(order.Offer)).DoAsync("refuseOrder", new { order = (string)at["id"]!, version = (int)at["version"]!, reason = "Hết nguyên liệu" }, "order { id version remedyBy }");
        Assert.Empty(Ordering.Stall.Codes(refused));
        Assert.NotNull(refused["order"]!["remedyBy"]);
        return ((string)refused["order"]!["id"]!, (int)refused["order"]!["version"]!);
    }

    /// <summary>The host looks by itself; this returns when it has.</summary>
    public async Task UntilAsync(Func<MarketplaceDb, Task<bool>> isSo)
    {
        for (var holds = false; !holds;)
        {
            await App.WithAsync(async db => holds = await isSo(db));
            await Task.Delay(MarketplaceApp.PollEvery, Stop);
        }
    }

    public async Task<string[]> BrokenAsync()
    {
        await App.CaughtUpAsync();
        var proof = (await (await People.OfficerAsync()).DataAsync("{ proof { invariant holds } }"))["proof"]!.AsArray();
        return [.. proof.Where(one => !(bool)one!["holds"]!).Select(one => (string)one!["invariant"]!)];
    }
}

/// <summary>An order that a guest has placed.</summary>
internal sealed record Placed(Browser Buyer, string Number, string Secret, OfferOnSale Offer);
