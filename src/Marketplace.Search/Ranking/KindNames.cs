using Marketplace.Core.Search;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Ranking;

/// <summary>What tells the kind of thing in a search text: the shelf's names, and the noun of the name, two words as a rule.</summary>
internal static class KindNames
{
    private const int NounLength = 2;

    /// <summary>The first words of the Vietnamese name and the last of the English one, without marks.</summary>
    public static IReadOnlyList<string> NounsOf(ProductDocument product) =>
    [
        string.Join(' ', VietnameseText.Words(product.Name.Vi).Take(NounLength).Select(word => word.Folded)),
        string.Join(' ', VietnameseText.Words(product.Name.En).TakeLast(NounLength).Select(word => word.Folded)),
    ];

    /// <summary>In both languages, without marks and with them.</summary>
    public static IReadOnlyList<string> ShelvesOf(ProductDocument product) =>
    [
        .. new[] { product.Category?.Vi, product.Category?.En }.Select(name => VietnameseText.Words(name)).SelectMany(words => new[]
        {
            string.Join(' ', words.Select(word => word.Folded)),
            string.Join(' ', words.Select(word => word.Marked)),
        }),
    ];
}
