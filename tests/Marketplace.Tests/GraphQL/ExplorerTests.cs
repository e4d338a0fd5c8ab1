using System.Net;
using System.Text.RegularExpressions;

namespace Marketplace.Tests.GraphQL;

public sealed class ExplorerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_explorer_is_served_whole_from_this_origin_in_development()
    {
        await using var factory = new MarketplaceApp("Development");
        using var client = factory.CreateClient();
        var page = await client.GetAsync("/graphql/ui", Cancel);
        Assert.SkipWhen(page.StatusCode == HttpStatusCode.NotFound, "The explorer's packages are not installed: the build could not run npm ci in src/Marketplace.Api/graphiql.");

        var links = Regex.Matches(await page.Content.ReadAsStringAsync(Cancel), "(src|href)=\"(?<link>[^\"]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)
            .Select(match => match.Groups["link"].Value).Where(link => link != "data:,").ToArray();

        Assert.Equal(4, links.Length);
        Assert.All(links, link => Assert.StartsWith("/graphql/ui/", link));
        foreach (var link in links)
        {
            using var file = await client.GetAsync(link, Cancel);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        }

        Assert.StartsWith("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task There_is_no_explorer_in_production()
    {
        await using var factory = new MarketplaceApp("Production");
        using var client = factory.CreateClient();

        using var page = await client.GetAsync("/graphql/ui", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }
}
