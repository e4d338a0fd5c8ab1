using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E;

public sealed partial class ShoppingTests(Site site)
{
    private const string Slug = "keo-dua-sau-rieng-dong-a";
    private const string Name = "Kẹo dừa sầu riêng Đông Á";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_product_is_found_without_typing_marks_and_opens_with_its_stars(bool scripts)
    {
        await using var visit = await Visit.BeginAsync(site, scripts);
        await visit.OpenAsync("/");

        await visit.SearchAsync("keo dua sau rieng dong a");
        await visit.Link($"/san-pham/{Slug}").First.ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(SlugAtEnd());
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Name);
        await Expect(visit.Page.Locator("article").GetByText("5 sao").First).ToBeVisibleAsync();
        await Expect(visit.Page).ToHaveTitleAsync(new Regex(Regex.Escape(Name), RegexOptions.None, TimeSpan.FromSeconds(1)));
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_filter_narrows_the_results_and_can_be_taken_off_again(bool scripts)
    {
        await using var visit = await Visit.BeginAsync(site, scripts);
        await visit.OpenAsync("/tim-kiem?q=keo+dua");
        var count = visit.Page.Locator("main p[role=status]").First;
        var all = await count.InnerTextAsync();

        await visit.Page.Locator("main details a[href*='stars=5']").First.ClickAsync();
        await Expect(count).Not.ToHaveTextAsync(all);
        await Expect(visit.Page).ToHaveURLAsync(FiveStars());
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Bỏ hết bộ lọc" }).ClickAsync();

        await Expect(count).ToHaveTextAsync(all);
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_next_page_shows_other_products_and_leads_back(bool scripts)
    {
        await using var visit = await Visit.BeginAsync(site, scripts);
        await visit.OpenAsync("/tim-kiem?sort=NAME");
        var firstProduct = visit.Page.Locator("main .results a[href^='/san-pham/']").First;
        var first = await firstProduct.GetAttributeAsync("href") ?? "";

        await visit.Page.Locator("a[rel=next]").ClickAsync();
        await Expect(firstProduct).Not.ToHaveAttributeAsync("href", first);
        await visit.Page.Locator("a[rel=prev]").ClickAsync();

        await Expect(firstProduct).ToHaveAttributeAsync("href", first);
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_language_changes_and_the_page_stays(bool scripts)
    {
        await using var visit = await Visit.BeginAsync(site, scripts);
        await visit.OpenAsync($"/san-pham/{Slug}");

        await visit.Page.Locator("header a[hreflang=en]").ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, $"/en/products/{Slug}").AbsoluteUri);
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await visit.Page.Locator("header a[hreflang=vi]").ClickAsync();

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Name);
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "vi");
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_phone_has_its_filters_in_a_drawer(bool scripts)
    {
        await using var visit = await Visit.BeginAsync(site, scripts, width: 360);
        await visit.OpenAsync("/tim-kiem?q=keo+dua");
        var filter = visit.Page.Locator("main details a[href*='stars=5']").First;
        await Expect(filter).ToBeHiddenAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Bộ lọc", Exact = true }).ClickAsync();
        await filter.ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(FiveStars());
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_suggestion_is_chosen_with_the_keyboard_alone()
    {
        await using var visit = await Visit.BeginAsync(site);
        await visit.OpenAsync("/");
        var field = visit.Page.GetByRole(AriaRole.Combobox).First;

        await field.PressSequentiallyAsync("keo dua sau rieng dong");
        await Expect(visit.Page.GetByRole(AriaRole.Option).First).ToContainTextAsync(Name);
        await field.PressAsync("ArrowDown");
        await Expect(visit.Page.GetByRole(AriaRole.Option).First).ToHaveAttributeAsync("aria-selected", "true");
        await field.PressAsync("Enter");

        await Expect(visit.Page).ToHaveURLAsync(SlugAtEnd());
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_product_leads_to_its_maker_and_the_maker_back_to_it()
    {
        await using var visit = await Visit.BeginAsync(site);
        await visit.OpenAsync($"/san-pham/{Slug}");

        await visit.Page.Locator("main aside a[href^='/nha-san-xuat/']").First.ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(Maker());

        await Expect(visit.Link($"/san-pham/{Slug}").First).ToBeVisibleAsync();
        visit.AssertNoComplaint();
    }

    [GeneratedRegex($"/san-pham/{Slug}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SlugAtEnd();

    [GeneratedRegex("[?&]stars=5", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FiveStars();

    [GeneratedRegex("/nha-san-xuat/[a-z0-9-]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Maker();
}
