using System.Globalization;
using System.Text;

namespace Marketplace.Search.Vietnamese;

/// <summary>A word of a text: where it stands, and its two forms.</summary>
/// <param name="Start">Index of the first character in the text as it was given.</param>
/// <param name="Marked">Composed, lower case, tone in the canonical seat.</param>
/// <param name="Folded">The same without marks; đ is d.</param>
internal readonly record struct Word(int Start, int Length, string Marked, string Folded)
{
    public bool HasMarks => Marked != Folded;

    public int End => Start + Length;

    public static Word Of(string marked) => new(0, marked.Length, marked, VietnameseText.Fold(marked));
}

/// <summary>The one place that knows how Vietnamese is written; used alike when indexing and when searching.</summary>
internal static class VietnameseText
{
    /// <summary>Part of the index's format: raise it when a word's form changes.</summary>
    public const string Rules = "vi-1";

    /// <summary>Longer words are cut: nobody searches for them, and a term must not grow with its input.</summary>
    public const int LongestWord = 48;

    private const char HighestFolded = '\u1EFF';
    private static readonly char[] Folding = BuildFolding();
    private static readonly WordForms Forms = new(Normalise);

    /// <summary>The words of a text in order. Everything but letters, digits and their marks separates; invisible characters inside a word are dropped.</summary>
    public static List<Word> Words(string? text, int atMost = int.MaxValue)
    {
        var words = new List<Word>();
        for (var i = 0; i < (text?.Length ?? 0) && words.Count < atMost; i++)
        {
            if (!IsWordStart(text![i]))
            {
                continue;
            }

            var start = i;
            while (i + 1 < text.Length && (IsWordStart(text[i + 1]) || IsInsideWord(text[i + 1])))
            {
                i++;
            }

            var (marked, folded) = Forms.Of(text.AsSpan(start, i + 1 - start));
            words.Add(new Word(start, i + 1 - start, marked, folded));
        }

        return words;
    }

    /// <summary>Without marks; đ becomes d. Expects composed lower-case text.</summary>
    public static string Fold(string marked)
    {
        foreach (var letter in marked)
        {
            if (letter > '\u007F')
            {
                return string.Create(marked.Length, marked, static (folded, source) =>
                {
                    for (var i = 0; i < source.Length; i++)
                    {
                        folded[i] = source[i] <= HighestFolded ? Folding[source[i]] : source[i];
                    }
                });
            }
        }

        return marked;
    }

    private static string Normalise(string raw)
    {
        var text = new StringBuilder(raw.Length);
        foreach (var letter in raw)
        {
            if (!IsInvisible(letter))
            {
                // The Icelandic eth looks like the Vietnamese letter and stands for it in real data.
                text.Append(letter is '\u00D0' or '\u00F0' ? 'đ' : letter);
            }

            if (text.Length == LongestWord)
            {
                break;
            }
        }

        // Compatibility composition also reads full-width letters.
        return Syllable.Canonical(text.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant());
    }

    private static bool IsWordStart(char letter) => char.IsLetterOrDigit(letter);

    private static bool IsInsideWord(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark || IsInvisible(letter);

    private static bool IsInvisible(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format;

    private static char[] BuildFolding()
    {
        var folding = new char[HighestFolded + 1];
        for (var letter = '\0'; letter <= HighestFolded; letter++)
        {
            // đ has no decomposition: taking marks off leaves it as it is.
            folding[letter] = letter == 'đ' ? 'd' : char.IsLetter(letter) ? letter.ToString().Normalize(NormalizationForm.FormD)[0] : letter;
        }

        return folding;
    }
}
