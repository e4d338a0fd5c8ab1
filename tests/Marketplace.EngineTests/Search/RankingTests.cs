using Marketplace.Core;
using Marketplace.Core.Search;
using Marketplace.Search.Ranking;
using Marketplace.Tests.Search;
using static Marketplace.Tests.Search.SmallIndex;

namespace Marketplace.EngineTests.Search;

public abstract class RankingTests(SearchEngine engine) : FreshSuite(engine)
{
    private static readonly StarPeriod FiveNow = new(5, Today.AddYears(-1), Today.AddYears(1));

    [Fact]
    public async Task The_name_that_begins_with_the_words_comes_first_then_phrase_then_scattered_then_keywords_then_description()
    {
        await Index.PutAsync(
            Product(1, "Quà Tết") with { Description = new LocalizedText("Có cả rượu và dừa.") },
            Product(2, "Quà biếu") with { Keywords = ["rượu dừa"] },
            Product(3, "Rượu men lá vị dừa"),
            Product(4, "Hộp rượu dừa"),
            Product(5, "Rượu dừa Thanh Tân"));

        await OrderIsAsync("rượu dừa", 5, 4, 3, 2, 1);
    }

    [Fact]
    public async Task Words_typed_beat_synonyms()
    {
        await Index.PutAsync(Product(1, "Lạc rang", FiveNow), Product(2, "Đậu phộng rang"));

        await OrderIsAsync("đậu phộng rang", 2, 1);
        await OrderIsAsync("lạc rang", 1, 2);
    }

    [Fact]
    public async Task Stars_break_ties_only()
    {
        await Index.PutAsync(Product(1, "Mật ong A"), Product(2, "Mật ong B", FiveNow), Product(3, "Xôi mật ong", FiveNow));

        await OrderIsAsync("mật ong", 2, 1, 3);
    }

    [Fact]
    public async Task Equal_products_stand_in_Vietnamese_alphabetical_order()
    {
        await Index.PutAsync(Product(1, "Kẹo Đào"), Product(2, "Kẹo Dừa"), Product(3, "Kẹo Ổi"), Product(4, "Kẹo Ong"), Product(5, "Kẹo Ăn Vặt"), Product(6, "Kẹo Anh"));

        await OrderIsAsync("kẹo", 6, 5, 2, 1, 4, 3);
    }

    [Fact]
    public async Task What_the_ranking_says_of_a_hit_follows_the_published_list()
    {
        await Index.PutAsync(Product(1, "Rượu dừa", FiveNow), Product(2, "Rượu nếp") with { Description = new LocalizedText("Không có dừa.") });

        var page = await Index.FindAsync(Query("rượu dừa") with { WantWhy = true });
        string[] published = [.. RankingCriteria.All.Select(criterion => criterion.Code)];

        Assert.All(page.Hits, hit => Assert.Equal(hit.Why.Select(reason => reason.Criterion).OrderBy(code => Array.IndexOf(published, code)), hit.Why.Select(reason => reason.Criterion)));
        Assert.Contains(page.Hits[0].Why, reason => reason.Criterion == "phrase" && reason.Words.SequenceEqual(["rượu", "dừa"]));
        Assert.DoesNotContain(page.Hits[1].Why, reason => reason.Criterion == "phrase");
        Assert.Contains(page.Hits[0].Why, reason => reason.Criterion == "stars");
    }

    [Fact]
    public void The_published_criteria_have_codes_and_both_languages()
    {
        Assert.Equal(RankingCriteria.All.Count, RankingCriteria.All.DistinctBy(criterion => criterion.Code).Count());
        Assert.All(RankingCriteria.All, criterion => Assert.False(string.IsNullOrWhiteSpace(criterion.Label.En) || string.IsNullOrWhiteSpace(criterion.Description.En)));
    }

    [Fact]
    public async Task Products_that_lack_a_word_follow_the_complete_ones_and_are_of_the_same_kind()
    {
        await Index.PutAsync(
            Product(1, "Kẹo dừa sầu riêng"),
            Product(2, "Kẹo dừa gừng") with { Stars = [FiveNow] },
            Product(3, "Sầu riêng Ri6") with { Stars = [FiveNow] });

        var page = await Index.FindAsync("kẹo dừa sầu riêng");

        Assert.Equal([(Id(1), false), (Id(2), true)], page.Hits.Select(hit => (hit.ProductId, hit.IsNear)));
    }

    private async Task OrderIsAsync(string text, params int[] numbers)
    {
        var page = await Index.FindAsync(text);

        Assert.Equal(numbers.Select(Id), page.Hits.Select(hit => hit.ProductId));
    }
}
