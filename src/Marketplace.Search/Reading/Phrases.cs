using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Reading;

/// <summary>A dictionary of phrases that is looked up from a place in a text. Marks that were typed must be right; marks that were left out may be.</summary>
internal sealed class Phrases<T>
{
    private readonly Dictionary<string, List<(Word[] Words, T Value)>> _byFolded = [];
    private int _longest;

    public void Add(string phrase, T value)
    {
        Word[] words = [.. VietnameseText.Words(phrase)];
        if (words.Length == 0)
        {
            return;
        }

        var key = Key(words, 0, words.Length);
        if (!_byFolded.TryGetValue(key, out var entries))
        {
            _byFolded.Add(key, entries = []);
        }

        entries.Add((words, value));
        _longest = Math.Max(_longest, words.Length);
    }

    /// <summary>The longest phrase that begins there.</summary>
    public (int Length, T Value)? LongestAt(IReadOnlyList<Word> text, int start)
    {
        foreach (var found in AllAt(text, start))
        {
            return found;
        }

        return null;
    }

    /// <summary>All phrases that begin there, longest first.</summary>
    public IEnumerable<(int Length, T Value)> AllAt(IReadOnlyList<Word> text, int start)
    {
        for (var length = Math.Min(_longest, text.Count - start); length > 0; length--)
        {
            foreach (var (words, value) in _byFolded.GetValueOrDefault(Key(text, start, length), []))
            {
                if (IsMeant(words, text, start))
                {
                    yield return (length, value);
                }
            }
        }
    }

    private static bool IsMeant(Word[] phrase, IReadOnlyList<Word> text, int start)
    {
        // A single syllable without its marks may be half a dozen words: "na" is a fruit, "nà" is not.
        var exact = phrase.Length == 1;
        for (var i = 0; i < phrase.Length; i++)
        {
            var typed = text[start + i];
            if ((exact || typed.HasMarks) && typed.Marked != phrase[i].Marked)
            {
                return false;
            }
        }

        return true;
    }

    private static string Key(IReadOnlyList<Word> words, int start, int length) =>
        length == 1 ? words[start].Folded : string.Join(' ', Enumerable.Range(start, length).Select(i => words[i].Folded));
}
