using Marketplace.E2E.Accounts;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Desk;

/// <summary>Somebody works in a producer's name: every page says so, and the log names both.</summary>
public sealed class AuditPageTests(Site site)
{
    /// <summary>A producer of the catalogue that no other test is about.</summary>
    private const string Producer = "lang-nghe-ca-kho-binh-thang";
    private const string Name = "Làng nghề cá khô Bình Thắng";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_officer_changes_stock_for_a_producer_and_the_log_tells_for_whom_and_what_it_was(bool scripts)
    {
        await Desks.ProducerAsync(site, Producer);
        var officer = await Desks.OfficerAsync(site);
        await using var visit = await officer.SignedInAsync(scripts, width: 360);
        await visit.OpenAsync("/van-phong/nha-san-xuat");
        var office = await visit.Page.Locator("main .top p").InnerTextAsync();
        await visit.Page.Locator("main input[name=name]").FillAsync("cá khô Bình");
        await visit.Page.Locator("main form button").First.ClickAsync();
        await Expect(visit.Page.Locator("main form a")).ToHaveTextAsync("Xem tất cả cơ sở");
        await Expect(visit.Page.Locator("main li strong").First).ToHaveTextAsync(Name);
        await Expect(visit.Page.Locator("main li").First).ToContainTextAsync("Đã xác minh");
        await visit.Page.Locator("main li button").First.ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/co-so").AbsoluteUri);
        await Expect(visit.Page.Locator("main .top p")).ToHaveTextAsync($"{office} làm thay cho {Name}");
        await visit.OpenAsync("/co-so/ton-kho");
        var stock = visit.Page.Locator("#stock td:nth-child(2) input").First;
        var (before, after) = (await stock.InputValueAsync(), scripts ? "731" : "732");
        await stock.FillAsync(after);
        await visit.SendAsync("stock");
        await Expect(visit.Page.Locator("main .done-note")).ToBeVisibleAsync();
        await visit.Page.Locator("main .top button").ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/van-phong/nha-san-xuat").AbsoluteUri);
        await Expect(visit.Page.Locator("main .top p")).ToHaveTextAsync(office);
        await visit.OpenAsync("/van-phong/nhat-ky");
        await visit.Page.Locator("main select[name=action]").SelectOptionAsync("updateStock");
        await visit.Page.Locator("main form button").ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/van-phong/nhat-ky?action=updateStock").AbsoluteUri);
        var entry = visit.Page.Locator("main li").Filter(new() { HasText = Name }).First;
        await Expect(entry.Locator(".deed")).ToContainTextAsync("Sửa kho và giá");
        await Expect(entry.Locator(".who")).ToHaveTextAsync($"{Person.Name}, {office}, làm thay cho {Name}");
        await entry.Locator("summary").ClickAsync();
        await Expect(entry.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(entry.Locator("tbody tr > *")).ToHaveTextAsync(["Tồn kho", before, after]);

        await entry.Locator("a").ClickAsync();
        await Expect(visit.Page.Locator("main .who").First).ToContainTextAsync(Name);
        await Expect(visit.Page.Locator("main li a")).ToHaveCountAsync(0);
        await visit.Page.Locator("main form a").ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/van-phong/nhat-ky").AbsoluteUri);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task Who_acts_by_a_mandate_is_told_so_and_goes_back_to_their_own_desk()
    {
        var (producer, cooperative) = (await Desks.ProducerAsync(site), await Desks.ProducerAsync(site));
        await using var visit = await cooperative.SignedInAsync(scripts: false, width: 360);
        await visit.OpenAsync("/co-so");
        var own = await visit.Page.Locator("main .top p").InnerTextAsync();
        var other = await Desks.ActByMandateAsync(site, cooperative, producer);

        await visit.OpenAsync("/en/producer");
        await Expect(visit.Page.Locator("main .top p")).ToHaveTextAsync($"{own} acting for {other}");
        await visit.Page.Locator("main .top button").ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/en/producer").AbsoluteUri);
        await Expect(visit.Page.Locator("main .top p")).ToHaveTextAsync(own);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task What_is_not_there_is_said_and_leads_back_to_everything()
    {
        await using var visit = await (await Desks.OfficerAsync(site)).SignedInAsync(scripts: false, width: 360);

        await visit.OpenAsync("/van-phong/nhat-ky?subject=khong-co&action=updateStock");
        await Expect(visit.Page.Locator("main h2")).ToHaveTextAsync("Không có việc nào như vậy");
        await Expect(visit.Link("/van-phong/nhat-ky").Last).ToBeVisibleAsync();

        await visit.OpenAsync("/van-phong/nha-san-xuat?name=khong-co-ten-nay");
        await Expect(visit.Page.Locator("main h2")).ToContainTextAsync("khong-co-ten-nay");
        await Expect(visit.Page.Locator("main input[name=name]")).ToHaveValueAsync("khong-co-ten-nay");
        visit.AssertNoComplaint();
    }
}
