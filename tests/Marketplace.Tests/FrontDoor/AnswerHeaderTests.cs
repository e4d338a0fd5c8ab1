using System.Net;

namespace Marketplace.Tests.FrontDoor;

public sealed class AnswerHeaderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/graphql")]
    [InlineData("/health/live")]
    [InlineData("/_app/immutable/app.abc123.js")]
    [InlineData("/own-policy")]
    public async Task Every_answer_carries_the_security_headers_and_no_word_about_the_software(string path)
    {
        await using var door = await Door.OpenAsync();

        using var response = await door.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(response, "X-Frame-Options"));
        Assert.Equal("strict-origin-when-cross-origin", Header(response, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Opener-Policy"));
        Assert.Contains("geolocation=()", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("X-Powered-By"));
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task The_storefronts_own_content_policy_is_kept_and_only_made_stricter()
    {
        await using var door = await Door.OpenAsync();

        using var own = await door.GetAsync("/own-policy");
        using var none = await door.GetAsync("/");

        Assert.Equal("script-src 'nonce-1', frame-ancestors 'none'", Header(own, "Content-Security-Policy"));
        Assert.StartsWith("default-src 'self';", Header(none, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_who_came_by_https_is_told_to_stay_there()
    {
        await using var door = await Door.OpenAsync(("Proxy:KnownNetworks", "127.0.0.0/8"));

        using var response = await door.GetAsync("/", ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Host", "choxudua.example"));

        Assert.Equal("max-age=31536000", Header(response, "Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/", "br, gzip", "br")]
    [InlineData("/graphql", "br, gzip", "br")]
    [InlineData("/graphql", "gzip", "gzip")]
    [InlineData("/graphql", "identity", "")]
    [InlineData("/packed", "br, gzip", "br")]
    public async Task Text_is_compressed_as_the_visitor_accepts_it(string path, string accepted, string coding)
    {
        await using var door = await Door.OpenAsync();

        using var response = await door.GetAsync(path, ("Accept-Encoding", accepted));

        Assert.Equal(coding, string.Join(", ", response.Content.Headers.ContentEncoding));
    }

    [Theory]
    [InlineData("br, gzip", "br", "as if compressed with Brotli")]
    [InlineData("gzip", "gzip", "as if compressed with gzip")]
    [InlineData("br;q=0, gzip", "gzip", "as if compressed with gzip")]
    [InlineData("identity", "", "export const kẹo = 'dừa';")]
    public async Task A_hashed_file_is_kept_forever_and_comes_compressed_ahead_even_while_the_storefront_is_down(string accepted, string coding, string text)
    {
        var storefront = new StubStorefront();
        storefront.Hold();
        await using var door = await Door.OpenUnreadyAsync(storefront);

        using var response = await door.GetAsync("/_app/immutable/app.abc123.js", ("Accept-Encoding", accepted));

        Assert.Equal("public, max-age=31536000, immutable", Header(response, "Cache-Control"));
        Assert.Equal("Accept-Encoding", Header(response, "Vary"));
        Assert.Equal("text/javascript; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(coding, string.Join(", ", response.Content.Headers.ContentEncoding));
        Assert.Equal(text, await response.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task A_drawing_is_kept_for_a_day_and_then_asked_for_by_its_tag()
    {
        await using var door = await Door.OpenAsync();
        using var first = await door.GetAsync("/illustrations/keo-dua.svg");

        using var again = await door.GetAsync("/illustrations/keo-dua.svg", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal("public, max-age=86400", Header(first, "Cache-Control"));
        Assert.Equal("image/svg+xml", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task The_storefronts_version_is_asked_for_each_time()
    {
        await using var door = await Door.OpenAsync();

        using var response = await door.GetAsync("/_app/version.json");

        Assert.Equal("no-cache", Header(response, "Cache-Control"));
    }

    private static string Header(HttpResponseMessage response, string name) => string.Join(", ", response.Headers.GetValues(name));
}
