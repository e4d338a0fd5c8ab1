using Microsoft.Playwright;

namespace Marketplace.E2E;

/// <summary>What holds on every page: no barrier that a machine can find, nothing wider than the window, no complaint in the console.</summary>
public sealed class EveryPageTests(Site site)
{
    private const string Slug = "keo-dua-sau-rieng-dong-a";

    private static readonly string[] Paths =
    [
        "/",
        "/tim-kiem?q=keo+dua",
        "/tim-kiem?q=zzzz",
        $"/san-pham/{Slug}",
        "/nha-san-xuat",
        "/tim-kiem?q=keo+dua&stars=5&district=ba-tri",
        "/tim-kiem?stars=99&sort=BEST&group=gold&min=abc",
        "/nhom-hang/food",
        "/nhom-hang/2019-textile",
        "/dia-phuong",
        "/dia-phuong/giong-trom",
        "/styleguide",
        "/nha-san-xuat/cong-ty-dong-a",
        "/nha-san-xuat?kind=COOPERATIVE_GROUP&district=khong-co",
        "/san-pham/keo-chuoi-ben-tre?sku=x&qty=y",
        "/verify",
        "/so-sanh",
        $"/so-sanh?p={Slug},buoi-da-xanh-giao-long,mat-ong-hoa-dua-ba-tiep,khong-co",
        "/da-luu",
        $"/da-luu?p={Slug}.buoi-da-xanh-giao-long.khong-co",
        "/gio-hang",
        "/dat-hang",
        "/don-hang",
        "/don-hang?number=K7M42-PXQR3",
        "/cach-xep-hang",
        "/chuong-trinh-ocop",
        "/chuong-trinh-ocop/quyet-dinh",
        "/hoi-dap",
        "/dieu-khoan",
        "/quyen-rieng-tu",
        "/khieu-nai",
        $"/khieu-nai/gui?product={Slug}",
        "/khieu-nai/gui?reference=KN-0A1B2C3D&by=2026-12-18",
        "/dang-ky",
        "/dang-ky?sent=1",
        "/dang-nhap?next=/tai-khoan",
        "/xac-nhan",
        "/xac-nhan?account=0&token=x",
        "/mat-khau",
        "/mat-khau?sent=1",
        "/mat-khau/moi?account=0&token=x",
        "/loi-moi?secret=x",
        "/dat-nhanh",
        "/dat-mau?offer=khong-co",
        "/en",
        "/en/search?q=coconut&stars=4",
        $"/en/products/{Slug}",
        "/en/producers",
        "/en/groups/tourism",
        "/en/places",
        "/en/places/cho-lach",
        "/en/ranking",
        "/en/verify",
        $"/en/compare?p={Slug}",
        $"/en/saved?p={Slug}",
        "/en/cart",
        "/en/checkout",
        "/en/orders?number=K7M42-PXQR3",
        "/en/ocop-programme",
        "/en/ocop-programme/decisions",
        "/en/help",
        "/en/terms",
        "/en/privacy/1",
        "/en/complaints",
        "/en/complaints/file",
        "/en/register",
        "/en/sign-in",
        "/en/confirm?account=0&token=x",
        "/en/password",
        "/en/password/new?account=0&token=x",
        "/en/invitation?secret=x",
        "/en/order-pad",
    ];

    private static readonly (int Width, ColorScheme Colours)[] Windows = [(360, ColorScheme.Light), (360, ColorScheme.Dark), (1280, ColorScheme.Light)];

    public static TheoryData<string, int, ColorScheme> Pages { get; } = [.. from path in Paths from window in Windows select (path, window.Width, window.Colours)];

    public static TheoryData<string> PlainPaths { get; } = [.. Paths];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_barrier_and_fits_its_window(string path, int width, ColorScheme colours)
    {
        await using var visit = await Visit.BeginAsync(site, width: width, colours: colours);

        await visit.OpenAsync(path);

        await visit.AssertOpenToEverybodyAsync();
        visit.AssertNoComplaint();
    }

    /// <summary>What 1280 pixels leave at 400 % zoom.</summary>
    [Fact]
    public async Task Every_page_fits_a_window_of_320_pixels()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false, width: 320);
        List<string> tooWide = [];

        foreach (var path in Paths.Append("/khong-co-trang-nay"))
        {
            await visit.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            if (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") > 0)
            {
                tooWide.Add(path);
            }
        }

        Assert.Empty(tooWide);
    }

    [Theory]
    [MemberData(nameof(PlainPaths))]
    public async Task A_page_is_complete_without_scripts(string path)
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);

        await visit.OpenAsync(path);

        Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
        Assert.Equal(path.StartsWith("/en", StringComparison.Ordinal) ? "en" : "vi", await visit.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.NotEmpty(await visit.Page.Locator("meta[name=description]").GetAttributeAsync("content") ?? "");
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData("/san-pham/khong-co")]
    [InlineData("/en/products/none")]
    [InlineData("/khong-co-trang-nay")]
    [InlineData("/fr/produits")]
    [InlineData("/dieu-khoan/99")]
    [InlineData("/en/privacy/one")]
    public async Task A_page_that_is_not_there_says_so_and_offers_the_search(string path)
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);

        await visit.OpenAsync(path, status: 404);

        Assert.True(await visit.Page.Locator("main form[role=search]").IsVisibleAsync());
        visit.AssertNoComplaint();
    }
}
