using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E;

public sealed class ProductPageTests(Site site)
{
    private const string Pomelo = "buoi-da-xanh-giao-long";
    private const string Candy = "keo-dua-sau-rieng-dong-a";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_quantity_tells_its_price_and_a_wrong_one_the_nearest_right_ones(bool scripts)
    {
        await using var visit = await Visit.BeginAsync(site, scripts, width: 360);
        await visit.OpenAsync($"/san-pham/{Pomelo}");
        var price = Digits(await visit.Page.Locator("#packs article td").First.InnerTextAsync());

        await TryAsync(visit, "34");
        var answer = visit.Page.Locator("#packs form [role=status]").First;
        await Expect(answer).ToContainTextAsync("Từ 10 kg, mỗi lần thêm 10 kg");
        await Expect(answer).ToContainTextAsync("Lấy 30 kg");
        await answer.GetByText("Lấy 40 kg").ClickAsync();

        await Expect(visit.Page.Locator("#packs input[name=qty]").First).ToHaveValueAsync("40");
        await Expect(answer.Locator("strong")).ToBeVisibleAsync();
        Assert.Equal(40 * price, Digits(await answer.Locator("strong").InnerTextAsync()));
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData("0", "Đặt ít nhất 10 kg")]
    [InlineData("-5", "Cần một số nguyên")]
    [InlineData("1.5", "Cần một số nguyên")]
    [InlineData("<b>", "Cần một số nguyên")]
    public async Task A_quantity_that_cannot_be_is_answered_in_words(string quantity, string words)
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);
        await visit.OpenAsync($"/san-pham/{Pomelo}");

        await TryAsync(visit, quantity);

        await Expect(visit.Page.Locator("#packs form [role=status]").First).ToContainTextAsync(words);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_step_inside_the_shop_brings_the_lower_part_too()
    {
        await using var visit = await Visit.BeginAsync(site);
        await visit.OpenAsync($"/san-pham/{Candy}");
        await visit.Page.EvaluateAsync("window.stayed = true");

        var other = visit.Page.Locator("main section .card-link").First;
        var name = await other.InnerTextAsync();
        await other.ClickAsync();

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name.Trim());
        await Expect(visit.Link($"/san-pham/{Candy}").First).ToBeVisibleAsync();
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.stayed === true"));
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_product_whose_certificate_ended_shows_no_stars_of_its_own()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);

        await visit.OpenAsync("/san-pham/keo-chuoi-ben-tre");

        await Expect(visit.Page.Locator(".lead")).ToContainTextAsync("Hiện không được mang sao OCOP");
        Assert.Equal(0, await visit.Page.Locator(".lead").GetByText("OCOP 3 sao").CountAsync());
        await Expect(visit.Page.Locator(".lead a[href^='/verify/']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_a_maker_has_not_stated_is_said_once()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);

        await visit.OpenAsync($"/en/products/{Candy}");

        await Expect(visit.Page.Locator(".unstated")).ToContainTextAsync("allergens");
        await Expect(visit.Page.Locator(".unstated")).ToContainTextAsync("in writing");
        await Expect(visit.Page.GetByText("1704.90")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Makers_are_narrowed_by_kind_and_place_and_an_empty_answer_leads_on()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false, width: 360);
        await visit.OpenAsync("/nha-san-xuat");
        var count = visit.Page.Locator("main [role=status]");
        var all = await count.InnerTextAsync();

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Tổ hợp tác", Exact = true }).ClickAsync();
        await Expect(count).Not.ToHaveTextAsync(all);
        await visit.OpenAsync("/nha-san-xuat?kind=COOPERATIVE_GROUP&district=khong-co");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Xem tất cả nhà sản xuất" }).ClickAsync();

        await Expect(count).ToHaveTextAsync(all);
        visit.AssertNoComplaint();
    }

    private static async Task TryAsync(Visit visit, string quantity)
    {
        await visit.Page.Locator("#packs input[name=qty]").First.FillAsync(quantity);
        await visit.Page.Locator("#packs form button").First.ClickAsync();
    }

    private static long Digits(string text) => long.Parse(string.Concat(text.Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);
}
