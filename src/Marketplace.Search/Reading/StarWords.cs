using System.Collections.Frozen;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Reading;

/// <summary>Stars as people type them: "4 sao", "bốn sao", "ocop 4 sao", "4 star", "5*".</summary>
internal static class StarWords
{
    private static readonly FrozenDictionary<string, string> Numbers = new Dictionary<string, string>
    {
        ["1"] = "1",
        ["một"] = "1",
        ["mot"] = "1",
        ["one"] = "1",
        ["2"] = "2",
        ["hai"] = "2",
        ["two"] = "2",
        ["3"] = "3",
        ["ba"] = "3",
        ["three"] = "3",
        ["4"] = "4",
        ["bốn"] = "4",
        ["bon"] = "4",
        ["four"] = "4",
        ["5"] = "5",
        ["năm"] = "5",
        ["nam"] = "5",
        ["five"] = "5",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Stars = ["sao", "star", "stars"];

    public static (int Length, string Value)? At(string text, IReadOnlyList<Word> words, int start)
    {
        var before = words[start].Folded == "ocop" ? 1 : 0;
        if (start + before >= words.Count)
        {
            return null;
        }

        var number = words[start + before];
        if (number.Marked.Length > 1 && char.IsAsciiDigit(number.Marked[0]) && Stars.Contains(number.Marked[1..]) && Numbers.TryGetValue(number.Marked[..1], out var joined))
        {
            return (before + 1, joined);
        }

        if (!Numbers.TryGetValue(number.Marked, out var value))
        {
            return null;
        }

        if (start + before + 1 < words.Count && Stars.Contains(words[start + before + 1].Marked))
        {
            var after = start + before + 2 < words.Count && words[start + before + 2].Folded == "ocop" ? 1 : 0;
            return (before + 2 + after, value);
        }

        return EndOfSigns(text, number.End) > number.End ? (before + 1, value) : null;
    }

    /// <summary>Where star signs that follow a word end.</summary>
    public static int EndOfSigns(string text, int end)
    {
        var at = end;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        var signs = at;
        while (at < text.Length && text[at] is ('*' or '★' or '☆' or '⭐' or '\uFE0F'))
        {
            at++;
        }

        return at > signs ? at : end;
    }
}
