using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E;

/// <summary>A person with goods in hand types the number from the label.</summary>
public sealed class CertificateTests(Site site)
{
    private const string Valid = "keo-dua-ca-cao-dong-a";
    private const string Expired = "banh-trung-thu-mo-cay-nam";
    private const string Revoked = "keo-chuoi-ben-tre";

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 360)]
    public async Task A_number_typed_from_a_label_says_what_it_is_worth_today(bool scripts, int width)
    {
        await using var visit = await Visit.BeginAsync(site, scripts, width);
        var number = await NumberOfAsync(visit, Valid);

        await visit.OpenAsync("/verify");
        await visit.Page.Locator("main input[name=number]").FillAsync($"  {number} ");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tra giấy", Exact = true }).ClickAsync();

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("còn hiệu lực");
        await Expect(visit.Link($"/san-pham/{Valid}").First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("main ol time").First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("main svg[role=img]")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("main")).ToContainTextAsync(new Uri(site.Address, $"/verify/{number}").AbsoluteUri);
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData(Expired, "vi", "đã hết hạn")]
    [InlineData(Revoked, "vi", "đã bị thu hồi")]
    [InlineData(Revoked, "en", "was revoked")]
    public async Task A_certificate_that_ended_says_so_and_lends_no_stars(string slug, string language, string words)
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);
        var number = await NumberOfAsync(visit, slug);
        var prefix = language == "vi" ? "" : "/en";

        await visit.OpenAsync($"{prefix}/verify/{number}");

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(words);
        Assert.Equal(0, await visit.Page.Locator("main a[href*='/tem-nhan/'], main a[href*='/labels/']").CountAsync());

        await visit.OpenAsync($"{prefix}/{(language == "vi" ? "tem-nhan" : "labels")}/{number}");
        Assert.Equal(0, await visit.Page.Locator(".sheet").CountAsync());
        await Expect(visit.Page.Locator("main .none")).ToBeVisibleAsync();
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData("/verify/khong-co")]
    [InlineData("/verify/a%2Fb")]
    [InlineData("/verify/100%25")]
    [InlineData("/verify/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/en/verify/..%2F..%2Fgraphql")]
    [InlineData("/tem-nhan/khong-co")]
    public async Task A_number_that_nobody_knows_gets_advice(string path)
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);

        await visit.OpenAsync(path, status: 404);

        await Expect(visit.Page.Locator("main input[name=number]")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("main a[href$='/khieu-nai'], main a[href$='/complaints']")).ToBeVisibleAsync();
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_number_without_end_is_unknown_and_no_error()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);

        await visit.OpenAsync($"/verify/{new string('9', 4000)}", status: 404);

        await Expect(visit.Page.Locator("main input[name=number]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_address_of_a_code_may_be_pasted_and_small_letters_will_do()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);
        var number = await NumberOfAsync(visit, Valid);

        await visit.OpenAsync($"/verify?number={Uri.EscapeDataString(new Uri(site.Address, $"/verify/{number.ToLowerInvariant()}").AbsoluteUri)}");

        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, $"/verify/{number}").AbsoluteUri);
    }

    [Theory]
    [InlineData("", 10)]
    [InlineData("?size=small", 21)]
    public async Task A_sheet_of_labels_fills_one_page_of_paper_and_brings_nothing_else(string query, int count)
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);
        var number = await NumberOfAsync(visit, Valid);

        await visit.OpenAsync($"/tem-nhan/{number}{query}");
        Assert.Equal(count, await visit.Page.Locator(".sheet li").CountAsync());
        await Expect(visit.Page.Locator(".sheet li").First).ToContainTextAsync(number);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(visit.Page.Locator("body > * header").First).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("footer")).ToBeHiddenAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeHiddenAsync();
        await Expect(visit.Page.Locator(".sheet")).ToBeVisibleAsync();
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData(Valid, 360, ColorScheme.Dark)]
    [InlineData(Valid, 1280, ColorScheme.Light)]
    [InlineData(Revoked, 360, ColorScheme.Light)]
    [InlineData(Expired, 1280, ColorScheme.Dark)]
    public async Task A_certificate_and_its_labels_are_open_to_everybody(string slug, int width, ColorScheme colours)
    {
        await using var visit = await Visit.BeginAsync(site, width: width, colours: colours);
        var number = await NumberOfAsync(visit, slug);

        foreach (var page in new[] { "/verify/", "/en/verify/", "/tem-nhan/" })
        {
            await visit.OpenAsync(page + number);
            await visit.AssertOpenToEverybodyAsync();
        }

        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_code_is_drawn_for_a_page_of_the_shop_and_for_nothing_else()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);

        var own = await visit.Page.APIRequest.GetAsync("/qr/verify/DEMO-2025-1");
        var foreign = await visit.Page.APIRequest.GetAsync("/qr/evil.example/x/y");

        Assert.Equal((200, "image/svg+xml"), (own.Status, own.Headers["content-type"]));
        Assert.Equal(404, foreign.Status);
    }

    /// <summary>Demonstration numbers are made by the seed, so a test reads them where a visitor would.</summary>
    private static async Task<string> NumberOfAsync(Visit visit, string slug)
    {
        await visit.OpenAsync($"/san-pham/{slug}");
        var href = await visit.Page.Locator("main a[href^='/verify/']").First.GetAttributeAsync("href");
        return href!["/verify/".Length..];
    }
}
