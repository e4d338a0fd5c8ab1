using System.Diagnostics;
using System.Globalization;
using Marketplace.Api;
using Marketplace.Api.Ordering;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Ordering;
using Marketplace.Core.Proof;
using Marketplace.Data;
using Marketplace.Api.Proof;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Benchmarks;

/// <summary>Guests with filled carts order over HTTP, over a database file on disk; afterwards the shop looks through its books.</summary>
internal sealed class OrderRows
{
    private const int Connections = 8;
    private const int MostMade = 1_000_000;
    private const int LongCart = 500;
    private const int Rivals = 50;
    private const int Last = 10;

    private const string PlaceOrder = "mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { problems { code message } orderGroup { code orders { state } } } }";
    private const string Cart = "{ cart { total { amount } sections { readyOn lines { sku name pack quantity unitPrice { formatted } total { formatted } readyOn problem { message } } } } }";

    private readonly Market _market;
    private readonly IDbContextFactory<MarketplaceDb> _databases;
    private readonly Scale _scale;
    private readonly Report _report;

    private OrderRows(Market market, Scale scale, Report report) =>
        (_market, _scale, _report, _databases) = (market, scale, report, market.Services.GetRequiredService<IDbContextFactory<MarketplaceDb>>());

    public static async Task RunAsync(string directory, Scale scale, Report report)
    {
        await using var market = await Market.OpenAsync(
            directory, LongCart * 2, serve: true, visitor: (http, _) => ValueTask.FromResult(GuestCart.SecretIn(http) is { } secret ? Visitor.Nobody with { GuestSecret = secret } : Visitor.Nobody));
        var rows = new OrderRows(market, scale, report);
        await rows.PlaceAsync();
        await rows.LastTenAsync();
        await rows.LongCartAsync();
    }

    private async Task PlaceAsync()
    {
        var offers = await StockedAsync(100, MostMade);
        var rates = new List<double>();
        var (placed, count) = (0, _scale.Orders);
        Sample? last = null;
        for (var round = 0; round < _scale.WarmUp + _scale.Rounds; round++)
        {
            var requests = await BuyersAsync($"r{round}", count, number => offers[number % offers.Count]);
            var connections = await Connection.OpenAsync(_market.Port, Connections);
            last = await Load.RunAsync(Connections, count, async (worker, number) => MustBePlaced((await connections[worker].AskAsync(requests[number])).Span));
            Array.ForEach(connections, connection => connection.Dispose());
            placed += count;
            if (round >= _scale.WarmUp)
            {
                rates.Add(last.PerSecond);
            }
        }

        await MustHoldAsync(placed);
        rates.Sort();
        _report.Add(new Row(
            "order placement, one line, over HTTP, SQLite on disk", "≥ 150/s, none lost, none doubled", $"{rates[^1]:#,0}/s", $"{Load.Middle(rates):#,0}/s",
            string.Create(CultureInfo.InvariantCulture, $"{last!.P50:0.0} / {last.P99:0.0} ms"), string.Create(CultureInfo.InvariantCulture, $"{last.Cpu:#,0} µs; {placed:#,0} orders, books in order"), Load.Middle(rates) >= 150));
    }

    private async Task LastTenAsync()
    {
        var offers = await StockedAsync(_scale.LastTenRounds, Last);
        var wrong = 0;
        foreach (var (round, offer) in offers.Index())
        {
            var requests = await BuyersAsync($"l{round}", Rivals, _ => offer);
            var connections = await Connection.OpenAsync(_market.Port, Rivals);
            var answers = await Task.WhenAll(requests.Select(async (request, buyer) => IsPlaced((await connections[buyer].AskAsync(request)).Span)));
            Array.ForEach(connections, connection => connection.Dispose());
            wrong += answers.Count(isPlaced => isPlaced) == Last ? 0 : 1;
        }

        await MustHoldAsync(orders: null);
        _report.Add(new Row(
            $"{Rivals} buyers for the last {Last} pieces", $"exactly {Last} orders each round", $"{offers.Count - wrong} of {offers.Count}", "", "", "books in order", wrong == 0));
    }

