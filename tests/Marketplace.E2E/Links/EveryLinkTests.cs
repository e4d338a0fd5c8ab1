using System.Net;

namespace Marketplace.E2E.Links;

/// <summary>Everything that pages, sitemap and feeds lead to is there, and what they say to machines agrees with itself.</summary>
[Collection(Alone.Name)]
public sealed class EveryLinkTests(Site site, Crawl crawl) : IClassFixture<Crawl>
{
    private const int LongestTitle = 110;
    private const int LongestDescription = 200;
    private const int ShortestDescription = 40;

    [Fact]
    public void Every_link_leads_somewhere() =>
        None(crawl.Pages.Values.Where(page => page.Status != HttpStatusCode.OK).Select(page => $"{(int)page.Status} {page.Address.PathAndQuery}, linked on {crawl.FoundOn(page.Address)}"));

    [Fact]
    public void Every_link_into_a_page_finds_its_place()
    {
        var lost = from page in crawl.Pages.Values
                   from link in page.Links
                   where link.Fragment.Length > 1 && crawl.Pages.TryGetValue(Crawl.WithoutFragment(link), out var target) && target.Document is not null
                       && !target.HasTarget(Uri.UnescapeDataString(link.Fragment[1..]))
                   select $"{link.PathAndQuery}{link.Fragment}, linked on {page.Address.PathAndQuery}";

        None(lost.Distinct());
    }

    [Fact]
    public void A_page_loads_nothing_from_anybody_else()
    {
        var foreign = from page in crawl.Pages.Values
                      where page.Document is not null
                      from element in page.Document!.QuerySelectorAll("img[src], script[src], link[rel~=stylesheet][href], link[rel~=icon][href], iframe[src], source[src]")
                      let source = new Uri(page.AnsweredAt, element.GetAttribute("src") ?? element.GetAttribute("href")!)
                      where source.Scheme != "data" && !crawl.IsOurs(source)
                      select $"{source} on {page.Address.PathAndQuery}";

        None(foreign.Distinct());
    }

    [Fact]
    public void No_two_pages_of_a_language_have_one_title()
    {
        var titles = crawl.Indexable.Where(page => page.Canonical == page.Address)
            .GroupBy(page => (Language: page.Document!.DocumentElement.GetAttribute("lang"), Text: page.Document!.Title ?? ""));

        None(titles.Where(title => title.Count() > 1 || title.Key.Text.Length is 0 or > LongestTitle)
            .Select(title => $"“{title.Key.Text}”: {string.Join(", ", title.Select(page => page.Address.PathAndQuery))}"));
    }

    [Fact]
    public void Every_page_describes_itself_in_a_sentence_or_two() =>
        None(crawl.Indexable.Where(page => page.Meta("description")?.Length is null or < ShortestDescription or > LongestDescription)
            .Select(page => $"{page.Address.PathAndQuery}: “{page.Meta("description")}”"));

    [Fact]
    public void A_page_names_its_own_address_as_the_one_to_remember()
    {
        var wrong = crawl.Indexable.Where(page => page.Canonical is not { } canonical || !crawl.IsOurs(canonical)
            || !(canonical == page.Address || (page.Address.Query.Length > 0 && canonical.AbsolutePath == page.Address.AbsolutePath)));

        None(wrong.Select(page => $"{page.Address.PathAndQuery} → {page.Canonical}"));
    }

    [Fact]
    public void The_two_languages_name_one_another()
    {
        var wrong = from page in crawl.Indexable
                    where page.Canonical == page.Address
                    from language in new[] { "vi", "en", "x-default" }
                    let there = page.LinkOf($"link[rel=alternate][hreflang={language}]")
                    let back = there is null ? null : crawl.Pages.GetValueOrDefault(there)?.LinkOf($"link[rel=alternate][hreflang={page.Document!.DocumentElement.GetAttribute("lang")}]")
                    where back != page.Address
                    select $"{page.Address.PathAndQuery} → {language} {there} → {back}";

        None(wrong);
    }

    [Fact]
    public void A_page_shows_itself_well_where_it_is_shared()
    {
        string[] wanted = ["og:title", "og:description", "og:type", "og:url", "og:image", "og:image:width", "og:image:height", "og:image:alt", "og:locale", "og:locale:alternate", "og:site_name", "twitter:card"];

        var missing = from page in crawl.Indexable
                      from name in wanted
                      where string.IsNullOrWhiteSpace(page.Meta(name))
                      select $"{name} on {page.Address.PathAndQuery}";

        None(missing);
    }

    [Fact]
    public void The_sitemap_lists_what_is_to_be_found_and_nothing_else()
    {
        var listed = crawl.Pages[new Uri(site.Address, "/sitemap.xml")].Links.ToHashSet();
        var shown = crawl.Indexable.Where(page => page.Canonical == page.Address).Select(page => page.Address).ToHashSet();

        None(listed.Except(shown).Select(address => $"listed, but not to be indexed: {address}"));
        None(shown.Except(listed).Where(address => !address.AbsolutePath.Contains("/verify/", StringComparison.Ordinal)).Select(address => $"not listed: {address}"));
    }

    [Fact]
    public void What_a_page_says_to_machines_is_complete_and_is_what_it_shows()
    {
        var faults = crawl.Pages.Values.Where(page => page.Document is not null)
            .SelectMany(page => StructuredData.FaultsOf(page, crawl.IsOurs).Select(fault => $"{page.Address.PathAndQuery}: {fault}"));

        None(faults);
    }

    [Fact]
    public void Every_product_maker_and_list_is_described_to_machines()
    {
        var types = crawl.Indexable.Where(page => page.Canonical == page.Address)
            .ToDictionary(page => page.Address.AbsolutePath, page => StructuredData.TypesOf(page).ToHashSet(StringComparer.Ordinal));

        Assert.Superset(new HashSet<string> { "WebSite", "Organization" }, types["/"]);
        Assert.Superset(new HashSet<string> { "ItemList" }, types["/nha-san-xuat"]);
        Assert.All(types.Where(page => page.Key.StartsWith("/san-pham/", StringComparison.Ordinal)), page => Assert.Superset(new HashSet<string> { "Product", "BreadcrumbList" }, page.Value));
        Assert.All(types.Where(page => page.Key.StartsWith("/en/producers/", StringComparison.Ordinal)), page => Assert.Superset(new HashSet<string> { "Organization", "BreadcrumbList" }, page.Value));
    }

    /// <summary>All faults at once: the next run takes a minute.</summary>
    private static void None(IEnumerable<string> faults)
    {
        var all = faults.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, $"{all.Count}:\n{string.Join("\n", all.Take(100))}");
    }
}
