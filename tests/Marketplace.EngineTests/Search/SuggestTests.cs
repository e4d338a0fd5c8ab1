using Marketplace.Core;
using Marketplace.Core.Search;
using Marketplace.Tests.Search;

namespace Marketplace.EngineTests.Search;

public abstract class SuggestTests(SearchEngine engine) : EngineSuite(engine)
{
    [Theory]
    [InlineData("kẹo d", "Kẹo dừa")]
    [InlineData("keo dua s", "Kẹo dừa sầu riêng")]
    [InlineData("KẸO DỪA SẦU", "Kẹo dừa sầu riêng")]
    [InlineData("bưởi da", "Bưởi da xanh")]
    [InlineData("keoj duwaf", "Kẹo dừa")]
    [InlineData("homest", "Homestay")]
    public async Task A_name_is_completed_from_its_beginning(string typed, string name)
    {
        var suggestions = await SuggestAsync(typed);

        Assert.StartsWith(name, suggestions[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_typed_words_stand_next_to_each_other_in_the_name()
    {
        var index = await NewAsync();
        await index.PutAsync(SmallIndex.Product(1, "Cao dừa Phong Nẫm"), SmallIndex.Product(2, "Bột cà phê sữa"), SmallIndex.Product(3, "Cà phê phin"));

        Assert.Equal(["Cà phê phin", "Bột cà phê sữa"], (await SuggestAsync("ca ph", index: index)).Select(suggestion => suggestion.Text));
    }

    [Fact]
    public async Task Typed_marks_choose_among_names_that_differ_by_them()
    {
        var index = await NewAsync();
        await index.PutAsync(SmallIndex.Product(1, "Mứt dứa"), SmallIndex.Product(2, "Mứt dừa"));

        Assert.Equal(["Mứt dừa"], (await SuggestAsync("mứt dừ", index: index)).Select(suggestion => suggestion.Text));
        Assert.Equal(2, (await SuggestAsync("mut du", index: index)).Count);
    }

    [Fact]
    public async Task Producers_and_groups_are_completed_too()
    {
        Assert.Contains(await SuggestAsync("betrim"), suggestion => suggestion is { Kind: SuggestionKind.Producer, Slug: "cong-ty-betrimex" });
        Assert.Contains(await SuggestAsync("đồ u"), suggestion => suggestion is { Kind: SuggestionKind.Group, Slug: "beverage" });
    }

    [Fact]
    public async Task The_matched_part_is_marked_as_far_as_it_was_typed()
    {
        var suggestion = (await SuggestAsync("keo dua s"))[0];

        Assert.Equal(new HighlightPart("Kẹo dừa s", Match: true), suggestion.Parts[0]);
        Assert.Equal(suggestion.Text, string.Concat(suggestion.Parts.Select(part => part.Text)));
    }

    [Fact]
    public async Task There_are_no_more_than_asked_for_and_no_text_twice()
    {
        var index = await NewAsync();
        await index.PutAsync([.. Enumerable.Range(1, 20).Select(number => SmallIndex.Product(number, $"Kẹo {number % 7}"))]);

        var suggestions = await SuggestAsync("k", 5, index);

        Assert.Equal(5, suggestions.DistinctBy(suggestion => suggestion.Text).Count());
        Assert.Equal(5, suggestions.Count);
    }

    [Fact]
    public async Task Names_come_in_the_readers_language()
    {
        var suggestions = await SuggestAsync("coconut cand", language: Language.En);

        Assert.All(suggestions, suggestion => Assert.Contains("coconut cand", suggestion.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("🥥")]
    [InlineData("xqzwv")]
    public async Task Nothing_is_suggested_for_nothing(string typed) => Assert.Empty(await SuggestAsync(typed));

    private Task<IReadOnlyList<Suggestion>> SuggestAsync(string typed, int first = 8, ISearchIndex? index = null, Language language = Language.Vi) =>
        (index ?? Seeded.Index).SuggestAsync(new SuggestQuery(typed, first, language, SeedDocuments.Today, SeedDocuments.Vocabulary), TestContext.Current.CancellationToken);
}
