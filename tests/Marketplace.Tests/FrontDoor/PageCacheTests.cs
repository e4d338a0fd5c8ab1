using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Marketplace.Api.FrontDoor;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Marketplace.Tests.FrontDoor;

/// <summary>Pages that the door keeps: when the second visitor gets what was made for the first, and when that would be wrong.</summary>
public sealed partial class PageCacheTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_for_anybody_is_made_once()
    {
        await using var door = await Door.OpenAsync();

        var first = await MadeAsync(door, "/kept");

        Assert.Equal((first, first), (await MadeAsync(door, "/kept"), await MadeAsync(door, "/kept")));
    }

    [Theory]
    [InlineData("/kept/private")]
    [InlineData("/kept/silent")]
    [InlineData("/kept/cookie")]
    [InlineData("/kept/varied")]
    [InlineData("/kept/missing")]
    [InlineData("/kept/moved")]
    [InlineData("/kept/large")]
    [InlineData("/da-luu")]
    public async Task What_is_not_for_everybody_or_not_a_whole_small_page_is_made_each_time(string path)
    {
        await using var door = await Door.OpenAsync();

        Assert.NotEqual(await MadeAsync(door, path), await MadeAsync(door, path));
    }

    [Fact]
    public void No_page_that_the_storefront_calls_a_visitors_own_is_kept()
    {
        var (shop, own) = (Repository.Read("web/src/lib/paths.ts"), Repository.Read("web/src/lib/own-paths.ts"));
        var besides = BesidesTheTable().Match(own).Groups["names"].Value;
        var pages = PageAddresses().Matches(own).Concat(PageAddresses().Matches(shop).Where(page => besides.Contains($"'{page.Groups["page"].Value}'", StringComparison.Ordinal)));
        string[] paths = [.. pages.SelectMany(page => new[] { "/" + page.Groups["vi"].Value, "/en/" + page.Groups["en"].Value })];

        Assert.Contains("/da-luu", paths);
        Assert.Contains("/en/office/listings", paths);
        Assert.DoesNotContain(paths, path => !PageCache.OwnPages.Any(kept => new PathString(path).StartsWithSegments(kept, StringComparison.Ordinal)));
        Assert.DoesNotContain(PageCache.OwnPages, kept => !paths.Contains(kept.Value));
    }

    [Fact]
    public async Task A_visitor_with_credentials_or_a_form_gets_a_page_of_his_own_and_leaves_none()
    {
        await using var door = await Door.OpenAsync();

        Assert.NotEqual(await MadeAsync(door, "/kept", ("Authorization", "Bearer x")), await MadeAsync(door, "/kept", ("Authorization", "Bearer x")));
        using var sent = await door.Web.PostAsync("/kept", new StringContent("a=b"), Stop);
        Assert.NotEqual((int)JsonNode.Parse(await sent.Content.ReadAsStringAsync(Stop))!["made"]!, await MadeAsync(door, "/kept"));
    }

    [Fact]
    public async Task A_changed_catalogue_makes_every_older_page_unreachable()
    {
        await using var door = await Door.OpenAsync();
        var old = await MadeAsync(door, "/kept");

        door.Generation = 2;

        var now = await MadeAsync(door, "/kept");
        Assert.NotEqual(old, now);
        Assert.Equal(now, await MadeAsync(door, "/kept"));
    }

    [Fact]
    public async Task Nothing_is_kept_while_the_catalogue_has_no_state()
    {
        await using var door = await Door.OpenAsync();
        door.Generation = 0;

        Assert.NotEqual(await MadeAsync(door, "/kept"), await MadeAsync(door, "/kept"));
    }

    [Fact]
    public async Task At_midnight_in_Vietnam_pages_are_made_anew()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 16, 59, 59, TimeSpan.Zero));
        await using var door = await Door.OpenUnreadyAsync(new StubStorefront(), clock);
        await door.ReachesAsync(StorefrontState.Ready);
        var yesterday = await MadeAsync(door, "/kept");
        Assert.Equal(yesterday, await MadeAsync(door, "/kept"));

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.NotEqual(yesterday, await MadeAsync(door, "/kept"));
    }

    [Fact]
    public async Task A_page_is_kept_while_the_storefront_is_replaced_and_made_anew_by_the_next_one()
    {
        await using var door = await Door.OpenAsync(("Storefront:ProbeEvery", "00:00:00.020"));
        var before = await PageAsync(door, "/kept");
        using var child = await door.ChildAsync();
        door.Storefront.Hold();
        child.Kill();
        await door.ReachesAsync(StorefrontState.Restarting);

        Assert.Equal((int)before["process"]!, (int)(await PageAsync(door, "/kept"))["process"]!);

        door.Storefront.LetGo();
        await door.ReachesAsync(StorefrontState.Ready);
        Assert.NotEqual((int)before["process"]!, (int)(await PageAsync(door, "/kept"))["process"]!);
    }

    [Theory]
    [InlineData("?b=2&a=1", "?a=1&b=2")]
    [InlineData("?utm_source=zalo&a=1&fbclid=x&gclid=y&UTM_campaign=z", "?a=1")]
    [InlineData("?utm_source=zalo", "")]
    [InlineData("?q=k%E1%BA%B9o+d%E1%BB%ABa", "?q=k%e1%ba%b9o%20d%e1%bb%aba")]
    public async Task Links_that_mean_the_same_share_a_page_and_the_page_sees_what_they_share(string query, string same)
    {
        await using var door = await Door.OpenAsync();

        var page = await PageAsync(door, "/kept" + query);

        Assert.Equal(("/kept" + same).ToUpperInvariant(), ((string)page["url"]!).ToUpperInvariant());
        Assert.Equal((int)page["made"]!, await MadeAsync(door, "/kept" + same));
    }

    [Theory]
    [InlineData("?a=1", "?a=2")]
    [InlineData("?a=1", "?A=1")]
    [InlineData("?a=1&a=2", "?a=2&a=1")]
    [InlineData("?a=1%26b=2", "?a=1&b=2")]
    [InlineData("", "?a=")]
    public async Task Links_that_may_mean_different_things_do_not(string one, string other)
    {
        await using var door = await Door.OpenAsync();

        Assert.NotEqual(await MadeAsync(door, "/kept" + one), await MadeAsync(door, "/kept" + other));
    }

    [Fact]
    public async Task Each_coding_is_kept_once_and_packed_once()
    {
        await using var door = await Door.OpenAsync();

        using var brotli = await door.GetAsync("/kept/sized", ("Accept-Encoding", "gzip, deflate, br, zstd"));
        using var again = await door.GetAsync("/kept/sized", ("Accept-Encoding", "br;q=1.0, gzip;q=0.8"));
        using var gzip = await door.GetAsync("/kept/sized", ("Accept-Encoding", "gzip, br;q=0"));
        using var plain = await door.GetAsync("/kept/sized");

        Assert.Equal(["br", "br", "gzip", ""], new[] { brotli, again, gzip, plain }.Select(answer => string.Join(",", answer.Content.Headers.ContentEncoding)));
        Assert.All(new[] { brotli, again, gzip, plain }, answer => Assert.True(answer.StatusCode == HttpStatusCode.OK));
        var bytes = await brotli.Content.ReadAsByteArrayAsync(Stop);
        Assert.Equal(bytes, await again.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(bytes.Length, again.Content.Headers.ContentLength);
        await using var unpacked = new BrotliStream(await again.Content.ReadAsStreamAsync(Stop), CompressionMode.Decompress);
        Assert.Contains("Kẹo dừa Bến Tre", await new StreamReader(unpacked).ReadToEndAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_page_is_not_kept()
    {
        await using var door = await Door.OpenAsync();

        for (var attempt = 0; attempt < 2; attempt++)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => door.TextAsync("/kept/broken", ("Accept-Encoding", "br")));
        }
    }

    [Fact]
    public async Task Visitors_who_come_at_once_wait_for_one_page()
    {
        await using var door = await Door.OpenAsync();
        door.Storefront.Hold();

        var pages = Enumerable.Range(0, 8).Select(_ => MadeAsync(door, "/kept/slow")).ToList();
        door.Storefront.LetGo();

        Assert.Single((await Task.WhenAll(pages)).Distinct());
    }

    [Fact]
    public async Task No_page_is_kept_where_the_setting_says_so()
    {
        await using var door = await Door.OpenAsync(("Pages:CacheBytes", "0"));

        Assert.NotEqual(await MadeAsync(door, "/kept"), await MadeAsync(door, "/kept"));
    }

    private static async Task<JsonNode> PageAsync(Door door, string path, params (string Name, string Value)[] headers) =>
        JsonNode.Parse(await door.TextAsync(path, headers))!;

    private static async Task<int> MadeAsync(Door door, string path, params (string Name, string Value)[] headers) =>
        (int)(await PageAsync(door, path, headers))["made"]!;

    [GeneratedRegex("""(?<page>[\w/-]+)'?: \{ vi: '(?<vi>[^']+)', en: '(?<en>[^']+)'""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PageAddresses();

    [GeneratedRegex(@"const ownPages = \[(?<names>[^\]]*)\.\.\.Object\.keys\(pages\)\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BesidesTheTable();
}
