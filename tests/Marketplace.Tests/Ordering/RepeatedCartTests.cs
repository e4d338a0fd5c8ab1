using System.Text.Json.Nodes;
using Marketplace.Core.Accounts;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Ordering;

/// <summary>Whoever is not sure that something went into a cart sends it again with its key: it goes in once, and later repetitions undo nothing.</summary>
public sealed class RepeatedCartTests : IAsyncLifetime
{
    private const string Cart = "cart { version lineCount sections { lines { quantity seenUnitPrice { amount } } } }";

    private readonly MarketplaceApp _app = new("Production") { Given = [("Accounts:AttemptsPerMinute", "0")] };
    private readonly People _people;
    private readonly Stall _stall;
    private Guid _company;
    private Browser _owner = null!;
    private Browser _buyer = null!;
    private OfferOnSale _offer = null!;

    public RepeatedCartTests() => (_people, _stall) = (new People(_app), new Stall(_app));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>All that adds to a cart.</summary>
    public static TheoryData<string> Adding => ["addToCart", "addOrderPad", "addListToCart", "orderAgain", "addApprovalToCart"];

    public async ValueTask InitializeAsync()
    {
        _offer = (await _stall.OffersAsync(1, stock: 100))[0];
        _company = await _people.OrganisationAsync(OrganisationKind.Distributor, "Siêu thị Ba Tri");
        _owner = await _people.MemberAsync(_company, MemberRole.Owner);
        _people.Later();
        _buyer = await _people.MemberAsync(_company, MemberRole.Editor, email: "nhan-vien@example.com");
    }

