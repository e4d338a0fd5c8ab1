using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E;

/// <summary>What a visitor who loses the connection can still read, and that an old price never passes for a new one.</summary>
public sealed class OfflineTests(Site site) : IAsyncDisposable
{
    private readonly Line _line = new(site.Address);

    private const string Product = "/san-pham/keo-dua-sau-rieng-dong-a";
    private const string Name = "Kẹo dừa sầu riêng Đông Á";

    [Fact]
    public async Task A_page_that_was_seen_opens_without_a_connection_and_says_how_old_it_is()
    {
        await using var visit = await BeginAsync();
        await visit.OpenAsync(Product);
        await KeptAsync(visit, Product);

        await CutAsync(visit);
        await visit.Page.ReloadAsync();
        await visit.TakenOverAsync();

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Name);
        await Expect(visit.Page.Locator(".page-copy")).ToContainTextAsync("giá, hàng và chứng nhận có thể đã đổi");
        await Expect(visit.Page.Locator(".page-copy")).ToContainTextAsync(":");
        var price = visit.Page.Locator(".price").First;
        Assert.Equal("400", await price.EvaluateAsync<string>("price => getComputedStyle(price).fontWeight"));
    }

    [Fact]
    public async Task With_the_connection_back_the_page_is_the_shops_again()
    {
        await using var visit = await BeginAsync();
        await visit.OpenAsync(Product);
        await KeptAsync(visit, Product);
        await CutAsync(visit);
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator(".page-copy")).ToBeVisibleAsync();

        _line.Mend();
        await visit.Page.Context.SetOfflineAsync(false);
        await visit.TakenOverAsync();
        await visit.Page.Locator("nav a[href='/nha-san-xuat']").First.ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new Uri(_line.Address, "/nha-san-xuat").AbsoluteUri);
        await Expect(visit.Page.Locator(".page-copy")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("html[data-copy]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_page_reached_inside_the_shop_is_kept_like_one_that_was_opened()
    {
        await using var visit = await BeginAsync();
        await visit.OpenAsync("/");
        await KeptAsync(visit, "/");
        await visit.Page.Locator("nav a[href='/nha-san-xuat']").First.ClickAsync();
        await KeptAsync(visit, "/nha-san-xuat");

        await CutAsync(visit);
        await visit.Page.GotoAsync("/nha-san-xuat");

        await Expect(visit.Page.Locator(".page-copy")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/cach-xep-hang", "vi", "Bạn đang ngoại tuyến")]
    [InlineData("/en/ranking", "en", "You are offline")]
    public async Task A_page_never_seen_leads_to_those_that_were(string unseen, string language, string title)
    {
        await using var visit = await BeginAsync();
        await visit.OpenAsync(Product);
        await KeptAsync(visit, Product);

        await CutAsync(visit);
        await visit.Page.GotoAsync(unseen);

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        Assert.NotEqual("none", await visit.Page.Locator("main h1").EvaluateAsync<string>("heading => getComputedStyle(heading).fontFamily === 'serif' ? 'none' : 'styled'"));
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = Name }).ClickAsync();
        await Expect(visit.Page.Locator(".page-copy")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_step_inside_the_shop_without_a_connection_shows_a_copy_or_says_why_not()
    {
        await using var visit = await BeginAsync();
        await visit.OpenAsync(Product);
        await KeptAsync(visit, Product);

        await CutAsync(visit);
        await visit.Page.Locator("nav a[href='/nha-san-xuat']").First.ClickAsync();

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Bạn đang ngoại tuyến");
    }

    [Theory]
    [InlineData("/da-luu")]
    [InlineData("/dang-nhap")]
    [InlineData("/verify")]
    [InlineData("/san-pham/khong-co")]
    public async Task What_is_one_visitors_or_a_certificates_state_or_an_error_is_never_kept(string path)
    {
        await using var visit = await BeginAsync();
        await visit.OpenAsync(Product);
        await KeptAsync(visit, Product);

        await visit.Page.GotoAsync(path);
        await visit.Page.GotoAsync("/cach-xep-hang");
        await KeptAsync(visit, "/cach-xep-hang");

        Assert.DoesNotContain(path, await KeptPathsAsync(visit));
    }

    public ValueTask DisposeAsync() => _line.DisposeAsync();

    private Task<Visit> BeginAsync() => Visit.BeginAsync(site, worker: true, address: _line.Address);

    private async Task CutAsync(Visit visit)
    {
        await visit.Page.Context.SetOfflineAsync(true);
        _line.Cut();
    }

    /// <summary>Until the worker has a copy of the page. The driver's own waiting takes a promise for an answer, so the page itself asks again.</summary>
    private static async Task KeptAsync(Visit visit, string path) => Assert.True(
        await visit.Page.EvaluateAsync<bool>(
            """
            async (path) => {
                await navigator.serviceWorker.ready;
                for (let times = 0; times < 600; times++) {
                    if (navigator.serviceWorker.controller && (await caches.match(location.origin + path))) return true;
                    await new Promise((drawn) => setTimeout(drawn, 50));
                }
                return false;
            }
            """,
            path),
        $"{path} was not kept");

    private static Task<string[]> KeptPathsAsync(Visit visit) => visit.Page.EvaluateAsync<string[]>(
        """
        async () => {
            const names = (await caches.keys()).filter((name) => name.startsWith('pages '));
            const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
            return keys.flat().map((key) => new URL(key.url).pathname);
        }
        """);
}
