using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E;

/// <summary>What the public reads of decisions.</summary>
public sealed class DecisionLogTests(Site site)
{
    [Theory]
    [InlineData("/chuong-trinh-ocop", "/chuong-trinh-ocop/quyet-dinh", "Kẹo chuối Bến Tre", "Thu hồi", "Công nhận", "đã bị thu hồi")]
    [InlineData("/en/ocop-programme", "/en/ocop-programme/decisions", "Ben Tre banana candy", "Revoked", "Certified", "was revoked")]
    public async Task What_was_certified_and_what_was_revoked_is_read_without_scripts(string programme, string log, string product, string revoked, string certified, string verdict)
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false, width: 360);
        await visit.OpenAsync(programme);
        await visit.Link(log).ClickAsync();

        var entries = visit.Page.Locator("main article").Filter(new() { HasText = product });
        var (end, start) = (entries.Filter(new() { HasText = revoked }), visit.Page.Locator("main article").Filter(new() { HasText = certified }).First);
        await Expect(end).ToHaveCountAsync(1);
        await Expect(end.Locator(".reason")).ToHaveTextAsync("Dữ liệu minh họa.");
        await Expect(start.Locator(".reason")).ToHaveCountAsync(0);
        await Expect(start.Locator("dd").Last).ToContainTextAsync("UBND");
        var days = await visit.Page.Locator("main h2 time").EvaluateAllAsync<string[]>("times => times.map(time => time.dateTime)");
        Assert.Equal(days.Distinct().OrderDescending(StringComparer.Ordinal), days);

        await end.Locator("a").ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(verdict);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task The_log_is_walked_page_by_page_and_back_to_its_beginning()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);
        await visit.OpenAsync("/chuong-trinh-ocop/quyet-dinh");
        var newest = await visit.Page.Locator("main h2 time").First.GetAttributeAsync("datetime");
        var oldest = await visit.Page.Locator("main h2 time").Last.GetAttributeAsync("datetime");

        await visit.Page.Locator("main a[rel=next]").ClickAsync();
        await Expect(visit.Page.Locator("meta[name=robots]")).ToHaveAttributeAsync("content", "noindex, follow");
        Assert.True(string.CompareOrdinal(await visit.Page.Locator("main h2 time").First.GetAttributeAsync("datetime"), oldest) <= 0);
        await visit.Link("/chuong-trinh-ocop/quyet-dinh").ClickAsync();
        await Expect(visit.Page.Locator("main h2 time").First).ToHaveAttributeAsync("datetime", newest!);

        await visit.OpenAsync("/chuong-trinh-ocop/quyet-dinh?after=hom-qua");
        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/chuong-trinh-ocop/quyet-dinh").AbsoluteUri);
        visit.AssertNoComplaint();
    }
}
