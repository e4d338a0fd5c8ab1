using Marketplace.E2E.Accounts;
using Marketplace.E2E.Buying;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Desk;

/// <summary>A producer's prices for certain buyers, from the empty page to the buyer's cart.</summary>
public sealed class PriceListPageTests(Site site)
{
    private const int Skip = 44;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_producer_makes_a_list_gives_it_to_a_buyer_and_takes_it_back(bool scripts)
    {
        var pack = (await Pack.ManyAsync(site, Skip + (scripts ? 0 : 1), 1))[0];
        var (buyer, taxCode) = await Desks.BuyerAsync(site);
        await using var maker = await (await Desks.ProducerAsync(site, pack.Producer)).SignedInAsync(scripts, width: 360);
        await maker.OpenAsync("/co-so/bang-gia");
        await Expect(maker.Page.Locator("main")).ToContainTextAsync("Chưa có bảng giá riêng nào");
        await maker.Link("/co-so/bang-gia/new").ClickAsync();
        await maker.TakenOverAsync();

        var row = maker.Page.Locator("#list details").Filter(new() { Has = maker.Page.Locator($"input[name=offer][value='{pack.GlobalId}']") });
        await row.Locator("summary").ClickAsync();
        await maker.Field("list-name").FillAsync("Đại lý cấp 1");
        await maker.Field("list-reductionBasisPoints").FillAsync("7,5");
        await maker.Field("list-validTo").FillAsync("1/1/2020");
        await row.Locator("[name$='.minimum']").First.FillAsync("5");
        await row.Locator("[name$='.unitPrice']").First.FillAsync("0");
        maker.ExpectStatus(422);
        await maker.SendAsync("list");
        await Expect(maker.Field("list-validTo-problem")).ToBeVisibleAsync();
        await Expect(row.Locator(".problem")).ToBeVisibleAsync();
        await Expect(maker.Field("list-reductionBasisPoints")).ToHaveValueAsync("7,5");
        await Expect(maker.Field("list-name")).ToHaveValueAsync("Đại lý cấp 1");
        await maker.TakenOverAsync();
        if (scripts)
        {
            await maker.AssertOpenToEverybodyAsync();
        }

        await maker.Field("list-validTo").FillAsync("");
        await row.Locator("[name$='.unitPrice']").First.FillAsync("700");
        await maker.SendAsync("list");
        await Expect(maker.Page.Locator(".done-note")).ToBeVisibleAsync();
        await Expect(maker.Page.Locator("main s")).ToContainTextAsync("1.000 ₫");
        await Expect(maker.Page.Locator("main")).ToContainTextAsync("700 ₫");

        await maker.TakenOverAsync();
        await maker.Field("assign-taxCode").FillAsync("0000000000");
        maker.ExpectStatus(422);
        await maker.SendAsync("assign");
        await Expect(maker.Field("assign-taxCode-problem")).ToBeVisibleAsync();
        await maker.TakenOverAsync();
        await maker.Field("assign-taxCode").FillAsync(taxCode);
        await maker.SendAsync("assign");
        await Expect(maker.Page.Locator("#buyers li")).ToContainTextAsync(taxCode);

        await using var visit = await buyer.SignedInAsync(scripts: false);
        await pack.PutInAsync(visit, "5");
        await Expect(visit.Page.Locator(".total strong")).ToHaveTextAsync("3.500 ₫");
        await maker.TakenOverAsync();
        await maker.Page.Locator("#buyers li button").ClickAsync();
        await Expect(maker.Page.Locator("#buyers")).ToContainTextAsync("Chưa giao cho ai");
        await visit.OpenAsync("/gio-hang");
        await Expect(visit.Page.Locator(".total strong")).ToHaveTextAsync("5.000 ₫");
        await maker.OpenAsync("/en/producer/price-lists");
        await Expect(maker.Page.Locator("main li")).ToContainTextAsync("7.5% off");
        if (scripts)
        {
            await maker.AssertOpenToEverybodyAsync();
        }

        maker.AssertNoComplaint();
        visit.AssertNoComplaint();
    }
}
