using System.Text.Json.Nodes;
using Marketplace.Core.Accounts;
using Marketplace.Core.Ordering;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Ordering;

/// <summary>Lists that a buyer keeps, and past orders put into the cart once more, over HTTP.</summary>
public sealed class SavedListTests : IDisposable
{
    private const string Refilled = "added cart { lineCount total { amount } } leftOut { sku quantity problem { code message } }";
    private const string List = "list { id version name lineCount today { total { amount } canOrder sections { lines { sku quantity problem { code } seenUnitPrice { amount } } } } }";

    private readonly MarketplaceApp _app = new("Production") { Given = [("Accounts:AttemptsPerMinute", "0")] };
    private readonly People _people;
    private readonly Stall _stall;
    private int _keys;

    public SavedListTests() => (_people, _stall) = (new People(_app), new Stall(_app));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_shows_todays_prices_is_renamed_and_its_quantities_are_changed()
    {
        var (offers, buyer) = (await _stall.OffersAsync(2, stock: 50), await _people.MemberAsync(organisation: null));
        var saved = (await SaveAsync(buyer, "Hằng tháng", [(offers[0], 2), (offers[1], 10)]))["list"]!;
        Assert.Equal((2, 11_000L, true), ((int)saved["lineCount"]!, (long)saved["today"]!["total"]!["amount"]!, (bool)saved["today"]!["canOrder"]!));

        var renamed = (await SaveAsync(buyer, "Hằng quý", lines: null, saved))["list"]!;
        await PriceAsync(offers[0], 1_500);
        var changed = (await SaveAsync(buyer, "Hằng quý", [(offers[0], 3)], renamed))["list"]!;

        Assert.Equal(("Hằng quý", 2), ((string?)renamed["name"], (int)renamed["lineCount"]!));
        Assert.Equal((1, 4_500L), ((int)changed["lineCount"]!, (long)changed["today"]!["total"]!["amount"]!));
        Assert.Null(changed["today"]!["sections"]![0]!["lines"]![0]!["seenUnitPrice"]);
        Assert.Equal(["CHANGED_MEANWHILE"], Stall.Codes(await SaveAsync(buyer, "Cũ", lines: null, saved)));
    }

    [Fact]
    public async Task No_two_lists_of_a_buyer_are_called_alike_and_other_buyers_may_use_the_name()
    {
        var (offer, buyer) = ((await _stall.OffersAsync(1, stock: 5))[0], await _people.MemberAsync(organisation: null));
        await SaveAsync(buyer, "Quà Tết", [(offer, 1)]);

        var twin = await SaveAsync(buyer, " QUÀ TẾT ", [(offer, 1)]);

        Assert.Equal(["LIST_NAME_TAKEN"], Stall.Codes(twin));
        Assert.Empty(Stall.Codes(await SaveAsync(await _people.MemberAsync(organisation: null), "Quà Tết", [(offer, 1)])));
    }

