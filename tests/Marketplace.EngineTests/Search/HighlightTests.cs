using Marketplace.Core;
using Marketplace.Core.Search;
using Marketplace.Tests.Search;
using static Marketplace.Tests.Search.SmallIndex;

namespace Marketplace.EngineTests.Search;

public abstract class HighlightTests(SearchEngine engine) : FreshSuite(engine)
{
    [Theory]
    [InlineData("keo dua")]
    [InlineData("kẹo dừa")]
    [InlineData("keoj duwaf")]
    [InlineData("keodua")]
    public async Task The_matched_words_are_marked_in_the_text_as_it_was_written(string text)
    {
        await Index.PutAsync(Product(1, "Hộp KẸO  DỪA (béo)"));

        var name = (await HighlightsAsync(text)).Single(highlight => highlight.Field == "name.vi");

        Assert.Equal(["KẸO", "DỪA"], name.Parts.Where(part => part.Match).SelectMany(part => part.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("Hộp KẸO  DỪA (béo)", string.Concat(name.Parts.Select(part => part.Text)));
    }

    [Fact]
    public async Task Synonyms_are_marked_where_they_made_the_match()
    {
        await Index.PutAsync(Product(1, "Đậu phộng rang"));

        var name = (await HighlightsAsync("lạc")).Single(highlight => highlight.Field == "name.vi");

        Assert.Contains(name.Parts, part => part is { Match: true, Text: "Đậu" or "Đậu phộng" });
    }

    [Fact]
    public async Task A_long_description_is_cut_around_the_match()
    {
        var padding = string.Join(' ', Enumerable.Repeat("chữ", 80));
        await Index.PutAsync(Product(1, "Quà") with { Description = new LocalizedText($"{padding} có mật ong rừng {padding}") });

        var snippet = (await HighlightsAsync("mật ong")).Single(highlight => highlight.Field == "description.vi");
        var text = string.Concat(snippet.Parts.Select(part => part.Text));

        Assert.Contains(snippet.Parts, part => part is { Match: true, Text: "mật ong" } or { Match: true, Text: "mật" });
        Assert.StartsWith("… ", text, StringComparison.Ordinal);
        Assert.EndsWith(" …", text, StringComparison.Ordinal);
        Assert.True(text.Length < 250, text);
    }

    private async Task<IReadOnlyList<Highlight>> HighlightsAsync(string text) =>
        Assert.Single((await Index.FindAsync(Query(text) with { WantHighlights = true })).Hits).Highlights;
}
