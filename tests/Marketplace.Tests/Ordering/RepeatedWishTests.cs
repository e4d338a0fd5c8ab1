using System.Text.Json.Nodes;
using Marketplace.Core.Accounts;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Ordering;

/// <summary>What is set or removed beside carts, sent again with its key: done once, answered alike, and a late repetition undoes nothing.</summary>
public sealed class RepeatedWishTests : IDisposable
{
    private readonly MarketplaceApp _app = new("Production") { Given = [("Accounts:AttemptsPerMinute", "0")] };
    private readonly People _people;
    private readonly Stall _stall;

    public RepeatedWishTests() => (_people, _stall) = (new People(_app), new Stall(_app));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_members_limit_stays_as_it_was_set_last()
    {
        const string Fields = "organisation { members { role orderLimit { amount } } }";
        var company = await _people.OrganisationAsync(OrganisationKind.Distributor);
        var owner = await _people.MemberAsync(company);
        _people.Later();
        await _people.MemberAsync(company, MemberRole.Editor);
        var member = (string)(await owner.DataAsync("{ viewer { actingFor { organisation { members { id role } } } } }"))["viewer"]!["actingFor"]!["organisation"]!["members"]!.AsArray().Single(one => (string?)one!["role"] == "EDITOR")!["id"]!;

        Assert.Single(await ManyAsync(owner, "setOrderLimit", new { member, limit = 5_000, requestKey = "five" }, Fields));
        Assert.Empty(await owner.ProblemsAsync("setOrderLimit", new { member, limit = 7_000, requestKey = "seven" }));
        Assert.Equal(7_000, LimitIn(await owner.DoAsync("setOrderLimit", new { member, limit = 5_000, requestKey = "five" }, Fields)));
        Assert.Equal(2, await NotedAsync("setOrderLimit"));
        Assert.Equal(5_000, LimitIn(await owner.DoAsync("setOrderLimit", new { member, limit = 5_000, requestKey = "five again" }, Fields)));

        static long? LimitIn(JsonNode answer) => (long?)answer["organisation"]!["members"]!.AsArray().Single(one => (string?)one!["role"] == "EDITOR")!["orderLimit"]?["amount"];
    }

    [Fact]
    public async Task Two_owners_may_make_the_same_key_for_the_same_limit()
    {
        var company = await _people.OrganisationAsync(OrganisationKind.Distributor);
        var owner = await _people.MemberAsync(company);
        _people.Later();
        var other = await _people.MemberAsync(company);
        _people.Later();
        await _people.MemberAsync(company, MemberRole.Editor);
        var member = (string)(await owner.DataAsync("{ viewer { actingFor { organisation { members { id role } } } } }"))["viewer"]!["actingFor"]!["organisation"]!["members"]!.AsArray().Single(one => (string?)one!["role"] == "EDITOR")!["id"]!;

        foreach (var (who, limit) in ((Browser, int)[])[(owner, 5_000), (owner, 7_000), (other, 5_000)])
        {
            Assert.Empty(await who.ProblemsAsync("setOrderLimit", new { member, limit, requestKey = "1" }));
        }

        await _app.WithAsync(async db => Assert.Equal(5_000, await db.Memberships.Where(one => one.Role == MemberRole.Editor && one.OrganisationId == company).Select(one => one.OrderLimit).SingleAsync(Stop)));
    }

    [Fact]
    public async Task A_producers_minimum_stays_as_it_was_set_last()
    {
        const string Fields = "terms { version smallestOrder { amount } }";
        var keeper = await KeeperAsync();
        var version = (int)(await keeper.DataAsync("{ workspace { terms { version } } }"))["workspace"]!["terms"]!["version"]!;

        Assert.Single(await ManyAsync(keeper, "setSmallestOrder", new { version, amount = 5_000, requestKey = "five" }, Fields));
        Assert.Empty(await keeper.ProblemsAsync("setSmallestOrder", new { version = version + 1, amount = 7_000, requestKey = "seven" }));
        var late = await keeper.DoAsync("setSmallestOrder", new { version, amount = 5_000, requestKey = "five" }, Fields);

        Assert.Empty(Stall.Codes(late));
        Assert.Equal((version + 2, 7_000L), ((int)late["terms"]!["version"]!, (long)late["terms"]!["smallestOrder"]!["amount"]!));
        Assert.Equal(2, await NotedAsync("setSmallestOrder"));
        Assert.Equal(["CHANGED_MEANWHILE"], await keeper.ProblemsAsync("setSmallestOrder", new { version, amount = 5_000, requestKey = "five again" }));
    }

