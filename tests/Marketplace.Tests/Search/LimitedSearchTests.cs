using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Marketplace.Api.Search;
using Marketplace.Tests.Background;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Search;

/// <summary>The search engine goes away under a running shop: what the database can answer goes on, and every answer says that it is less than usual.</summary>
public sealed class LimitedSearchTests : IDisposable
{
    private const string Slugs = "query($first: Int, $after: String, $last: Int, $before: String) { products(filter: { groups: [\"food\"] }, first: $first, after: $after, last: $last, before: $before) { limited { kind } nodes { slug } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";

    private readonly MarketplaceApp _app;
    private SharedTestIndex? _engine;

    public LimitedSearchTests() => _app = new MarketplaceApp { Engine = lucene => _engine = new SharedTestIndex(lucene) };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_by_group_and_place_come_from_the_database_and_say_so()
    {
        const string Query = "{ products(filter: { groups: [\"food\"] }, first: 100) { limited { kind message } totalCount facets { name } nodes { slug name } } productGroups { code productCount } }";
        var before = await _app.DataAsync(Query);
        Assert.Null(before["products"]!["limited"]);
        Away();

        var during = await _app.DataAsync(Query);

        Assert.Equal("LISTED_ONLY", (string?)during["products"]!["limited"]!["kind"]);
        Assert.StartsWith("Tìm kiếm đang tạm hạn chế", (string?)during["products"]!["limited"]!["message"], StringComparison.Ordinal);
        Assert.Empty(during["products"]!["facets"]!.AsArray());
        Assert.Equal((int)before["products"]!["totalCount"]!, (int)during["products"]!["totalCount"]!);
        Assert.Equal(before["productGroups"]!.ToJsonString(), during["productGroups"]!.ToJsonString());
    }

    [Fact]
    public async Task A_list_of_the_database_is_read_page_by_page_in_both_directions()
    {
        await _app.DataAsync("{ products { totalCount } }");
        Away();

        List<string> forwards = [];
        JsonNode page;
        for (string? after = null; ; after = (string?)page["pageInfo"]!["endCursor"])
        {
            page = (await _app.DataAsync(Slugs, new { first = 40, after }))["products"]!;
            forwards.AddRange(SlugsOf(page));
            if (!(bool)page["pageInfo"]!["hasNextPage"]!)
            {
                break;
            }
        }

        List<string> backwards = [.. SlugsOf(page)];
        while ((bool)page["pageInfo"]!["hasPreviousPage"]!)
        {
            page = (await _app.DataAsync(Slugs, new { last = 40, before = (string?)page["pageInfo"]!["startCursor"] }))["products"]!;
            backwards.InsertRange(0, SlugsOf(page));
        }

        Assert.Equal(forwards.Distinct().Order(StringComparer.Ordinal), forwards);
        Assert.True(forwards.Count > 80, $"{forwards.Count} products.");
        Assert.Equal(forwards, backwards);
    }

    [Theory]
    [InlineData("vi", "chưa tìm được theo từ khóa")]
    [InlineData("en", "cannot be searched for")]
    public async Task A_text_is_not_searched_for_and_the_reader_is_told(string language, string words)
    {
        await _app.DataAsync("{ products { totalCount } }");
        Away();

        var answer = await _app.DataAsync("{ products(search: \"kẹo dừa\") { limited { kind message } totalCount nodes { slug } } suggest(prefix: \"kẹo\") { text } }", language: language);

        Assert.Equal("NOT_SEARCHED", (string?)answer["products"]!["limited"]!["kind"]);
        Assert.Contains(words, (string?)answer["products"]!["limited"]!["message"], StringComparison.Ordinal);
        Assert.Equal((0, 0), (answer["products"]!["nodes"]!.AsArray().Count, answer["suggest"]!.AsArray().Count));
    }

    [Fact]
    public async Task A_product_is_shown_whole_with_others_of_its_group()
    {
        Away();

        var product = (await _app.DataAsync("{ product(slug: \"keo-dua-sau-rieng-dong-a\") { name stars group { code } similar { slug group { code } } producer { products { limited { kind } nodes { slug } } } } }"))["product"]!;

        Assert.Equal(5, (int)product["stars"]!);
        Assert.Equal(6, product["similar"]!.AsArray().Count);
        Assert.All(product["similar"]!.AsArray(), other => Assert.Equal((string?)product["group"]!["code"], (string?)other!["group"]!["code"]));
        Assert.Contains("keo-dua-sau-rieng-dong-a", SlugsOf(product["producer"]!["products"]!));
    }

