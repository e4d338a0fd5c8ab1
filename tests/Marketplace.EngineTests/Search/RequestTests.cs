using Marketplace.Core.Search;
using Marketplace.Core;
using Marketplace.Tests.Search;

namespace Marketplace.EngineTests.Search;

/// <summary>How many times the cluster is asked for one answer, counted at the stand-in.</summary>
public sealed class RequestTests
{
    /// <summary>The worst that a text can come to: every reading of it finds nothing.</summary>
    private const int Most = 24;

    /// <summary>Nobody else's calls are counted.</summary>
    private static readonly SearchEngine Own = SearchEngine.OverStandIn();

    [Theory]
    [InlineData(null, 1)]
    [InlineData("keo dua", 2)]
    [InlineData("kẹo dừa", 2)]
    [InlineData("4 sao", 1)]
    public async Task A_text_that_finds_enough_is_answered_by_one_look_at_its_words_and_one_search(string? text, int requests)
    {
        Assert.Equal(requests, await CountAsync(SeededSearch.Query(text) with { WantFacets = true, WantWhy = true, WantHighlights = true }));
    }

    [Fact]
    public async Task A_few_hits_cost_one_search_more_for_those_that_come_close() => Assert.Equal(3, await CountAsync(SeededSearch.Query("kẹo dừa sầu riêng")));

    [Fact]
    public async Task A_further_page_is_one_request_with_the_look_behind_it()
    {
        var seeded = await Own.SeededAsync();
        var first = await seeded.FindAsync(SeededSearch.Query(null));

        Assert.Equal(1, await CountAsync(SeededSearch.Query(null) with { Page = new PageRequest(10, first.Hits[^1].Cursor) }));
    }

    [Theory]
    [InlineData("keoj duwaf")]
    [InlineData("keodua")]
    [InlineData("keo dua sua rieng")]
    [InlineData("xqzwv")]
    [InlineData("asdfgh qwerty zxcvb poiuy lkjhg mnbvc")]
    [InlineData("kẹo dừa nhân hạt sen tuyết nhĩ 9 sao chợ lách")]
    [InlineData("a b c d e f g h i j k l m n o p q r s t u v w x y z")]
    public async Task A_text_that_finds_nothing_is_corrected_in_a_bounded_number_of_requests(string text)
    {
        var requests = await CountAsync(SeededSearch.Query(text));

        TestContext.Current.TestOutputHelper!.WriteLine($"{requests} requests");
        Assert.InRange(requests, 1, Most);
    }

    [Fact]
    public async Task A_suggestion_is_one_request_and_one_more_where_typed_marks_find_nothing()
    {
        Assert.Equal(1, await CountAsync("keo d"));
        Assert.Equal(1, await CountAsync("kẹo d"));
        Assert.Equal(2, await CountAsync("kéo d"));
    }

    private static async Task<int> CountAsync(SearchQuery query)
    {
        var seeded = await Own.SeededAsync();
        return await CountAsync(seeded, () => seeded.FindAsync(query));
    }

    private static async Task<int> CountAsync(string typed)
    {
        var seeded = await Own.SeededAsync();
        return await CountAsync(seeded, () => seeded.Index.SuggestAsync(new SuggestQuery(typed, 8, Language.Vi, SeedDocuments.Today, SeedDocuments.Vocabulary), TestContext.Current.CancellationToken));
    }

    private static async Task<int> CountAsync(SeededSearch seeded, Func<Task> ask)
    {
        var before = Searches(seeded);
        await ask();
        return Searches(seeded) - before;
    }

    private static int Searches(SeededSearch seeded) => seeded.Server.Calls.Count(call => call.EndsWith("search", StringComparison.Ordinal));
}
