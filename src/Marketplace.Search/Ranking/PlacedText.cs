using Marketplace.Core.Search;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Ranking;

/// <summary>The words of a product, each at its place: see <see cref="Slots"/>.</summary>
internal static class PlacedText
{
    /// <summary>In order of the places.</summary>
    public static List<(Word Word, int Position)> Of(ProductDocument product)
    {
        var words = new List<(Word Word, int Position)>();
        Place(words, Slots.NameVi, 1, [product.Name.Vi]);
        PlaceAtEnd(words, Slots.NameEn, product.Name.En);
        Place(words, Slots.Shelf, 1, [product.Category?.Vi, product.Category?.En, .. product.Keywords]);
        Place(words, Slots.Origin, 1,
            [product.DistrictName?.Vi, .. product.CommuneNames.Select(name => name.Vi), product.ProducerName?.Vi, product.DistrictName?.En, product.ProducerName?.En]);
        Place(words, Slots.DescriptionVi, Slots.DescriptionEn - Slots.DescriptionVi, [product.Description?.Vi]);
        Place(words, Slots.DescriptionEn, Slots.Count - Slots.DescriptionEn, [product.Description?.En]);
        return words;
    }

    /// <summary>Two words that stand side by side, without marks.</summary>
    public static IEnumerable<string> PairsIn(IReadOnlyList<(Word Word, int Position)> words) =>
        words.Zip(words.Skip(1)).Where(pair => pair.Second.Position == pair.First.Position + 1).Select(pair => pair.First.Word.Folded + ' ' + pair.Second.Word.Folded);

    private static void PlaceAtEnd(List<(Word Word, int Position)> words, int slot, string? text)
    {
        var name = VietnameseText.Words(text, Slots.Width);
        words.AddRange(name.Select((word, i) => (word, ((slot + 1) * Slots.Width) - name.Count + i)));
    }

    /// <summary>Writes texts into a part of the product, with a gap between them so that no phrase runs from one into the next.</summary>
    private static void Place(List<(Word Word, int Position)> words, int slot, int slots, IEnumerable<string?> texts)
    {
        var (position, end) = (slot * Slots.Width, (slot + slots) * Slots.Width);
        foreach (var text in texts)
        {
            foreach (var word in VietnameseText.Words(text, end - position))
            {
                words.Add((word, position++));
            }

            if (++position >= end)
            {
                return;
            }
        }
    }
}
