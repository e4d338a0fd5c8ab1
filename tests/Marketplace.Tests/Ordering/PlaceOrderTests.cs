using Marketplace.Core.Accounts;
using Marketplace.Core.Ordering;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Ordering;

/// <summary>From a cart to orders, over HTTP on a real database.</summary>
public sealed class PlaceOrderTests : IDisposable
{
    private readonly MarketplaceApp _app = new("Production") { Given = [("Accounts:AttemptsPerMinute", "0")] };
    private readonly People _people;
    private readonly Stall _stall;

    public PlaceOrderTests() => (_people, _stall) = (new People(_app), new Stall(_app));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_guest_orders_from_two_producers_at_once_and_each_gets_an_order_of_its_own()
    {
        var offers = await _stall.OffersAsync(2, stock: 20);
        var guest = _people.Browser();
        var cart = (await Stall.PutInAsync(guest, (offers[0], 3), (offers[1], 10)))["cart"]!;
        Assert.Equal((2, true, 12_000L), ((int)cart["lineCount"]!, (bool)cart["canOrder"]!, (long)cart["total"]!["amount"]!));
        Assert.Equal([3_000L, 9_000], cart["sections"]!.AsArray().Select(section => (long)section!["total"]!["amount"]!));

        var placed = await _stall.OrderAsync(guest, 12_000);

        Assert.Empty(Stall.Codes(placed));
        var group = placed["orderGroup"]!;
        Assert.Equal("Vĩnh Long", (string?)group["recipient"]!["province"]!["name"]);
        Assert.Equal([$"{group["code"]}-1", $"{group["code"]}-2"], group["orders"]!.AsArray().Select(order => (string?)order!["number"]));
        Assert.Equal(["PLACED", "PLACED"], group["orders"]!.AsArray().Select(order => (string?)order!["state"]));
        Assert.Equal([3_000L, 9_000], group["orders"]!.AsArray().Select(order => (long)order!["total"]!["amount"]!));
        Assert.Equal((20, 3), await _stall.StockAsync(offers[0]));
        Assert.Equal((20, 10), await _stall.StockAsync(offers[1]));
        Assert.Equal(0, (int)(await guest.DataAsync("{ cart { lineCount } }"))["cart"]!["lineCount"]!);
        await _app.WithAsync(async db =>
        {
            var entry = await db.Journal.SingleAsync(Stop);
            Assert.Equal([12_000L, -3_000, -9_000], entry.Postings.OrderBy(posting => posting.Number).Select(posting => posting.Amount));
        });
    }

    [Fact]
    public async Task Only_whoever_has_the_link_sees_a_guests_order()
    {
        var (offer, guest) = ((await _stall.OffersAsync(1, stock: 5))[0], _people.Browser());
        await Stall.PutInAsync(guest, (offer, 1));
        var placed = await _stall.OrderAsync(guest, 1_000);
        var (number, secret) = ((string)placed["orderGroup"]!["number"]!, (string)placed["secret"]!);

        var other = _people.Browser();
        const string Question = "query($number: String!, $secret: String) { order(number: $number, secret: $secret) { code } }";

        Assert.Null((await other.DataAsync(Question, new { number }))["order"]);
        Assert.Null((await other.DataAsync(Question, new { number, secret = secret[..^1] + (secret[^1] == 'a' ? 'b' : 'a') }))["order"]);
        Assert.NotNull((await other.DataAsync(Question, new { number = number.ToLowerInvariant(), secret }))["order"]);
    }

