using Marketplace.E2E.Accounts;
using Marketplace.E2E.Desk;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Buying;

/// <summary>Everything that buying is, in one walk: what single steps show and refuse stands in the tests of their pages.</summary>
[Collection(Alone.Name)]
public sealed class WholeWalkTests(Site site)
{
    private const int Skip = 40;
    private const string Sweets = "keo-dua-sau-rieng-la-dua-dong-a";

    [Fact]
    public async Task Guests_members_and_distributors_buy_producers_refuse_money_goes_back_and_the_books_hold()
    {
        var walk = new WholeWalk(site);
        var packs = await Pack.ManyAsync(site, Skip, 2);
        await using var office = await (await Desks.OfficerAsync(site)).SignedInAsync(scripts: false);

        await using var guest = await Visit.BeginAsync(site, width: 360);
        var transferred = await walk.OrderAsync(guest, Sweets, packs, "VIET_QR");
        await Expect(guest.Page.Locator("main")).ToContainTextAsync($"{transferred.Code}-3");
        await Bought.PayAsync(guest);

        await using var member = await (await Person.WithAccountAsync(site)).SignedInAsync(width: 360);
        var carded = await walk.OrderAsync(member, Sweets, packs, "CARD");
        await Bought.PayAsync(member);

        await using var distributor = await walk.DistributorAsync(office);
        await walk.OrderByPadAsync(distributor, 200);
        await Expect(distributor.Page.Locator("main")).ToContainTextAsync("Chờ cơ sở xác nhận");

        await transferred.RefuseAsync("Hết nguyên liệu.");
        await WholeWalk.TakeInsteadAsync(guest, transferred);
        await Expect(guest.Page.Locator("main")).ToContainTextAsync($"{transferred.Code}-4");

        await carded.RefuseAsync("Máy hỏng.");
        await WholeWalk.TakeMoneyAsync(member, carded);

        await WholeWalk.BooksHoldAsync(office);
        guest.AssertNoComplaint();
        member.AssertNoComplaint();
        distributor.AssertNoComplaint();
        office.AssertNoComplaint();
    }
}
