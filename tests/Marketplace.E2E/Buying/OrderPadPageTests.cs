using System.Text;
using Marketplace.Core.Catalogue;
using Marketplace.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Buying;

/// <summary>Ordering in bulk by SKU: pasted or sent, mended on the page, and put into the cart.</summary>
public sealed class OrderPadPageTests(Site site)
{
    private const string Price = "1.000 ₫";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_pasted_sheet_is_mended_with_one_press_for_each_fault_and_goes_into_the_cart(bool scripts)
    {
        var sku = await SkuAsync();
        await using var visit = await Visit.BeginAsync(site, scripts, width: 360);
        await visit.OpenAsync("/gio-hang");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Đặt nhanh theo mã hàng" }).ClickAsync();
        await visit.Page.GetByLabel("Mã hàng và số lượng").FillAsync($"Mã hàng\tSố lượng\n{sku[..^1]}\t13\nxx-khong-co\t1");
        await PressAsync(visit, "Kiểm tra");

        await Expect(visit.Page.Locator("#r2")).ToContainTextAsync($"Có phải là {sku}?");
        await visit.Page.Locator("#r2").GetByRole(AriaRole.Button, new() { Name = $"Dùng {sku}" }).ClickAsync();
        await Expect(visit.Page.Locator("#r2")).ToContainTextAsync("Gần nhất: 18");
        await visit.Page.Locator("#r2").GetByRole(AriaRole.Button, new() { Name = "Lấy 18 hộp" }).ClickAsync();
        await Expect(visit.Page.Locator("#r2")).ToContainTextAsync("18.000 ₫");
        await visit.Page.Locator("#r2").GetByRole(AriaRole.Button, new() { Name = "Thêm 42 hộp để được giá 900 ₫" }).ClickAsync();
        await Expect(visit.Page.Locator("#r2")).ToContainTextAsync("54.000 ₫");
        await visit.Page.Locator("#r3").GetByRole(AriaRole.Button, new() { Name = "Bỏ dòng" }).ClickAsync();
        await Expect(visit.Page.Locator("#r3")).ToHaveCountAsync(0);
        await AssertOpenToEverybodyAsync(visit);
        await PressAsync(visit, "Thêm vào giỏ hàng");

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Giỏ hàng");
        await Expect(visit.Page.Locator($"[id='{sku}']")).ToContainTextAsync("54.000 ₫");
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Good_rows_go_into_the_cart_when_the_buyer_says_so_and_bad_ones_stay_to_be_mended(bool scripts)
    {
        var sku = await SkuAsync();
        await using var visit = await Visit.BeginAsync(site, scripts, width: 1280, locale: "en-GB");
        await visit.OpenAsync("/en/order-pad");
        await visit.Page.GetByLabel("SKUs and quantities").FillAsync($"{sku};12\n{sku[..^1]};five");
        await PressAsync(visit, "Check");

        visit.ExpectStatus(422);
        await PressAsync(visit, "Add to cart");
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("1 row cannot be ordered yet, so nothing was put into the cart.");
        await Expect(visit.Page.Locator("#r2-quantity")).ToHaveValueAsync("five");
        await visit.Page.GetByLabel("Add the good rows alone").CheckAsync();
        await PressAsync(visit, "Add to cart");

        await Expect(visit.Page.Locator("main .done-note")).ToContainTextAsync("1 row is in the cart now.");
        await Expect(visit.Page.Locator("#r1")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("#r2-sku")).ToHaveValueAsync(sku[..^1]);
        await AssertOpenToEverybodyAsync(visit);
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_is_read_and_one_that_is_no_sheet_is_refused_beside_its_field(bool scripts)
    {
        var sku = await SkuAsync();
        await using var visit = await Visit.BeginAsync(site, scripts, width: 360);
        await visit.OpenAsync("/dat-nhanh");
        visit.ExpectStatus(422);
        await PressAsync(visit, "Kiểm tra");
        await Expect(visit.Page.Locator("#pad-text-problem")).ToHaveTextAsync("Hãy dán vài dòng hoặc chọn một tệp.");
        await SendAsync(visit, "anh.xlsx", [0xFF, 0xD8, 0xFF, 0]);
        await Expect(visit.Page.Locator("#pad-file-problem")).ToContainTextAsync("không phải là bảng tính Excel");
        await SendAsync(visit, "don.csv", Encoding.UTF8.GetBytes($"Ghi chú;SL;Mã hàng\ngấp;24;{sku}\n"));

        await Expect(visit.Page.Locator("#r2-quantity")).ToHaveValueAsync("24");
        await Expect(visit.Page.Locator("#r2")).ToContainTextAsync(Price.Replace("1.", "24.", StringComparison.Ordinal));
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task Enter_in_a_quantity_only_looks_and_the_page_comes_back_with_what_was_typed()
    {
        var sku = await SkuAsync();
        await using var visit = await Visit.BeginAsync(site, width: 1280);
        await visit.OpenAsync("/dat-nhanh");
        await visit.Page.GetByLabel("Mã hàng và số lượng").FillAsync($"{sku}\t12");
        await PressAsync(visit, "Kiểm tra");
        await visit.Page.Locator("#r1-quantity").FillAsync("30");
        await visit.Page.Locator("#r1-quantity").PressAsync("Enter");

        await Expect(visit.Page.Locator("#r1")).ToContainTextAsync("30.000 ₫");
        await visit.OpenAsync("/gio-hang");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Giỏ hàng đang trống" })).ToBeVisibleAsync();
    }

    private static Task PressAsync(Visit visit, string button) => visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>What looks for barriers is a script itself, and waits for ever where none may run.</summary>
    private static Task AssertOpenToEverybodyAsync(Visit visit) => visit.HasScripts ? visit.AssertOpenToEverybodyAsync() : Task.CompletedTask;

    private static async Task SendAsync(Visit visit, string name, byte[] file)
    {
        await visit.Page.Locator("#pad-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = file });
        await PressAsync(visit, "Kiểm tra");
    }

    /// <summary>A new pack of a product of the catalogue: from 12 in steps of 6, 1,000 đồng each and 900 from 60 on.</summary>
    private async Task<string> SkuAsync()
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContextAsync(Stop);
        var product = await db.Products.Where(product => product.ProducerId != null).OrderByDescending(product => product.Slug).Select(product => product.Id).FirstAsync(Stop);
        var terms = new OfferTerms { QuantityRule = new(12, 6, null), PriceTiers = [new(12, 1000), new(60, 900)], Stock = 600 };
        Assert.False(Offer.Start(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), product, new("Hộp thử"), new("hộp"), terms).Failed(out _, out var offer));
        db.Offers.Add(offer);
        await db.SaveChangesAsync(Stop);
        return offer.Sku;
    }
}
