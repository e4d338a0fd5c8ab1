using Marketplace.E2E.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Buying;

/// <summary>The number at the cart in the header: on pages that are kept for everybody, it comes from the visitor's own browser.</summary>
public sealed class CartCountTests(Site site)
{
    private const int Skip = 45;

    [Fact]
    public async Task A_guest_sees_how_many_lines_the_cart_has_on_every_page_until_they_are_ordered()
    {
        var packs = await Pack.ManyAsync(site, Skip, 2);
        await using var visit = await Visit.BeginAsync(site, width: 360);
        await visit.OpenAsync("/");
        await Expect(NumberOf(visit)).ToHaveCountAsync(0);
        await packs[0].PutInAsync(visit, "2");
        await Expect(NumberOf(visit)).ToHaveTextAsync("1");
        await packs[1].PutInAsync(visit, "3");

        var page = await visit.Page.GotoAsync("/nha-san-xuat");
        await Expect(NumberOf(visit)).ToHaveTextAsync("2");
        Assert.DoesNotContain("set-cookie", page!.Headers.Keys);
        Assert.DoesNotContain("private", page.Headers["cache-control"], StringComparison.Ordinal);
        await visit.AssertOpenToEverybodyAsync();
        await visit.OpenAsync("/gio-hang");
        await visit.Page.Locator($"li#{packs[0].Sku} button[value$=' 0']").ClickAsync();
        await Expect(NumberOf(visit)).ToHaveTextAsync("1");
        await visit.FillCheckoutAsync();
        await visit.SendAsync("checkout");
        await Expect(visit.Page.Locator(".thanks")).ToBeVisibleAsync();
        await visit.OpenAsync("/");

        await Expect(NumberOf(visit)).ToHaveCountAsync(0);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_member_finds_the_number_again_on_another_device_and_leaves_none_behind()
    {
        var pack = (await Pack.ManyAsync(site, Skip + 2, 1))[0];
        var person = await Person.WithAccountAsync(site);
        await using (var first = await person.SignedInAsync(scripts: false))
        {
            await pack.PutInAsync(first, "2");
        }

        await using var visit = await person.SignedInAsync();
        await visit.OpenAsync("/en/producers");
        await Expect(visit.Page.Locator("header a[href='/en/cart'] .number")).ToHaveTextAsync("1");
        await visit.OpenAsync("/tai-khoan");
        await visit.Page.Locator("form[action*=signOut] button").First.ClickAsync();
        await visit.TakenOverAsync();

        await Expect(NumberOf(visit)).ToHaveCountAsync(0);
        visit.AssertNoComplaint();
    }

    private static ILocator NumberOf(Visit visit) => visit.Page.Locator("header a[href='/gio-hang'] .number");
}
