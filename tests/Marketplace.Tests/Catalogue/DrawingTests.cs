using System.Text.RegularExpressions;
using Marketplace.Api.Catalogue;
using Marketplace.Core.Catalogue;

namespace Marketplace.Tests.Catalogue;

public sealed partial class DrawingTests
{
    [Theory]
    [InlineData("coconut-candy", "Kẹo dừa sầu riêng Đông Á", "coconut-candy.durian")]
    [InlineData("coconut-candy", "Kẹo dừa Ngọc Mai", "coconut-candy.plain")]
    [InlineData("fruit", "BƯỞI DA XANH GIỒNG TRÔM", "fruit.pomelo")]
    [InlineData("seafood", "Cá phi sả ớt Thạnh Phước", "seafood.fish")]
    [InlineData("seafood", "Ốc gạo cồn Phú Đa", "seafood.clam")]
    [InlineData("plant", "Cây giống vú sữa MiCA Ngọc Vinh", "plant.plain")]
    [InlineData("honey", "Sữa ong chúa Bến Tre", "honey.honeycomb")]
    [InlineData("fresh-coconut", "Dừa cười – dừa tươi nắp khoen", "coconut.plain")]
    [InlineData("tour", "Khu du lịch Cầm Cự", "tour.plain")]
    public void A_drawing_shows_the_shelf_and_what_the_name_says_the_product_is_made_of(string category, string name, string drawing) =>
        Assert.StartsWith($"/drawings/{drawing}.", Drawings.UrlOf(category, name, "any"), StringComparison.Ordinal);

    [Fact]
    public void A_product_keeps_its_drawing_and_products_of_one_kind_get_different_ones()
    {
        string[] slugs = [.. Enumerable.Range(1, 40).Select(number => $"keo-dua-{number}")];
        string[] drawings = [.. slugs.Select(slug => Drawings.UrlOf("coconut-candy", "Kẹo dừa", slug))];

        Assert.Equal("/drawings/coconut-candy.durian.12.svg", Drawings.UrlOf("coconut-candy", "Kẹo dừa sầu riêng Đông Á", "keo-dua-sau-rieng-dong-a"));
        Assert.True(drawings.Distinct().Count() > Drawings.Variants / 2);
    }

    [Fact]
    public void Words_for_the_drawing_say_what_it_shows_and_not_twice()
    {
        var candy = Drawings.AltOf("coconut-candy", "Kẹo dừa sầu riêng Đông Á");
        var honey = Drawings.AltOf("honey", "Mật ong ruồi Tín Phát");

        Assert.Equal(("Hình vẽ minh họa: Kẹo dừa, sầu riêng", "Illustration: Coconut candy, durian"), (candy.Vi, candy.En));
        Assert.Equal("Hình vẽ minh họa: Mật ong", honey.Vi);
    }

    [Fact]
    public void The_storefront_has_every_shelf_and_every_accent_that_is_asked_of_it()
    {
        var motifs = Repository.Read("web/src/lib/server/drawings/motifs.ts");
        var accents = Accent().Matches(Repository.Read("src/Marketplace.Api/Catalogue/Drawings.cs")).Select(match => match.Groups["accent"].Value).Distinct().ToList();

        var missing = Categories.Codes
            .Select(code => Drawings.UrlOf(code, "", "").Split('/', '.')[2])
            .Where(shelf => !Repository.Has($"web/static/illustrations/{shelf}.svg"))
            .Concat(accents.Where(accent => !motifs.Contains($"\t{accent}:", StringComparison.Ordinal)));

        Assert.NotEmpty(accents);
        Assert.Empty(missing);
    }

    [GeneratedRegex("""\(".+?", "(?<accent>\w+)", new""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Accent();
}
