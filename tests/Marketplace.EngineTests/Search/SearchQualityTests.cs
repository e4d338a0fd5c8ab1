using System.Globalization;
using Marketplace.Tests;

namespace Marketplace.EngineTests.Search;

/// <summary>How good the order of the hits is, by queries that people have judged.</summary>
public abstract class SearchQualityTests(SearchEngine engine) : EngineSuite(engine)
{
    private const int Depth = 10;

    private static IReadOnlyList<JudgedQuery> Judged => JudgedQuery.All;

    private static ITestOutputHelper Output => TestContext.Current.TestOutputHelper!;

    [Fact]
    public async Task Judged_queries_reach_an_ndcg_of_95_percent()
    {
        var figures = await MeasureAsync();
        foreach (var kind in figures.GroupBy(figure => figure.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            Output.WriteLine($"{kind.Average(figure => figure.Ndcg):0.000}  {kind.Key} ({kind.Count()})");
        }

        var mean = figures.Average(figure => figure.Ndcg);
        Output.WriteLine($"{mean:0.000}  all ({figures.Count})");
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
            var found = await Seeded.SlugsAsync(judged.Query, Depth);

            Assert.True(found.Any(slug => judged.Grades.GetValueOrDefault(slug) == 2), judged.Query);
        }
    }

    private async Task<List<(string Kind, double Ndcg)>> MeasureAsync()
    {
        var figures = new List<(string Kind, double Ndcg)>();
        foreach (var judged in Judged)
        {
            var found = await Seeded.SlugsAsync(judged.Query, Depth);
            figures.Add((judged.Kind, Ndcg(found, judged.Grades)));
            Output.WriteLine($"{figures[^1].Ndcg:0.000}  {judged.Query}");
        }

        return figures;
    }

    private static string Row(string kind, IReadOnlyCollection<(string Kind, double Ndcg)> figures) =>
        string.Create(CultureInfo.InvariantCulture, $"| {kind} | {figures.Count} | {figures.Average(figure => figure.Ndcg):0.000} |");

    private static double Ndcg(IReadOnlyList<string> found, IReadOnlyDictionary<string, int> grades)
    {
        var ideal = Dcg(grades.Values.OrderDescending());
        return ideal == 0 ? 1 : Dcg(found.Select(slug => grades.GetValueOrDefault(slug))) / ideal;
    }

    private static double Dcg(IEnumerable<int> grades) => grades.Take(Depth).Select((grade, i) => ((1 << grade) - 1) / Math.Log2(i + 2)).Sum();
}