    private async Task LongCartAsync()
    {
        var offers = await StockedAsync(LongCart, MostMade);
        await FillAsync("long", offers);
        using var connection = await Connection.OpenAsync(_market.Port);
        var request = Connection.Request("/graphql", Cart, headers: Cookie("long"));
        List<double> times = [];
        for (var round = 0; round < 5 + _scale.Changes; round++)
        {
            var began = Stopwatch.GetTimestamp();
            await connection.AskAsync(request);
            if (round >= 5)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        times.Sort();
        _report.Add(new Row(
            $"a cart of {LongCart} lines, priced and promised, over HTTP", "< 300 ms", $"{times[0]:0} ms", $"{Load.Middle(times):0} ms", $"longest {times[^1]:0} ms", $"{times.Count} times", Load.Middle(times) < 300));
    }

    /// <summary>So many offers of producers, with that much in stock.</summary>
    private async Task<IReadOnlyList<Guid>> StockedAsync(int count, int stock)
    {
        await using var db = await _databases.CreateDbContextAsync();
        var offers = await db.Offers.Where(offer => db.Products.Any(product => product.Id == offer.ProductId && product.ProducerId != null)).OrderBy(offer => offer.Id).Take(count).ToListAsync();
        foreach (var offer in offers)
        {
            if (offer.Change(new OfferTerms { QuantityRule = new(1, 1, null), PriceTiers = [new(1, 1000)], Stock = Math.Min(offer.Reserved + stock, MostMade) }).Failed(out var problem, out _))
            {
                throw new InvalidOperationException(problem.Message.En);
            }
        }

        await db.SaveChangesAsync();
        return [.. offers.Select(offer => offer.Id)];
    }

    /// <summary>Guests with one unit in their carts, and the requests by which they order.</summary>
    private async Task<byte[][]> BuyersAsync(string round, int count, Func<int, Guid> offerOf)
    {
        for (var at = 0; at < count; at++)
        {
            await FillAsync($"{round}-{at}", [offerOf(at)]);
        }

        return
        [
            .. Enumerable.Range(0, count).Select(at => Connection.Request(
                "/graphql",
                PlaceOrder,
                new { input = new { recipient = new { name = "Nguyễn Thị Mua", phone = "0912345678", street = "12 Nguyễn Huệ", commune = "Phường An Hội", province = "86" }, method = "CASH_ON_DELIVERY", expectedTotal = 1000, requestKey = $"{round}-{at}" } },
                Cookie($"{round}-{at}"))),
        ];
    }

    private async Task FillAsync(string secret, IReadOnlyList<Guid> offers)
    {
        await using var db = await _databases.CreateDbContextAsync();
        var cart = new Cart { Id = Buyer.CartOf(secret), ChangedAt = DateTime.UnixEpoch };
        foreach (var offer in offers)
        {
            cart.Set(offer, 1, 1000);
        }

        db.Carts.Add(cart);
        await db.SaveChangesAsync();
    }

    /// <summary>Every order is there once, and the books hold.</summary>
    private async Task MustHoldAsync(int? orders)
    {
        await using var db = await _databases.CreateDbContextAsync();
        if (orders is { } count && await db.OrderGroups.CountAsync() is var there && there != count)
        {
            throw new InvalidOperationException($"{count} orders were placed, {there} are there.");
        }

        await foreach (var proven in _market.Services.GetRequiredService<BookCheck>().RunAsync(CancellationToken.None))
        {
            if (proven.Findings.Count > 0 && proven.Invariant is not (Invariant.OutboxIsDrained or Invariant.IndexEqualsDatabase))
            {
                throw new InvalidOperationException($"{proven.Invariant}: {proven.Findings[0]}");
            }
        }
    }

    private static string Cookie(string secret) => $"Cookie: {GuestCart.CookieName}={secret}\r\n";

    private static void MustBePlaced(ReadOnlySpan<byte> answer)
    {
        if (!IsPlaced(answer))
        {
            throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(answer));
        }
    }

    private static bool IsPlaced(ReadOnlySpan<byte> answer) => answer.IndexOf("\"problems\":[]"u8) >= 0;
}
