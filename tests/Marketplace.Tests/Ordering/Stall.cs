using System.Text.Json.Nodes;
using Marketplace.Api;
using Marketplace.Core.Catalogue;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Ordering;

/// <summary>Offers of the shipped catalogue with prices and stock that a test knows, and people who buy them.</summary>
internal sealed class Stall(MarketplaceApp app)
{
    public const string OrderFields = "orderGroup { code number payBy total { amount } due { amount } recipient { name province { name } } orders { id number version state total { amount } released { amount } producerName lines { id sku quantity shipped total { amount } why { basis unitPrice { amount } } certificate { number stars } } timeline { kind party name text } } } secret";

    private int _keys;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>So many offers, each of another producer, one unit at 1,000 đồng and 900 from ten on, in the order of their ids.</summary>
    public async Task<IReadOnlyList<OfferOnSale>> OffersAsync(int count, int stock, bool madeToOrder = false, int? weeklyCapacity = null)
    {
        List<OfferOnSale> chosen = [];
        await app.WithAsync(async db =>
        {
            var offers = await db.Offers.Join(db.Products.Where(product => product.ProducerId != null), offer => offer.ProductId, product => product.Id, (offer, product) => new { Offer = offer, product.ProducerId })
                .OrderBy(one => one.Offer.Id).ToListAsync(Stop);
            foreach (var one in offers.DistinctBy(one => one.ProducerId).Take(count))
            {
                var terms = new OfferTerms { QuantityRule = new(1, 1, null), PriceTiers = [new(1, 1000), new(10, 900)], Stock = stock, MadeToOrder = madeToOrder, WeeklyCapacity = weeklyCapacity, LeadTimeDays = 2 };
                Assert.False(one.Offer.Change(terms).Failed(out _, out _));
                chosen.Add(new(one.Offer.Id, GlobalId.Encode("Offer", one.Offer.Id), one.Offer.Sku, one.ProducerId!.Value));
            }

            await db.SaveChangesAsync(Stop);
        });
        return chosen;
    }

    /// <summary>The SKUs of a thousand new offers of one product.</summary>
    public async Task<IReadOnlyList<string>> ThousandAsync()
    {
        List<Offer> offers = [];
        await app.WithAsync(async db =>
        {
            var product = await db.Products.Where(product => product.ProducerId != null).OrderBy(product => product.Id).Select(product => product.Id).FirstAsync(Stop);
            for (var at = 0; at < 1000; at++)
            {
                var terms = new OfferTerms { QuantityRule = new(1, 1, null), PriceTiers = [new(1, 1000), new(10, 900)], Stock = 1000 };
                Assert.False(Offer.Start(Guid.CreateVersion7(app.Clock.GetUtcNow()), product, new($"Hộp {at}"), new("hộp"), terms).Failed(out _, out var offer));
                offers.Add(offer);
            }

            db.Offers.AddRange(offers);
            await db.SaveChangesAsync(Stop);
        });
        return [.. offers.Select(offer => offer.Sku)];
    }

    public static Task<JsonNode> PutInAsync(Browser buyer, params (OfferOnSale Offer, int Quantity)[] lines) =>
        buyer.DoAsync("addToCart", new { lines = lines.Select(line => new { offer = line.Offer.GlobalId, quantity = line.Quantity }) }, "cart { version lineCount canOrder total { amount } sections { readyOn total { amount } producer { name } lines { sku quantity unitPrice { amount } seenUnitPrice { amount } total { amount } readyOn problem { code message } } } }");

    public static object Recipient { get; } = new { name = "Nguyễn Thị Mua", phone = "0912 345 678", street = "12 Nguyễn Huệ", commune = "Phường An Hội", province = "86" };

    /// <summary>Orders what lies in the cart; each time a new wish unless the key is given.</summary>
    public Task<JsonNode> OrderAsync(Browser buyer, long expectedTotal, string method = "CASH_ON_DELIVERY", string? requestKey = null, string? email = null) =>
        buyer.DoAsync("placeOrder", new { recipient = Recipient, email, method, expectedTotal, requestKey = requestKey ?? $"wish-{Interlocked.Increment(ref _keys)}" }, OrderFields);

    public static string[] Codes(JsonNode payload) => [.. payload["problems"]!.AsArray().Select(problem => (string)problem!["code"]!)];

    /// <summary>What an offer has, and has promised.</summary>
    public async Task<(int Stock, int Reserved)> StockAsync(OfferOnSale offer)
    {
        (int, int) stock = default;
        await app.WithAsync(async db => stock = await db.Offers.Where(one => one.Id == offer.Id).Select(one => ValueTuple.Create(one.Stock, one.Reserved)).SingleAsync(Stop));
        return stock;
    }
}

internal sealed record OfferOnSale(Guid Id, string GlobalId, string Sku, Guid ProducerId);
