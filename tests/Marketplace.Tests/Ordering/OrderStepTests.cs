using System.Text.Json.Nodes;
using Marketplace.Core.Accounts;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Ordering;

/// <summary>How producers and buyers take an order further, over HTTP.</summary>
public sealed class OrderStepTests : IDisposable
{
    private const string Fields = "order { id version state released { amount } lines { id shipped returned } timeline { kind party name text } }";

    private readonly MarketplaceApp _app = new("Production") { Given = [("Accounts:AttemptsPerMinute", "0")] };
    private readonly People _people;
    private readonly Stall _stall;
    private string _secret = "";

    public OrderStepTests() => (_people, _stall) = (new People(_app), new Stall(_app));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_producer_confirms_packs_and_sends_in_parts_until_all_has_arrived()
    {
        var (offer, buyer, seller, order) = await OrderedAsync(5);

        var confirmed = await StepAsync(seller, "confirmOrder", order);
        var packed = await StepAsync(seller, "packOrder", confirmed);
        var line = (string)packed["lines"]![0]!["id"]!;
        var part = await StepAsync(seller, "shipOrder", packed, new { lines = new[] { new { line, quantity = 2 } }, parcel = "VNPost EB123" });
        Assert.Equal(("PARTLY_SHIPPED", 2), ((string?)part["state"], (int)part["lines"]![0]!["shipped"]!));
        Assert.Equal((18, 3), await _stall.StockAsync(offer));

        var all = await StepAsync(seller, "shipOrder", part);
        var delivered = await StepAsync(seller, "deliverOrder", all);

        Assert.Equal((15, 0), await _stall.StockAsync(offer));
        Assert.Equal(["PLACED", "CONFIRMED", "PACKED", "SHIPPED", "SHIPPED", "DELIVERED"], delivered["timeline"]!.AsArray().Select(entry => (string?)entry!["kind"]));
        Assert.Equal("VNPost EB123", (string?)delivered["timeline"]![3]!["text"]);
        _ = buyer;
    }

