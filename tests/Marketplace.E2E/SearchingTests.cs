using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E;

public sealed partial class SearchingTests(Site site)
{
    [Fact]
    public async Task The_suggestions_are_walked_through_with_the_keyboard()
    {
        await using var visit = await Visit.BeginAsync(site);
        await visit.OpenAsync("/tim-kiem");
        var field = visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Tìm sản phẩm" });
        var options = visit.Page.Locator("[role=option]");

        await field.PressSequentiallyAsync("keo dua");
        await Expect(options.First).ToBeVisibleAsync();
        await Expect(field).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(visit.Page.Locator("header [role=status]")).ToContainTextAsync("gợi ý");

        await field.PressAsync("ArrowDown");
        await Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await field.PressAsync("End");
        await Expect(options.Last).ToHaveAttributeAsync("aria-selected", "true");
        await field.PressAsync("ArrowDown");
        await Expect(visit.Page.Locator("[role=option][aria-selected=true]")).ToHaveCountAsync(0);
        await field.PressAsync("ArrowUp");
        await Expect(options.Last).ToHaveAttributeAsync("aria-selected", "true");
        await field.PressAsync("Home");
        await Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");

        await field.PressAsync("Escape");
        await Expect(options).ToHaveCountAsync(0);
        await Expect(field).ToHaveValueAsync("keo dua");
        await field.PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync(Words());
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task Suggestions_stand_together_by_kind_and_tab_leaves_them()
    {
        await using var visit = await Visit.BeginAsync(site);
        await visit.OpenAsync("/tim-kiem");
        var field = visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Tìm sản phẩm" });

        await field.PressSequentiallyAsync("keo dua");
        await Expect(visit.Page.GetByRole(AriaRole.Group, new() { Name = "Sản phẩm" }).Locator("[role=option]").First).ToContainTextAsync("OCOP 5 sao");
        await field.PressAsync("Tab");

        await Expect(visit.Page.Locator("[role=listbox]")).ToHaveCountAsync(0);
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tìm", Exact = true })).ToBeFocusedAsync();
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_key_that_ends_a_syllable_of_an_input_method_does_not_search()
    {
        await using var visit = await Visit.BeginAsync(site);
        await visit.OpenAsync("/tim-kiem");
        var field = visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Tìm sản phẩm" });
        await field.PressSequentiallyAsync("keo");
        await Expect(visit.Page.Locator("[role=option]").First).ToBeVisibleAsync();
        await field.PressAsync("ArrowDown");

        await field.EvaluateAsync("field => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))");

        await Expect(visit.Page.Locator("[role=option]").First).ToHaveAttributeAsync("aria-selected", "true");
        Assert.EndsWith("/tim-kiem", visit.Page.Url, StringComparison.Ordinal);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task Recent_searches_wait_under_the_empty_box_and_can_be_forgotten()
    {
        await using var visit = await Visit.BeginAsync(site);
        await visit.OpenAsync("/tim-kiem");
        var field = visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Tìm sản phẩm" });
        foreach (var words in (string[])["keo dua", "buoi da xanh"])
        {
            await field.FillAsync(words);
            await field.PressAsync("Enter");
            await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(words);
        }

        await field.FillAsync("");
        var recent = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Tìm gần đây" });
        await Expect(recent.GetByRole(AriaRole.Link)).ToHaveTextAsync(["buoi da xanh", "keo dua"]);
        await recent.GetByRole(AriaRole.Button, new() { Name = "Xóa “buoi da xanh” khỏi danh sách tìm gần đây" }).ClickAsync();
        await Expect(recent.GetByRole(AriaRole.Link)).ToHaveTextAsync(["keo dua"]);
        await field.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("keo dua");

        await field.FillAsync("");
        await recent.GetByRole(AriaRole.Button, new() { Name = "Xóa hết" }).ClickAsync();
        await Expect(recent).ToHaveCountAsync(0);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_browser_that_keeps_nothing_still_searches()
    {
        await using var visit = await Visit.BeginAsync(site);
        await visit.Page.AddInitScriptAsync("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError'); } })");
        await visit.OpenAsync("/tim-kiem");

        await visit.SearchAsync("keo dua");

        await Expect(visit.Page.Locator("main [role=status]").First).ToContainTextAsync("sản phẩm");
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_read_as_a_filter_is_a_chip_that_takes_its_words_out(bool scripts)
    {
        await using var visit = await Visit.BeginAsync(site, scripts);
        await visit.OpenAsync("/tim-kiem?q=keo+dua+5+sao");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Bỏ lọc 5 sao" }).ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new Regex("[?]q=keo[+]dua$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task The_drawer_keeps_the_focus_counts_along_and_gives_the_focus_back()
    {
        await using var visit = await Visit.BeginAsync(site, width: 360);
        await visit.OpenAsync("/tim-kiem?q=keo+dua");
        var opener = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Bộ lọc" }).First;
        await opener.ClickAsync();
        var drawer = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Bộ lọc" });
        var close = drawer.GetByRole(AriaRole.Button, new() { Name = "Đóng bộ lọc" });
        await Expect(close).ToBeFocusedAsync();

        await visit.Page.Keyboard.PressAsync("Shift+Tab");
        var show = drawer.GetByRole(AriaRole.Button, new() { NameRegex = Show() });
        await Expect(show).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(close).ToBeFocusedAsync();

        var before = await show.InnerTextAsync();
        await drawer.Locator("a[href*='stars=5']").ClickAsync();
        await Expect(show).Not.ToHaveTextAsync(before);
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(drawer).ToHaveCountAsync(0);
        await Expect(opener).ToBeFocusedAsync();
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_price_is_given_as_a_range(bool scripts)
    {
        await using var visit = await Visit.BeginAsync(site, scripts);
        await visit.OpenAsync("/tim-kiem?q=keo+dua&stars=5");

        await visit.Page.GetByLabel("Giá từ (đồng)").FillAsync("40.000");
        await visit.Page.GetByLabel("Đến (đồng)").FillAsync("42k");
        await visit.Page.Locator("main form", new() { Has = visit.Page.GetByLabel("Giá từ (đồng)") }).GetByRole(AriaRole.Button).ClickAsync();

        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = Range() })).ToBeVisibleAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex("stars=5", RegexOptions.None, TimeSpan.FromSeconds(1)));
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task Going_back_brings_the_search_back_as_it_was_left()
    {
        await using var visit = await Visit.BeginAsync(site);
        await visit.OpenAsync("/tim-kiem?q=dua&sort=NAME");
        await visit.Page.Locator("a[rel=next]").ClickAsync();
        await Expect(visit.Page).ToHaveTitleAsync(new Regex("trang 2", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var address = visit.Page.Url;
        var product = visit.Page.Locator("main .results a[href^='/san-pham/']").Last;
        await product.ScrollIntoViewIfNeededAsync();
        var scrolled = await visit.Page.EvaluateAsync<int>("scrollY");

        await product.ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(Product());
        await visit.Page.GoBackAsync();

        await Expect(visit.Page).ToHaveURLAsync(address);
        await Expect(visit.Page.Locator("select[name=sort]")).ToHaveValueAsync("NAME");
        await visit.Page.WaitForFunctionAsync("y => Math.abs(scrollY - y) < 50", scrolled);
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData("/tim-kiem?sort=BEST&stars=99&price=abc&min=abc", "sắp xếp “BEST”")]
    [InlineData("/tim-kiem?q=keo&group=gold&district=hue", "nhóm hàng “gold”")]
    [InlineData("/tim-kiem?q=keo&after=dead", "Trang kết quả trong liên kết này không còn nữa")]
    [InlineData("/tim-kiem?q=a&q=b&q=%FF", "từ khóa “b”")]
    [InlineData("/en/search?stars=x&certification=%00%27", "stars “x”")]
    [InlineData("/en/search?before=zzz&group=nothing", "group “nothing”")]
    public async Task What_an_address_says_in_vain_is_left_out_and_said(string path, string said)
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);

        await visit.OpenAsync(path);

        await Expect(visit.Page.GetByRole(AriaRole.Note)).ToContainTextAsync(said);
        Assert.NotEqual(0, await visit.Page.Locator("main .results a").CountAsync());
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task Thousands_of_letters_are_a_search_for_the_first_of_them()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);

        await visit.OpenAsync("/tim-kiem?q=" + string.Concat(Enumerable.Repeat("dua+", 1000)));

        await Expect(visit.Page.GetByRole(AriaRole.Note)).ToContainTextAsync("200 ký tự đầu");
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task Where_nothing_is_found_the_nearest_goods_are_shown_with_the_reason()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);
        await visit.OpenAsync("/tim-kiem?q=keo+dua&stars=5&district=ba-tri");

        var nearest = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Gần nhất với điều bạn tìm" });

        await Expect(nearest).ToContainTextAsync("không lọc theo địa phương");
        await Expect(nearest.Locator("article").First).ToBeVisibleAsync();
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task Three_results_are_on_the_first_screen_of_a_phone()
    {
        await using var visit = await Visit.BeginAsync(site, width: 360);
        await visit.Page.SetViewportSizeAsync(360, 740);
        await visit.OpenAsync("/tim-kiem?q=keo+dua");

        var third = await visit.Page.Locator("main .results article").Nth(2).BoundingBoxAsync();

        Assert.True(third?.Y < 740 - 44, $"The third result begins at {third?.Y}.");
        visit.AssertNoComplaint();
    }

    [GeneratedRegex("/san-pham/[a-z0-9-]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Product();

    [GeneratedRegex("[?]q=keo[+]dua", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    [GeneratedRegex("^Xem \\d+ sản phẩm$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Show();

    [GeneratedRegex("Bỏ lọc 40[.]000.*42[.]000", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Range();
}
