using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Marketplace.E2E.Links;

/// <summary>What one address answered, and what it leads to.</summary>
internal sealed class CrawledPage
{
    private CrawledPage(Uri address, Uri answeredAt, HttpStatusCode status)
    {
        Address = address;
        AnsweredAt = answeredAt;
        Status = status;
    }

    public Uri Address { get; }

    /// <summary>Another address where the first one redirected.</summary>
    public Uri AnsweredAt { get; }

    public HttpStatusCode Status { get; }

    public IDocument? Document { get; private init; }

    /// <summary>Everything the page loads or leads to, with fragments.</summary>
    public IReadOnlyList<Uri> Links { get; private init; } = [];

    public bool Indexable => Document is not null && Status == HttpStatusCode.OK && Address == AnsweredAt
        && Document.QuerySelector("meta[name=robots]")?.GetAttribute("content")?.Contains("noindex", StringComparison.Ordinal) != true;

    public Uri? Canonical => LinkOf("link[rel=canonical]");

    public IEnumerable<string> StructuredTexts => Document?.QuerySelectorAll("script[type='application/ld+json']").Select(script => script.TextContent) ?? [];

    public static CrawledPage Failed(Uri address, HttpStatusCode status) => new(address, address, status);

    public static async Task<CrawledPage> ReadAsync(Uri address, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var at = answer.RequestMessage!.RequestUri!;
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            var document = await new HtmlParser().ParseDocumentAsync(text, cancellationToken);
            return new(address, at, answer.StatusCode) { Document = document, Links = [.. LinksOf(document, at)] };
        }

        var named = answer.Content.Headers.ContentType?.MediaType switch
        {
            "application/xml" or "application/rss+xml" => LinksOf(XDocument.Parse(text)),
            "application/manifest+json" => LinksOf(JsonNode.Parse(text)!),
            _ => [],
        };
        return new(address, at, answer.StatusCode) { Links = [.. named.Where(link => link.Length > 0).Select(link => new Uri(at, link))] };
    }

    public Uri? LinkOf(string selector) => Document?.QuerySelector(selector)?.GetAttribute("href") is { } href ? new Uri(AnsweredAt, href) : null;

    public string? Meta(string name) => Document?.QuerySelector($"meta[name='{name}'], meta[property='{name}']")?.GetAttribute("content");

    public bool HasTarget(string fragment) => Document?.GetElementById(fragment) is not null;

    private static IEnumerable<string> LinksOf(XDocument feed) =>
        feed.Descendants().Where(element => element.Name.LocalName is "loc" or "link").Select(element => element.Value.Trim())
            .Concat(feed.Descendants().Attributes("href").Select(attribute => attribute.Value));

    private static IEnumerable<string> LinksOf(JsonNode manifest) =>
        manifest["icons"]!.AsArray().Select(icon => (string)icon!["src"]!)
            .Concat(manifest["shortcuts"]!.AsArray().Select(shortcut => (string)shortcut!["url"]!))
            .Append((string)manifest["start_url"]!);

    private static IEnumerable<Uri> LinksOf(IDocument document, Uri at)
    {
        var named = document.QuerySelectorAll("a[href], area[href], link[href]").Select(element => element.GetAttribute("href"))
            .Concat(document.QuerySelectorAll("img[src], script[src], iframe[src], source[src]").Select(element => element.GetAttribute("src")))
            .Concat(document.QuerySelectorAll("img[srcset], source[srcset]").SelectMany(element => element.GetAttribute("srcset")!.Split(',').Select(part => part.Trim().Split(' ')[0])))
            .Concat(document.QuerySelectorAll("svg use[href], svg image[href]").Select(element => element.GetAttribute("href")))
            .Concat(document.QuerySelectorAll("meta[property='og:image'], meta[property='og:url']").Select(element => element.GetAttribute("content")));
        foreach (var text in named)
        {
            if (!string.IsNullOrWhiteSpace(text) && Uri.TryCreate(at, text, out var link) && link.Scheme is "http" or "https")
            {
                yield return link;
            }
        }
    }
}
