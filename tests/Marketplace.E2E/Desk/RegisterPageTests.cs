using System.Globalization;
using Marketplace.Data;
using Marketplace.E2E.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Desk;

/// <summary>The programme office keeps the register of certificates in its pages.</summary>
public sealed class RegisterPageTests(Site site)
{
    private const string Decisions = "/van-phong/quyet-dinh";
    private const string Certificates = "/van-phong/giay-chung-nhan";

    private static string Yesterday => TimeProvider.System.GetUtcNow().AddDays(-1).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decision_is_pasted_mended_and_recorded_and_a_revoked_certificate_shows_no_stars()
    {
        var products = await UncertifiedAsync();
        await using var visit = await (await Desks.OfficerAsync(site)).SignedInAsync();
        await WriteAsync(visit, $"Sản phẩm\tSố giấy\tSố sao\n{products[0].Slug}\tRP-001\t4\n{products[1].Name}\tRP-002\t3 sao\nKhông ai biết\tRP-001\tbốn");

        visit.ExpectStatus(422);
        await visit.SendAsync("decision");
        var rows = visit.Page.Locator("#decision ol > li");
        await Expect(rows).ToHaveCountAsync(3);
        await Expect(visit.Page.Locator("#decision li.faulty")).ToHaveCountAsync(1);
        await Expect(visit.Field("decision-products.2.product-problem")).ToContainTextAsync("Dòng 3");
        await Expect(visit.Field("decision-products.2.number")).ToHaveValueAsync("RP-001");
        await Expect(visit.Field("decision-products.2.stars-problem")).ToContainTextAsync("3, 4 hoặc 5");
        await Expect(rows.Nth(1)).ToContainTextAsync(products[1].Name);
        await visit.AssertOpenToEverybodyAsync();

        await visit.Field("decision-products.2.product").FillAsync(products[2].Name);
        await visit.Field("decision-products.2.number").FillAsync("RP-003");
        await visit.Field("decision-products.2.stars").FillAsync("5");
        await visit.SendAsync("decision");
        await Expect(rows.Nth(2)).ToContainTextAsync(products[2].Name);
        await Expect(RecordButton(visit)).ToHaveTextAsync("Ghi 3 giấy vào sổ");
        await RecordButton(visit).ClickAsync();

        await Expect(visit.Page.Locator("main .done-note")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("main tbody tr")).ToHaveCountAsync(3);
        await ShownAsync(products[0].Slug, stars: true);
        await visit.Page.Locator("main tbody a", new() { HasText = products[0].Name }).ClickAsync();
        await Expect(visit.Page.Locator("main h1")).ToHaveTextAsync("Giấy RP-001");
        await visit.Page.Locator("#revoke [name=ground]").SelectOptionAsync("MISUSE_OF_MARK");
        await visit.Page.Locator("#revoke [name=reason]").FillAsync("Dùng nhãn OCOP cho hàng khác.");
        await visit.Page.Locator("#revoke [name=sure]").CheckAsync();
        await visit.SendAsync("revoke");
        await Expect(visit.Page.Locator("main .done-note")).ToContainTextAsync("Đã thu hồi");
        await Expect(visit.Page.Locator("main ol")).ToContainTextAsync("Dùng sai nhãn hiệu OCOP");
        await Expect(visit.Page.Locator("#revoke")).ToHaveCountAsync(0);
        await visit.AssertOpenToEverybodyAsync();
        await ShownAsync(products[0].Slug, stars: false);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task Without_scripts_a_decision_is_recorded_once_and_what_was_changed_since_is_looked_at_first()
    {
        var products = await UncertifiedAsync();
        await using var visit = await (await Desks.OfficerAsync(site)).SignedInAsync(scripts: false, width: 360);
        await WriteAsync(visit, $"{products[0].Name}; RQ-001; 4\n{products[1].Slug}; RQ-002; 3");
        await visit.SendAsync("decision");
        await Expect(visit.Page.Locator("#decision ol > li")).ToHaveCountAsync(2);

        var second = visit.Page.Locator("#decision ol summary").Nth(1);
        await second.ClickAsync();
        await visit.Field("decision-products.1.stars").FillAsync("5");
        await RecordButton(visit).ClickAsync();
        await Expect(second).ToContainTextAsync("5");
        await Expect(visit.Page.Locator("#decision .done-note")).ToBeVisibleAsync();

        await RecordButton(visit).DblClickAsync();
        await Expect(visit.Page.Locator("main .done-note")).ToContainTextAsync("Đã ghi quyết định");
        await Expect(visit.Page.Locator("main tbody tr")).ToHaveCountAsync(2);
        await Expect(visit.Page.Locator("main tbody")).ToContainTextAsync("OCOP 5 sao");
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task Faults_of_a_change_are_at_their_fields_and_nothing_typed_is_lost()
    {
        var products = await UncertifiedAsync();
        await using var visit = await (await Desks.OfficerAsync(site)).SignedInAsync(scripts: false, width: 360);
        await WriteAsync(visit, $"{products[0].Slug}; RS-001; 4");
        await visit.SendAsync("decision");
        await RecordButton(visit).ClickAsync();
        await visit.Page.Locator("main tbody a").ClickAsync();
        visit.ExpectStatus(422);

        await visit.Page.Locator("#extend [name=until]").FillAsync("40/13/2027");
        await visit.Page.Locator("#extend [name=evidence]").FillAsync("Biên nhận 15/2026");
        await visit.SendAsync("extend");
        await Expect(visit.Field("extend-until-problem")).ToContainTextAsync("40/13/2027");
        await Expect(visit.Field("extend-evidence")).ToHaveValueAsync("Biên nhận 15/2026");
        await visit.Field("extend-until").FillAsync("05/02/2099");
        await visit.SendAsync("extend");
        await Expect(visit.Field("extend-until-problem")).ToContainTextAsync("RS-001");

        await visit.Field("revoke-reason").FillAsync("Ngừng sản xuất từ tháng 10.");
        await visit.Field("revoke-sure").CheckAsync();
        await visit.SendAsync("revoke");
        await Expect(visit.Field("revoke-ground-problem")).ToBeVisibleAsync();
        await Expect(visit.Field("revoke-sure")).ToBeCheckedAsync();
        await Expect(visit.Field("revoke-reason")).ToHaveValueAsync("Ngừng sản xuất từ tháng 10.");

        await visit.Field("renew-evidence").FillAsync("Biên nhận 15/2026");
        await visit.SendAsync("renew");
        await Expect(visit.Page.Locator("main ol")).ToContainTextAsync("Biên nhận 15/2026");
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task The_calendar_is_chosen_in_the_address_and_says_where_it_is_empty()
    {
        await using var visit = await (await Desks.OfficerAsync(site)).SignedInAsync(scripts: false);
        await visit.OpenAsync($"{Certificates}?days=30");
        await Expect(visit.Page.Locator("main ul a[aria-current]")).ToHaveTextAsync("30 ngày tới");
        await visit.Page.Locator("main ul a", new() { HasText = "Tất cả" }).ClickAsync();
        await Expect(visit.Page.Locator("main tbody tr")).ToHaveCountAsync(20);
        await visit.Page.Locator("main a[rel=next]").ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Về đầu danh sách" })).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("main ul a[aria-current]")).ToHaveTextAsync("Tất cả");

        await visit.Page.Locator("main [name=number]").FillAsync("KHONG-CO");
        await visit.Page.Locator("main form[method=get] button").ClickAsync();
        await Expect(visit.Page.Locator("main h2")).ToHaveTextAsync("Không có giấy nào mang số này");
        visit.AssertNoComplaint();
    }

    private static async Task WriteAsync(Visit visit, string rows)
    {
        await visit.OpenAsync(Decisions);
        await visit.Field("decision-decisionNumber").FillAsync("2101/QĐ-UBND");
        await visit.Field("decision-issuer").FillAsync("UBND tỉnh Vĩnh Long");
        await visit.Field("decision-issuedOn").FillAsync(Yesterday);
        await visit.Field("decision-pasted").FillAsync(rows);
    }

    private static ILocator RecordButton(Visit visit) => visit.Page.Locator("form#decision > p button").First;

    /// <summary>Products that never had a certificate.</summary>
    private async Task<(string Slug, string Name)[]> UncertifiedAsync()
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContextAsync(Stop);
        var products = await db.Products.Where(product => !db.Certificates.Any(certificate => certificate.ProductId == product.Id))
            .OrderByDescending(product => product.Slug).Take(3).Select(product => new { product.Slug, product.Name.Vi }).ToListAsync(Stop);
        return [.. products.Select(product => (product.Slug, product.Vi))];
    }

    /// <summary>Looks at the product's page until it follows the register.</summary>
    private async Task ShownAsync(string slug, bool stars)
    {
        await using var buyer = await Visit.BeginAsync(site);
        var shown = buyer.Page.Locator(stars ? "main .seal .rank" : "main .none.stopped");
        await buyer.OpenAsync($"/san-pham/{slug}");
        for (var look = 0; await shown.CountAsync() == 0 && look < 30; look++)
        {
            await buyer.OpenAsync($"/san-pham/{slug}");
        }

        await Expect(buyer.Page.Locator("main .seal .rank")).ToHaveCountAsync(stars ? 1 : 0);
        await Expect(shown).ToBeVisibleAsync();
    }
}
