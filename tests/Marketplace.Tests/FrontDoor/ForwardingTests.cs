using System.Net;
using System.Text.Json.Nodes;
using Marketplace.Api.FrontDoor;
using Microsoft.Extensions.Options;

namespace Marketplace.Tests.FrontDoor;

public sealed class ForwardingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_visitor_forges_about_himself_never_reaches_the_storefront()
    {
        await using var door = await Door.OpenAsync();

        var headers = JsonNode.Parse(await door.TextAsync(
            "/headers",
            ("X-Forwarded-For", "203.0.113.9"),
            ("X-Forwarded-Host", "evil.example"),
            ("X-Forwarded-Proto", "gopher"),
            ("Forwarded", "for=203.0.113.9"),
            ("X-Storefront-Key", "guess")))!.AsObject();

        Assert.Equal("127.0.0.1", (string?)headers["x-forwarded-for"]);
        Assert.Equal("http", (string?)headers["x-forwarded-proto"]);
        Assert.Equal(door.Web.BaseAddress!.Authority, (string?)headers["x-forwarded-host"]);
        Assert.DoesNotContain("forwarded", headers.Select(header => header.Key));
        Assert.DoesNotContain("x-storefront-key", headers.Select(header => header.Key));
    }

    [Fact]
    public async Task What_the_storefront_asks_of_the_API_never_comes_back_to_the_storefront()
    {
        await using var door = await Door.OpenAsync();

        using var api = await door.GetAsync("/graphql/none");
        using var health = await door.GetAsync("/health/none");
        using var own = await door.GetAsync("/", ("X-Storefront-Key", door.Key));

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], [api.StatusCode, health.StatusCode, own.StatusCode]);
    }

    [Fact]
    public async Task A_storefront_that_runs_elsewhere_is_forwarded_to_and_not_started()
    {
        await using var elsewhere = await Door.OpenAsync();
        await using var door = await Door.OpenUnreadyAsync(new StubStorefront(), ("Storefront:Url", elsewhere.Web.BaseAddress!.AbsoluteUri));

        Assert.Equal(await elsewhere.TextAsync("/pid"), await door.TextAsync("/pid"));
        using var ready = await door.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    [Fact]
    public async Task A_storefront_elsewhere_that_does_not_answer_makes_the_host_unready_and_shows_the_page()
    {
        await using var door = await Door.OpenUnreadyAsync(new StubStorefront(), ("Storefront:Url", "http://127.0.0.1:1/"));

        using var page = await door.GetAsync("/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        using var ready = await door.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }

    [Theory]
    [InlineData("Storefront:Url", "not an address", "Storefront__Url must be an absolute http address")]
    [InlineData("Storefront:Url", "ftp://example.vn", "Storefront__Url must be an absolute http address")]
    [InlineData("Storefront:ApiUrl", "/graphql", "Storefront__ApiUrl must be an absolute http address")]
    [InlineData("Storefront:Directory", "/no/such/folder", "Storefront__Directory must be a folder that exists")]
    [InlineData("Storefront:Key", "short", "Storefront__Key must have at least 32 characters")]
    [InlineData("Storefront:HangAfter", "00:00:00", "Storefront__HangAfter must be longer than zero")]
    [InlineData("Proxy:KnownNetworks", "10.0.0.0/8, my proxy", "Proxy__KnownNetworks must be networks")]
    public async Task A_wrong_setting_keeps_the_host_from_starting_and_is_named(string setting, string value, string sentence)
    {
        using var storefront = new StubStorefront();

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => Door.OpenUnreadyAsync(storefront, (setting, value)));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_believes_only_its_own_storefront_about_the_visitors_address()
    {
        await using var door = await Door.OpenAsync();

        Assert.Equal("127.0.0.1", await door.TextAsync("/who", ("X-Forwarded-For", "203.0.113.9")));
        Assert.Equal("127.0.0.1", await door.TextAsync("/who", ("X-Forwarded-For", "203.0.113.9"), ("X-Storefront-Key", "guess")));
        Assert.Equal("203.0.113.9", await door.TextAsync("/who", ("X-Forwarded-For", "203.0.113.9"), ("X-Storefront-Key", door.Key)));
        Assert.Equal("127.0.0.1", await door.TextAsync("/who", ("X-Forwarded-For", "nobody"), ("X-Storefront-Key", door.Key)));
    }

    [Fact]
    public async Task A_household_with_IPv6_counts_as_one_visitor()
    {
        await using var door = await Door.OpenAsync();

        Assert.Equal("2001:db8:1:2::", await door.TextAsync("/who", ("X-Forwarded-For", "2001:db8:1:2:3:4:5:6"), ("X-Storefront-Key", door.Key)));
        Assert.Equal("203.0.113.9", await door.TextAsync("/who", ("X-Forwarded-For", "::ffff:203.0.113.9"), ("X-Storefront-Key", door.Key)));
    }

    [Fact]
    public async Task A_known_load_balancer_is_believed_and_an_unknown_one_is_not()
    {
        await using var known = await Door.OpenAsync(("Proxy:KnownNetworks", "10.0.0.0/8, 127.0.0.0/8"));
        await using var unknown = await Door.OpenAsync(("Proxy:KnownNetworks", "10.0.0.0/8"));
        (string, string)[] headers = [("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https")];

        Assert.Equal("203.0.113.9", await known.TextAsync("/who", headers));
        Assert.Equal("https", (string?)JsonNode.Parse(await known.TextAsync("/headers", headers))!["x-forwarded-proto"]);
        Assert.Equal("127.0.0.1", await unknown.TextAsync("/who", headers));
        Assert.Equal("http", (string?)JsonNode.Parse(await unknown.TextAsync("/headers", headers))!["x-forwarded-proto"]);
    }

    [Fact]
    public async Task A_state_that_is_already_reached_is_not_waited_for()
    {
        var status = new StorefrontStatus();
        status.Move(StorefrontState.Ready, "");

        await status.ReachesAsync(StorefrontState.Ready, Stop);
    }
}
