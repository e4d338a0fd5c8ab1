using System.Text.Json.Nodes;
using Marketplace.Core.Accounts;
using Marketplace.Data.Pricing;
using Marketplace.Tests.Accounts;
using Marketplace.Tests.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Pricing;

/// <summary>What producers ask of certain buyers, from the list to the order, over HTTP.</summary>
public sealed class PriceListTests : IDisposable
{
    private const string Fields = "priceList { id version name reductionBasisPoints validTo prices { offer minimum unitPrice } buyers { id name } }";

    private readonly MarketplaceApp _app = new("Production") { Given = [("Accounts:AttemptsPerMinute", "0")] };
    private readonly People _people;
    private readonly Stall _stall;

    public PriceListTests() => (_people, _stall) = (new People(_app), new Stall(_app));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_buyer_with_a_list_sees_its_price_in_the_cart_and_pays_it_and_another_buyer_does_not()
    {
        var (offer, keeper) = await StallAsync();
        var (mine, other) = (await _people.OrganisationAsync(OrganisationKind.Distributor, "Đại lý Hai"), await _people.OrganisationAsync(OrganisationKind.Buyer));
        var list = await SavedAsync(keeper, List([new { offer = offer.GlobalId, minimum = 5, unitPrice = 700 }], reduction: 1000));
        var assigned = await AssignAsync(keeper, list, mine);
        Assert.Equal(["Đại lý Hai"], assigned["priceList"]!["buyers"]!.AsArray().Select(buyer => (string?)buyer!["name"]));
        var buyer = await _people.MemberAsync(mine);

        Assert.Equal((900L, 1_800L), await CartAsync(buyer, offer, 2));
        Assert.Equal((700L, 4_200L), await CartAsync(buyer, offer, 4));
        Assert.Equal((1_000L, 6_000L), await CartAsync(await _people.MemberAsync(other), offer, 6));

        var line = (await _stall.OrderAsync(buyer, 4_200))["orderGroup"]!["orders"]![0]!["lines"]![0]!;
        Assert.Equal(("LIST_TIER", 700L), ((string?)line["why"]!["basis"], (long)line["why"]!["unitPrice"]!["amount"]!));
    }

    [Fact]
    public async Task Nobody_pays_more_by_a_list_than_without_it()
    {
        var (offer, keeper) = await StallAsync();
        var organisation = await _people.OrganisationAsync(OrganisationKind.Distributor);
        await AssignAsync(keeper, await SavedAsync(keeper, List([new { offer = offer.GlobalId, minimum = 1, unitPrice = 5_000 }])), organisation);

        Assert.Equal((900L, 9_000L), await CartAsync(await _people.MemberAsync(organisation), offer, 10));
    }

    [Fact]
    public async Task Of_a_producer_a_buyer_has_one_list_and_whoever_is_left_out_pays_public_prices_again()
    {
        var (offer, keeper) = await StallAsync();
        var organisation = await _people.OrganisationAsync(OrganisationKind.Distributor);
        var (first, second) = (await SavedAsync(keeper, List([], reduction: 5000)), await SavedAsync(keeper, List([], reduction: 2000, name: "Bảng hai")));
        await AssignAsync(keeper, first, organisation);
        await AssignAsync(keeper, second, organisation);
        var buyer = await _people.MemberAsync(organisation);

        Assert.Equal((800L, 800L), await CartAsync(buyer, offer, 1));
        var lists = (await keeper.DataAsync("{ workspace { priceLists { name buyers { id } } } }"))["workspace"]!["priceLists"]!.AsArray();
        Assert.Equal([("Bảng hai", 1), ("Đại lý", 0)], lists.Select(list => ((string)list!["name"]!, list["buyers"]!.AsArray().Count)));

        await AssignAsync(keeper, second);
        Assert.Equal((1_000L, 2_000L), await CartAsync(buyer, offer, 1));
    }

