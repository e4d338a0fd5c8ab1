using System.Globalization;
using System.Text.Json;

namespace Marketplace.Tests.Search;

/// <summary>How good the order of the hits is, by queries that people have judged.</summary>
public sealed class SearchQualityTests(SeededSearch search, ITestOutputHelper output) : IClassFixture<SeededSearch>
{
    private const int Depth = 10;
    private static readonly IReadOnlyList<JudgedQuery> Judged = Load();

    [Fact]
    public async Task Judged_queries_reach_an_ndcg_of_95_percent()
    {
        var figures = await MeasureAsync();
        foreach (var kind in figures.GroupBy(figure => figure.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{kind.Average(figure => figure.Ndcg):0.000}  {kind.Key} ({kind.Count()})");
        }

        var mean = figures.Average(figure => figure.Ndcg);
        output.WriteLine($"{mean:0.000}  all ({figures.Count})");
        Assert.True(mean >= 0.95, $"nDCG@{Depth} is {mean:0.000}");
    }

    [Fact]
    public async Task The_readme_gives_the_figures_as_they_are()
    {
        var figures = await MeasureAsync();

        var readme = Repository.Read("README.md");
        Assert.All(figures.GroupBy(figure => figure.Kind), kind => Assert.Contains(Row(kind.Key, [.. kind]), readme, StringComparison.Ordinal));
        Assert.Contains(Row("**all**", figures), readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_judged_query_is_without_a_wanted_product()
    {
        foreach (var judged in Judged)
        {
            var found = await search.SlugsAsync(judged.Query, Depth);

            Assert.True(found.Any(slug => judged.Grades.GetValueOrDefault(slug) == 2), judged.Query);
        }
    }

    private async Task<List<(string Kind, double Ndcg)>> MeasureAsync()
    {
        var figures = new List<(string Kind, double Ndcg)>();
        foreach (var judged in Judged)
        {
            var found = await search.SlugsAsync(judged.Query, Depth);
            figures.Add((judged.Kind, Ndcg(found, judged.Grades)));
            output.WriteLine($"{figures[^1].Ndcg:0.000}  {judged.Query}");
        }

        return figures;
    }

    private static string Row(string kind, IReadOnlyCollection<(string Kind, double Ndcg)> figures) =>
        string.Create(CultureInfo.InvariantCulture, $"| {kind} | {figures.Count} | {figures.Average(figure => figure.Ndcg):0.000} |");

    private static double Ndcg(IReadOnlyList<string> found, Dictionary<string, int> grades)
    {
        var ideal = Dcg(grades.Values.OrderDescending());
        return ideal == 0 ? 1 : Dcg(found.Select(slug => grades.GetValueOrDefault(slug))) / ideal;
    }

    private static double Dcg(IEnumerable<int> grades) => grades.Take(Depth).Select((grade, i) => ((1 << grade) - 1) / Math.Log2(i + 2)).Sum();

    private static List<JudgedQuery> Load()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Search", "judged-queries.json")));
        return
        [
            .. file.RootElement.EnumerateArray().Select(entry => new JudgedQuery(
                entry.GetProperty("query").GetString()!,
                entry.GetProperty("kind").GetString()!,
                entry.GetProperty("judgments").EnumerateArray().ToDictionary(grade => grade.GetProperty("productId").GetString()!, grade => grade.GetProperty("grade").GetInt32()))),
        ];
    }

    private sealed record JudgedQuery(string Query, string Kind, Dictionary<string, int> Grades);
}
