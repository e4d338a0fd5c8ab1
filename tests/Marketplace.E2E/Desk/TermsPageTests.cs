using Marketplace.E2E.Accounts;
using Marketplace.E2E.Buying;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Desk;

/// <summary>What a producer asks of every order, and what buyers read of it.</summary>
public sealed class TermsPageTests(Site site)
{
    private const int Skip = 42;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_producer_asks_for_a_smallest_order_and_a_cart_says_what_is_missing(bool scripts)
    {
        var pack = (await Pack.ManyAsync(site, Skip + (scripts ? 0 : 1), 1))[0];
        await using var maker = await (await Desks.ProducerAsync(site, pack.Producer)).SignedInAsync(scripts, width: 360);
        await maker.OpenAsync("/co-so");
        await maker.Link("/co-so/bang-gia").ClickAsync();
        await maker.TakenOverAsync();
        await maker.Field("smallest-order-amount").FillAsync("năm nghìn");
        maker.ExpectStatus(422);
        await maker.SendAsync("smallest-order");
        await Expect(maker.Field("smallest-order-amount-problem")).ToBeVisibleAsync();
        await Expect(maker.Field("smallest-order-amount")).ToHaveValueAsync("năm nghìn");
        await maker.TakenOverAsync();
        await maker.Field("smallest-order-amount").FillAsync("5.000");
        await maker.SendAsync("smallest-order");
        await Expect(maker.Page.Locator("#smallest")).ToContainTextAsync("từ 5.000 ₫");

        await using var guest = await Visit.BeginAsync(site, scripts, width: 360);
        await pack.PutInAsync(guest, "3");
        await Expect(guest.Page.Locator("main .short")).ToContainTextAsync("Còn thiếu 2.000 ₫ để đạt mức tối thiểu 5.000 ₫");
        await Expect(guest.Page.Locator("aside a[aria-disabled]")).ToBeVisibleAsync();
        if (scripts)
        {
            await guest.AssertOpenToEverybodyAsync();
        }

        await guest.Page.Locator("main [name=quantity]").FillAsync("5");
        await guest.Page.Locator("aside button").ClickAsync();
        await Expect(guest.Page.Locator("aside a[href='/dat-hang']")).ToBeVisibleAsync();
        await guest.OpenAsync($"/nha-san-xuat/{pack.Producer}");
        await Expect(guest.Page.Locator("main header")).ToContainTextAsync("Mỗi đơn mua của cơ sở này từ 5.000 ₫ trở lên.");

        // Others buy of this maker, too.
        await maker.TakenOverAsync();
        await maker.Field("smallest-order-amount").FillAsync("");
        await maker.SendAsync("smallest-order");
        await Expect(maker.Page.Locator("#smallest")).ToContainTextAsync("đơn bao nhiêu cũng nhận");
        maker.AssertNoComplaint();
        guest.AssertNoComplaint();
    }
}
