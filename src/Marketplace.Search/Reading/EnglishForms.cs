using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Reading;

/// <summary>The other number of an English noun. Vietnamese words have one form only and are left alone.</summary>
internal static class EnglishForms
{
    private const int ShortestNoun = 4;

    public static IEnumerable<string> Of(Word word)
    {
        var text = word.Folded;
        if (word.HasMarks || text.Length < ShortestNoun || !char.IsAsciiLetter(text[^1]))
        {
            yield break;
        }

        // "candies" and "candy", "boxes" and "box", "chips" and "chip"
        if (text.EndsWith("ies", StringComparison.Ordinal))
        {
            yield return text[..^3] + "y";
        }
        else if (text.EndsWith('s') && !text.EndsWith("ss", StringComparison.Ordinal))
        {
            yield return text[..^1];
            if (text.EndsWith("es", StringComparison.Ordinal))
            {
                yield return text[..^2];
            }
        }
        else if (!Syllable.IsFolded(text))
        {
            yield return text.EndsWith('y') ? text[..^1] + "ies" : text + "s";
            yield return text + "es";
        }
    }
}
