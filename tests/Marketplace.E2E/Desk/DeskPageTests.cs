using Marketplace.E2E.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Desk;

/// <summary>The pages of the workspace and of the office by themselves: open to everybody, in both languages, and to nobody else.</summary>
public sealed class DeskPageTests(Site site)
{
    /// <summary>A producer of the catalogue that no other test is about.</summary>
    private const string Producer = "co-so-du-xuan";

    [Fact]
    public async Task The_table_of_stock_and_prices_is_walked_with_the_keyboard_and_every_fault_is_at_its_row()
    {
        var person = await Desks.ProducerAsync(site, Producer);
        await using var visit = await person.SignedInAsync(width: 360);
        await visit.OpenAsync("/co-so/ton-kho");
        var stocks = visit.Page.Locator("#stock td:nth-child(2) input");
        var prices = visit.Page.Locator("#stock td:nth-child(3) input");
        await stocks.First.FillAsync("abc");

        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(stocks.Nth(1)).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(stocks.First).ToBeFocusedAsync();
        await prices.First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(prices.Nth(1)).ToBeFocusedAsync();
        visit.ExpectStatus(422);
        await visit.SendAsync("stock");

        await Expect(visit.Page.Locator("#stock tr.faulty")).ToHaveCountAsync(1);
        await Expect(stocks.First).ToHaveValueAsync("abc");
        await stocks.First.FillAsync("1.234");
        await visit.SendAsync("stock");
        await Expect(visit.Page.Locator("main .done-note")).ToBeVisibleAsync();
        await Expect(stocks.First).ToHaveValueAsync("1234");
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task Stock_is_saved_without_scripts_and_a_row_that_somebody_else_changed_is_named()
    {
        var person = await Desks.ProducerAsync(site, Producer);
        await using var visit = await person.SignedInAsync(scripts: false, width: 360);
        await using var other = await (await Desks.ColleagueAsync(site, person)).SignedInAsync(scripts: false);
        await visit.OpenAsync("/co-so/ton-kho");
        await other.OpenAsync("/co-so/ton-kho");
        await other.Page.Locator("#stock td:nth-child(2) input").Last.FillAsync("77");
        await other.SendAsync("stock");
        await Expect(other.Page.Locator("main .done-note")).ToBeVisibleAsync();

        visit.ExpectStatus(422);
        await visit.Page.Locator("#stock td:nth-child(2) input").Last.FillAsync("78");
        await visit.SendAsync("stock");

        await Expect(visit.Page.Locator("#stock tr.faulty")).ToContainTextAsync("Người khác vừa sửa dòng này");
        await Expect(visit.Page.Locator("#stock td:nth-child(2) input").Last).ToHaveValueAsync("78");
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pictures_are_put_in_order_described_and_refused_in_plain_forms(bool scripts)
    {
        var person = await Desks.ProducerAsync(site);
        await using var visit = await person.SignedInAsync(scripts, width: 360);
        var listing = await Desks.DraftAsync(visit, "Mứt dừa nhiều ảnh");
        await visit.OpenAsync(listing.Replace("/san-pham/", "/hinh-anh/", StringComparison.Ordinal));
        visit.ExpectStatus(422);
        await visit.Field("send-file").SetInputFilesAsync(new FilePayload { Name = "anh.jpg", MimeType = "image/jpeg", Buffer = "<svg/>"u8.ToArray() });
        await visit.SendAsync("send");
        await Expect(visit.Field("send-file-problem")).ToContainTextAsync("JPEG");

        await using var camera = await Visit.BeginAsync(site);
        foreach (var (name, path, type) in new[] { ("mot", "/", ScreenshotType.Jpeg), ("hai", "/en", ScreenshotType.Png) })
        {
            await camera.OpenAsync(path);
            await visit.Field("send-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = await camera.Page.ScreenshotAsync(new() { Type = type }) });
            await visit.Field("send-alt.vi").FillAsync($"Ảnh {name}");
            await visit.SendAsync("send");
            await Expect(visit.Page.Locator("main .done-note")).ToHaveTextAsync("Đã thêm ảnh.");
        }

        await visit.Page.Locator("#arrange button[value='earlier-1']").ClickAsync();
        await Expect(visit.Page.Locator("#arrange img").First).ToHaveAttributeAsync("alt", "Ảnh hai");
        await visit.Page.Locator("#arrange input[name$='.vi']").First.FillAsync("Ảnh chính");
        await visit.Page.Locator("form#arrange > p button").ClickAsync();
        await Expect(visit.Page.Locator("#arrange img").First).ToHaveAttributeAsync("alt", "Ảnh chính");
        await visit.Page.Locator("main .removals summary").First.ClickAsync();
        await visit.Page.Locator("main .removals button").First.ClickAsync();
        await Expect(visit.Page.Locator("#arrange img")).ToHaveCountAsync(1);
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData("", ColorScheme.Light, 360)]
    [InlineData("", ColorScheme.Dark, 360)]
    [InlineData("/en", ColorScheme.Light, 1280)]
    public async Task A_desk_has_no_barrier_and_fits_its_window(string language, ColorScheme colours, int width)
    {
        var (person, officer) = (await Desks.ProducerAsync(site, Producer), await Desks.OfficerAsync(site));
        await using var maker = await Visit.BeginAsync(site, width: width, colours: colours);
        await SignInAsync(maker, person);
        await maker.OpenAsync("/co-so/san-pham");
        var listing = (await maker.Page.Locator("main li a[href^='/co-so/san-pham/']").First.GetAttributeAsync("href"))!.Split('/')[^1];
        var sheet = (await maker.SendSheetAsync("san-pham.csv", "SKU;Tồn kho;Ghi chú\nKHONG-CO;abc;\n")).Split('/')[^1];
        var (producer, listings, pictures, offers, stock, sheets) = language.Length == 0
            ? ("/co-so", "/co-so/san-pham", "/co-so/hinh-anh", "/co-so/gia-ban", "/co-so/ton-kho", "/co-so/bang-tinh")
            : ("/en/producer", "/en/producer/listings", "/en/producer/pictures", "/en/producer/offers", "/en/producer/stock", "/en/producer/sheets");
        foreach (var path in new[] { producer, listings, $"{listings}?state=DRAFT", $"{listings}/new", $"{listings}/{listing}", $"{pictures}/{listing}", $"{offers}/{listing}", stock, sheets, $"{sheets}/{sheet}" })
        {
            await OpenAsync(maker, path);
        }

        await using var office = await Visit.BeginAsync(site, width: width, colours: colours);
        await SignInAsync(office, officer);
        string[] desks = language.Length == 0
            ?
            [
                "/van-phong", "/van-phong/to-chuc", "/van-phong/nha-san-xuat", "/van-phong/nhat-ky", "/van-phong/khieu-nai", "/van-phong/khieu-nai?answered=1", "/van-phong/go-san-pham",
                $"/van-phong/bai-dang/{listing}", "/van-phong/giay-chung-nhan", "/van-phong/giay-chung-nhan?number=x", "/van-phong/giay-chung-nhan?days=all", "/van-phong/quyet-dinh",
            ]
            :
            [
                "/en/office", "/en/office/organisations", "/en/office/producers", "/en/office/audit", "/en/office/complaints", "/en/office/complaints?answered=1", "/en/office/takedowns",
                $"/en/office/listings/{listing}", "/en/office/certificates", "/en/office/certificates?number=x", "/en/office/certificates?days=all", "/en/office/decisions",
            ];
        foreach (var path in desks)
        {
            await OpenAsync(office, path);
        }

        await OpenAsync(office, desks[^2]);
        await OpenAsync(office, (await office.Page.Locator("main tbody a").First.GetAttributeAsync("href"))!);

        maker.AssertNoComplaint();
        office.AssertNoComplaint();

        async Task OpenAsync(Visit visit, string path)
        {
            await visit.OpenAsync(path);
            Assert.Equal(language.Length == 0 ? "vi" : "en", await visit.Page.Locator("html").GetAttributeAsync("lang"));
            await Expect(visit.Page.Locator("meta[name=robots]")).ToHaveAttributeAsync("content", "noindex, follow");
            await visit.AssertOpenToEverybodyAsync();
        }
    }

    [Theory]
    [InlineData("/co-so")]
    [InlineData("/co-so/ton-kho")]
    [InlineData("/co-so/bang-tinh")]
    [InlineData("/co-so/don-hang")]
    [InlineData("/co-so/minh-chung")]
    [InlineData("/van-phong")]
    [InlineData("/van-phong/to-chuc")]
    [InlineData("/van-phong/giay-chung-nhan")]
    [InlineData("/van-phong/quyet-dinh")]
    [InlineData("/van-phong/nha-san-xuat")]
    [InlineData("/van-phong/nhat-ky")]
    [InlineData("/van-phong/khieu-nai")]
    [InlineData("/van-phong/minh-chung")]
    [InlineData("/van-phong/go-san-pham")]
    public async Task Who_is_not_signed_in_is_asked_to_and_who_has_no_business_there_is_led_to_the_account(string path)
    {
        var person = await Person.WithAccountAsync(site);
        await using var visit = await Visit.BeginAsync(site, width: 360);
        await visit.Page.GotoAsync(path);
        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, $"/dang-nhap?next={Uri.EscapeDataString(path)}").AbsoluteUri);
        visit.ExpectStatus(403);
        await person.SignInAsync(visit);

        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, path).AbsoluteUri);
        await Expect(visit.Page.Locator("main a.button[href='/tai-khoan']")).ToBeVisibleAsync();
        visit.AssertNoComplaint();
    }

    private static async Task SignInAsync(Visit visit, Person person)
    {
        await visit.OpenAsync("/dang-nhap");
        await person.SignInAsync(visit);
        await Expect(visit.Page.Locator("main .who")).ToBeVisibleAsync();
    }
}
