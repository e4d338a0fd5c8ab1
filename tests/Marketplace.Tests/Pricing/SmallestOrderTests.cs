using System.Text.Json.Nodes;
using Marketplace.Core.Accounts;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Ordering;
using Marketplace.Tests.Accounts;
using Marketplace.Tests.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Pricing;

/// <summary>The least for which one order must buy of a producer, from the producer's word to the order.</summary>
public sealed class SmallestOrderTests : IDisposable
{
    private const string CartFields = "cart { canOrder sections { total { amount } missing { amount } problem { code message } } }";

    private readonly MarketplaceApp _app = new("Production") { Given = [("Accounts:AttemptsPerMinute", "0")] };
    private readonly People _people;
    private readonly Stall _stall;

    public SmallestOrderTests() => (_people, _stall) = (new People(_app), new Stall(_app));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_that_buys_of_a_producer_for_too_little_waits_until_enough_is_added()
    {
        var offers = await _stall.OffersAsync(2, stock: 50);
        Assert.Empty(await (await KeeperAsync(offers[0])).ProblemsAsync("setSmallestOrder", new { version = await VersionAsync(offers[0]), amount = 5_000 }));
        var guest = _people.Browser();
        await Stall.PutInAsync(guest, (offers[0], 3), (offers[1], 40));

        var cart = (await guest.DataAsync($"{{ {CartFields} }}"))["cart"]!;
        Assert.False((bool)cart["canOrder"]!);
        Assert.Equal((2_000L, "BELOW_MINIMUM"), ((long)cart["sections"]![0]!["missing"]!["amount"]!, (string)cart["sections"]![0]!["problem"]!["code"]!));
        Assert.All(["2.000 ₫", "5.000 ₫"], sum => Assert.Contains(sum, ((string)cart["sections"]![0]!["problem"]!["message"]!).Replace('\u00A0', ' '), StringComparison.Ordinal));
        Assert.Null(cart["sections"]![1]!["problem"]);
        Assert.Equal(["BELOW_MINIMUM"], Stall.Codes(await _stall.OrderAsync(guest, 39_000)));
        Assert.Equal((50, 0), await _stall.StockAsync(offers[1]));

        await Stall.PutInAsync(guest, (offers[0], 2));

        Assert.True((bool)(await guest.DataAsync($"{{ {CartFields} }}"))["cart"]!["canOrder"]!);
        Assert.Empty(Stall.Codes(await _stall.OrderAsync(guest, 41_000)));
    }

    [Fact]
    public async Task A_minimum_is_changed_by_whoever_has_seen_it_is_audited_and_once_set_does_nothing_a_second_time()
    {
        var offer = (await _stall.OffersAsync(1, stock: 50))[0];
        var (keeper, version) = (await KeeperAsync(offer), await VersionAsync(offer));

        Assert.Equal(["OUT_OF_RANGE"], await keeper.ProblemsAsync("setSmallestOrder", new { version, amount = 999 }));
        Assert.Empty(await keeper.ProblemsAsync("setSmallestOrder", new { version, amount = 500_000 }));
        Assert.Empty(await keeper.ProblemsAsync("setSmallestOrder", new { version, amount = 500_000 }));
        Assert.Equal(["CHANGED_MEANWHILE"], await keeper.ProblemsAsync("setSmallestOrder", new { version, amount = 400_000 }));
        Assert.Empty(await keeper.ProblemsAsync("setSmallestOrder", new { version = version + 1, amount = (long?)null }));

        var terms = (await keeper.DataAsync("{ workspace { terms { version smallestOrder { amount } } } }"))["workspace"]!["terms"]!;
        Assert.Null(terms["smallestOrder"]);
        await _app.WithAsync(async db =>
        {
            var noted = await db.Audit.Where(entry => entry.Action == "setSmallestOrder").OrderBy(entry => entry.Id).Select(entry => $"{entry.SubjectId} {entry.Before} {entry.After}").ToListAsync(Stop);
            Assert.Equal(new[] { $$"""{{offer.ProducerId}} {"amount":null} {"amount":500000}""", $$"""{{offer.ProducerId}} {"amount":500000} {"amount":null}""" }.Order(StringComparer.Ordinal), noted.Order(StringComparer.Ordinal));
        });
    }

    [Fact]
    public async Task Everybody_reads_a_producers_minimum_in_its_entry()
    {
        var offer = (await _stall.OffersAsync(1, stock: 50))[0];
        await (await KeeperAsync(offer)).DoAsync("setSmallestOrder", new { version = await VersionAsync(offer), amount = 300_000 });
        var id = Api.GlobalId.Encode("Producer", offer.ProducerId);

        JsonNode? least;
        do
        {
            Stop.ThrowIfCancellationRequested();
            least = (await _people.Browser().DataAsync("query($id: ID!) { producer(id: $id) { smallestOrder { amount } } }", new { id }))["producer"]!["smallestOrder"];
        }
        while (least is null);

        Assert.Equal(300_000L, (long)least["amount"]!);
    }

    [Fact]
    public void What_a_buyer_takes_in_the_place_of_a_refused_order_need_not_reach_a_minimum()
    {
        var today = DateOnly.FromDateTime(Some.Now.UtcDateTime);
        var goods = Some.Goods(Some.Offer(new QuantityRule(1, 1, null), [new(1, 1_000)]));
        var (group, _) = Some.Place(goods, 1, today);
        Assert.False(goods.Producer!.AskAtLeast(5_000).Failed(out _, out _));

        Assert.IsType<BelowMinimum>(Assert.Single(Some.Place(goods, 4, today).Problems));
        Assert.False(Placement.Substitute(group!, goods, 4, Some.Buyer, Some.Now, today).Failed(out _, out _));
    }

    public void Dispose() => _app.Dispose();

    private async Task<Browser> KeeperAsync(OfferOnSale offer) => await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Producer, producerId: offer.ProducerId), MemberRole.Editor);

    private async Task<int> VersionAsync(OfferOnSale offer)
    {
        var version = 0;
        await _app.WithAsync(async db => version = await db.Producers.Where(producer => producer.Id == offer.ProducerId).Select(producer => producer.Version).SingleAsync(Stop));
        return version;
    }
}
