using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E;

public sealed class ReadingTests(Site site)
{
    [Theory]
    [InlineData("/chuong-trinh-ocop")]
    [InlineData("/en/ocop-programme")]
    public async Task Every_chart_has_its_words_and_a_table_with_sources(string path)
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);
        await visit.OpenAsync(path);
        var charts = await visit.Page.Locator("main figure").AllAsync();
        Assert.Equal(9, charts.Count);

        foreach (var chart in charts)
        {
            Assert.NotEmpty(await chart.Locator("figcaption p").InnerTextAsync());
            await chart.Locator("summary").ClickAsync();
            await Expect(chart.Locator("tbody tr").First).ToBeVisibleAsync();
            var bars = await chart.Locator(".picture strong, .picture circle").CountAsync();
            Assert.Equal(bars, await chart.Locator("tbody tr").CountAsync());
        }

        Assert.Equal(7, await visit.Page.Locator("main figure:has(td a[rel*=external])").CountAsync());
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task Figures_on_which_sources_differ_are_both_shown_and_said_to_differ()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);
        await visit.OpenAsync("/en/ocop-programme");

        var chart = visit.Page.GetByRole(AriaRole.Figure, new() { Name = "OCOP products of Bến Tre over the years" });
        await chart.Locator("summary").ClickAsync();

        await Expect(chart.GetByRole(AriaRole.Row).Filter(new() { HasText = "316" })).ToContainTextAsync("two figures");
        await Expect(chart.GetByRole(AriaRole.Row).Filter(new() { HasText = "341" })).ToContainTextAsync("two figures");
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task The_markets_own_count_stands_apart_from_the_programmes_figures()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);
        await visit.OpenAsync("/chuong-trinh-ocop");

        var today = visit.Page.Locator("main section").Filter(new() { HasText = "Trên chợ hôm nay" });

        await Expect(today.Locator("figure")).ToHaveCountAsync(2);
        await today.Locator("figure").First.Locator("summary").ClickAsync();
        await today.GetByRole(AriaRole.Link, new() { Name = "Đồ uống" }).ClickAsync();
        await Expect(visit.Page.Locator("main [role=status]").First).ToContainTextAsync("sản phẩm");
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_question_opens_its_answer(bool scripts)
    {
        await using var visit = await Visit.BeginAsync(site, scripts);
        await visit.OpenAsync("/hoi-dap");
        var answer = visit.Page.GetByText("không có tiền thật nào được chuyển");
        await Expect(answer).ToBeHiddenAsync();

        await visit.Page.GetByText("Tôi đặt hàng thế nào?").ClickAsync();

        await Expect(answer).ToBeVisibleAsync();
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_link_to_a_question_opens_its_answer()
    {
        await using var visit = await Visit.BeginAsync(site, locale: "en-GB");

        await visit.OpenAsync("/en/help#ordering");

        await Expect(visit.Page.GetByText("no money moves")).ToBeVisibleAsync();
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData("/dieu-khoan", "Phiên bản 1")]
    [InlineData("/en/privacy", "Version 1")]
    [InlineData("/khieu-nai", "Phiên bản 1")]
    public async Task The_rules_name_their_version_and_an_older_one_can_be_read(string path, string version)
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);
        await visit.OpenAsync(path);
        var title = await visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = version, Exact = true }).ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, path + "/1").AbsoluteUri);
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task The_ranking_page_shows_why_one_product_stands_above_another()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);
        await visit.OpenAsync("/cach-xep-hang");

        var products = await visit.Page.Locator("main table thead a").AllAsync();
        var first = await products[0].GetAttributeAsync("href");
        var second = await products[1].GetAttributeAsync("href");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Xem kết quả cho “bánh dừa”" }).ClickAsync();

        var order = await visit.Page.Locator("main .results article a.card-link").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.True(Array.IndexOf(order, first) < Array.IndexOf(order, second) && order.Contains(first), string.Join('\n', order));
        visit.AssertNoComplaint();
    }
}
