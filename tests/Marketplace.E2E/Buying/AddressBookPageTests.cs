using Marketplace.E2E.Accounts;
using Marketplace.E2E.Desk;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Buying;

/// <summary>Addresses that somebody keeps: written down, chosen when ordering, and kept from an order.</summary>
public sealed class AddressBookPageTests(Site site)
{
    private const int Skip = 20;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_address_is_kept_corrected_chosen_in_the_checkout_and_removed(bool scripts)
    {
        var pack = (await Pack.ManyAsync(site, Skip + (scripts ? 0 : 1), 1))[0];
        var person = await Person.WithAccountAsync(site);
        await using var visit = await person.SignedInAsync(scripts, width: 360);
        await visit.Page.Locator("main nav a[href='/tai-khoan/dia-chi']").ClickAsync();
        await visit.TakenOverAsync();
        await WriteAsync(visit, "address-new", "Kho quận 7", phone: "12");
        visit.ExpectStatus(422);
        await visit.SendAsync("address-new");

        await Expect(visit.Field("address-new-recipient.phone-problem")).ToContainTextAsync("số điện thoại");
        await Expect(visit.Field("address-new-label")).ToHaveValueAsync("Kho quận 7");
        await visit.TakenOverAsync();
        await visit.Field("address-new-recipient.phone").FillAsync("0912 345 678");
        await visit.SendAsync("address-new");
        await Expect(visit.Page.Locator(".done-note")).ToHaveTextAsync("Đã lưu địa chỉ.");
        await Expect(visit.Page.Locator("main li .usual")).ToHaveTextAsync("Thường dùng");
        if (scripts)
        {
            await visit.AssertOpenToEverybodyAsync();
        }

        await pack.PutInAsync(visit, "2");
        await visit.OpenAsync("/dat-hang");
        await Expect(visit.Page.GetByLabel("Kho quận 7")).ToBeCheckedAsync();
        await Expect(visit.Field("checkout-recipient.name")).ToBeHiddenAsync();
        await visit.Page.GetByLabel("Địa chỉ khác").CheckAsync();
        await Expect(visit.Field("checkout-recipient.name")).ToBeVisibleAsync();
        visit.ExpectStatus(422);
        await visit.SendAsync("checkout");
        await Expect(visit.Field("checkout-recipient.name-problem")).ToBeVisibleAsync();
        await visit.TakenOverAsync();
        await WriteAsync(visit, "checkout", label: null, name: "Trần Văn Nhận");
        await visit.Page.GetByLabel("Lưu vào sổ địa chỉ").CheckAsync();
        await visit.SendAsync("checkout");

        await Expect(visit.Page.Locator(".thanks")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("address")).ToContainTextAsync("Trần Văn Nhận");
        await visit.OpenAsync("/tai-khoan/dia-chi");
        var kept = visit.Page.Locator("main li").Filter(new() { HasText = "Trần Văn Nhận, Phường An Hội" });
        await Expect(kept).ToBeVisibleAsync();
        await kept.GetByRole(AriaRole.Button, new() { Name = "Đặt làm địa chỉ thường dùng" }).ClickAsync();
        await Expect(kept.Locator(".usual")).ToBeVisibleAsync();
        await visit.TakenOverAsync();
        await kept.GetByRole(AriaRole.Button, new() { Name = "Xóa" }).ClickAsync();
        await Expect(kept).ToHaveCountAsync(0);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_guest_sees_no_addresses_and_the_page_of_them_leads_to_signing_in()
    {
        var pack = (await Pack.ManyAsync(site, Skip + 2, 1))[0];
        await using var visit = await Visit.BeginAsync(site, scripts: false);
        await pack.PutInAsync(visit, "1");

        await visit.OpenAsync("/dat-hang");

        await Expect(visit.Page.Locator("#checkout [name=address], #checkout [name=keep]")).ToHaveCountAsync(0);
        await Expect(visit.Field("checkout-recipient.name")).ToBeVisibleAsync();
        await visit.OpenAsync("/en/account/addresses");
        await Expect(visit.Page.Locator("#sign-in")).ToBeVisibleAsync();
    }

    private static async Task WriteAsync(Visit visit, string form, string? label, string name = Checkout.Name, string phone = "0912 345 678")
    {
        if (label is not null)
        {
            await visit.Field($"{form}-label").FillAsync(label);
        }

        foreach (var (field, value) in new[] { ("name", name), ("phone", phone), ("street", "12 Nguyễn Huệ"), ("commune", "Phường An Hội") })
        {
            await visit.Field($"{form}-recipient.{field}").FillAsync(value);
        }

        await visit.Field($"{form}-recipient.province").SelectOptionAsync("86");
    }
}
