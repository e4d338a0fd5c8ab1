using Marketplace.Core.Search;

namespace Marketplace.EngineTests.Search;

/// <summary>How a typed text is understood, on the real products.</summary>
public abstract class SearchReadingTests(SearchEngine engine) : EngineSuite(engine)
{
    [Theory]
    [InlineData("4 sao")]
    [InlineData("bốn sao")]
    [InlineData("bon sao")]
    [InlineData("ocop 4 sao")]
    [InlineData("4 sao ocop")]
    [InlineData("4sao")]
    [InlineData("4 star")]
    [InlineData("4*")]
    [InlineData("4 ⭐")]
    public async Task Stars_are_read_as_a_filter_however_they_are_written(string text)
    {
        var page = await Seeded.FindAsync(text, 50);

        Assert.Equal(17, page.Total);
        Assert.Equal((FacetNames.Stars, "4"), Assert.Single(page.Understood.Filters.Select(filter => (filter.Facet, filter.Value))));
        Assert.Equal("", page.Understood.Text);
    }

    [Fact]
    public async Task What_was_read_as_a_filter_can_be_taken_out_of_the_text()
    {
        var page = await Seeded.FindAsync("kẹo dừa 5 sao  Mỏ Cày Nam ngon");

        Assert.Equal(
            [("stars", "5 sao", "kẹo dừa Mỏ Cày Nam ngon"), ("district", "Mỏ Cày Nam", "kẹo dừa 5 sao ngon")],
            page.Understood.Filters.Select(filter => (filter.Facet, filter.Words, filter.SearchWithout)));
    }

    [Theory]
    [InlineData("4 sao mỏ cày nam", "nhang-sinh-hoc-thien-phuc")]
    [InlineData("4 sao mcn", "nhang-sinh-hoc-thien-phuc")]
    public async Task Stars_and_place_together_leave_what_has_both(string text, string slug) => Assert.Equal([slug], await Seeded.SlugsAsync(text));

    [Theory]
    [InlineData("bò ba tri", "bo-ba-tri")]
    [InlineData("rượu phú lễ", "ruou-phu-le")]
    [InlineData("hoa kiểng chợ lách", "hoa-kieng-cho-lach")]
    public async Task A_place_read_as_a_filter_loses_no_product_that_carries_it_in_its_name(string text, string slug) =>
        Assert.Equal(slug, (await Seeded.SlugsAsync(text))[0]);

    [Theory]
    [InlineData("gift box")]
    [InlineData("coconut tax")]
    public async Task A_foreign_word_is_not_taken_for_keystrokes(string text) => Assert.Null((await Seeded.FindAsync(text)).DidYouMean);

    [Fact]
    public async Task The_province_is_no_filter_for_its_city()
    {
        var page = await Seeded.FindAsync("nghêu bến tre");

        Assert.Empty(page.Understood.Filters);
        Assert.Equal("Nghêu Bến Tre", Seeded.Product(page.Hits[0]).Name.Vi);
    }

    [Theory]
    [InlineData("htx bưởi")]
    [InlineData("bưởi hợp tác xã")]
    [InlineData("buoi hop tac xa")]
    public async Task A_kind_of_producer_is_read_from_its_name_and_its_abbreviation(string text)
    {
        var page = await Seeded.FindAsync(text);

        Assert.Contains(page.Understood.Filters, filter => filter is { Facet: FacetNames.ProducerKind, Value: "Cooperative" });
        Assert.All(page.Hits.Take(3), hit => Assert.StartsWith("Bưởi da xanh", Seeded.Product(hit).Name.Vi, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Understanding_can_be_switched_off()
    {
        var page = await Seeded.FindAsync(SeededSearch.Query("bưởi da xanh giồng trôm") with { Understand = false });

        Assert.Empty(page.Understood.Filters);
        Assert.Equal("buoi-da-xanh-giong-trom", Seeded.Slugs(page)[0]);
    }

    [Theory]
    [InlineData("nước màu dừa 500ml")]
    [InlineData("nước màu dừa 1 lít")]
    [InlineData("nước màu dừa loại ngon giá rẻ")]
    [InlineData("mua nước màu dừa ở đâu")]
    public async Task Amounts_and_words_of_buying_keep_nothing_out(string text) =>
        Assert.StartsWith("nuoc-mau-dua", (await Seeded.SlugsAsync(text))[0], StringComparison.Ordinal);

    [Fact]
    public async Task Typed_marks_leave_other_words_out_and_tell_how_many()
    {
        var coconut = await Seeded.FindAsync("dừa", 100);
        var pineapple = await Seeded.FindAsync("dứa", 100);
        var folded = await Seeded.FindAsync(SeededSearch.Query("dừa") with { Marks = DiacriticMatching.Ignore });

        Assert.All(pineapple.Hits, hit => Assert.Contains("dứa", TextOf(Seeded.Product(hit)), StringComparison.OrdinalIgnoreCase));
        Assert.True(coconut.Understood.OtherSpellings > 0);
        Assert.Equal(folded.Total, coconut.Total + coconut.Understood.OtherSpellings);
    }

    [Theory]
    [InlineData("keoj duwaf", "kẹo dừa")]
    [InlineData("keo5 du72a", "kẹo dừa")]
    [InlineData("keodua", "keo dua")]
    [InlineData("saurieng", "sau rieng")]
    [InlineData("keo dua sua rieng", "keo dua sau rieng")]
    [InlineData("durain", "durian")]
    [InlineData("nuowcs coots duwaf", "nước cốt dừa")]
    public async Task A_text_that_finds_nothing_is_read_as_what_was_meant_and_says_so(string typed, string meant)
    {
        var page = await Seeded.FindAsync(typed);

        Assert.Equal(meant, page.DidYouMean);
        Assert.Equal(Seeded.Slugs(await Seeded.FindAsync(meant)), Seeded.Slugs(page));
    }

    [Fact]
    public async Task Wrong_marks_are_forgiven_when_nothing_has_them() =>
        Assert.StartsWith("buoi", (await Seeded.SlugsAsync("bưỡi"))[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("xqzwv")]
    [InlineData("asdfgh qwerty")]
    [InlineData("🥥")]
    [InlineData("\u0301\u0323")]
    [InlineData("***")]
    public async Task Nonsense_finds_nothing(string text)
    {
        var page = await Seeded.FindAsync(text);

        Assert.Empty(page.Hits);
        Assert.Equal(0, page.Total);
    }

    [Theory]
    [InlineData("kẹo dừa xqzwv")]
    [InlineData("kẹo dừa nhân hạt sen tuyết nhĩ")]
    public async Task One_known_thing_in_the_text_is_enough_to_find_something(string text) =>
        Assert.StartsWith("keo", (await Seeded.SlugsAsync(text))[0], StringComparison.Ordinal);

    [Fact]
    public async Task A_pineapple_never_stands_in_for_a_coconut()
    {
        var page = await Seeded.FindAsync("bánh dừa", 100);

        Assert.DoesNotContain(page.Hits, hit => !hit.IsNear && !TextOf(Seeded.Product(hit)).Contains("dừa", StringComparison.OrdinalIgnoreCase));
    }

    private static string TextOf(ProductDocument product) =>
        string.Join(' ', [product.Name.Vi, product.Name.En, product.Description?.Vi, product.Description?.En, product.Category?.Vi, .. product.Keywords, product.ProducerName?.Vi]);
}
