using System.Text;

namespace Marketplace.Core.Listings;

/// <summary>Vietnamese without its marks, as many type it. Each letter stays in its place, so that a find can be shown in the text as it was written.</summary>
internal static class FoldedText
{
    private const char HighestFolded = '\u1EFF';
    private static readonly char[] Folding = BuildFolding();

    /// <summary>Expects composed text; đ becomes d. Lower case stays to be made by the caller.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            folded[i] = source[i] <= HighestFolded ? Folding[source[i]] : source[i];
        }
    });

    private static char[] BuildFolding()
    {
        var folding = new char[HighestFolded + 1];
        for (var letter = '\0'; letter <= HighestFolded; letter++)
        {
            folding[letter] = letter switch
            {
                'đ' => 'd',
                'Đ' => 'D',
                _ when char.IsLetter(letter) => letter.ToString().Normalize(NormalizationForm.FormD)[0],
                _ => letter,
            };
        }

        return folding;
    }
}
