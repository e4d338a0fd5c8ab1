using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Marketplace.Core.Ordering;
using Marketplace.Data;
using Marketplace.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.EngineTests.Crash;

/// <summary>
/// The host is killed again and again while guests buy and pay. Each goes on with the same keys when it is back: afterwards everybody has one paid
/// order, and the books hold. A short run by default; with MARKETPLACE_CRASH=full 50 kills.
/// </summary>
public sealed class OrderCrashTests(ITestOutputHelper output) : IDisposable
{
    private const int AtOnce = 6;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("order-crash-");
    private readonly Random _random = new(20261129);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whenever_the_host_is_killed_everybody_has_one_paid_order_and_the_books_hold()
    {
        var killsWanted = Environment.GetEnvironmentVariable("MARKETPLACE_CRASH") == "full" ? 50 : 4;
        var began = Stopwatch.GetTimestamp();
        using (var first = HostProcess.Start(_data.FullName))
        {
            await first.ListeningAsync(Stop);
            await first.KillAsync(Stop);
        }

        var offers = await StockAsync();
        List<Guest> guests = [.. Enumerable.Range(0, AtOnce).Select(number => new Guest(number, offers[number % offers.Count]))];
        for (var kills = 0; kills < killsWanted; kills++)
        {
            using var host = HostProcess.Start(_data.FullName);
            await host.ListeningAsync(Stop);
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            var buying = guests.Skip(guests.Count - AtOnce).Select(guest => BuyUntilAsync(guest, host.Address, guests, offers, enough.Token)).ToList();
            await Task.Delay(_random.Next(300, 3_000), Stop);
            Assert.True(await host.KillAsync(Stop));
            await enough.CancelAsync();
            await Task.WhenAll(buying);
        }

        using (var last = HostProcess.Start(_data.FullName))
        {
            await last.ListeningAsync(Stop);
            foreach (var guest in guests)
            {
                while (!guest.IsDone)
                {
                    await guest.GoOnAsync(last.Address, Stop);
                }
            }

            Assert.Contains("hold", await ProvenAsync(), StringComparison.Ordinal);
            await last.KillAsync(Stop);
        }

        await using var db = Open();
        Assert.Equal(guests.Count, await db.OrderGroups.CountAsync(Stop));
        Assert.Equal(guests.Count, await db.Orders.CountAsync(order => order.State == OrderState.Placed, Stop));
        Assert.Equal(guests.Count * 1_000L, (await db.PaymentAttempts.ToListAsync(Stop)).Sum(attempt => attempt.Received.Amount));
        Assert.Equal(guests.Count, await db.Offers.SumAsync(offer => offer.Reserved, Stop));
        output.WriteLine($"{killsWanted} hosts killed while {guests.Count} guests bought and paid, {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s.");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }

    /// <summary>Buys, and then the next guest does, until the host is gone.</summary>
    private static async Task BuyUntilAsync(Guest guest, Uri host, List<Guest> guests, IReadOnlyList<string> offers, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            try
            {
                await guest.GoOnAsync(host, enough);
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
            {
                return;
            }

            if (guest.IsDone)
            {
                lock (guests)
                {
                    guest = new Guest(guests.Count, offers[guests.Count % offers.Count]);
                    guests.Add(guest);
                }
            }
        }
    }

    /// <summary>Asks beside the running host until what lags behind has come.</summary>
    private async Task<string> ProvenAsync()
    {
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            using var prove = HostProcess.Start(_data.FullName, "prove");
            if (await prove.ExitAsync(Stop) == 0 || Stopwatch.GetElapsedTime(began) > TimeSpan.FromMinutes(1))
            {
                Assert.DoesNotContain("WRONG", prove.Said, StringComparison.Ordinal);
                return prove.Said;
            }
        }
    }

    /// <summary>Ten offers at 1,000 đồng, of which there are plenty.</summary>
    private async Task<IReadOnlyList<string>> StockAsync()
    {
        await using var db = Open();
        var offers = await db.Offers.Where(offer => db.Products.Any(product => product.Id == offer.ProductId && product.ProducerId != null)).OrderBy(offer => offer.Id).Take(10).ToListAsync(Stop);
        foreach (var offer in offers)
        {
            Assert.False(offer.Change(new() { QuantityRule = new(1, 1, null), PriceTiers = [new(1, 1_000)], Stock = 100_000 }).Failed(out _, out _));
        }

        await db.SaveChangesAsync(Stop);
        return [.. offers.Select(offer => Api.GlobalId.Encode("Offer", offer.Id))];
    }

    private MarketplaceDb Open()
    {
        var options = new DbContextOptionsBuilder<MarketplaceDb>();
        options.UseMarketplaceSqlite(SqliteDatabase.ConnectionString(Path.Combine(_data.FullName, "marketplace.db")));
        return new MarketplaceDb(options.Options);
    }

    /// <summary>Somebody who buys one thing, step by step, and does a step again whose answer did not come.</summary>
    private sealed class Guest(int number, string offer)
    {
        private readonly CookieContainer _cookies = new();
        private string? _order;
        private string? _secret;
        private bool _hasFilled;

        public bool IsDone { get; private set; }

        public async Task GoOnAsync(Uri host, CancellationToken stop)
        {
            using var handler = new HttpClientHandler { CookieContainer = _cookies, AllowAutoRedirect = false };
            using var http = new HttpClient(handler) { BaseAddress = host, Timeout = TimeSpan.FromSeconds(30) };
            if (!_hasFilled)
            {
                _hasFilled = (await AskAsync(http, "mutation($input: CartInput!) { setCart(input: $input) { cart { lineCount } } }", new { input = new { lines = new[] { new { offer, quantity = 1 } } } }, stop))?["setCart"] is not null;
            }
            else if (_order is null)
            {
                var recipient = new { name = $"Khách {number}", phone = "0912345678", street = "12 Nguyễn Huệ", commune = "Phường An Hội", province = "86" };
                var placed = (await AskAsync(
                    http,
                    "mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { problems { code } orderGroup { code } secret } }",
                    new { input = new { recipient, method = "CARD", expectedTotal = 1_000, requestKey = "order" } },
                    stop))?["placeOrder"];
                (_order, _secret) = ((string?)placed?["orderGroup"]?["code"], (string?)placed?["secret"]);
            }
            else
            {
                await PayAsync(http, stop);
            }
        }

        private async Task PayAsync(HttpClient http, CancellationToken stop)
        {
            var standing = (await AskAsync(http, "query($n: String!, $s: String) { payment(number: $n, secret: $s) { open { amount } } }", new { n = _order, s = _secret }, stop))?["payment"];
            if (standing is null || (IsDone = (long)standing["open"]!["amount"]! == 0))
            {
                return;
            }

            var payment = (await AskAsync(
                http,
                "mutation($input: StartPaymentInput!) { startPayment(input: $input) { payment { redirectUrl } } }",
                new { input = new { number = _order, secret = _secret, requestKey = "pay" } },
                stop))?["startPayment"]?["payment"];
            if ((string?)payment?["redirectUrl"] is { } page)
            {
                using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["payment"] = new Uri(page).Query["?payment=".Length..], ["trick"] = "Duplicate" });
                using var answer = await http.PostAsync(new Uri("/sandbox/pay", UriKind.Relative), form, stop);
            }
        }

        private static async Task<JsonNode?> AskAsync(HttpClient http, string query, object variables, CancellationToken stop)
        {
            using var answer = await http.PostAsJsonAsync("/graphql", new { query, variables }, stop);
            return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<JsonNode>(stop))!["data"] : null;
        }
    }
}
