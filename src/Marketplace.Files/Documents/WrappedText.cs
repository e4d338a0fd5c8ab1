using System.Globalization;
using System.Text;

namespace Marketplace.Files.Documents;

/// <summary>Breaks texts into lines.</summary>
internal static class WrappedText
{
    /// <summary>The text in lines no wider than that. It breaks between words, and inside one only where a word alone is too wide; line breaks of its own are kept.</summary>
    /// <param name="widthOf">Of a piece of the text.</param>
    public static IReadOnlyList<string> Lines(string text, double width, Func<string, double> widthOf)
    {
        List<string> lines = [];
        foreach (var paragraph in Clean(text).Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (widthOf(longer) <= width)
                {
                    line = longer;
                    continue;
                }

                if (line.Length > 0)
                {
                    lines.Add(line);
                }

                line = Broken(word, width, widthOf, lines);
            }

            lines.Add(line);
        }

        return lines;
    }

    /// <summary>One line of composed letters, without control characters and without halves of pairs, which no font has.</summary>
    public static string Clean(string text) => string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes()
        .Select(rune => rune.Value != '\n' && Rune.IsControl(rune) ? " " : rune.ToString())).Normalize(NormalizationForm.FormC);

    /// <summary>What is left of the word for the next line.</summary>
    private static string Broken(string word, double width, Func<string, double> widthOf, List<string> lines)
    {
        if (widthOf(word) <= width)
        {
            return word;
        }

        var piece = "";
        var letters = StringInfo.GetTextElementEnumerator(word);
        while (letters.MoveNext())
        {
            var letter = letters.GetTextElement();
            if (piece.Length > 0 && widthOf(piece + letter) > width)
            {
                lines.Add(piece);
                piece = "";
            }

            piece += letter;
        }

        return piece;
    }
}
