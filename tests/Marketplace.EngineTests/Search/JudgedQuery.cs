using System.Text.Json;

namespace Marketplace.EngineTests.Search;

/// <summary>A query and what people said of products for it.</summary>
internal sealed record JudgedQuery(string Query, string Kind, IReadOnlyDictionary<string, int> Grades)
{
    public static IReadOnlyList<JudgedQuery> All { get; } = Load();

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
}
