using System.Net;
using System.Text.Json.Nodes;
using Marketplace.Api.FrontDoor;

namespace Marketplace.Tests.FrontDoor;

public sealed class ClosedPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/tim-kiem?q=keo", "vi", "sẽ trở lại ngay", "will be right back")]
    [InlineData("/en/search?q=candy", "en", "will be right back", "sẽ trở lại ngay")]
    [InlineData("/en", "en", "will be right back", "sẽ trở lại ngay")]
    [InlineData("/ensemble", "vi", "sẽ trở lại ngay", "will be right back")]
    public async Task The_page_speaks_both_languages_the_visitors_first_and_looks_again_by_itself(string path, string language, string first, string second)
    {
        await using var door = await OpenStartingAsync();

        using var response = await door.GetAsync(path, ("Accept", "text/html"));
        var page = await response.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
        Assert.InRange(page.IndexOf(first, StringComparison.Ordinal), 0, page.IndexOf(second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_gets_JSON_in_place_of_the_page()
    {
        await using var door = await OpenStartingAsync();

        using var response = await door.GetAsync("/", ("Accept", "application/json"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("STOREFRONT_DOWN", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!["code"]);
    }

    [Fact]
    public async Task A_host_without_a_built_storefront_says_how_to_build_it()
    {
        var storefront = new StubStorefront();
        storefront.Unbuild();
        await using var door = await Door.OpenUnreadyAsync(storefront);

        using var home = await door.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.Contains("-p:SkipStorefront=true", await home.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var other = await door.GetAsync("/san-pham/keo-dua");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        using var ready = await door.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }

    [Fact]
    public async Task A_host_that_is_meant_to_have_only_the_API_is_ready_without_a_storefront()
    {
        await using var door = await Door.OpenUnreadyAsync(new StubStorefront(), ("Storefront:Enabled", "false"));

        using var ready = await door.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal(StorefrontState.Off, door.Status.Now.State);
    }

    private static async Task<Door> OpenStartingAsync()
    {
        var storefront = new StubStorefront();
        storefront.Hold();
        return await Door.OpenUnreadyAsync(storefront);
    }
}
