using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Reading;

/// <summary>The curated synonyms, abbreviations and weak words (see the lists beside this file for their notation).</summary>
internal static class Synonyms
{
    private static readonly Phrases<IReadOnlyList<string>> Others = new();
    private static readonly Phrases<IReadOnlyList<Word>> Abbreviations = new();
    private static readonly Phrases<bool> Weak = new();

    static Synonyms()
    {
        foreach (var line in TermList.Lines("synonyms.txt"))
        {
            var both = line.Split("<=>", StringSplitOptions.TrimEntries);
            var sides = both.Length == 2 ? both : line.Split("=>", StringSplitOptions.TrimEntries);
            Add(sides[0], sides[1]);
            if (both.Length == 2)
            {
                Add(sides[1], sides[0]);
            }
        }

        foreach (var line in TermList.Lines("abbreviations.txt"))
        {
            var sides = line.Split('=', StringSplitOptions.TrimEntries);
            Abbreviations.Add(sides[0], VietnameseText.Words(sides[1]));
        }

        foreach (var line in TermList.Lines("weak-words.txt"))
        {
            foreach (var phrase in line.Split(','))
            {
                Weak.Add(phrase, value: true);
            }
        }
    }

    /// <summary>Other ways to say what begins there: how many words it replaces, and the phrases that are looked for besides.</summary>
    public static IEnumerable<(int Length, IReadOnlyList<string> Phrases)> At(IReadOnlyList<Word> text, int start) => Others.AllAt(text, start);

    /// <summary>How many words at that place say nothing about which product is meant.</summary>
    public static int WeakAt(IReadOnlyList<Word> text, int start) => Weak.LongestAt(text, start)?.Length ?? 0;

    /// <summary>Writes abbreviations out; the words keep the place of what was typed.</summary>
    public static List<Word> WriteOut(IReadOnlyList<Word> text)
    {
        var words = new List<Word>(text.Count);
        for (var i = 0; i < text.Count; i++)
        {
            if (Abbreviations.LongestAt(text, i) is not { } found)
            {
                words.Add(text[i]);
                continue;
            }

            var (start, last) = (text[i].Start, text[i + found.Length - 1]);
            words.AddRange(found.Value.Select(word => word with { Start = start, Length = last.End - start }));
            i += found.Length - 1;
        }

        return words;
    }

    private static void Add(string typed, string meant)
    {
        string[] phrases = meant.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var phrase in typed.Split(','))
        {
            Others.Add(phrase, phrases);
        }
    }
}
