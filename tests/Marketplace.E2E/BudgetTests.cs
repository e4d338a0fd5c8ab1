using System.Globalization;
using Marketplace.Api.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Marketplace.E2E;

/// <summary>
/// What a page may weigh and ask for. No clock: the same bytes and questions on every machine. Sizes are KiB as they travel, compressed;
/// a number that the pages no longer need goes down, with what was measured beside it.
/// </summary>
[Collection(Alone.Name)]
public sealed class BudgetTests(Site site)
{
    private const double Kibi = 1024;

    /// <summary>Text moves by less than a reader sees; the metric's own bound for "good" is 0.1.</summary>
    private const double LayoutShift = 0.02;

    private const double OneDrawing = 8;

    /// <summary>Without scripts of the page nothing is asked twice, so everything a page asks for is here.</summary>
    private static readonly Budget[] Budgets =
    [
        // Two questions that come together to an empty cache may both read a product that neither found yet: pages of products have some to spare.
        // Page, then at most: HTML, CSS, JavaScript, fonts, pictures seen at first (KiB), requests, questions to the API, SQL statements cold.
        new("/", 17, 9, 61, 16, 14, 37, 2, 14, 3),
        new("/tim-kiem?q=keo+dua", 13, 8, 61, 16, 15, 34, 2, 11),
        new("/san-pham/keo-dua-sau-rieng-dong-a", 12, 8, 60, 16, 3, 26, 3, 22),
        new("/nha-san-xuat", 10, 7, 56, 16, 3, 20, 2, 10, 2),
        new("/en/products/keo-dua-sau-rieng-dong-a", 12, 8, 60, 16, 3, 26, 3, 22),
        new("/en/ranking", 6, 7, 56, 16, 2, 23, 2, 12),
        new("/chuong-trinh-ocop/quyet-dinh", 8, 7, 56, 16, 2, 20, 2, 10, 4),
    ];

    /// <summary>HTML, styles, scripts and fonts of a product's page together.</summary>
    private const double ProductPage = 120;

