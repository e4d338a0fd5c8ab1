using CsCheck;
using Marketplace.Core.Search;
using Marketplace.Core;
using Marketplace.Search.Vietnamese;
using Marketplace.Tests.Search;

namespace Marketplace.EngineTests.Search;

/// <summary>Whatever Lucene answers, the other engine answers: products, order, reasons, counts, highlights, readings.</summary>
public abstract class SameAsLuceneTests(SearchEngine engine) : EngineSuite(engine)
{
    private const int Depth = 10;

    private static readonly ProductFilter[] Filters =
    [
        ProductFilter.None,
        new() { Districts = ["mo-cay-nam", "ben-tre"], Stars = [3, 4] },
        new() { Certified = true, Groups = ["food"] },
        new() { Certified = false, PriceMin = 50_000, PriceMax = 99_999 },
        new() { Available = true, PriceMin = 1_000_000 },
    ];

    private static readonly string[] Words =
    [
        .. SeedDocuments.Products.SelectMany(product => VietnameseText.Words($"{product.Name.Vi} {product.Name.En} {product.Category?.Vi} {product.DistrictName?.Vi} {product.Description?.Vi}"))
            .Select(word => word.Marked).Distinct().Order(StringComparer.Ordinal),
    ];

    [Fact]
    public async Task The_first_ten_of_every_judged_query_are_the_same_in_the_same_order()
    {
        var lucene = await SearchEngine.Lucene.SeededAsync();
        var overlaps = new List<double>();
        foreach (var judged in JudgedQuery.All)
        {
            var (theirs, ours) = (await lucene.SlugsAsync(judged.Query, Depth), await Seeded.SlugsAsync(judged.Query, Depth));
            overlaps.Add(theirs.Count == 0 ? 1 : (double)theirs.Intersect(ours).Count() / theirs.Count);

            Assert.Equal(theirs, ours);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"top-{Depth} overlap with Lucene: {overlaps.Average():0.000} over {overlaps.Count} judged queries");
        Assert.True(overlaps.Average() >= 0.9);
    }

    [Fact]
    public async Task Judged_queries_are_answered_the_same_in_all_parts()
    {
        foreach (var (judged, i) in JudgedQuery.All.Select((judged, i) => (judged, i)))
        {
            await AreTheSameAsync(Query(judged.Query, Filters[i % Filters.Length], ProductSort.Relevance, backwards: false));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("4 sao")]
    [InlineData("ba sao ba tri ba")]
    [InlineData("9 sao")]
    [InlineData("dừa dua dứa")]
    [InlineData("candy candies")]
    [InlineData("kẹo d")]
    [InlineData("đậu phộng rang muối")]
    [InlineData("nuowcs coots duwaf")]
    [InlineData("keo dua sua rieng")]
    [InlineData("htx bưởi mỏ cày bắc 3 sao")]
    public async Task Every_filter_order_and_end_is_answered_the_same(string? text)
    {
        foreach (var sort in Enum.GetValues<ProductSort>())
        {
            foreach (var filter in Filters)
            {
                await AreTheSameAsync(Query(text, filter, sort, backwards: (int)sort % 2 == 1));
            }
        }
    }

    [Fact]
    public async Task Random_queries_are_answered_the_same()
    {
        var text = Gen.Select(OneOf(Words).Array[1, 6], Gen.Int[0, 5], Gen.Int[0, 40], Typed);
        var query = Gen.Select(text, OneOf(Filters), Gen.Enum<ProductSort>(), Gen.Bool, (typed, filter, sort, backwards) => Query(typed, filter, sort, backwards));

        await query.SampleAsync(AreTheSameAsync, iter: 150, threads: 1);
    }

    [Fact]
    public async Task Random_beginnings_are_completed_the_same()
    {
        var lucene = await SearchEngine.Lucene.SeededAsync();
        var typed = Gen.Select(OneOf(Words).Array[1, 3], Gen.Int[0, 1], Gen.Int[1, 14], (words, fold, length) =>
        {
            var text = string.Join(' ', words);
            text = fold == 1 ? VietnameseText.Fold(text) : text;
            return text[..Math.Min(length, text.Length)];
        });

        await typed.SampleAsync(
            async text =>
            {
                var query = new SuggestQuery(text, 8, Language.Vi, SeedDocuments.Today, SeedDocuments.Vocabulary);
                Assert.Equivalent(await lucene.Index.SuggestAsync(query, CancellationToken.None), await Seeded.Index.SuggestAsync(query, CancellationToken.None), strict: true);
            },
            iter: 150,
            threads: 1);
    }

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>As people type: sometimes without marks, sometimes with a letter missing.</summary>
    private static string Typed(string[] words, int kind, int at)
    {
        var text = string.Join(' ', words);
        return kind switch
        {
            0 or 1 => VietnameseText.Fold(text),
            2 when text.Length > 1 => text.Remove(at % text.Length, 1),
            3 => string.Concat(words),
            _ => text,
        };
    }

    private static SearchQuery Query(string? text, ProductFilter filter, ProductSort sort, bool backwards) => SeededSearch.Query(text) with
    {
        Filter = filter,
        Sort = sort,
        Page = new PageRequest(Depth, Backwards: backwards),
        WantFacets = true,
        WantWhy = true,
        WantHighlights = true,
    };

    private async Task AreTheSameAsync(SearchQuery query)
    {
        var lucene = await SearchEngine.Lucene.SeededAsync();
        var (theirs, ours) = (await lucene.FindAsync(query), await Seeded.FindAsync(query));

        Assert.Equal(Told(theirs), Told(ours));
        if (theirs.Hits is [.., _, var last] && theirs.HasNext)
        {
            // A cursor means a place in its own engine's order: both go on behind the same product.
            var (next, ourNext) = (After(query, last.Cursor), After(query, ours.Hits[^1].Cursor));
            Assert.Equal(Told(await lucene.FindAsync(next)), Told(await Seeded.FindAsync(ourNext)));
        }

        static SearchQuery After(SearchQuery query, string cursor) => query with { Page = new PageRequest(Depth, cursor) };
    }

    private static string Told(SearchPage page) => System.Text.Json.JsonSerializer.Serialize(page with { Hits = [.. page.Hits.Select(hit => hit with { Cursor = "" })] });
}
