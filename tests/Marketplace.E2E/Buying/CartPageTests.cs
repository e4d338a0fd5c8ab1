using Marketplace.E2E.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Buying;

/// <summary>What lies in the cart, and what stands against it, in plain forms.</summary>
public sealed class CartPageTests(Site site)
{
    private const int Skip = 10;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Quantities_are_changed_taken_out_and_kept_as_typed_where_they_are_none(bool scripts)
    {
        var packs = await Pack.ManyAsync(site, Skip, 2);
        await using var visit = await Visit.BeginAsync(site, scripts, width: 360);
        foreach (var pack in packs)
        {
            await pack.PutInAsync(visit, "2");
        }

        var (first, second) = (visit.Page.Locator($"li#{packs[0].Sku}"), visit.Page.Locator($"li#{packs[1].Sku}"));
        await Expect(second).ToContainTextAsync("Vừa thêm");
        await first.Locator("[name=quantity]").FillAsync("hai");
        await second.Locator("[name=quantity]").FillAsync("10");
        visit.ExpectStatus(422);
        await second.Locator("[name=quantity]").PressAsync("Enter");

        await Expect(first.Locator(".problem")).ToContainTextAsync("số nguyên");
        await Expect(first.Locator("[name=quantity]")).ToHaveValueAsync("hai");
        await Expect(second.Locator("[name=quantity]")).ToHaveValueAsync("10");
        await visit.TakenOverAsync();
        await first.Locator("[name=quantity]").FillAsync("3");
        await visit.Page.Locator("aside button").ClickAsync();
        await Expect(visit.Page.Locator(".done-note")).ToContainTextAsync("Đã cập nhật");
        await Expect(second).ToContainTextAsync("giá khi mua từ 10");
        await Expect(visit.Page.Locator(".total strong")).ToHaveTextAsync("12.000 ₫");
        await visit.TakenOverAsync();
        await first.Locator("button[value$=' 0']").ClickAsync();
        await Expect(first).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(".total strong")).ToHaveTextAsync("9.000 ₫");
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task What_there_is_too_little_of_says_how_many_and_becomes_right_with_one_press()
    {
        var pack = (await Pack.ManyAsync(site, Skip + 2, 1, free: 7))[0];
        await using var visit = await Visit.BeginAsync(site, scripts: false, width: 360);
        await pack.PutInAsync(visit, "9");
        var line = visit.Page.Locator($"li#{pack.Sku}");
        await Expect(line.Locator(".problem")).ToContainTextAsync("Hiện chỉ còn 7");
        await Expect(visit.Page.Locator("aside a[aria-disabled]")).ToBeVisibleAsync();

        await line.Locator(".problem button").ClickAsync();

        await Expect(line.Locator("[name=quantity]")).ToHaveValueAsync("7");
        await Expect(line.Locator(".problem")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("aside a[href='/dat-hang']")).ToBeVisibleAsync();
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_quantity_that_is_none_leads_back_to_the_product_with_what_was_typed()
    {
        var pack = (await Pack.ManyAsync(site, Skip + 3, 1))[0];
        await using var visit = await Visit.BeginAsync(site, scripts: false);

        await pack.PutInAsync(visit, "nhiều");

        await Expect(visit.Page.Locator($"article#{pack.Sku} [role=status]")).ToContainTextAsync("Cần một số nguyên");
        await Expect(visit.Page.Locator($"article#{pack.Sku} [name=qty]")).ToHaveValueAsync("nhiều");
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task What_cannot_be_bought_says_so_and_has_no_button()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);

        await visit.OpenAsync("/san-pham/mat-ong-hoa-dua-ba-tiep");

        await Expect(visit.Page.Locator("#packs article").First).ToContainTextAsync("Hiện chưa đặt mua được");
        await Expect(visit.Page.Locator("#packs button[name=offer]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_member_sees_the_old_price_beside_the_new_one_and_is_asked_again_before_ordering()
    {
        var pack = (await Pack.ManyAsync(site, Skip + 4, 1))[0];
        var person = await Person.WithAccountAsync(site);
        await using var visit = await person.SignedInAsync(scripts: false, width: 360);
        await pack.PutInAsync(visit, "3");
        await visit.FillCheckoutAsync();
        await pack.ChangeAsync(site, price: 1_500);

        visit.ExpectStatus(422);
        await visit.Page.Locator("form#checkout > p button").ClickAsync();

        await Expect(visit.Page.Locator(".problems")).ToContainTextAsync("4.500 ₫");
        await Expect(visit.Page.Locator(".problems")).ToContainTextAsync("3.000 ₫");
        await Expect(visit.Page.Locator("[name='recipient.name']")).ToHaveValueAsync(Checkout.Name);
        await using var cart = await visit.BesideAsync();
        await cart.OpenAsync("/gio-hang");
        await Expect(cart.Page.Locator($"li#{pack.Sku} s")).ToContainTextAsync("1.000 ₫");
        await cart.Page.GetByRole(AriaRole.Button, new() { Name = "Tôi đã xem giá mới" }).ClickAsync();
        await Expect(cart.Page.Locator($"li#{pack.Sku} s")).ToHaveCountAsync(0);

        await visit.Page.Locator("form#checkout > p button").ClickAsync();

        await Expect(visit.Page.Locator(".thanks")).ToContainTextAsync(person.Email);
        await Expect(visit.Page.Locator(".due")).ToContainTextAsync("4.500 ₫");
        await visit.OpenAsync("/dat-hang");
        await Expect(visit.Page.Locator("main h2")).ToContainTextAsync("Giỏ hàng trống");
        await visit.OpenAsync("/don-hang");
        await visit.Page.Locator("main li a").ClickAsync();
        await Expect(visit.Page.Locator("main h1")).ToContainTextAsync("-");
        await visit.Page.Locator(".again button").ClickAsync();
        await Expect(visit.Page.Locator($"li#{pack.Sku} [name=quantity]")).ToHaveValueAsync("3");
        await visit.OpenAsync("/dat-hang");
        await Expect(visit.Page.Locator("[name='recipient.street']")).ToHaveValueAsync("12 Nguyễn Huệ");
        visit.AssertNoComplaint();
    }
}
