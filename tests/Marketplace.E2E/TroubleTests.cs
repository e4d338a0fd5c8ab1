using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E;

public sealed class TroubleTests(Site site)
{
    private const string Data = "**/__data.json*";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_that_cannot_be_had_leaves_the_old_one_and_comes_by_itself(bool impatient)
    {
        await using var visit = await Visit.BeginAsync(site);
        await visit.OpenAsync("/cach-xep-hang");
        var title = await visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();
        visit.ExpectStatus(503);
        await visit.Page.RouteAsync(Data, route => route.FulfillAsync(new() { Status = 503 }));

        await visit.Link("/nha-san-xuat").First.ClickAsync();
        await Expect(visit.Page.GetByText("Danh mục chưa trả lời.")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);

        await visit.Page.UnrouteAsync(Data);
        if (impatient)
        {
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Thử lại ngay" }).ClickAsync();
        }

        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/nha-san-xuat").AbsoluteUri);
        await Expect(visit.Page.GetByText("Danh mục chưa trả lời.")).ToHaveCountAsync(0);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task Who_goes_elsewhere_meanwhile_gets_there()
    {
        await using var visit = await Visit.BeginAsync(site);
        await visit.OpenAsync("/cach-xep-hang");
        visit.ExpectStatus(503);
        await visit.Page.RouteAsync("**/nha-san-xuat/__data.json*", route => route.FulfillAsync(new() { Status = 503 }));

        await visit.Link("/nha-san-xuat").First.ClickAsync();
        await Expect(visit.Page.GetByText("Danh mục chưa trả lời.")).ToBeVisibleAsync();
        await visit.Link("/tim-kiem").First.ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/tim-kiem").AbsoluteUri);
        await Expect(visit.Page.GetByText("Danh mục chưa trả lời.")).ToHaveCountAsync(0);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_shop_without_its_catalogue_says_so_and_opens_again_by_itself()
    {
        await using var outage = await Outage.BeginAsync();
        await using var visit = await Visit.BeginAsync(site, address: outage.Address);

        await visit.OpenAsync("/tim-kiem?q=keo+dua", status: 503);
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Chợ đang tạm nghỉ");
        await outage.EndAsync(site.Address);

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Kết quả cho “keo dua”", new() { Timeout = 60_000 });
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_shop_without_its_catalogue_keeps_the_page_that_was_open()
    {
        await using var outage = await Outage.BeginAsync();
        await using var visit = await Visit.BeginAsync(site, address: outage.Address);
        await visit.OpenAsync("/hoi-dap");
        visit.ExpectStatus(503);

        await visit.Link("/nha-san-xuat").First.ClickAsync();

        await Expect(visit.Page.GetByText("Danh mục chưa trả lời.")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Hỏi đáp");
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData("/san-pham/keo-dua-sau-rieng-dong-b")]
    [InlineData("/en/products/keo-dua-sau-rieng-dong-b")]
    public async Task A_product_that_is_not_there_is_answered_with_those_called_like_it(string path)
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);

        await visit.OpenAsync(path, status: 404);

        await Expect(visit.Page.Locator("main a[href$='/keo-dua-sau-rieng-dong-a']")).ToBeVisibleAsync();
        visit.AssertNoComplaint();
    }
}
