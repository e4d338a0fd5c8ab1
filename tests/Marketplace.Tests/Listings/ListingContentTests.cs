using CsCheck;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Listings;
using Marketplace.Data;

namespace Marketplace.Tests.Listings;

public sealed class ListingContentTests
{
    [Fact]
    public void Texts_are_kept_composed_trimmed_and_without_what_nobody_sees()
    {
        var clean = Some.Good((Some.Content with
        {
            Name = new(" Ke\u0323o du\u031B\u0300a\u200B ", "  "),
            Description = new("Dòng một\r\nDòng hai\tba"),
        }).Cleaned());

        Assert.Equal(new("Kẹo dừa"), clean.Name);
        Assert.Equal("Dòng một\nDòng hai ba", clean.Description!.Vi);
    }

    [Fact]
    public void Html_stays_the_text_that_it_is() =>
        Assert.Equal("<b>Kẹo</b> & <script>alert(1)</script>", Some.Good((Some.Content with { Name = new("<b>Kẹo</b> & <script>alert(1)</script>") }).Cleaned()).Name.Vi);

    [Fact]
    public void A_flag_and_a_family_stay_whole() => Assert.Equal("Kẹo 👨‍👩‍👧 🇻🇳", Some.Good((Some.Content with { Name = new("Kẹo 👨‍👩‍👧 🇻🇳") }).Cleaned()).Name.Vi);

    [Theory]
    [InlineData("a\u0000b")]
    [InlineData("a\u001Bb")]
    [InlineData("a\u0085b")]
    [InlineData("a\nb")]
    [InlineData("a\uFFFEb")]
    public void A_name_with_characters_that_are_no_text_is_refused(string name) =>
        Assert.Equal([("name.vi", FaultKind.NotPlainText)], Some.Faults((Some.Content with { Name = new(name) }).Cleaned()));

    [Theory]
    [InlineData(0xD83D)]
    [InlineData(0xDE00)]
    public void Half_a_sign_is_refused(int half) =>
        Assert.Equal([("name.vi", FaultKind.NotPlainText)], Some.Faults((Some.Content with { Name = new("Kẹo " + (char)half) }).Cleaned()));

    [Fact]
    public void Every_field_that_cannot_be_kept_is_named_at_once()
    {
        var faults = Some.Faults(new ListingContent
        {
            Name = new(new string('a', 201), new string('b', 201)),
            Description = new(new string('c', 2001)),
            Packaging = new("a\nb"),
            Category = "nothing",
            Keywords = ["tốt", new string('d', 61)],
            Season = new([0, 13], [new(new(2027, 2, 5), new(2027, 2, 4))]),
        }.Cleaned());

        Assert.Equal(
            [
                ("name.vi", FaultKind.TooLong), ("name.en", FaultKind.TooLong), ("description.vi", FaultKind.TooLong), ("packaging.vi", FaultKind.NotPlainText),
                ("keywords.1", FaultKind.TooLong), ("season.harvestMonths", FaultKind.OutOfRange), ("season.blackouts", FaultKind.OutOfRange), ("category", FaultKind.Unknown),
            ],
            faults);
    }

    [Fact]
    public void A_name_is_needed_even_for_a_draft() =>
        Assert.Equal([("name.vi", FaultKind.Missing)], Some.Faults((Some.Content with { Name = new(" \u200B ", "Candy") }).Cleaned()));

    [Fact]
    public void Breaks_come_in_order_and_must_not_overlap_and_months_are_told_once()
    {
        DayRange tet = new(new(2027, 2, 5), new(2027, 2, 12));
        var clean = Some.Good((Some.Content with { Season = new([12, 1, 12], [tet, new(new(2027, 1, 1), new(2027, 1, 1))]) }).Cleaned());
        Assert.Equal([1, 12], clean.Season!.HarvestMonths);
        Assert.Equal(new(2027, 1, 1), clean.Season.Blackouts[0].From);

        Assert.Equal([("season.blackouts", FaultKind.Twice)], Some.Faults((Some.Content with { Season = new([], [tet, new(tet.To, tet.To)]) }).Cleaned()));
        Assert.Null(Some.Good((Some.Content with { Season = new([], []) }).Cleaned()).Season);
    }

    [Fact]
    public void Keywords_are_told_once_whatever_their_case() =>
        Assert.Equal(["Kẹo dừa", "quà"], Some.Good((Some.Content with { Keywords = ["Kẹo dừa", " ", "kẹo DỪA", "quà"] }).Cleaned()).Keywords);

    [Fact]
    public void Lengths_are_those_of_the_tables() => Assert.Equal(
        (MarketplaceDb.NameLength, MarketplaceDb.TextLength, MarketplaceDb.SlugLength), (ListingContent.NameLength, ListingContent.DescriptionLength, Slug.Length));

    [Fact]
    public void What_is_clean_stays_as_it_is_whatever_was_typed() => Gen.String[0, 40].Sample(text =>
    {
        var once = (Some.Content with { Name = new(text) }).Cleaned();
        if (!once.Failed(out _, out var clean))
        {
            Assert.Empty(ListingDifference.Between(clean, Some.Good(clean.Cleaned())));
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", Slug.Of(clean.Name.Vi));
        }
    });

    [Theory]
    [InlineData("Kẹo dừa sầu riêng Đông Á", "keo-dua-sau-rieng-dong-a")]
    [InlineData("  Bánh tráng (Mỹ Lồng) – 500 g! ", "banh-trang-my-long-500-g")]
    [InlineData("椰子糖", "san-pham")]
    [InlineData("a\uFFFE", "san-pham")]
    public void A_slug_is_the_name_without_marks(string name, string slug) => Assert.Equal(slug, Slug.Of(name));

    [Fact]
    public void A_long_slug_is_cut_between_words_and_leaves_room_for_a_number()
    {
        var slug = Slug.Of(string.Join(' ', Enumerable.Repeat("nghiêng", 25)));

        Assert.EndsWith("-nghieng", slug, StringComparison.Ordinal);
        Assert.True(Slug.Candidates(slug, 50)[^1].Length <= Slug.Length);
    }

    [Fact]
    public void A_difference_names_the_field_and_what_stood_and_stands_there()
    {
        var after = Some.Content with { Name = new("Kẹo dừa mới"), Keywords = ["kẹo", "quà"], Season = null };

        Assert.Equal(
            [
                new("name.vi", "Kẹo dừa lá dứa", "Kẹo dừa mới"),
                new("name.en", "Pandan coconut candy", null),
                new("keywords", "kẹo dừa", "kẹo, quà"),
                new("season.harvestMonths", "1, 2, 12", null),
                new("season.blackouts", "2027-02-05 – 2027-02-12", null),
            ],
            ListingDifference.Between(Some.Content, after));
    }

    [Fact]
    public void Against_nothing_live_everything_written_is_new() =>
        Assert.Equal(ListingDifference.Fields.Except(["description.en"]), ListingDifference.Between(null, Some.Content with { Description = new("Kẹo.") }).Select(difference => difference.Field));
}
