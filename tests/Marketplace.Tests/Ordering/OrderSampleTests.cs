using System.Text.Json.Nodes;
using Marketplace.Core.Accounts;
using Marketplace.Core.Catalogue;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Marketplace.Tests.Ordering;

/// <summary>Samples, from the producer's terms to the order, over HTTP on a real database.</summary>
public sealed class OrderSampleTests : IDisposable
{
    private const string Fields = "orderGroup { code orders { id number version sample state total { amount } lines { sample quantity why { basis unitPrice { amount } publicUnitPrice { amount } } } } } secret";

    private readonly MarketplaceApp _app = new("Production") { Given = [("Accounts:AttemptsPerMinute", "0")] };
    private readonly People _people;
    private readonly Stall _stall;
    private int _keys;

    public OrderSampleTests() => (_people, _stall) = (new People(_app), new Stall(_app));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_company_orders_samples_below_every_minimum_and_all_that_tells_of_them_calls_them_so()
    {
        var offer = await OfferedAsync(unitPrice: 1_500, most: 3);
        await _app.ChangeAsync(async db => Assert.False((await db.Producers.SingleAsync(one => one.Id == offer.ProducerId, Stop)).AskAtLeast(50_000).Failed(out _, out _)));
        var buyer = await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Buyer, "Quán Dừa"));

        var placed = await OrderAsync(buyer, offer, quantity: 2, expectedTotal: 3_000);

        Assert.Empty(Stall.Codes(placed));
        var order = placed["orderGroup"]!["orders"]![0]!;
        Assert.Equal((true, "PLACED", 3_000L), ((bool)order["sample"]!, (string)order["state"]!, (long)order["total"]!["amount"]!));
        var line = order["lines"]![0]!;
        Assert.Equal(("SAMPLE", 1_500L, 1_000L), ((string)line["why"]!["basis"]!, (long)line["why"]!["unitPrice"]!["amount"]!, (long)line["why"]!["publicUnitPrice"]!["amount"]!));
        Assert.Equal((50, 2), await _stall.StockAsync(offer));
        var seller = await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Producer, producerId: offer.ProducerId));
        Assert.True((bool)(await seller.DataAsync("{ sales { nodes { sample } } }"))["sales"]!["nodes"]![0]!["sample"]!);
        Assert.Empty(await seller.ProblemsAsync("confirmOrder", new { order = (string)order["id"]!, version = (int)order["version"]! }));
        using var note = PdfDocument.Open(await seller.Client.GetByteArrayAsync(new Uri($"/orders/{order["number"]}/documents/delivery-note", UriKind.Relative), Stop));
        Assert.Contains("(mẫu thử)", string.Join(' ', note.GetPages().Select(page => ContentOrderTextExtractor.GetText(page))).ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(1, (int)(await SampleAsync(buyer, offer))!["left"]!);
    }

    [Fact]
    public async Task An_organisation_gets_no_more_samples_than_are_offered_however_many_ask_at_once()
    {
        var offer = await OfferedAsync(unitPrice: 500, most: 3);
        var organisation = await _people.OrganisationAsync(OrganisationKind.Distributor);
        var (one, other) = (await _people.MemberAsync(organisation), await _people.MemberAsync(organisation));

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(at => OrderAsync(at % 2 == 0 ? one : other, offer, quantity: 1, expectedTotal: 500)));

        Assert.Equal(3, answers.Count(answer => Stall.Codes(answer).Length == 0));
        Assert.All(answers.Where(answer => Stall.Codes(answer).Length > 0), answer => Assert.Equal(["TOO_MANY_SAMPLES"], Stall.Codes(answer)));
        Assert.Equal((50, 3), await _stall.StockAsync(offer));
        Assert.Empty(Stall.Codes(await OrderAsync(await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Buyer)), offer, quantity: 3, expectedTotal: 1_500)));
    }

    [Fact]
    public async Task Samples_are_counted_for_180_days_and_those_that_were_called_off_are_not()
    {
        var offer = await OfferedAsync(unitPrice: 500, most: 2);
        var buyer = await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Buyer));
        var order = (await OrderAsync(buyer, offer, quantity: 2, expectedTotal: 1_000))["orderGroup"]!["orders"]![0]!;
        Assert.Equal(["TOO_MANY_SAMPLES"], Stall.Codes(await OrderAsync(buyer, offer, quantity: 1, expectedTotal: 500)));

        Assert.Empty(await buyer.ProblemsAsync("cancelOrder", new { order = (string)order["id"]!, version = (int)order["version"]!, reason = "Đổi ý." }));
        Assert.Empty(Stall.Codes(await OrderAsync(buyer, offer, quantity: 2, expectedTotal: 1_000)));
        Assert.Equal(0, (int)(await SampleAsync(buyer, offer))!["left"]!);

        await _app.WithAsync(db => db.Orders.ExecuteUpdateAsync(set => set.SetProperty(one => one.PlacedAt, _app.Clock.GetUtcNow().AddDays(-SampleTerms.Days).AddMinutes(-1).UtcDateTime), Stop));
        Assert.Empty(Stall.Codes(await OrderAsync(buyer, offer, quantity: 1, expectedTotal: 500)));
    }

    [Fact]
    public async Task What_costs_more_than_a_member_may_order_alone_is_refused()
    {
        var offer = await OfferedAsync(unitPrice: 500, most: 5);
        var organisation = await _people.OrganisationAsync(OrganisationKind.Buyer);
        var member = await _people.MemberAsync(organisation, MemberRole.Editor);
        await _app.WithAsync(db => db.Memberships.Where(one => one.OrganisationId == organisation).ExecuteUpdateAsync(set => set.SetProperty(one => one.OrderLimit, 1_000L), Stop));

        Assert.Equal(["OVER_ORDER_LIMIT"], Stall.Codes(await OrderAsync(member, offer, quantity: 3, expectedTotal: 1_500)));
        Assert.Equal((50, 0), await _stall.StockAsync(offer));
        Assert.Empty(Stall.Codes(await OrderAsync(member, offer, quantity: 2, expectedTotal: 1_000)));
    }

    [Fact]
    public async Task A_wish_for_samples_that_is_sent_again_is_the_same_order_and_another_one_needs_a_key_of_its_own()
    {
        var offer = await OfferedAsync(unitPrice: 500, most: 5);
        var buyer = await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Buyer));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OrderAsync(buyer, offer, quantity: 1, expectedTotal: 500, key: "một lần")));

        Assert.All(answers, answer => Assert.Empty(Stall.Codes(answer)));
        Assert.Single(answers.Select(answer => (string)answer["orderGroup"]!["code"]!).Distinct());
        Assert.Equal((50, 1), await _stall.StockAsync(offer));
        Assert.Equal(["KEY_USED_BEFORE"], Stall.Codes(await OrderAsync(buyer, offer, quantity: 2, expectedTotal: 1_000, key: "một lần")));
    }

    [Fact]
    public async Task What_is_not_offered_or_costs_something_else_is_refused()
    {
        var offers = await _stall.OffersAsync(2, stock: 50);
        var offer = await OfferedAsync(unitPrice: 500, most: 5);
        var buyer = await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Buyer));

        Assert.Equal(["NO_SAMPLES"], Stall.Codes(await OrderAsync(buyer, offers[1], quantity: 1, expectedTotal: 500)));
        Assert.Null(await SampleAsync(buyer, offers[1]));
        Assert.Equal(["TOTAL_CHANGED"], Stall.Codes(await OrderAsync(buyer, offer, quantity: 1, expectedTotal: 400)));
        Assert.Equal(["TOO_MANY_SAMPLES"], Stall.Codes(await OrderAsync(buyer, offer, quantity: 0, expectedTotal: 0)));
        Assert.Null((await SampleAsync(_people.Browser(), offer))!["left"]);
    }

    [Fact]
    public async Task A_producer_offers_samples_of_at_least_one_đồng_and_ten_at_most()
    {
        var offer = (await _stall.OffersAsync(1, stock: 50))[0];
        var keeper = await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Producer, producerId: offer.ProducerId));
        object Terms(long unitPrice, int most) => new { offer = offer.GlobalId, priceTiers = new[] { new { minimum = 1, unitPrice = 1_000 } }, stock = 50, sample = new { unitPrice, most } };

        var refused = await keeper.DoAsync("saveOffer", Terms(0, 11));
        var saved = await keeper.DoAsync("saveOffer", Terms(1, 10), "offer { sample { most unitPrice { amount } } }");

        Assert.Equal(["sample.unitPrice", "sample.most"], refused["problems"]!.AsArray().Select(problem => string.Join('.', problem!["path"]!.AsArray().Select(part => (string?)part))));
        Assert.Equal((10, 1L), ((int)saved["offer"]!["sample"]!["most"]!, (long)saved["offer"]!["sample"]!["unitPrice"]!["amount"]!));
    }

    public void Dispose() => _app.Dispose();

    /// <summary>An offer of which ten have to be bought, with samples.</summary>
    private async Task<OfferOnSale> OfferedAsync(long unitPrice, int most)
    {
        var offer = (await _stall.OffersAsync(1, stock: 50))[0];
        await _app.ChangeAsync(async db =>
        {
            var there = await db.Offers.SingleAsync(one => one.Id == offer.Id, Stop);
            Assert.False(there.Change(there.Terms with { QuantityRule = new(10, 10, null), PriceTiers = [new(10, 1_000)], Sample = new(unitPrice, most) }).Failed(out _, out _));
        });
        return offer;
    }

    private Task<JsonNode> OrderAsync(Browser buyer, OfferOnSale offer, int quantity, long expectedTotal, string? key = null) => buyer.DoAsync(
        "orderSample", new { offer = offer.GlobalId, quantity, recipient = Stall.Recipient, method = "CASH_ON_DELIVERY", expectedTotal, requestKey = key ?? $"mẫu {Interlocked.Increment(ref _keys)}" }, Fields);

    private static async Task<JsonNode?> SampleAsync(Browser who, OfferOnSale offer) =>
        (await who.DataAsync("query($offer: ID!) { sampleOffer(offer: $offer) { most left unitPrice { amount } } }", new { offer = offer.GlobalId }))["sampleOffer"];
}
