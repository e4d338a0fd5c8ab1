using Marketplace.E2E.Accounts;
using Marketplace.E2E.Desk;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Buying;

/// <summary>Lists of what somebody orders again and again: made from a cart, an order or a pad, corrected, and put into the cart.</summary>
public sealed class SavedListPageTests(Site site)
{
    private const int Skip = 24;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cart_becomes_a_list_that_is_corrected_and_goes_into_the_cart_again(bool scripts)
    {
        var packs = await Pack.ManyAsync(site, Skip + (scripts ? 0 : 2), 2);
        var person = await Person.WithAccountAsync(site);
        await using var visit = await person.SignedInAsync(scripts, width: 360);
        await visit.OpenAsync("/tai-khoan/danh-sach");
        await Expect(visit.Page.Locator("main .calm")).ToContainTextAsync("Lưu thành danh sách");
        foreach (var pack in packs)
        {
            await pack.PutInAsync(visit, "2");
        }

        await visit.UnfoldAsync("save-as", "name", "Hằng tháng");
        await visit.SendAsync("save-as");
        await Expect(visit.Page.Locator("main h1")).ToHaveTextAsync("Hằng tháng");
        await Expect(visit.Page.Locator(".total strong")).ToHaveTextAsync("4.000 ₫");
        await visit.TakenOverAsync();
        var (first, second) = (visit.Page.Locator($"li#{packs[0].Sku}"), visit.Page.Locator($"li#{packs[1].Sku}"));
        await first.Locator("[name=quantity]").FillAsync("ba");
        visit.ExpectStatus(422);
        await PressAsync(visit, "Lưu số lượng");
        await Expect(first.Locator(".problem")).ToContainTextAsync("số nguyên");
        await Expect(first.Locator("[name=quantity]")).ToHaveValueAsync("ba");
        await visit.TakenOverAsync();
        await first.Locator("[name=quantity]").FillAsync("3");
        await PressAsync(visit, "Lưu số lượng");
        await Expect(visit.Page.Locator(".done-note")).ToHaveTextAsync("Đã lưu danh sách.");
        await Expect(visit.Page.Locator(".total strong")).ToHaveTextAsync("5.000 ₫");
        if (scripts)
        {
            await visit.AssertOpenToEverybodyAsync();
        }

        await packs[1].ChangeAsync(site, price: 1_000, free: 1);
        await visit.TakenOverAsync();
        await PressAsync(visit, "Thêm cả danh sách vào giỏ");
        await Expect(visit.Page.Locator(".left-out")).ToContainTextAsync("Đã thêm 1 món vào giỏ");
        await Expect(visit.Page.Locator(".left-out li")).ToHaveCountAsync(1);
        await visit.TakenOverAsync();
        await second.Locator(".problem button").ClickAsync();
        await Expect(second.Locator("[name=quantity]")).ToHaveValueAsync("1");
        await visit.TakenOverAsync();
        await PressAsync(visit, "Thêm cả danh sách vào giỏ");

        await Expect(visit.Page.Locator(".done-note")).ToContainTextAsync("Đã thêm các món trong danh sách");
        await Expect(visit.Page.Locator($"li#{packs[0].Sku} [name=quantity]")).ToHaveValueAsync("8");
        await visit.TakenOverAsync();
        await visit.UnfoldAsync("save-as", "name", "HẰNG THÁNG");
        await visit.SendAsync("save-as");
        await Expect(visit.Field("save-as-name-problem")).ToContainTextAsync("Đã có danh sách mang tên này");
        await Expect(visit.Field("save-as-name")).ToHaveValueAsync("HẰNG THÁNG");
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_past_order_goes_into_the_cart_and_names_what_could_not_or_becomes_a_list()
    {
        var pack = (await Pack.ManyAsync(site, Skip + 4, 1))[0];
        var person = await Person.WithAccountAsync(site);
        await using var visit = await person.SignedInAsync(scripts: false);
        var order = await visit.OrderAsync(pack, "4");
        await pack.ChangeAsync(site, price: 1_000, free: 1);
        await visit.OpenAsync(order);

        await visit.Page.Locator(".again button").ClickAsync();

        await Expect(visit.Page.Locator(".left-out")).ToContainTextAsync("Không thêm được món nào");
        await Expect(visit.Page.Locator(".left-out li")).ToHaveCountAsync(1);
        await visit.UnfoldAsync("save-as", "name", "Như lần trước");
        await visit.SendAsync("save-as");
        await Expect(visit.Page.Locator($"li#{pack.Sku} [name=quantity]")).ToHaveValueAsync("4");
        await visit.Page.Locator("details:has(> form[action='?/remove']) > summary").ClickAsync();
        await PressAsync(visit, "Xóa hẳn");
        await Expect(visit.Page.Locator(".done-note")).ToHaveTextAsync("Đã xóa danh sách.");
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task Rows_of_a_pad_become_a_list()
    {
        var pack = (await Pack.ManyAsync(site, Skip + 5, 1))[0];
        var person = await Person.WithAccountAsync(site);
        await using var visit = await person.SignedInAsync(scripts: false);
        await visit.OpenAsync("/en/order-pad");
        await visit.Page.GetByLabel("SKUs and quantities").FillAsync($"{pack.Sku};7");
        await PressAsync(visit, "Check");
        await visit.Page.GetByText("Save as a list").ClickAsync();
        visit.ExpectStatus(422);
        await PressAsync(visit, "Save the list");
        await Expect(visit.Field("pad-name-problem")).ToContainTextAsync("Give the list a name.");
        await visit.Field("pad-name").FillAsync("Monthly");

        await PressAsync(visit, "Save the list");

        await Expect(visit.Page.Locator("main h1")).ToHaveTextAsync("Monthly");
        await Expect(visit.Page.Locator($"li#{pack.Sku} [name=quantity]")).ToHaveValueAsync("7");
        visit.AssertNoComplaint();
    }

    private static async Task PressAsync(Visit visit, string name)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await visit.TakenOverAsync();
    }
}
