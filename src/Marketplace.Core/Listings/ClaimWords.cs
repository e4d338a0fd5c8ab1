using System.Globalization;
using System.Text;

namespace Marketplace.Core.Listings;

/// <summary>A word of a text as claims are looked for in it.</summary>
/// <param name="Marked">Composed, lower case.</param>
/// <param name="Folded">The same without marks.</param>
/// <param name="Joined">Whether it belongs to the word before: only spaces, hyphens or one sign without a space between them, not the end of a sentence.</param>
internal readonly record struct ClaimWord(int Start, int Length, string Marked, string Folded, bool Joined)
{
    public int End => Start + Length;
}

/// <summary>A word that is looked for.</summary>
internal readonly record struct SoughtWord(string Marked, string Folded)
{
    public static SoughtWord Of(string marked) => new(marked, FoldedText.Fold(marked));

    public bool Is(in ClaimWord word) => word.Marked == Marked || word.Marked == Folded;
}

/// <summary>Cuts texts and patterns into words.</summary>
internal static class ClaimWords
{
    private const string Stars = "★⭐";

    /// <summary>Runs of letters, of digits and of star signs: "4sao" is two words.</summary>
    public static List<ClaimWord> Of(string text)
    {
        List<ClaimWord> words = [];
        for (var i = 0; i < text.Length; i++)
        {
            var kind = KindOf(text[i]);
            if (kind == WordKind.None)
            {
                continue;
            }

            var start = i;
            while (i + 1 < text.Length && (KindOf(text[i + 1]) == kind || (kind == WordKind.Letters && IsInside(text[i + 1]))))
            {
                i++;
            }

            // Compatibility composition also reads full-width letters and digits.
            var marked = text.Substring(start, i + 1 - start).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
            words.Add(new(start, i + 1 - start, marked, FoldedText.Fold(marked), words.Count > 0 && IsJoint(text.AsSpan(words[^1].End, start - words[^1].End))));
        }

        return words;
    }

    /// <summary>Every sequence of words that a pattern stands for.</summary>
    public static IEnumerable<SoughtWord[]> Sequences(string pattern) => pattern.Split(' ').Aggregate(
        (IEnumerable<SoughtWord[]>)[[]],
        (begun, part) => begun.SelectMany(words => part.Split('|').Select(choice => (SoughtWord[])[.. words, .. choice.Split('_').Select(SoughtWord.Of)])));

    /// <summary>Whether the words stand at that place, each joined to the one before.</summary>
    public static bool StandAt(List<ClaimWord> text, int at, SoughtWord[] words)
    {
        if (at < 0 || at + words.Length > text.Count)
        {
            return false;
        }

        for (var i = 0; i < words.Length; i++)
        {
            var word = text[at + i];
            if (!words[i].Is(word) || (i > 0 && !word.Joined))
            {
                return false;
            }
        }

        return true;
    }

    private static WordKind KindOf(char letter) =>
        char.IsLetter(letter) ? WordKind.Letters : char.IsDigit(letter) ? WordKind.Digits : Stars.Contains(letter, StringComparison.Ordinal) ? WordKind.Stars : WordKind.None;

    private static bool IsInside(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static bool IsJoint(ReadOnlySpan<char> gap)
    {
        if (gap.Length == 1)
        {
            return gap[0] is not (',' or ';');
        }

        foreach (var letter in gap)
        {
            if (!char.IsWhiteSpace(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.DashPunctuation)
            {
                return false;
            }
        }

        return true;
    }

    private enum WordKind
    {
        None,
        Letters,
        Digits,
        Stars,
    }
}