    [Fact]
    public async Task The_same_key_places_one_order_however_often_and_at_once_it_is_sent()
    {
        var (offer, guest) = ((await _stall.OffersAsync(1, stock: 100))[0], _people.Browser());
        await Stall.PutInAsync(guest, (offer, 2));

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _stall.OrderAsync(guest, 2_000, requestKey: "once")));

        Assert.All(answers, answer => Assert.Empty(Stall.Codes(answer)));
        Assert.Single(answers.Select(answer => (string)answer["orderGroup"]!["code"]!).Distinct());
        Assert.Single(answers.Select(answer => (string)answer["secret"]!).Distinct());
        Assert.Equal((100, 2), await _stall.StockAsync(offer));
        Assert.Equal(["KEY_USED_BEFORE"], Stall.Codes(await _stall.OrderAsync(guest, 2_001, requestKey: "once")));
    }

    [Fact]
    public async Task Fifty_buyers_want_the_last_ten_and_ten_of_them_get_one()
    {
        var offer = (await _stall.OffersAsync(1, stock: 10))[0];
        var buyers = Enumerable.Range(0, 50).Select(_ => _people.Browser()).ToList();
        foreach (var buyer in buyers)
        {
            await Stall.PutInAsync(buyer, (offer, 1));
        }

        var answers = await Task.WhenAll(buyers.Select(buyer => _stall.OrderAsync(buyer, 1_000)));

        Assert.Equal(10, answers.Count(answer => Stall.Codes(answer).Length == 0));
        Assert.All(answers.Where(answer => Stall.Codes(answer).Length > 0), answer => Assert.Equal(["INSUFFICIENT_STOCK"], Stall.Codes(answer)));
        Assert.Equal((10, 10), await _stall.StockAsync(offer));
    }

    [Fact]
    public async Task A_price_that_rose_after_the_cart_was_shown_is_refused_and_nothing_is_kept()
    {
        var (offer, guest) = ((await _stall.OffersAsync(1, stock: 5))[0], _people.Browser());
        await Stall.PutInAsync(guest, (offer, 2));
        await _app.ChangeAsync(async db =>
        {
            var there = await db.Offers.SingleAsync(one => one.Id == offer.Id, Stop);
            Assert.False(there.Change(there.Terms with { PriceTiers = [new(1, 1_500)] }).Failed(out _, out _));
        });

        var refused = await _stall.OrderAsync(guest, 2_000);
        var line = (await guest.DataAsync("{ cart { sections { lines { unitPrice { amount } seenUnitPrice { amount } } } } }"))["cart"]!["sections"]![0]!["lines"]![0]!;

        Assert.Equal(["TOTAL_CHANGED"], Stall.Codes(refused));
        Assert.Equal((1_500L, 1_000L), ((long)line["unitPrice"]!["amount"]!, (long)line["seenUnitPrice"]!["amount"]!));
        Assert.Equal((5, 0), await _stall.StockAsync(offer));
        Assert.Empty(Stall.Codes(await _stall.OrderAsync(guest, 3_000)));
    }

    [Fact]
    public async Task What_is_withdrawn_between_cart_and_order_is_said_and_nothing_else_is_ordered()
    {
        var offers = await _stall.OffersAsync(2, stock: 5);
        var guest = _people.Browser();
        await Stall.PutInAsync(guest, (offers[0], 1), (offers[1], 1));
        await _app.ChangeAsync(async db =>
        {
            var there = await db.Offers.SingleAsync(one => one.Id == offers[1].Id, Stop);
            (await db.Products.SingleAsync(product => product.Id == there.ProductId, Stop)).Visibility = Core.Catalogue.Visibility.Hidden;
        });

        Assert.Equal(["NOT_ON_SALE"], Stall.Codes(await _stall.OrderAsync(guest, 2_000)));

        Assert.Equal((5, 0), await _stall.StockAsync(offers[0]));
        var cart = (await guest.DataAsync("{ cart { canOrder total { amount } sections { lines { problem { code } } } } }"))["cart"]!;
        Assert.False((bool)cart["canOrder"]!);
        Assert.Equal(1_000, (long)cart["total"]!["amount"]!);
    }

    [Fact]
    public async Task A_line_of_which_there_is_too_little_says_how_many_can_be_had()
    {
        var (offer, guest) = ((await _stall.OffersAsync(1, stock: 5))[0], _people.Browser());
        const string Line = "cart { sections { lines { available problem { code } } } }";

        var scarce = (await guest.DoAsync("addToCart", new { lines = new[] { new { offer = offer.GlobalId, quantity = 8 } } }, Line))["cart"]!["sections"]![0]!["lines"]![0]!;
        var right = (await guest.DoAsync("setCart", new { lines = new[] { new { offer = offer.GlobalId, quantity = 5 } } }, Line))["cart"]!["sections"]![0]!["lines"]![0]!;

        Assert.Equal((5, "INSUFFICIENT_STOCK"), ((int)scarce["available"]!, (string)scarce["problem"]!["code"]!));
        Assert.Null(right["available"]);
        Assert.Null(right["problem"]);
    }

    [Fact]
    public async Task A_week_promises_no_more_than_can_be_made_in_it()
    {
        var offer = (await _stall.OffersAsync(1, stock: 0, madeToOrder: true, weeklyCapacity: 10))[0];
        var buyers = Enumerable.Range(0, 12).Select(_ => _people.Browser()).ToList();
        foreach (var buyer in buyers)
        {
            await Stall.PutInAsync(buyer, (offer, 4));
        }

        var answers = await Task.WhenAll(buyers.Select(buyer => _stall.OrderAsync(buyer, 4_000)));

        Assert.All(answers, answer => Assert.Empty(Stall.Codes(answer)));
        await _app.WithAsync(async db =>
        {
            var weeks = await db.CapacityWeeks.Where(week => week.OfferId == offer.Id).OrderBy(week => week.Week).Select(week => week.Promised).ToListAsync(Stop);
            Assert.Equal([10, 10, 10, 10, 8], weeks);
        });
    }

    [Fact]
    public async Task An_unpaid_order_gives_its_goods_back_when_its_time_is_over()
    {
        var (offer, guest) = ((await _stall.OffersAsync(1, stock: 5))[0], _people.Browser());
        await Stall.PutInAsync(guest, (offer, 5));
        var placed = await _stall.OrderAsync(guest, 5_000, "VIET_QR");
        Assert.Equal("AWAITING_PAYMENT", (string?)placed["orderGroup"]!["orders"]![0]!["state"]);
        Assert.Equal((5, 5), await _stall.StockAsync(offer));

        _app.Clock.Advance(OrderGroup.PaymentTime + TimeSpan.FromSeconds(1));
        await ExpiredAsync();

        Assert.Equal((5, 0), await _stall.StockAsync(offer));
        await _app.WithAsync(async db =>
        {
            Assert.Equal(OrderState.Cancelled, (await db.Orders.SingleAsync(Stop)).State);
            Assert.Equal(0, (await db.Journal.ToListAsync(Stop)).SelectMany(entry => entry.Postings).Where(posting => posting.Account == Core.Ledger.JournalAccount.Buyer).Sum(posting => posting.Amount));
        });
    }

    [Fact]
    public async Task A_member_finds_what_was_put_in_as_a_guest_after_signing_in()
    {
        var offers = await _stall.OffersAsync(2, stock: 9);
        var member = await _people.RegisterAsync("mua@example.com");
        await Stall.PutInAsync(member, (offers[0], 2));
        var browser = _people.Browser();
        await Stall.PutInAsync(browser, (offers[0], 1), (offers[1], 3));

        await browser.DoAsync("signIn", new { email = "mua@example.com", password = People.Password });

        var lines = (await browser.DataAsync("{ cart { sections { lines { sku quantity } } } }"))["cart"]!["sections"]!.AsArray().SelectMany(section => section!["lines"]!.AsArray());
        Assert.Equal(new[] { (offers[0].Sku, 2), (offers[1].Sku, 3) }.Order(), lines.Select(line => ((string)line!["sku"]!, (int)line["quantity"]!)).Order());
        await _app.WithAsync(async db => Assert.Single(await db.Carts.ToListAsync(Stop)));
    }

    [Fact]
    public async Task Somebody_who_may_only_look_orders_nothing_for_a_company()
    {
        var offer = (await _stall.OffersAsync(1, stock: 5))[0];
        var looker = await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Distributor), MemberRole.Viewer);

        var answer = await looker.AskAsync("mutation($input: CartInput!) { addToCart(input: $input) { problems { code } } }", new { input = new { lines = new[] { new { offer = offer.GlobalId, quantity = 1 } } } });

        Assert.Equal("FORBIDDEN", (string?)answer["errors"]![0]!["extensions"]!["code"]);
    }

    [Theory]
    [InlineData(-1, "OUT_OF_RANGE")]
    [InlineData(1_000_001, "OUT_OF_RANGE")]
    [InlineData(int.MaxValue, "OUT_OF_RANGE")]
    public async Task Quantities_that_nobody_can_mean_are_refused_at_the_cart(int quantity, string code)
    {
        var offer = (await _stall.OffersAsync(1, stock: 5))[0];

        var refused = await Stall.PutInAsync(_people.Browser(), (offer, quantity));

        Assert.Equal([code], Stall.Codes(refused));
        Assert.Equal(["lines", "0", "quantity"], refused["problems"]![0]!["path"]!.AsArray().Select(part => (string?)part));
    }

    [Fact]
    public async Task Whoever_pays_later_is_an_organisation_whose_papers_were_seen()
    {
        var offer = (await _stall.OffersAsync(1, stock: 5))[0];
        var company = await _people.OrganisationAsync(OrganisationKind.Distributor);
        var buyer = await _people.MemberAsync(company);
        await Stall.PutInAsync(buyer, (offer, 1));

        Assert.Equal(["NO_TERMS"], Stall.Codes(await _stall.OrderAsync(buyer, 1_000, "TERMS")));
        await _app.ChangeAsync(async db => (await db.Organisations.SingleAsync(one => one.Id == company, Stop)).Verify());

        var placed = await _stall.OrderAsync(buyer, 1_000, "TERMS");

        Assert.Empty(Stall.Codes(placed));
        Assert.Null(placed["secret"]);
    }

    public void Dispose() => _app.Dispose();

    /// <summary>The host looks by itself; this returns when it has.</summary>
    private async Task ExpiredAsync()
    {
        for (var waits = true; waits;)
        {
            await _app.WithAsync(async db => waits = await db.OrderGroups.AnyAsync(group => group.PayBy != null, Stop));
            await Task.Delay(MarketplaceApp.PollEvery, Stop);
        }
    }
}
