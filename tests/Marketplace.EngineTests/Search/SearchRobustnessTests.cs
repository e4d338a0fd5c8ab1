using System.Text;
using Marketplace.Core.Search;
using Marketplace.Core;
using Marketplace.Tests.Search;

namespace Marketplace.EngineTests.Search;

public abstract class SearchRobustnessTests(SearchEngine engine) : EngineSuite(engine)
{
    public static TheoryData<string> Strange =>
    [
        "", " ", "\0", "\u0001\u0002", "\u202Ekẹo\u202C", "\uFEFFkẹo dừa", "👩‍🌾🥥", "\uD83E", "kẹo\uDD65dừa", "\u0301", "e\u0301\u0301\u0301\u0301",
        "kẹo dừa".Normalize(NormalizationForm.FormD), "name:kẹo AND (dừa OR *)", "\"kẹo dừa", "kẹo~2^5", "[a TO z]", "\\", "%00", "'; drop table products; --", "<b>kẹo</b>",
        "ＫＥＯ", "𝐤𝐞𝐨", "ﬁ", "İ", "ß", "1", "5", "sao", "4", "htx", "500g", "district:cho-lach", "ba sao ba tri ba", "a b c d e f g h i j k l m n o p q r s t u v w x y z",
        new string('a', 10_000), new string('\u0301', 10_000), string.Concat(Enumerable.Repeat("keodua", 2_000)), string.Concat(Enumerable.Repeat("kẹo dừa ", 1_250)),
        string.Join(' ', Enumerable.Range(0, 2_000).Select(number => "w" + number)), new string('\uD83E', 5_000), new string(' ', 10_000),
    ];

    [Theory]
    [MemberData(nameof(Strange))]
    public async Task Whatever_is_typed_gets_an_answer(string text)
    {
        var query = SeededSearch.Query(text) with { WantFacets = true, WantWhy = true, WantHighlights = true };

        var page = await Seeded.FindAsync(query);
        var suggestions = await Seeded.Index.SuggestAsync(new SuggestQuery(text, 8, Language.Vi, SeedDocuments.Today, SeedDocuments.Vocabulary), TestContext.Current.CancellationToken);

        Assert.InRange(page.Hits.Count, 0, 10);
        Assert.InRange(suggestions.Count, 0, 8);
        Assert.Equal(FacetNames.Group, page.Facets[0].Name);
    }

    [Fact]
    public async Task Random_texts_get_an_answer_too()
    {
        var random = new Random(7);
        const string letters = "kẹodừa ếrjsfxw12345 -_\u0301\u200B\uD83E\uDD65*\"(đĐÐ";
        for (var i = 0; i < 500; i++)
        {
            var text = new string(random.GetItems<char>(letters, random.Next(1, 30)));

            Assert.NotNull(await Seeded.FindAsync(SeededSearch.Query(text) with { WantHighlights = true }));
        }
    }

    [Fact]
    public async Task A_text_in_any_normal_form_and_case_finds_the_same()
    {
        var expected = await Seeded.SlugsAsync("kẹo dừa sầu riêng");

        Assert.Equal(expected, await Seeded.SlugsAsync("kẹo dừa sầu riêng".Normalize(NormalizationForm.FormD)));
        Assert.Equal(expected, await Seeded.SlugsAsync("KẸO DỪA SẦU RIÊNG"));
        Assert.Equal(expected, await Seeded.SlugsAsync("  kẹo\tdừa,\u200B sầu - riêng! "));
    }

    [Fact]
    public async Task A_cancelled_search_stops() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Seeded.Index.SearchAsync(SeededSearch.Query("kẹo"), new CancellationToken(canceled: true)));
}
