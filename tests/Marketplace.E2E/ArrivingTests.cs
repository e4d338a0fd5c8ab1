using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E;

/// <summary>People arrive: by the home page, by a group, by a place.</summary>
public sealed partial class ArrivingTests(Site site)
{
    [Theory]
    [InlineData(true, 360)]
    [InlineData(true, 1280)]
    [InlineData(false, 360)]
    [InlineData(false, 1280)]
    public async Task From_home_a_group_leads_to_a_product(bool scripts, int width)
    {
        await using var visit = await Visit.BeginAsync(site, scripts, width);
        await visit.OpenAsync("/");

        await visit.Page.Locator("main a[href='/nhom-hang/beverage']").First.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Đồ uống");
        var product = visit.Page.Locator("main article a[href^='/san-pham/']").First;
        var name = (await product.InnerTextAsync()).Trim();
        await product.ClickAsync();

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_place_is_chosen_on_the_map_with_the_keyboard(bool scripts)
    {
        await using var visit = await Visit.BeginAsync(site, scripts);
        await visit.OpenAsync("/dia-phuong");
        var place = visit.Page.Locator("main svg a[href='/dia-phuong/ba-tri']");

        await place.FocusAsync();
        await Expect(place).ToBeFocusedAsync();
        await Expect(place).ToHaveAccessibleNameAsync(NameWithCount());
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Huyện Ba Tri");
        await Expect(visit.Page.Locator("main svg a[aria-current=page]")).ToHaveCountAsync(1);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task The_calendar_of_seasons_is_a_table_that_says_each_month_in_words()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false, width: 360);
        await visit.OpenAsync("/");
        var row = visit.Page.GetByRole(AriaRole.Row).Filter(new() { Has = visit.Page.GetByRole(AriaRole.Rowheader, new() { Name = "Măng cụt" }) });

        await Expect(visit.Page.GetByRole(AriaRole.Columnheader)).ToHaveCountAsync(13);
        await Expect(row.GetByRole(AriaRole.Cell)).ToHaveTextAsync(["không nêu", "không nêu", "không nêu", "chính vụ", "chính vụ", "chính vụ", "chính vụ", "không nêu", "không nêu", "không nêu", "không nêu", "không nêu"]);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task The_newly_certified_on_the_home_page_are_of_different_makers_and_all_show_their_stars()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);
        await visit.OpenAsync("/");
        var cards = visit.Page.Locator("main article:has(a[href^='/san-pham/'])");

        var names = await cards.Locator(".from").AllInnerTextsAsync();
        var drawings = await cards.Locator("img").EvaluateAllAsync<string[]>("images => images.map(image => image.getAttribute('src'))");

        Assert.Equal(8, names.Count);
        Assert.Equal(8, await cards.Filter(new() { HasTextRegex = Stars() }).CountAsync());
        Assert.Equal(8, drawings.Distinct().Count());
        Assert.True(names.Distinct().Count() >= 6, string.Join(" | ", names));
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_picture_that_does_not_come_leaves_a_drawn_leaf_and_its_words()
    {
        await using var visit = await Visit.BeginAsync(site);
        await visit.Page.RouteAsync("**/drawings/**", route => route.FulfillAsync(new() { Status = 200, ContentType = "image/svg+xml", Body = "no picture" }));

        await visit.OpenAsync("/san-pham/keo-dua-sau-rieng-dong-a");

        await Expect(visit.Page.Locator("figure .instead").First).ToContainTextAsync("Kẹo dừa");
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData("/nhom-hang/khong-co")]
    [InlineData("/dia-phuong/khong-co")]
    [InlineData("/en/places/%3Cscript%3E")]
    public async Task A_group_or_place_that_nobody_knows_is_answered_with_the_search(string path)
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);

        await visit.OpenAsync(path, status: 404);

        Assert.True(await visit.Page.Locator("main form[role=search]").IsVisibleAsync());
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData("/drawings/coconut-candy.durian.3.svg", 200)]
    [InlineData("/drawings/coconut-candy.unknown.3.svg", 404)]
    [InlineData("/drawings/coconut-candy.constructor.3.svg", 404)]
    [InlineData("/drawings/unknown.plain.3.svg", 404)]
    [InlineData("/drawings/river-market.plain.3.svg", 404)]
    [InlineData("/drawings/coconut-candy.plain.16.svg", 404)]
    public async Task A_drawing_is_kept_for_ever_and_only_known_ones_are_drawn(string path, int status)
    {
        await using var visit = await Visit.BeginAsync(site);

        var answer = await visit.Page.APIRequest.GetAsync(path);

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 200, answer.Headers["cache-control"].Contains("immutable", StringComparison.Ordinal));
        Assert.Equal(status == 200, answer.Headers["content-type"].Contains("svg", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^Huyện Ba Tri: \d+ sản phẩm$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameWithCount();

    [GeneratedRegex("OCOP [345] sao", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stars();
}
