using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Marketplace.Api.Payments;
using Marketplace.Core.Accounts;
using Marketplace.Data;
using Marketplace.Payments;
using Marketplace.Payments.Sandbox;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Ordering;

/// <summary>
/// The host loses its power at every single step of filling a cart, placing, paying, refusing and giving back. With the power back, whoever asked asks again with
/// the same key, providers report again, and everything is as if nothing had been.
/// </summary>
public sealed class PowerCutTests : IDisposable
{
    private readonly PowerCut _power = new();
    private readonly MarketplaceApp _app;
    private readonly People _people;
    private readonly Stall _stall;
    private readonly List<(string Reader, string Body, string Signature)> _told = [];
    private IReadOnlyList<string> _counted = [];

    public PowerCutTests()
    {
        _app = new MarketplaceApp("Production")
        {
            Given = [("Accounts:AttemptsPerMinute", "0")],
            With = services =>
            {
                services.ConfigureDbContext<MarketplaceDb>(options => options.AddInterceptors(_power.Interceptors));
                services.AddSingleton<PostEvent>((reader, body, signature, _) =>
                {
                    _told.Add((reader, body, signature));
                    return Task.CompletedTask;
                });
            },
        };
        (_people, _stall) = (new People(_app), new Stall(_app));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Placing_an_order_survives_a_power_cut_at_every_step()
    {
        var offers = await _stall.OffersAsync(2, stock: 1_000);
        var reserved = 0;
        var steps = await EveryStepAsync(async at =>
        {
            var buyer = _people.Browser();
            await Stall.PutInAsync(buyer, (offers[0], 2), (offers[1], 1));
            await CutAsync(at, () => TryAsync(buyer, "placeOrder", Wish($"cut-{at}")));

            var placed = await buyer.DoAsync("placeOrder", Wish($"cut-{at}"), Stall.OrderFields);
            Assert.Empty(Stall.Codes(placed));
            reserved += 2;
            Assert.Equal((1_000, reserved), await _stall.StockAsync(offers[0]));
        });

        Assert.Contains("begin", steps);
        Assert.Contains("UPDATE \"Offers\"", steps);
        Assert.Contains("INSERT \"OrderGroups\"", steps);
        Assert.Equal(["commit", "committed"], steps.TakeLast(2));
        await MustHoldAsync(orders: steps.Count + 1);
    }

    [Fact]
    public async Task Filling_a_cart_survives_a_power_cut_at_every_step()
    {
        var offer = (await _stall.OffersAsync(1, stock: 1_000))[0];
        var steps = await EveryStepAsync(async at =>
        {
            var buyer = _people.Browser();
            await Stall.PutInAsync(buyer, (offer, 1));
            var wish = new { lines = new[] { new { offer = offer.GlobalId, quantity = 2 } }, requestKey = $"cut-{at}" };
            await CutAsync(at, () => TryAsync(buyer, "addToCart", wish));

            var filled = await buyer.DoAsync("addToCart", wish, "cart { total { amount } }");
            Assert.Equal((0, 3_000L), (Stall.Codes(filled).Length, (long)filled["cart"]!["total"]!["amount"]!));
        });

        Assert.Contains("INSERT \"DoneRequests\"", steps);
        Assert.Equal(["commit", "committed"], steps.TakeLast(2));
    }

    [Fact]
    public async Task Paying_refusing_and_giving_back_survive_a_power_cut_at_every_step()
    {
        var offer = (await _stall.OffersAsync(1, stock: 1_000))[0];
        var seller = await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Producer, producerId: offer.ProducerId));
        var steps = await EveryStepAsync(async at =>
        {
            var buyer = _people.Browser();
            await Stall.PutInAsync(buyer, (offer, 3));
            var placed = await _stall.OrderAsync(buyer, 3_000, "CARD");
            var (number, secret) = ((string)placed["orderGroup"]!["code"]!, (string)placed["secret"]!);

            await CutAsync(at, () => WholeWayAsync(buyer, seller, number, secret, mustWork: false));
            await WholeWayAsync(buyer, seller, number, secret, mustWork: true);

            var standing = (await buyer.DataAsync("query($n: String!, $s: String) { payment(number: $n, secret: $s) { received { amount } refunded { amount } open { amount } } order(number: $n, secret: $s) { orders { state } } }", new { n = number, s = secret }))!;
            Assert.Equal((3_000L, 3_000L, 0L), ((long)standing["payment"]!["received"]!["amount"]!, (long)standing["payment"]!["refunded"]!["amount"]!, (long)standing["payment"]!["open"]!["amount"]!));
            Assert.Equal("REFUSED", (string?)standing["order"]!["orders"]![0]!["state"]);
            Assert.Equal((1_000, 0), await _stall.StockAsync(offer));
        });

