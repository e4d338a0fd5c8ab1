using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.FrontDoor;

/// <summary>What a kept page tells the browser, what one visitor cannot do to the next one's page, and that a kept price is never an old one.</summary>
public sealed class KeptPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/kept", "no-cache")]
    [InlineData("/kept/day", "public, max-age=86400")]
    [InlineData("/kept/private", "no-store, private")]
    public async Task The_lifetime_meant_for_the_door_ends_at_the_door(string path, string told)
    {
        await using var door = await Door.OpenAsync();

        for (var visit = 0; visit < 2; visit++)
        {
            using var page = await door.GetAsync(path);
            Assert.Equal(told.Split(", ").Order(StringComparer.Ordinal), page.Headers.CacheControl!.ToString().Split(", ").Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_browser_that_has_the_page_is_told_so_and_keeps_the_policy_it_has()
    {
        await using var door = await Door.OpenAsync();
        using var first = await door.GetAsync("/kept");
        var tag = first.Headers.ETag!.ToString();

        using var again = await door.GetAsync("/kept", ("If-None-Match", tag));
        using var other = await door.GetAsync("/kept", ("If-None-Match", "W/\"other\""));

        Assert.Equal("W/\"tag\"", tag);
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (again.StatusCode, other.StatusCode));
        Assert.Equal(tag, again.Headers.ETag!.ToString());
        Assert.False(again.Headers.Contains("Content-Security-Policy"));
        Assert.True(other.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task A_question_for_the_head_alone_is_answered_without_a_body()
    {
        await using var door = await Door.OpenAsync();
        await door.TextAsync("/kept");

        for (var visit = 0; visit < 2; visit++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, "/kept");
            using var head = await door.Web.SendAsync(request, Stop);
            Assert.Equal((HttpStatusCode.OK, "W/\"tag\"", 0), (head.StatusCode, head.Headers.ETag!.ToString(), (await head.Content.ReadAsByteArrayAsync(Stop)).Length));
        }

        Assert.NotEmpty(await door.TextAsync("/kept"));
    }

    [Fact]
    public async Task A_kept_page_knows_nothing_of_the_visitor_for_whom_it_was_made()
    {
        await using var door = await Door.OpenAsync();

        var page = JsonNode.Parse(await door.TextAsync(
            "/kept", ("Cookie", "saved=x"), ("Accept-Language", "en"), ("User-Agent", "Smuggler"), ("Referer", "http://evil.example/"), ("X-Original-URL", "/evil"), ("X-Forwarded-Host", "evil.example")))!;

        Assert.Equal(
            ["host", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"],
            page["headers"]!.AsObject().Select(header => header.Key).Where(name => name is not ("connection" or "accept-encoding")).Order(StringComparer.Ordinal));
        Assert.Equal(door.Web.BaseAddress!.Authority, (string?)page["headers"]!["x-forwarded-host"]);
    }

    [Fact]
    public async Task The_list_of_saved_products_is_told_the_visitors_cookie()
    {
        await using var door = await Door.OpenAsync();

        var page = JsonNode.Parse(await door.TextAsync("/da-luu", ("Cookie", "saved=x")))!;

        Assert.Equal("saved=x", (string?)page["headers"]!["cookie"]);
    }

    [Fact]
    public void No_other_page_of_the_storefront_reads_a_cookie()
    {
        var readers = Repository.Files("web/src", ".ts").Where(file => file.EndsWith(".server.ts", StringComparison.Ordinal) || file.EndsWith("+server.ts", StringComparison.Ordinal))
            .Where(file => Repository.Read(file).Contains("cookies", StringComparison.Ordinal));

        Assert.Equal(["web/src/routes/saved/+page.server.ts"], readers);
    }

    [Fact]
    public async Task A_page_asked_for_under_another_name_is_not_shown_to_those_who_use_ours()
    {
        await using var door = await Door.OpenAsync();

        var evil = JsonNode.Parse(await door.TextAsync("/kept", ("Host", "evil.example")))!;
        var ours = JsonNode.Parse(await door.TextAsync("/kept"))!;

        Assert.Equal(("evil.example", door.Web.BaseAddress!.Authority), ((string?)evil["headers"]!["x-forwarded-host"], (string?)ours["headers"]!["x-forwarded-host"]));
    }

    [Fact]
    public async Task A_page_asked_for_by_http_is_not_shown_to_those_who_came_by_https()
    {
        await using var door = await Door.OpenAsync(("Proxy:KnownNetworks", "127.0.0.0/8"));

        var http = JsonNode.Parse(await door.TextAsync("/kept"))!;
        var https = JsonNode.Parse(await door.TextAsync("/kept", ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.9")))!;

        Assert.Equal(("http", "https"), ((string?)http["headers"]!["x-forwarded-proto"], (string?)https["headers"]!["x-forwarded-proto"]));
    }

    [Fact]
    public async Task A_changed_price_is_on_the_page_as_soon_as_the_index_has_followed()
    {
        using var storefront = new StubStorefront();
        await using var app = new MarketplaceApp(storefront);
        app.UseKestrel(0);
        app.StartServer();
        using var web = app.CreateClient();
        await app.StorefrontReadyAsync();
        var before = JsonNode.Parse(await web.GetStringAsync("/kept/price", Stop))!;
        Assert.Equal((int)before["made"]!, (int)JsonNode.Parse(await web.GetStringAsync("/kept/price", Stop))!["made"]!);

        foreach (var price in new[] { 12_345, 23_456, 34_567 })
        {
            await app.ChangeAsync(async db =>
            {
                var id = await db.Products.Where(product => product.Slug == "keo-dua-sau-rieng-dong-a").Select(product => product.Id).SingleAsync(Stop);
                var offer = await db.Offers.OrderBy(offer => offer.Sku).FirstAsync(offer => offer.ProductId == id, Stop);
                Assert.False(offer.WithPrices([new(offer.QuantityRule.Minimum, price)]).Failed(out _, out _));
            });

            Assert.Contains($"{price}", (string)JsonNode.Parse(await web.GetStringAsync("/kept/price", Stop))!["filling"]!, StringComparison.Ordinal);
        }
    }
}