    [Fact]
    public async Task A_cursor_of_the_one_list_is_refused_by_the_other()
    {
        var ofEngine = (string?)(await _app.DataAsync(Slugs, new { first = 5 }))["products"]!["pageInfo"]!["endCursor"];
        Away();
        var ofDatabase = (string?)(await _app.DataAsync(Slugs, new { first = 5 }))["products"]!["pageInfo"]!["endCursor"];

        Assert.Equal("BAD_USER_INPUT", await CodeAsync(ofEngine));
        Back();
        Assert.Equal("BAD_USER_INPUT", await CodeAsync(ofDatabase));

        async Task<string?> CodeAsync(string? after) => (string?)(await _app.AskAsync(Slugs, new { first = 5, after }))["errors"]![0]!["extensions"]!["code"];
    }

    [Fact]
    public async Task An_engine_that_is_away_is_not_asked_by_every_buyer()
    {
        await _app.DataAsync("{ products { totalCount } }");
        Away();
        await _app.DataAsync("{ products(search: \"a\") { totalCount } }");
        var asked = _engine!.Asked;

        for (var i = 0; i < 10; i++)
        {
            await _app.DataAsync("query($q: String) { products(search: $q) { totalCount } }", new { q = $"b{i}" });
        }

        Assert.Equal(asked, _engine.Asked);
        _app.Clock.Advance(ShortCircuit.BetweenTries);
        await _app.DataAsync("{ products(search: \"c\") { totalCount } }");
        Assert.Equal(asked + 1, _engine.Asked);
    }

    [Fact]
    public async Task What_was_written_meanwhile_is_found_when_the_engine_is_back()
    {
        const string Query = "{ products(search: \"qwzrtk\", understand: false) { limited { kind } totalCount } }";
        await _app.DataAsync(Query);
        Away();
        await _app.WithAsync(async db =>
        {
            (await db.Products.SingleAsync(product => product.Slug == "keo-dua-sau-rieng-dong-a", Stop)).Name = new("Kẹo qwzrtk");
            await db.SaveChangesAsync(Stop);
        });
        Assert.Equal("NOT_SEARCHED", (string?)(await _app.DataAsync(Query))["products"]!["limited"]!["kind"]);

        Back();
        var found = await UntilAsync(async () => (await _app.DataAsync(Query))["products"]!, products => products["limited"] is null && (int)products["totalCount"]! == 1);

        Assert.Equal(1, (int)found["totalCount"]!);
    }

    [Fact]
    public async Task Whoever_keeps_pages_is_told_and_the_host_stays_in_service()
    {
        using var client = _app.CreateClient();
        Assert.False((await PostAsync()).Headers.Contains(DatabaseListing.Header));
        Away();

        var during = await PostAsync();
        using var ready = await client.GetAsync("/health/ready", Stop);

        Assert.Equal((HttpStatusCode.OK, "true"), (during.StatusCode, during.Headers.GetValues(DatabaseListing.Header).Single()));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);

        Task<HttpResponseMessage> PostAsync() => client.PostAsJsonAsync("/graphql", new { query = "{ products(first: 3) { nodes { slug } } }" }, Stop);
    }

    public void Dispose()
    {
        _app.Dispose();
        _engine?.Dispose();
    }

    private void Away()
    {
        // The first request of the host opens the engine.
        _ = _app.Server;
        _engine!.IsAway = true;

        // What was asked before would be answered from memory, and rightly.
        _engine.Forget();
    }

    private void Back()
    {
        _engine!.IsAway = false;
        _app.Clock.Advance(TimeSpan.FromMinutes(2));
    }

    private async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> isSo)
    {
        var seen = await look();
        for (var i = 0; i < 200 && !isSo(seen); i++)
        {
            _app.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(50), Stop);
            seen = await look();
        }

        return seen;
    }

    private static IEnumerable<string> SlugsOf(JsonNode products) => products["nodes"]!.AsArray().Select(node => (string)node!["slug"]!);
}