    [Theory]
    [MemberData(nameof(Adding))]
    public async Task What_comes_twenty_times_at_once_with_one_key_is_added_once_and_answered_alike(string mutation)
    {
        var wish = await WishAsync(mutation);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _buyer.DoAsync(mutation, wish("once"), FieldsOf(mutation))));

        Assert.All(answers, answer => Assert.Empty(Stall.Codes(answer)));
        Assert.Single(answers.Select(answer => answer.ToJsonString()).Distinct());
        Assert.Equal([2], Quantities(answers[0]));
        Assert.Equal([2], await QuantitiesAsync(_buyer));
        await _app.WithAsync(async db => Assert.Equal(1, await db.DoneRequests.CountAsync(Stop)));
    }

    [Theory]
    [MemberData(nameof(Adding))]
    public async Task Another_key_adds_again_and_without_one_each_request_does(string mutation)
    {
        var wish = await WishAsync(mutation);
        foreach (var key in (string?[])["once", "another", null, null])
        {
            Assert.Empty(await _buyer.ProblemsAsync(mutation, wish(key)));
        }

        Assert.Equal([8], await QuantitiesAsync(_buyer));
        await _app.WithAsync(async db => Assert.Equal(2, await db.DoneRequests.CountAsync(Stop)));
    }

    [Theory]
    [MemberData(nameof(Adding))]
    public async Task A_late_repetition_adds_nothing_to_a_cart_that_was_changed_although_the_goods_are_gone(string mutation)
    {
        var wish = await WishAsync(mutation);
        var first = await _buyer.DoAsync(mutation, wish("once"), FieldsOf(mutation));
        Assert.Empty(await _buyer.ProblemsAsync("setCart", CartOf(7)));
        await SellAsync(onSale: false);

        var late = await _buyer.DoAsync(mutation, wish("once"), FieldsOf(mutation));

        Assert.Empty(Stall.Codes(late));
        Assert.Equal([7], Quantities(late));
        Assert.Equal((int?)first["added"], (int?)late["added"]);
    }

    [Theory]
    [MemberData(nameof(Adding))]
    public async Task What_put_nothing_in_does_not_use_up_its_key(string mutation)
    {
        var wish = await WishAsync(mutation);
        await SellAsync(onSale: false);
        await _buyer.DoAsync(mutation, wish("once"));
        Assert.Empty(await QuantitiesAsync(_buyer));

        await SellAsync(onSale: true);
        Assert.Empty(await _buyer.ProblemsAsync(mutation, wish("once")));

        Assert.Equal([2], await QuantitiesAsync(_buyer));
    }

    [Theory]
    [MemberData(nameof(Adding))]
    public async Task A_key_that_is_too_long_is_refused(string mutation)
    {
        var wish = await WishAsync(mutation);

        var answer = await _buyer.AskAsync($$"""mutation($input: {{Browser.InputOf(mutation)}}!) { {{mutation}}(input: $input) { problems { code } } }""", new { input = wish(new string('k', 65)) });

        Assert.Equal("BAD_USER_INPUT", (string?)answer["errors"]![0]!["extensions"]!["code"]);
        Assert.Empty(await QuantitiesAsync(_buyer));
    }

    [Fact]
    public async Task A_list_that_was_removed_meanwhile_is_still_answered_as_it_went_in()
    {
        var wish = await WishAsync("addListToCart");
        Assert.Empty(await _buyer.ProblemsAsync("addListToCart", wish("once")));
        var list = (string)(await _buyer.DataAsync("{ savedLists { id } }"))["savedLists"]![0]!["id"]!;
        Assert.Empty(await _buyer.ProblemsAsync("removeList", new { list }));

        var late = await _buyer.DoAsync("addListToCart", wish("once"), FieldsOf("addListToCart"));

        Assert.Equal((0, 1), (Stall.Codes(late).Length, (int)late["added"]!));
        Assert.Equal(["NOTHING_THERE"], await _buyer.ProblemsAsync("addListToCart", wish("another")));
    }

    [Fact]
    public async Task Each_buyer_has_keys_of_its_own_and_a_guest_too()
    {
        var guest = _people.Browser();
        foreach (var buyer in (Browser[])[_buyer, _owner, guest, _buyer, _owner, guest])
        {
            Assert.Empty(await buyer.ProblemsAsync("addToCart", CartOf(2, "1")));
        }

        Assert.Equal([2], await QuantitiesAsync(_buyer));
        Assert.Equal([2], await QuantitiesAsync(_owner));
        Assert.Equal([2], await QuantitiesAsync(guest));
    }

    [Fact]
    public async Task A_late_repetition_of_setting_emptying_or_taking_note_undoes_nothing()
    {
        await _buyer.DoAsync("setCart", CartOf(3, "three"));
        await _buyer.DoAsync("setCart", CartOf(5, "five"));
        Assert.Equal([5], Quantities(await _buyer.DoAsync("setCart", CartOf(3, "three"), Cart)));
        Assert.Equal([3], Quantities(await _buyer.DoAsync("setCart", CartOf(3, "three again"), Cart)));

        await PriceAsync(2_000);
        await _buyer.DoAsync("acceptCartChanges", new { requestKey = "note" });
        await PriceAsync(3_000);
        Assert.Equal(2_000, Seen(await _buyer.DoAsync("acceptCartChanges", new { requestKey = "note" }, Cart)));
        Assert.Null(Seen(await _buyer.DoAsync("acceptCartChanges", new { requestKey = "note again" }, Cart)));

        await _buyer.DoAsync("emptyCart", new { requestKey = "out" });
        await _buyer.DoAsync("addToCart", CartOf(2));
        Assert.Equal([2], Quantities(await _buyer.DoAsync("emptyCart", new { requestKey = "out" }, Cart)));
        Assert.Empty(Quantities(await _buyer.DoAsync("emptyCart", new { requestKey = "out again" }, Cart)));

        static long? Seen(JsonNode answer) => (long?)answer["cart"]!["sections"]![0]!["lines"]![0]!["seenUnitPrice"]?["amount"];
    }

    [Fact]
    public async Task Keys_are_known_after_a_restart_too()
    {
        var data = Directory.CreateTempSubdirectory("marketplace-keys-");
        try
        {
            string cookie;
            object wish;
            await using (var first = new MarketplaceApp(data))
            {
                var offer = (await new Stall(first).OffersAsync(1, stock: 100))[0];
                var buyer = await new People(first).MemberAsync(organisation: null);
                (cookie, wish) = (buyer.Client.DefaultRequestHeaders.GetValues("Cookie").Single(), new { lines = new[] { new { offer = offer.GlobalId, quantity = 2 } }, requestKey = "once" });
                Assert.Empty(await buyer.ProblemsAsync("addToCart", wish));
            }

            await using var second = new MarketplaceApp(data);
            using var client = second.CreateClient();
            client.DefaultRequestHeaders.Add("Cookie", cookie);
            var same = new Browser(client);

            Assert.Empty(await same.ProblemsAsync("addToCart", wish));
            Assert.Equal([2], await QuantitiesAsync(same));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            data.Delete(recursive: true);
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static string FieldsOf(string mutation) => mutation == "addToCart" ? Cart : $"added {Cart}";

    private static IEnumerable<int> Quantities(JsonNode answer) =>
        [.. answer["cart"]!["sections"]!.AsArray().SelectMany(section => section!["lines"]!.AsArray()).Select(line => (int)line!["quantity"]!)];

    private static async Task<IEnumerable<int>> QuantitiesAsync(Browser buyer) => Quantities(await buyer.DataAsync($"{{ {Cart} }}"));

    private object CartOf(int quantity, string? requestKey = null) => new { lines = new[] { new { offer = _offer.GlobalId, quantity } }, requestKey };

    /// <summary>What adds two of the offer to the buyer's cart in that way, by its key.</summary>
    private async Task<Func<string?, object>> WishAsync(string mutation)
    {
        switch (mutation)
        {
            case "addToCart":
                return key => CartOf(2, key);
            case "addOrderPad":
                return requestKey => new { text = $"{_offer.Sku}\t2", policy = "ALL_OR_NOTHING", requestKey };
            case "addListToCart":
                var list = (string)(await _buyer.DoAsync("saveList", new { name = "Kho", lines = new[] { new { offer = _offer.GlobalId, quantity = 2 } }, requestKey = "list" }, "list { id }"))["list"]!["id"]!;
                return requestKey => new { list, requestKey };
            case "orderAgain":
                await Stall.PutInAsync(_buyer, (_offer, 2));
                var number = (string)(await _stall.OrderAsync(_buyer, 2_000))["orderGroup"]!["code"]!;
                return requestKey => new { number, requestKey };
            default:
                await LimitAsync();
                await Stall.PutInAsync(_buyer, (_offer, 2));
                var asked = await _buyer.DoAsync("placeOrder", new { recipient = Stall.Recipient, method = "CASH_ON_DELIVERY", expectedTotal = 2_000, requestKey = "ask" }, "approval { id }");
                var approval = (string)asked["approval"]!["id"]!;
                return requestKey => new { approval, requestKey };
        }
    }

    /// <summary>Has every order of the buyer approved.</summary>
    private Task LimitAsync() => _app.ChangeAsync(async db => (await db.Memberships.SingleAsync(one => one.OrganisationId == _company && one.Role == MemberRole.Editor, Stop)).OrderLimit = 0);

    private Task SellAsync(bool onSale) => _app.ChangeAsync(async db =>
    {
        var there = await db.Offers.SingleAsync(one => one.Id == _offer.Id, Stop);
        Assert.False(there.Change(there.Terms with { OnSale = onSale }).Failed(out _, out _));
    });

    private Task PriceAsync(long price) => _app.ChangeAsync(async db =>
    {
        var there = await db.Offers.SingleAsync(one => one.Id == _offer.Id, Stop);
        Assert.False(there.Change(there.Terms with { PriceTiers = [new(1, price)] }).Failed(out _, out _));
    });
}
