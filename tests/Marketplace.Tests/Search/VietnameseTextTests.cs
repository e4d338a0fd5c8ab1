using System.Text;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Tests.Search;

public sealed class VietnameseTextTests
{
    [Theory]
    [InlineData("hoà", "hòa")]
    [InlineData("thuỷ", "thủy")]
    [InlineData("khoẻ", "khỏe")]
    [InlineData("Hoá", "hóa")]
    [InlineData("toàn", "toàn")]
    [InlineData("quý", "quý")]
    [InlineData("giò", "giò")]
    [InlineData("gì", "gì")]
    [InlineData("dừa", "dừa")]
    [InlineData("chuyển", "chuyển")]
    [InlineData("DỪA", "dừa")]
    [InlineData("Ð\u1ED3ng", "đồng")]
    [InlineData("café", "café")]
    [InlineData("ｋẹo", "kẹo")]
    public void A_word_has_one_marked_form_however_it_is_written(string written, string marked)
    {
        Assert.Equal(marked, Assert.Single(VietnameseText.Words(written)).Marked);
        Assert.Equal(marked, Assert.Single(VietnameseText.Words(written.Normalize(NormalizationForm.FormD))).Marked);
    }

    [Theory]
    [InlineData("đường", "duong")]
    [InlineData("Ðậu", "dau")]
    [InlineData("rượu", "ruou")]
    [InlineData("nghệ", "nghe")]
    [InlineData("kẹo", "keo")]
    public void Folding_takes_every_mark_off(string written, string folded) =>
        Assert.Equal(folded, Assert.Single(VietnameseText.Words(written)).Folded);

    [Fact]
    public void Every_letter_of_the_alphabet_folds_to_ascii()
    {
        const string letters = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ";

        Assert.All(VietnameseText.Fold(letters), letter => Assert.True(char.IsAsciiLetterLower(letter)));
    }

    [Fact]
    public void Words_know_where_they_stand_in_the_text_as_it_was_written()
    {
        const string text = "  Kẹo\u200Bdừa – 500g, “Bến Tre”!";

        var words = VietnameseText.Words(text);

        Assert.Equal(["kẹodừa", "500g", "bến", "tre"], words.Select(word => word.Marked));
        Assert.Equal("Bến", text.Substring(words[2].Start, words[2].Length));
    }

    [Fact]
    public void Invisible_characters_inside_a_word_are_dropped() =>
        Assert.Equal(["dừa"], VietnameseText.Words("d\u200Bừ\u200Fa").Select(word => word.Marked));

    [Theory]
    [InlineData("\u0301\u0300\u0323")]
    [InlineData("🥥🌴")]
    [InlineData("\u202E\u200B")]
    [InlineData("\uD83E")]
    [InlineData("+-&|!(){}[]^\"~*?:\\/")]
    public void Signs_alone_are_no_words(string text) => Assert.Empty(VietnameseText.Words(text));

    [Theory]
    [InlineData("keoj", "kẹo")]
    [InlineData("duwaf", "dừa")]
    [InlineData("dduwowngf", "đường")]
    [InlineData("dduowngf", "đường")]
    [InlineData("nuwowcs", "nước")]
    [InlineData("saauf", "sầu")]
    [InlineData("saufa", "sầu")]
    [InlineData("rieengf", "riềng")]
    [InlineData("buwowir", "bưởi")]
    [InlineData("mawngs", "mắng")]
    [InlineData("quaf", "quà")]
    [InlineData("tets", "tét")]
    [InlineData("hoaf", "hòa")]
    [InlineData("thuyr", "thủy")]
    public void Telex_keys_become_the_syllable_that_was_meant(string typed, string meant) => Assert.Equal(meant, TypedKeys.Telex(typed));

    [Theory]
    [InlineData("keo5", "kẹo")]
    [InlineData("du72a", "dừa")]
    [InlineData("d9uo7ng2", "đường")]
    [InlineData("nu7o7c1", "nước")]
    [InlineData("sa6u2", "sầu")]
    [InlineData("bu7o73i", "bưởi")]
    [InlineData("ma8m1", "mắm")]
    public void Vni_keys_become_the_syllable_that_was_meant(string typed, string meant) => Assert.Equal(meant, TypedKeys.Vni(typed));

    [Theory]
    [InlineData("snacks")]
    [InlineData("coconutss")]
    [InlineData("dua")]
    [InlineData("500g")]
    [InlineData("khacf")]
    public void What_gives_no_syllable_is_not_decoded(string typed)
    {
        Assert.Null(TypedKeys.Telex(typed));
        Assert.Null(TypedKeys.Vni(typed));
    }

    [Theory]
    [InlineData("rieng", "rienh", true)]
    [InlineData("rieng", "riegn", true)]
    [InlineData("rieng", "ring", true)]
    [InlineData("ring", "rieng", true)]
    [InlineData("rieng", "rieng", false)]
    [InlineData("rieng", "rign", false)]
    [InlineData("abcd", "badc", false)]
    public void One_slip_is_a_letter_more_less_other_or_swapped(string typed, string meant, bool oneApart) =>
        Assert.Equal(oneApart, TypingErrors.AreOneApart(typed, meant));
}