    [Fact]
    public async Task The_buyers_of_a_price_list_stay_as_they_were_chosen_last()
    {
        const string Fields = "priceList { buyers { id } }";
        var keeper = await KeeperAsync();
        var company = Api.GlobalId.Encode("Organisation", await _people.OrganisationAsync(OrganisationKind.Distributor));
        var saved = await keeper.DoAsync("savePriceList", new { name = "Đại lý", reductionBasisPoints = 500, validFrom = "2026-11-01", prices = Array.Empty<object>() }, "priceList { id }");
        var priceList = (string)saved["priceList"]!["id"]!;
        var give = new { priceList, organisations = new[] { company }, requestKey = "give" };

        Assert.Single(await ManyAsync(keeper, "assignPriceList", give, Fields));
        Assert.Empty(await keeper.ProblemsAsync("assignPriceList", give with { organisations = [], requestKey = "take back" }));
        Assert.Empty((await keeper.DoAsync("assignPriceList", give, Fields))["priceList"]!["buyers"]!.AsArray());
        Assert.Equal(2, await NotedAsync("assignPriceList"));
        Assert.Single((await keeper.DoAsync("assignPriceList", give with { requestKey = "give again" }, Fields))["priceList"]!["buyers"]!.AsArray());
    }

    [Fact]
    public async Task What_was_removed_once_is_gone_for_every_repetition_and_not_there_for_another_key()
    {
        var (offer, buyer) = ((await _stall.OffersAsync(1, stock: 5))[0], await _people.MemberAsync(organisation: null));
        var list = (string)(await buyer.DoAsync("saveList", new { name = "Kho", lines = new[] { new { offer = offer.GlobalId, quantity = 1 } }, requestKey = "list" }, "list { id }"))["list"]!["id"]!;
        var address = (string)(await buyer.DoAsync("saveDeliveryAddress", new { label = "Nhà", recipient = Stall.Recipient, usual = true, requestKey = "home" }, "address { id }"))["address"]!["id"]!;
        await buyer.DoAsync("saveDeliveryAddress", new { label = "Kho", recipient = Stall.Recipient, usual = false, requestKey = "store" });

        Assert.Single(await ManyAsync(buyer, "removeList", new { list, requestKey = "out" }, "list { id }"));
        Assert.Single(await ManyAsync(buyer, "removeDeliveryAddress", new { address, requestKey = "out" }, "addresses { label }"));

        Assert.Equal(["NOTHING_THERE"], await buyer.ProblemsAsync("removeList", new { list, requestKey = "another" }));
        Assert.Equal(["NOTHING_THERE"], await buyer.ProblemsAsync("removeDeliveryAddress", new { address, requestKey = "another" }));
        Assert.Equal("Kho", (string?)(await buyer.DataAsync("{ deliveryAddresses { label } }"))["deliveryAddresses"]!.AsArray().Single()!["label"]);
    }

    [Fact]
    public async Task What_was_refused_does_not_use_up_its_key()
    {
        var keeper = await KeeperAsync();
        var company = await _people.OrganisationAsync(OrganisationKind.Producer);
        var saved = await keeper.DoAsync("savePriceList", new { name = "Đại lý", reductionBasisPoints = 500, validFrom = "2026-11-01", prices = Array.Empty<object>() }, "priceList { id }");
        var give = new { priceList = (string)saved["priceList"]!["id"]!, organisations = new[] { Api.GlobalId.Encode("Organisation", company) }, requestKey = "give" };
        Assert.Equal(["UNKNOWN"], await keeper.ProblemsAsync("assignPriceList", give));

        await _app.ChangeAsync(db => db.Organisations.Where(one => one.Id == company).ExecuteUpdateAsync(set => set.SetProperty(one => one.Kind, OrganisationKind.Buyer), Stop));

        Assert.Empty(await keeper.ProblemsAsync("assignPriceList", give));
        await _app.WithAsync(async db => Assert.Equal((1, 1), (await db.BuyerPriceLists.CountAsync(Stop), await db.DoneRequests.CountAsync(Stop))));
    }

    public void Dispose() => _app.Dispose();

    private async Task<Browser> KeeperAsync()
    {
        var offer = (await _stall.OffersAsync(1, stock: 50))[0];
        return await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Producer, producerId: offer.ProducerId), MemberRole.Editor);
    }

    /// <summary>Sends it twenty times at one moment; the different answers, none of them a refusal.</summary>
    private static async Task<IReadOnlyList<string>> ManyAsync(Browser browser, string mutation, object input, string fields)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => browser.DoAsync(mutation, input, fields)));
        Assert.All(answers, answer => Assert.Empty(Stall.Codes(answer)));
        return [.. answers.Select(answer => answer.ToJsonString()).Distinct()];
    }

    private async Task<int> NotedAsync(string action)
    {
        var noted = 0;
        await _app.WithAsync(async db => noted = await db.Audit.CountAsync(entry => entry.Action == action, Stop));
        return noted;
    }
}