    [Fact]
    public async Task One_producers_refusal_moves_none_of_the_others_and_frees_its_goods()
    {
        var offers = await _stall.OffersAsync(2, stock: 20);
        var buyer = _people.Browser();
        await Stall.PutInAsync(buyer, (offers[0], 2), (offers[1], 3));
        var placed = await _stall.OrderAsync(buyer, 5_000, email: "nguoimua@example.com");
        var seller = await SellerAsync(offers[0].ProducerId);
        _people.Later();

        var refused = await StepAsync(seller, "refuseOrder", placed["orderGroup"]!["orders"]![0]!, new { reason = "Hết dừa sáp" });

        Assert.Equal(("REFUSED", 2_000L), ((string?)refused["state"], (long)refused["released"]!["amount"]!));
        Assert.Equal((20, 0), await _stall.StockAsync(offers[0]));
        Assert.Equal((20, 3), await _stall.StockAsync(offers[1]));
        var group = (await buyer.DataAsync("query($n: String!, $s: String) { order(number: $n, secret: $s) { total { amount } due { amount } orders { state } } }", new { n = (string)placed["orderGroup"]!["code"]!, s = (string)placed["secret"]! }))["order"]!;
        Assert.Equal((5_000L, 3_000L), ((long)group["total"]!["amount"]!, (long)group["due"]!["amount"]!));
        Assert.Equal(["REFUSED", "PLACED"], group["orders"]!.AsArray().Select(order => (string?)order!["state"]));
        Assert.Contains("Hết dừa sáp", (await _people.LetterAsync("nguoimua@example.com")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_is_sent_again_is_taken_once()
    {
        var (offer, _, seller, order) = await OrderedAsync(5);
        var confirmed = await StepAsync(seller, "confirmOrder", order);
        var input = new { order = (string)confirmed["id"]!, version = (int)confirmed["version"]!, requestKey = "send", lines = new[] { new { line = (string)confirmed["lines"]![0]!["id"]!, quantity = 2 } } };

        var first = await seller.DoAsync("shipOrder", input, Fields);
        var again = await seller.DoAsync("shipOrder", input, Fields);

        Assert.Equal(first["order"]!.ToJsonString(), again["order"]!.ToJsonString());
        Assert.Equal((18, 3), await _stall.StockAsync(offer));
        Assert.Equal(["CHANGED_MEANWHILE"], await seller.ProblemsAsync("shipOrder", new { input.order, input.version }));
    }

    [Fact]
    public async Task Another_producers_order_and_another_buyers_order_are_not_there()
    {
        var (_, buyer, _, order) = await OrderedAsync(1);
        var stranger = await SellerAsync((await _stall.OffersAsync(2, stock: 1))[1].ProducerId);
        var input = new { order = (string)order["id"]!, version = (int)order["version"]! };

        Assert.Equal(["NOTHING_THERE"], await stranger.ProblemsAsync("confirmOrder", input));
        Assert.Equal(["NOTHING_THERE"], await _people.Browser().ProblemsAsync("cancelOrder", new { input.order, input.version, reason = "x" }));
        Assert.Equal(["NOTHING_THERE"], await buyer.ProblemsAsync("cancelOrder", new { input.order, input.version, reason = "x", secret = "khong-phai" }));
        Assert.Equal(["NOTHING_THERE"], await stranger.ProblemsAsync("writeToBuyer", new { input.order, message = "x", requestKey = "k" }));
        Assert.Empty((await stranger.DataAsync("{ sales { nodes { id } } }"))["sales"]!["nodes"]!.AsArray());
    }

    [Fact]
    public async Task A_buyer_calls_off_what_is_not_packed_and_no_more()
    {
        var (offer, buyer, seller, order) = await OrderedAsync(4);
        var confirmed = await StepAsync(seller, "confirmOrder", order);
        var packed = await StepAsync(seller, "packOrder", confirmed);
        var secret = _secret;

        Assert.Equal(["WRONG_ORDER_STATE"], await buyer.ProblemsAsync("cancelOrder", new { order = (string)packed["id"]!, version = (int)packed["version"]!, reason = "đổi ý", secret }));

        Assert.Equal((20, 4), await _stall.StockAsync(offer));
    }

    [Fact]
    public async Task Goods_that_came_back_are_to_be_paid_back_at_their_price()
    {
        var (offer, _, seller, order) = await OrderedAsync(10);
        var sent = await StepAsync(seller, "shipOrder", await StepAsync(seller, "confirmOrder", order));

        var back = await StepAsync(seller, "returnOrder", sent, new { lines = new[] { new { line = (string)sent["lines"]![0]!["id"]!, quantity = 3 } }, reason = "Hộp móp" });

        Assert.Equal((2_700L, 3), ((long)back["released"]!["amount"]!, (int)back["lines"]![0]!["returned"]!));
        Assert.Equal((10, 0), await _stall.StockAsync(offer));
        await _app.WithAsync(async db => Assert.Equal(6_300, (await db.Journal.ToListAsync(Stop)).SelectMany(entry => entry.Postings).Where(posting => posting.Account == Core.Ledger.JournalAccount.Buyer).Sum(posting => posting.Amount)));
    }

    [Fact]
    public async Task A_producer_cannot_count_less_than_it_has_promised()
    {
        var (offer, _, seller, _) = await OrderedAsync(5);
        var line = (await seller.DataAsync("{ workspace { stock { id version stock } } }"))["workspace"]!["stock"]!.AsArray().First(one => (string?)one!["id"] == offer.GlobalId)!;

        var refused = await seller.DoAsync("updateStock", new { rows = new[] { new { offer = offer.GlobalId, version = (int)line["version"]!, stock = 4 } } });

        Assert.Equal(["OUT_OF_RANGE"], Stall.Codes(refused));
        Assert.Empty(Stall.Codes(await seller.DoAsync("updateStock", new { rows = new[] { new { offer = offer.GlobalId, version = (int)line["version"]!, stock = 5 } } })));
        Assert.Equal((5, 5), await _stall.StockAsync(offer));
    }

    public void Dispose() => _app.Dispose();

    private async Task<(OfferOnSale Offer, Browser Buyer, Browser Seller, JsonNode Order)> OrderedAsync(int quantity)
    {
        var offer = (await _stall.OffersAsync(1, stock: 20))[0];
        var buyer = _people.Browser();
        await Stall.PutInAsync(buyer, (offer, quantity));
        var placed = await _stall.OrderAsync(buyer, quantity * (quantity < 10 ? 1_000 : 900));
        _secret = (string)placed["secret"]!;
        return (offer, buyer, await SellerAsync(offer.ProducerId), placed["orderGroup"]!["orders"]![0]!);
    }

    private async Task<Browser> SellerAsync(Guid producer) => await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Producer, producerId: producer));

    /// <summary>Takes a step of the order as it was seen, and expects no problem.</summary>
    private static async Task<JsonNode> StepAsync(Browser seller, string step, JsonNode order, object? more = null)
    {
        var input = System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        input["order"] = (string)order["id"]!;
        input["version"] = (int)order["version"]!;
        var answer = await seller.DoAsync(step, input, Fields);
        Assert.Empty(Stall.Codes(answer));
        return answer["order"]!;
    }
}