    [Fact]
    public async Task The_same_wish_sent_at_once_makes_one_list()
    {
        var (offer, buyer) = ((await _stall.OffersAsync(1, stock: 5))[0], await _people.MemberAsync(organisation: null));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SaveAsync(buyer, "Một", [(offer, 1)], key: "once")));

        Assert.All(answers, answer => Assert.Empty(Stall.Codes(answer)));
        Assert.Single(answers.Select(answer => (string)answer["list"]!["id"]!).Distinct());
        Assert.Equal(["KEY_USED_BEFORE"], Stall.Codes(await SaveAsync(buyer, "Hai", [(offer, 1)], key: "once")));
    }

    [Fact]
    public async Task What_cannot_be_kept_is_told_line_by_line_and_the_list_stays_as_it_was()
    {
        var (offer, buyer) = ((await _stall.OffersAsync(1, stock: 5))[0], await _people.MemberAsync(organisation: null));

        var refused = await buyer.DoAsync("saveList", new
        {
            name = "",
            lines = new[] { new { offer = offer.GlobalId, quantity = 1 }, new { offer = offer.GlobalId, quantity = 0 }, new { offer = "x", quantity = 1 } },
            requestKey = "a",
        });

        Assert.Equal(
            [("name", "MISSING"), ("lines.1.offer", "TWICE"), ("lines.1.quantity", "OUT_OF_RANGE"), ("lines.2.offer", "UNKNOWN")],
            refused["problems"]!.AsArray().Select(problem => (string.Join('.', problem!["path"]!.AsArray().Select(part => (string?)part)), (string)problem["code"]!)));
        Assert.Equal(["MISSING"], await buyer.ProblemsAsync("saveList", new { name = "Rỗng", lines = Array.Empty<object>(), requestKey = "b" }));
        Assert.Empty((await buyer.DataAsync("{ savedLists { name } }"))["savedLists"]!.AsArray());
    }

    [Fact]
    public async Task A_list_goes_into_the_cart_and_what_stays_out_says_why()
    {
        var offers = await _stall.OffersAsync(3, stock: 5);
        var buyer = await _people.MemberAsync(organisation: null);
        var list = (await SaveAsync(buyer, "Kho", [(offers[0], 2), (offers[1], 9), (offers[2], 1)]))["list"]!;
        await _app.ChangeAsync(async db =>
        {
            var there = await db.Offers.SingleAsync(one => one.Id == offers[2].Id, Stop);
            Assert.False(there.Change(there.Terms with { OnSale = false }).Failed(out _, out _));
        });
        await Stall.PutInAsync(buyer, (offers[0], 1));

        var filled = await buyer.DoAsync("addListToCart", new { list = (string)list["id"]! }, Refilled);

        Assert.Empty(Stall.Codes(filled));
        Assert.Equal((1, 1, 3_000L), ((int)filled["added"]!, (int)filled["cart"]!["lineCount"]!, (long)filled["cart"]!["total"]!["amount"]!));
        Assert.Equal(
            new[] { (offers[1].Sku, 9, "INSUFFICIENT_STOCK"), (offers[2].Sku, 1, "NOT_ON_SALE") }.Order(),
            filled["leftOut"]!.AsArray().Select(line => ((string)line!["sku"]!, (int)line["quantity"]!, (string)line["problem"]!["code"]!)).Order());
    }

    [Fact]
    public async Task A_past_order_goes_into_the_cart_at_todays_prices_and_tells_what_is_no_longer_to_be_had()
    {
        var offers = await _stall.OffersAsync(2, stock: 20);
        var guest = _people.Browser();
        await Stall.PutInAsync(guest, (offers[0], 3), (offers[1], 2));
        var placed = await _stall.OrderAsync(guest, 5_000);
        var (number, secret) = ((string)placed["orderGroup"]!["number"]!, (string)placed["secret"]!);
        await PriceAsync(offers[0], 2_000);
        await _app.ChangeAsync(async db => (await db.Products.SingleAsync(product => db.Offers.Any(offer => offer.Id == offers[1].Id && offer.ProductId == product.Id), Stop)).Visibility = Core.Catalogue.Visibility.Hidden);

        var again = await guest.DoAsync("orderAgain", new { number, secret }, Refilled);

        Assert.Equal((1, 6_000L), ((int)again["added"]!, (long)again["cart"]!["total"]!["amount"]!));
        Assert.Equal([(offers[1].Sku, "NOT_ON_SALE")], again["leftOut"]!.AsArray().Select(line => ((string?)line!["sku"], (string?)line["problem"]!["code"])));
        Assert.Equal(["NOTHING_THERE"], await _people.Browser().ProblemsAsync("orderAgain", new { number }));
    }

    [Fact]
    public async Task Members_share_the_lists_of_their_company_and_a_list_of_somebody_else_answers_like_one_that_is_not_there()
    {
        var (offer, company) = ((await _stall.OffersAsync(1, stock: 5))[0], await _people.OrganisationAsync(OrganisationKind.Distributor));
        var (owner, viewer, other) = (await _people.MemberAsync(company), await _people.MemberAsync(company, MemberRole.Viewer), await _people.MemberAsync(organisation: null));
        var list = (await SaveAsync(owner, "Kho", [(offer, 1)]))["list"]!;
        var id = (string)list["id"]!;
        const string Question = "query($id: ID!) { savedList(id: $id) { name } savedLists { name } }";

        Assert.Equal("Kho", (string?)(await viewer.DataAsync(Question, new { id }))["savedList"]!["name"]);
        Assert.Equal("FORBIDDEN", (string?)(await viewer.AskAsync("mutation($input: RemoveListInput!) { removeList(input: $input) { problems { code } } }", new { input = new { list = id } }))["errors"]![0]!["extensions"]!["code"]);
        var foreign = await other.DataAsync(Question, new { id });
        Assert.Null(foreign["savedList"]);
        Assert.Empty(foreign["savedLists"]!.AsArray());
        Assert.Equal(["NOTHING_THERE"], Stall.Codes(await SaveAsync(other, "Của tôi", lines: null, list)));
        Assert.Equal(["NOTHING_THERE"], await other.ProblemsAsync("addListToCart", new { list = id }));
        Assert.Equal(["NOTHING_THERE"], await other.ProblemsAsync("removeList", new { list = id }));
        Assert.Empty(await owner.ProblemsAsync("removeList", new { list = id }));
        Assert.Null((await viewer.DataAsync(Question, new { id }))["savedList"]);
    }

    [Fact]
    public async Task A_buyer_keeps_a_hundred_lists_and_no_more()
    {
        var (offer, buyer) = ((await _stall.OffersAsync(1, stock: 5))[0], await _people.MemberAsync(organisation: null));
        await SaveAsync(buyer, "Một", [(offer, 1)]);
        await _app.ChangeAsync(async db =>
        {
            var owner = await db.SavedLists.Select(list => list.OwnerId).SingleAsync(Stop);
            db.SavedLists.AddRange(Enumerable.Range(2, SavedList.Most - 1).Select(at => new SavedList { Id = Guid.CreateVersion7(_app.Clock.GetUtcNow()), OwnerId = owner, Name = $"{at}", NameKey = SavedList.KeyOf($"{at}"), ChangedAt = DateTime.UnixEpoch, RequestHash = "" }));
        });

        Assert.Equal(["TOO_MANY_LISTS"], Stall.Codes(await SaveAsync(buyer, "Thêm", [(offer, 1)])));
    }

    public void Dispose() => _app.Dispose();

    private Task<JsonNode> SaveAsync(Browser buyer, string name, (OfferOnSale Offer, int Quantity)[]? lines, JsonNode? list = null, string? key = null) => buyer.DoAsync(
        "saveList",
        new { list = (string?)list?["id"], version = (int?)list?["version"], name, lines = lines?.Select(line => new { offer = line.Offer.GlobalId, quantity = line.Quantity }), requestKey = key ?? $"list-{Interlocked.Increment(ref _keys)}" },
        List);

    private Task PriceAsync(OfferOnSale offer, long price) => _app.ChangeAsync(async db =>
    {
        var there = await db.Offers.SingleAsync(one => one.Id == offer.Id, Stop);
        Assert.False(there.Change(there.Terms with { PriceTiers = [new(1, price)] }).Failed(out _, out _));
    });
}
