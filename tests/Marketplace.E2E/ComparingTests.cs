using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E;

public sealed class ComparingTests(Site site)
{
    private const string Candy = "keo-dua-sau-rieng-dong-a";
    private const string Pomelo = "buoi-da-xanh-giao-long";

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 360)]
    public async Task Products_are_put_side_by_side_and_taken_away_again(bool scripts, int width)
    {
        await using var visit = await Visit.BeginAsync(site, scripts, width);
        await visit.OpenAsync($"/san-pham/{Candy}");
        await visit.Link($"/so-sanh?p={Candy}").ClickAsync();
        await Expect(visit.Page).ToHaveTitleAsync(Title());

        await visit.Page.Locator("main input[name=find]").FillAsync("buoi da xanh giao long");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tìm", Exact = true }).Last.ClickAsync();
        await visit.Page.Locator($"main a[href*='{Pomelo}']").First.ClickAsync();

        var heads = visit.Page.Locator("main th[scope=col]");
        await Expect(heads).ToHaveCountAsync(2);
        await Expect(visit.Page.Locator("main tr.differs").First).ToBeVisibleAsync();
        await heads.First.GetByRole(AriaRole.Link, new() { Name = "Bỏ ra" }).ClickAsync();

        await Expect(heads).ToHaveCountAsync(1);
        await Expect(heads.First).ToContainTextAsync("Bưởi da xanh");
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task What_is_unknown_is_named_and_the_fifth_is_left_out()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);

        await visit.OpenAsync($"/en/compare?p={Candy},no-such-thing,{Pomelo},%3Cb%3E,keo-chuoi-ben-tre,mat-ong-hoa-dua-ba-tiep,banh-trung-thu-mo-cay-nam");

        var notices = visit.Page.Locator("main [role=status]");
        await Expect(notices.First).ToContainTextAsync("no-such-thing, <b>");
        await Expect(notices.Nth(1)).ToContainTextAsync("Mo Cay Nam");
        await Expect(visit.Page.Locator("main th[scope=col]")).ToHaveCountAsync(4);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_wide_table_moves_inside_itself_on_a_phone()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false, width: 360);

        await visit.OpenAsync($"/so-sanh?p={Candy},{Pomelo},mat-ong-hoa-dua-ba-tiep");
        // A document can be there before its styles.
        await visit.Page.WaitForLoadStateAsync();

        var overflow = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        var inside = await visit.Page.Locator("main [role=region]").EvaluateAsync<int>("box => box.scrollWidth - box.clientWidth");
        Assert.Equal(0, overflow);
        Assert.True(inside > 0);
    }

    private static System.Text.RegularExpressions.Regex Title() => new("^So sánh", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
