using System.Globalization;
using System.Text;
using Marketplace.Core;
using Marketplace.Core.Catalogue;

namespace Marketplace.Api.Catalogue;

/// <summary>The drawing that stands in for a photograph: a shelf's, with what the product is made of. The storefront draws it from its name.</summary>
internal static class Drawings
{
    public const int Width = 480;
    public const int Height = 360;

    /// <summary>Grounds and directions that a drawing comes in.</summary>
    public const int Variants = 16;

    /// <summary>The first that a name holds decides, so a narrower meaning stands before a wider one: star apple before milk.</summary>
    private static readonly (string Word, string? Accent, LocalizedText Name)[] Accents =
    [
        ("vú sữa", null, new("vú sữa", "star apple")),
        ("sầu riêng", "durian", new("sầu riêng", "durian")),
        ("măng cụt", "mangosteen", new("măng cụt", "mangosteen")),
        ("mãng cầu", "soursop", new("mãng cầu", "soursop")),
        ("chôm chôm", "rambutan", new("chôm chôm", "rambutan")),
        ("bưởi", "pomelo", new("bưởi", "pomelo")),
        ("chuối", "banana", new("chuối", "banana")),
        ("xoài", "mango", new("xoài", "mango")),
        ("nhãn", "longan", new("nhãn", "longan")),
        ("cam", "orange", new("cam", "orange")),
        ("quýt", "orange", new("quýt", "mandarin")),
        ("tắc", "orange", new("tắc", "calamansi")),
        ("ca cao", "cocoa", new("ca cao", "cocoa")),
        ("lá dứa", "pandan", new("lá dứa", "pandan")),
        ("dừa dứa", "pandan", new("lá dứa", "pandan")),
        ("gừng", "ginger", new("gừng", "ginger")),
        ("đậu phộng", "peanut", new("đậu phộng", "peanut")),
        ("nghêu", "clam", new("nghêu", "clams")),
        ("ốc", "clam", new("ốc", "river snails")),
        ("cua", "crab", new("cua", "crab")),
        ("còng", "crab", new("còng", "mangrove crab")),
        ("mực", "squid", new("mực", "squid")),
        ("cá", "fish", new("cá", "fish")),
        ("tôm", "shrimp", new("tôm", "shrimp")),
        ("tép", "shrimp", new("tép", "small shrimp")),
        ("ớt", "chilli", new("ớt", "chilli")),
        ("ong", "honeycomb", new("mật ong", "honeycomb")),
        ("nấm", "mushroom", new("nấm", "mushrooms")),
        ("đông trùng hạ thảo", "mushroom", new("đông trùng hạ thảo", "cordyceps")),
        ("tre", "bamboo", new("tre", "bamboo")),
        ("sữa", "milk", new("sữa", "milk")),
        ("gạo", "rice", new("gạo", "rice")),
        ("nếp", "rice", new("nếp", "sticky rice")),
        ("mai vàng", "blossom", new("hoa mai", "apricot blossom")),
        ("hoa kiểng", "blossom", new("hoa kiểng", "flowers")),
        ("hoa giấy", "blossom", new("hoa", "flowers")),
        ("cúc", "blossom", new("hoa cúc", "chrysanthemums")),
        ("vườn hoa", "blossom", new("hoa", "flowers")),
        ("làng hoa", "blossom", new("hoa", "flowers")),
        ("cồn", "palm", new("cây xanh", "trees")),
        ("vườn", "palm", new("cây xanh", "trees")),
        ("cây giống", "palm", new("cây giống", "saplings")),
    ];

    /// <summary>Where the storefront serves it. The same product always gets the same picture.</summary>
    public static string UrlOf(string category, string name, string slug) =>
        string.Create(CultureInfo.InvariantCulture, $"/drawings/{ShelfOf(category)}.{AccentIn(name)?.Accent ?? "plain"}.{VariantOf(slug)}.svg");

    /// <summary>What the drawing shows, which is less than the product: "kẹo dừa, sầu riêng".</summary>
    public static LocalizedText AltOf(string category, string name)
    {
        var shelf = Categories.NameOf(category) ?? new LocalizedText(category);
        var accent = AccentIn(name) is { Accent: not null } found ? found.Name : null;
        return new(Join("Hình vẽ minh họa: ", shelf.Vi, accent?.Vi), Join("Illustration: ", shelf.In(Language.En), accent?.In(Language.En)));

        static string Join(string opening, string shelf, string? accent) =>
            accent is null || shelf.Contains(accent, StringComparison.OrdinalIgnoreCase) ? opening + shelf : $"{opening}{shelf}, {accent}";
    }

    private static string ShelfOf(string category) => category switch
    {
        "fresh-coconut" => "coconut",
        "coconut-craft" => "craft",
        _ => category,
    };

    private static (string Word, string? Accent, LocalizedText Name)? AccentIn(string name)
    {
        foreach (var rule in Accents)
        {
            if (HoldsWord(name, rule.Word))
            {
                return rule;
            }
        }

        return null;
    }

    private static bool HoldsWord(string name, string word)
    {
        for (var at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = name.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetter(name[at - 1])) && (end == name.Length || !char.IsLetter(name[end])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>FNV-1a: .NET's own hash of a string changes with every start.</summary>
    private static uint VariantOf(string slug)
    {
        var hash = 2166136261u;
        foreach (var part in Encoding.UTF8.GetBytes(slug))
        {
            hash = (hash ^ part) * 16777619u;
        }

        return (hash ^ (hash >> 16)) % Variants;
    }
}