        Assert.Contains("INSERT \"PaymentAttempts\"", steps);
        Assert.Contains("INSERT \"PaymentRecords\"", steps);
        Assert.Contains("INSERT \"Refunds\"", steps);
        await MustHoldAsync(orders: steps.Count + 1);
    }

    public void Dispose() => _app.Dispose();

    /// <summary>Runs once without a cut to count the steps, then once for each of them; returns their names.</summary>
    private async Task<IReadOnlyList<string>> EveryStepAsync(Func<int, Task> run)
    {
        await run(0);
        var steps = _counted;
        for (var at = 1; at <= steps.Count; at++)
        {
            await run(at);
        }

        return steps;
    }

    private async Task CutAsync(int at, Func<Task> work)
    {
        _power.At(at);
        await work();
        if (at == 0)
        {
            _counted = _power.Steps;
        }

        _power.At(0);
    }

    /// <summary>Pays, refuses, takes the money back, and lets the refund be sent and reported; each as often as it is asked for again.</summary>
    private async Task WholeWayAsync(Browser buyer, Browser seller, string number, string secret, bool mustWork)
    {
        var started = await TryAsync(buyer, "startPayment", new { number, secret, requestKey = "pay" }, "payment { redirectUrl }");
        if (started?["payment"]?["redirectUrl"] is { } page)
        {
            var payment = SandboxPayment.Read(_app.Services.GetRequiredService<PaymentGateways>().SandboxSecret!, new Uri((string)page!).Query["?payment=".Length..])!;
            await _app.Services.GetRequiredService<PaymentGateways>().Sandbox!.PlayAsync(payment, SandboxTrick.Pay, Stop);
        }

        await ReportAsync();
        if (await OrderAsync(buyer, number, secret) is { } placed && (string?)placed["state"] == "PLACED")
        {
            await TryAsync(seller, "refuseOrder", new { order = (string)placed["id"]!, version = (int)placed["version"]!, reason = "Hết hàng", requestKey = "refuse" });
        }

        if (await OrderAsync(buyer, number, secret) is { } refused && refused["remedyBy"] is not null)
        {
            await TryAsync(buyer, "giveUpOrder", new { order = (string)refused["id"]!, version = (int)refused["version"]!, secret, requestKey = "give-up" });
        }

        try
        {
            await _app.Services.GetRequiredService<RefundWorker>().SendDueAsync(Stop);
        }
        catch (Exception lost) when (!mustWork && _power.IsDark)
        {
            Assert.NotNull(lost);
        }

        await ReportAsync();
    }

    /// <summary>Providers report until they are heard.</summary>
    private async Task ReportAsync()
    {
        foreach (var told in _told.ToList())
        {
            using var http = _app.CreateClient();
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/payments/{told.Reader}/events", UriKind.Relative)) { Content = new StringContent(told.Body, Encoding.UTF8, "application/json") };
            request.Headers.TryAddWithoutValidation(EventSignature.Header, told.Signature);
            try
            {
                using var answer = await http.SendAsync(request, Stop);
                Assert.True(answer.IsSuccessStatusCode);
                _told.Remove(told);
            }
            catch (Exception lost) when (_power.IsDark)
            {
                // Reported again when the power is back.
                Assert.Contains(nameof(PowerLostException), lost.ToString(), StringComparison.Ordinal);
            }
        }
    }

    private static async Task<JsonNode?> OrderAsync(Browser buyer, string number, string secret) =>
        (await buyer.AskAsync("query($n: String!, $s: String) { order(number: $n, secret: $s) { orders { id version state remedyBy } } }", new { n = number, s = secret }))["data"]?["order"]?["orders"]?[0];

    private static object Wish(string key) => new { recipient = Stall.Recipient, method = "CASH_ON_DELIVERY", expectedTotal = 3_000, requestKey = key };

    /// <summary>The payload, or null where the power was gone.</summary>
    private static async Task<JsonNode?> TryAsync(Browser browser, string mutation, object input, string fields = "")
    {
        using var answer = await browser.Client.PostAsJsonAsync("/graphql", new { query = $$"""mutation($input: {{Browser.InputOf(mutation)}}!) { {{mutation}}(input: $input) { problems { code } {{fields}} } }""", variables = new { input } }, Stop);
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!["data"]?[mutation] : null;
    }

    private async Task MustHoldAsync(int orders)
    {
        await _app.CaughtUpAsync();
        var proof = (await (await _people.OfficerAsync()).DataAsync("{ proof { invariant holds findings { subject expected found } } }"))["proof"]!.AsArray();
        Assert.Empty(proof.Where(one => !(bool)one!["holds"]!).Select(one => one!.ToJsonString()));
        await _app.WithAsync(async db => Assert.Equal(orders, await db.OrderGroups.CountAsync(Stop)));
    }
}
