using System.Text.Json;

namespace Marketplace.EngineTests.Search;

/// <summary>Queries that no rule was made for, with what anybody would expect: the first hit, or the shelf that all the first hits stand on.</summary>
public abstract class HeldOutQueryTests(SearchEngine engine) : EngineSuite(engine)
{
    public static TheoryData<string, string[], string?, int> Queries { get; } = Load();

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task What_anybody_would_expect_comes_first(string text, string[] first, string? shelf, int top)
    {
        var page = await Seeded.FindAsync(text);

        Assert.NotEmpty(page.Hits);
        if (shelf is null)
        {
            Assert.Contains(Seeded.Product(page.Hits[0]).Name.Vi, first);
            return;
        }

        Assert.All(page.Hits.Take(top), hit => Assert.Equal(shelf, Seeded.Product(hit).Category?.Vi));
    }

    private static TheoryData<string, string[], string?, int> Load()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Search", "held-out-queries.json")));
        var queries = new TheoryData<string, string[], string?, int>();
        foreach (var entry in file.RootElement.EnumerateArray())
        {
            string[] first = entry.TryGetProperty("first", out var names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [];
            queries.Add(
                entry.GetProperty("query").GetString()!,
                first,
                entry.TryGetProperty("shelf", out var shelf) ? shelf.GetString() : null,
                entry.TryGetProperty("top", out var top) ? top.GetInt32() : 0);
        }

        return queries;
    }
}
