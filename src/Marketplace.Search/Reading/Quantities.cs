using System.Collections.Frozen;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Reading;

/// <summary>Amounts in a search: "500g", "1 lít", "2 kg". They choose a pack, not a product.</summary>
internal static class Quantities
{
    private static readonly FrozenSet<string> Units =
    [
        "g", "gr", "gam", "gram", "grams", "kg", "ki", "ký", "kí", "lạng", "tấn", "ton", "tons", "ml", "l", "lít", "lit", "lits", "litre", "liter",
        "cm", "m", "hộp", "hop", "chai", "hũ", "gói", "goi", "thùng", "thung", "bịch", "bao", "cái", "trái", "pack", "packs", "box", "boxes", "bottle", "bottles", "pcs",
    ];

    /// <summary>How many words an amount takes there; 0 when there is none.</summary>
    public static int At(IReadOnlyList<Word> words, int start)
    {
        var word = words[start].Marked;
        var digits = word.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
        {
            return start + 1 < words.Count && Units.Contains(words[start + 1].Marked) ? 2 : 1;
        }

        return digits > 0 && Units.Contains(word[digits..]) ? 1 : 0;
    }
}
