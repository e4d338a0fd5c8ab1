using System.Collections.Concurrent;
using System.Net;

namespace Marketplace.E2E.Links;

/// <summary>
/// Every address that the two home pages, the sitemap and the feeds lead to, asked once. It never leaves the host. A path is followed
/// wherever it is found; of its queries, a few for each set of names, because filters multiply without end.
/// </summary>
public sealed class Crawl(Site site) : IAsyncLifetime
{
    /// <summary>Queries followed for one path and one set of names: "?q=" is one, "?q=&amp;stars=" another.</summary>
    private const int QueriesOfOneShape = 2;

    /// <summary>Shapes followed for one path: beyond them, filters are only combined again.</summary>
    private const int ShapesOfOnePath = 12;

    /// <summary>Pictures for links are drawn one by one on the server, and each takes as long as ten pages.</summary>
    private const int DrawnPictures = 12;

    /// <summary>More than the catalogue has; an endless maze ends here, and the test says so.</summary>
    private const int MostAddresses = 6000;

    private static readonly string[] Starts = ["/", "/en", "/sitemap.xml", "/robots.txt", "/rss.xml", "/en/rss.xml", "/manifest.webmanifest"];

    private readonly ConcurrentDictionary<Uri, CrawledPage> _pages = new();
    private readonly Dictionary<Uri, Uri?> _foundOn = [];
    private readonly Dictionary<string, Dictionary<string, int>> _shapes = new(StringComparer.Ordinal);
    private int _pictures;

    internal IReadOnlyDictionary<Uri, CrawledPage> Pages => _pages;

    internal IEnumerable<CrawledPage> Indexable => _pages.Values.Where(page => page.Indexable).OrderBy(page => page.Address.AbsoluteUri, StringComparer.Ordinal);

    public async ValueTask InitializeAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, MaxConnectionsPerServer = 4 }) { BaseAddress = site.Address };
        var next = Starts.Select(path => new Uri(site.Address, path)).ToList();
        next.ForEach(start => _foundOn[start] = null);

        while (next.Count > 0 && _foundOn.Count <= MostAddresses)
        {
            await Parallel.ForEachAsync(next, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (address, cancel) => _pages[address] = await AskAsync(http, address, cancel));

            // In the order of the addresses, so that the caps take the same ones each time.
            next = [.. next.SelectMany(address => _pages[address].Links.Select(link => (On: address, To: WithoutFragment(link)))).Where(link => IsNew(link.On, link.To)).Select(link => link.To)];
        }

        Assert.True(_foundOn.Count <= MostAddresses, $"{_foundOn.Count} addresses and no end");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal string FoundOn(Uri address) => _foundOn.GetValueOrDefault(address)?.PathAndQuery ?? "the beginning";

    internal static Uri WithoutFragment(Uri link) => link.Fragment.Length == 0 ? link : new Uri(link.GetLeftPart(UriPartial.Query));

    internal bool IsOurs(Uri link) => link.Host == site.Address.Host && link.Port == site.Address.Port;

    private bool IsNew(Uri on, Uri to) => IsOurs(to) && !_foundOn.ContainsKey(to) && WithinCaps(to) && _foundOn.TryAdd(to, on);

    private bool WithinCaps(Uri address)
    {
        if (address.AbsolutePath.StartsWith("/og/", StringComparison.Ordinal))
        {
            return _pictures++ < DrawnPictures;
        }

        if (address.Query.Length == 0)
        {
            return true;
        }

        var names = string.Join('&', address.Query[1..].Split('&').Select(part => part.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        var shapes = _shapes.TryGetValue(address.AbsolutePath, out var known) ? known : _shapes[address.AbsolutePath] = new(StringComparer.Ordinal);
        if (!shapes.ContainsKey(names) && shapes.Count >= ShapesOfOnePath)
        {
            return false;
        }

        shapes[names] = shapes.GetValueOrDefault(names) + 1;
        return shapes[names] <= QueriesOfOneShape;
    }

    private static async Task<CrawledPage> AskAsync(HttpClient http, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(address, cancellationToken);
            return await CrawledPage.ReadAsync(address, answer, cancellationToken);
        }
        catch (HttpRequestException)
        {
            return CrawledPage.Failed(address, HttpStatusCode.ServiceUnavailable);
        }
    }
}