    [Fact]
    public async Task Prices_of_other_producers_offers_and_prices_that_make_no_ladder_are_refused_each_in_its_place()
    {
        var (offer, keeper) = await StallAsync();
        var other = (await _stall.OffersAsync(2, stock: 20))[1];

        var refused = await keeper.DoAsync("savePriceList", List(
            [
                new { offer = other.GlobalId, minimum = 1, unitPrice = 500 },
                new { offer = offer.GlobalId, minimum = 10, unitPrice = 900 },
                new { offer = offer.GlobalId, minimum = 1, unitPrice = 800 },
                new { offer = offer.GlobalId, minimum = 1, unitPrice = 0 },
            ],
            reduction: 10_000,
            name: " "));

        Assert.Equal(
            ["name MISSING", "reductionBasisPoints OUT_OF_RANGE", "prices.0.offer UNKNOWN", "prices.3.unitPrice OUT_OF_RANGE", "prices.3.minimum TWICE", "prices.1.unitPrice OUT_OF_ORDER"],
            refused["problems"]!.AsArray().Select(problem => $"{string.Join('.', problem!["path"]!.AsArray().Select(part => (string?)part))} {problem["code"]}"));
    }

    [Fact]
    public async Task A_list_is_changed_as_a_whole_by_whoever_has_seen_it_and_by_its_own_producer_alone()
    {
        var (offer, keeper) = await StallAsync();
        var list = await SavedAsync(keeper, List([new { offer = offer.GlobalId, minimum = 1, unitPrice = 800 }, new { offer = offer.GlobalId, minimum = 5, unitPrice = 700 }]));
        var (id, version) = ((string)list["id"]!, (int)list["version"]!);
        object[] prices = [new { offer = offer.GlobalId, minimum = 1, unitPrice = 750 }];

        var changed = await keeper.DoAsync("savePriceList", new { priceList = id, version, name = "Đại lý", reductionBasisPoints = 0, validFrom = "2026-11-01", prices }, Fields);

        Assert.Equal([750L], changed["priceList"]!["prices"]!.AsArray().Select(price => (long)price!["unitPrice"]!));
        Assert.Equal(["CHANGED_MEANWHILE"], await keeper.ProblemsAsync("savePriceList", new { priceList = id, version, name = "Đại lý", reductionBasisPoints = 0, validFrom = "2026-11-01", prices }));
        var stranger = await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Producer, producerId: (await _stall.OffersAsync(2, stock: 20))[1].ProducerId));
        Assert.Equal(["NOTHING_THERE"], await stranger.ProblemsAsync("savePriceList", new { priceList = id, version, name = "x", reductionBasisPoints = 0, validFrom = "2026-11-01", prices = Array.Empty<object>() }));
        Assert.Equal(["NOTHING_THERE"], await stranger.ProblemsAsync("assignPriceList", new { priceList = id, organisations = Array.Empty<string>() }));
        Assert.Equal(["UNKNOWN"], await keeper.ProblemsAsync("assignPriceList", new { priceList = id, organisations = new[] { Api.GlobalId.Encode("Organisation", await _people.OfficeAsync()) } }));
    }

    [Fact]
    public async Task Lists_that_are_given_to_one_buyer_at_one_moment_leave_it_with_one()
    {
        var (offer, keeper) = await StallAsync();
        var organisation = Api.GlobalId.Encode("Organisation", await _people.OrganisationAsync(OrganisationKind.Distributor));
        List<string> lists = [];
        foreach (var name in new[] { "Một", "Hai", "Ba", "Bốn" })
        {
            lists.Add((string)(await SavedAsync(keeper, List([], reduction: 1000, name: name)))["id"]!);
        }

        var answers = await Task.WhenAll(lists.Concat(lists).Select(priceList => keeper.ProblemsAsync("assignPriceList", new { priceList, organisations = new[] { organisation } })));

        Assert.Contains(answers, answer => answer.Length == 0);
        Assert.All(answers.SelectMany(answer => answer), code => Assert.Equal("CHANGED_MEANWHILE", code));
        var held = (await keeper.DataAsync("{ workspace { priceLists { buyers { id } } } }"))["workspace"]!["priceLists"]!.AsArray().SelectMany(list => list!["buyers"]!.AsArray());
        Assert.Equal([organisation], held.Select(buyer => (string?)buyer!["id"]));
        await _app.WithAsync(async db => await Assert.ThrowsAsync<DbUpdateException>(async () =>
        {
            var other = (await db.PriceLists.OrderBy(list => list.Id).ToListAsync(Stop)).First(list => !db.BuyerPriceLists.Any(buyer => buyer.PriceListId == list.Id));
            db.BuyerPriceLists.Add(new BuyerPriceList { OrganisationId = (await db.BuyerPriceLists.AsNoTracking().SingleAsync(Stop)).OrganisationId, ProducerId = offer.ProducerId, PriceListId = other.Id });
            await db.SaveChangesAsync(Stop);
        }));
    }

    [Fact]
    public async Task A_list_that_is_sent_twice_with_its_key_is_made_once_and_shows_what_it_does_to_a_price()
    {
        var (offer, keeper) = await StallAsync();
        var list = new { name = "Đại lý", reductionBasisPoints = 750, validFrom = "2027-11-01", prices = new[] { new { offer = offer.GlobalId, minimum = 5, unitPrice = 700 } }, requestKey = "một lần" };
        const string Example = "priceList { id example { product { vi } why { quantity publicUnitPrice { amount } unitPrice { amount } } } }";

        var (first, again) = (await keeper.DoAsync("savePriceList", list, Example), await keeper.DoAsync("savePriceList", list, Example));

        Assert.Equal((string?)first["priceList"]!["id"], (string?)again["priceList"]!["id"]);
        Assert.Single((await keeper.DataAsync("{ workspace { priceLists { id } } }"))["workspace"]!["priceLists"]!.AsArray());
        var why = first["priceList"]!["example"]!["why"]!;
        Assert.Equal((5, 1_000L, 700L), ((int)why["quantity"]!, (long)why["publicUnitPrice"]!["amount"]!, (long)why["unitPrice"]!["amount"]!));
    }

    [Fact]
    public async Task A_producer_finds_buyers_among_those_that_ordered_and_by_the_tax_code_of_a_verified_one()
    {
        var (offer, keeper) = await StallAsync();
        var (customer, stranger) = (await _people.OrganisationAsync(OrganisationKind.Buyer, "Quán Dừa"), await _people.OrganisationAsync(OrganisationKind.Distributor, "Đại lý Xa"));
        await _app.ChangeAsync(async db => (await db.Organisations.SingleAsync(one => one.Id == stranger, Stop)).TaxCode = "0312345678");
        var buyer = await _people.MemberAsync(customer);
        await Stall.PutInAsync(buyer, (offer, 1));
        Assert.Empty(Stall.Codes(await _stall.OrderAsync(buyer, 1_000)));
        const string Question = "{ workspace { buyers { name } buyerOfTaxCode(taxCode: \" 0312345678\") { name } } }";

        var before = (await keeper.DataAsync(Question))["workspace"]!;
        await _app.ChangeAsync(async db => (await db.Organisations.SingleAsync(one => one.Id == stranger, Stop)).Verify());
        var after = (await keeper.DataAsync(Question))["workspace"]!;

        Assert.Equal(["Quán Dừa"], before["buyers"]!.AsArray().Select(one => (string?)one!["name"]));
        Assert.Null(before["buyerOfTaxCode"]);
        Assert.Equal("Đại lý Xa", (string?)after["buyerOfTaxCode"]!["name"]);
    }

    public void Dispose() => _app.Dispose();

    private static object List(object[] prices, int reduction = 0, string name = "Đại lý") => new { name, reductionBasisPoints = reduction, validFrom = "2026-11-01", validTo = (string?)null, prices };

    private async Task<(OfferOnSale Offer, Browser Keeper)> StallAsync()
    {
        var offer = (await _stall.OffersAsync(1, stock: 100))[0];
        return (offer, await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Producer, producerId: offer.ProducerId), MemberRole.Editor));
    }

    private async Task<JsonNode> SavedAsync(Browser keeper, object list)
    {
        _people.Later();
        var saved = await keeper.DoAsync("savePriceList", list, Fields);
        Assert.Empty(Stall.Codes(saved));
        return saved["priceList"]!;
    }

    private static async Task<JsonNode> AssignAsync(Browser keeper, JsonNode list, params Guid[] organisations)
    {
        var assigned = await keeper.DoAsync("assignPriceList", new { priceList = (string)list["id"]!, organisations = organisations.Select(id => Api.GlobalId.Encode("Organisation", id)) }, Fields);
        Assert.Empty(Stall.Codes(assigned));
        return assigned;
    }

    /// <summary>Puts so many more into the cart; the price of one, and the total.</summary>
    private static async Task<(long Unit, long Total)> CartAsync(Browser buyer, OfferOnSale offer, int more)
    {
        var cart = (await Stall.PutInAsync(buyer, (offer, more)))["cart"]!;
        return ((long)cart["sections"]![0]!["lines"]![0]!["unitPrice"]!["amount"]!, (long)cart["total"]!["amount"]!);
    }
}