    public static TheoryData<string> Pages { get; } = [.. Budgets.Select(budget => budget.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_stays_within_its_budget(string path)
    {
        var budget = Budgets.Single(b => b.Path == path);
        await using var visit = await Visit.BeginAsync(site, width: 360);
        var answers = new List<IResponse>();
        visit.Page.Response += (_, answer) => answers.Add(answer);

        await visit.OpenAsync(path);
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var sent = await SizesAsync(answers);

        List<string> over = [.. sent.Where(file => file.Url.Host != site.Address.Host || file.Url.Port != site.Address.Port).Select(file => $"foreign: {file.Url}")];
        Check("HTML", budget.Html, KibiOf(sent, "document"), over);
        Check("CSS", budget.Css, KibiOf(sent, "stylesheet"), over);
        Check("JavaScript", budget.Scripts, KibiOf(sent, "script"), over);
        Check("fonts", budget.Fonts, KibiOf(sent, "font"), over);
        Check("pictures", budget.Pictures, KibiOf(sent, "image"), over);
        Check("requests", budget.Requests, sent.Count, over);
        if (path.Contains("san-pham", StringComparison.Ordinal) || path.Contains("/products/", StringComparison.Ordinal))
        {
            Check("all but pictures", ProductPage, KibiOf(sent, "document", "stylesheet", "script", "font"), over);
        }

        foreach (var drawing in sent.Where(file => file.Type == "image"))
        {
            Check(drawing.Url.AbsolutePath, OneDrawing, drawing.Bytes / Kibi, over);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(Table(path, sent));
        Assert.True(over.Count == 0, $"{path}\n{string.Join("\n", over)}\n{Table(path, sent)}");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_asks_little_of_the_api_and_of_the_database(string path)
    {
        var budget = Budgets.Single(b => b.Path == path);
        using var http = new HttpClient { BaseAddress = site.Address };
        await AskAsync(http, path);
        // The door keeps pages that are for anybody; what names a visitor goes past it.
        using var past = new HttpClient { BaseAddress = site.Address, DefaultRequestHeaders = { { "Authorization", "Visitor" } } };

        site.Services.GetRequiredService<CatalogueCache>().ForgetAll();
        Start();
        await AskAsync(past, path);
        var cold = (Sql: site.Sql.Statements.ToList(), Operations: site.Operations.Count);
        Start();
        await AskAsync(past, path);
        var warm = site.Sql.Statements.ToList();
        await AskAsync(http, path);
        Start();
        await AskAsync(http, path);

        TestContext.Current.TestOutputHelper?.WriteLine($"{path}: {cold.Operations} questions, {cold.Sql.Count} statements cold, {warm.Count} warm");
        Assert.True(cold.Operations <= budget.Operations, $"{path}: {cold.Operations} questions to the API, {budget.Operations} allowed");
        Assert.True(cold.Sql.Count <= budget.Statements, $"{path}: {cold.Sql.Count} statements, {budget.Statements} allowed:\n{string.Join("\n", cold.Sql)}");
        Assert.True(warm.Count <= budget.WarmStatements, $"{path}, asked again, {budget.WarmStatements} allowed:\n{string.Join("\n", warm)}");
        Assert.Equal(0, site.Operations.Count);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_moves_while_a_page_loads(string path)
    {
        await using var visit = await Visit.BeginAsync(site, width: 360);

        await visit.OpenAsync(path);
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var shift = await visit.Page.EvaluateAsync<double>(
            """
            async () => {
                await document.fonts.ready;
                for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
                    scrollTo(0, y);
                    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
                }
                const shifts = [];
                const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
                observer.observe({ type: 'layout-shift', buffered: true });
                await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
                return [...shifts, ...observer.takeRecords()].reduce((sum, shift) => sum + shift.value, 0);
            }
            """);
        var unsized = await visit.Page.Locator("img:not([width][height])").EvaluateAllAsync<string[]>("images => images.map(image => image.outerHTML)");

        Assert.True(shift <= LayoutShift, string.Create(CultureInfo.InvariantCulture, $"{path}: {shift:0.####}, at most {LayoutShift}"));
        Assert.Empty(unsized);
    }

    private static async Task AskAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private void Start()
    {
        site.Sql.Clear();
        site.Operations.Clear();
    }

    private static void Check(string what, double most, double measured, List<string> over)
    {
        if (measured > most)
        {
            over.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: {measured:0.0}, at most {most:0.0}"));
        }
    }

    private static double KibiOf(List<Sent> sent, params string[] types) => sent.Where(file => types.Contains(file.Type)).Sum(file => file.Bytes) / Kibi;

    private static string Table(string path, List<Sent> sent) => string.Create(
        CultureInfo.InvariantCulture,
        $"{path}: HTML {KibiOf(sent, "document"):0.0}, CSS {KibiOf(sent, "stylesheet"):0.0}, JavaScript {KibiOf(sent, "script"):0.0}, fonts {KibiOf(sent, "font"):0.0}, pictures {KibiOf(sent, "image"):0.0}, {sent.Count} requests");

    private static async Task<List<Sent>> SizesAsync(IEnumerable<IResponse> answers)
    {
        List<Sent> sent = [];
        foreach (var answer in answers.ToList())
        {
            await answer.FinishedAsync();
            var sizes = await answer.Request.SizesAsync();
            sent.Add(new(new Uri(answer.Url), answer.Request.ResourceType, sizes.ResponseBodySize));
        }

        return sent;
    }

    private sealed record Budget(string Path, double Html, double Css, double Scripts, double Fonts, double Pictures, int Requests, int Operations, int Statements, int WarmStatements = 0);

    private sealed record Sent(Uri Url, string Type, int Bytes);
}

/// <summary>Who counts in the shared host, or walks through all of it, must not meet another test that changes it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
