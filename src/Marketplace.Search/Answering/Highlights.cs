using Marketplace.Core.Search;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Answering;

/// <summary>Cuts texts at the words that were found. The text stays as it was written.</summary>
internal static class Highlights
{
    private const int SnippetWords = 30;
    private const int WordsBefore = 6;

    /// <param name="wanted">Whether the word at that place of the text is a match; how many words it covers, 0 for none.</param>
    public static IReadOnlyList<HighlightPart> Of(string text, Func<IReadOnlyList<Word>, int, int> wanted, bool snippet)
    {
        var words = VietnameseText.Words(text);
        var matched = new bool[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            var length = wanted(words, i);
            matched.AsSpan(i, Math.Min(length, words.Count - i)).Fill(true);
        }

        var (first, last) = snippet ? Window(matched) : (0, words.Count);
        var (from, to) = (first == 0 ? 0 : words[first].Start, last >= words.Count ? text.Length : words[last - 1].End);
        var parts = new List<HighlightPart>();
        if (from > 0)
        {
            parts.Add(new HighlightPart("… ", Match: false));
        }

        for (var i = first; i < last; i++)
        {
            if (!matched[i])
            {
                continue;
            }

            var end = i;
            while (end + 1 < last && matched[end + 1])
            {
                end++;
            }

            Add(parts, text, from, words[i].Start, match: false);
            Add(parts, text, words[i].Start, words[end].End, match: true);
            (from, i) = (words[end].End, end);
        }

        Add(parts, text, from, to, match: false);
        if (to < text.Length)
        {
            parts.Add(new HighlightPart(" …", Match: false));
        }

        return parts;
    }

    /// <summary>The stretch of the text with the most matches, a few words of lead before the first.</summary>
    private static (int First, int Last) Window(bool[] matched)
    {
        if (matched.Length <= SnippetWords)
        {
            return (0, matched.Length);
        }

        var (best, most) = (0, 0);
        for (var first = 0; first < matched.Length; first++)
        {
            var count = matched.AsSpan(first, Math.Min(SnippetWords - WordsBefore, matched.Length - first)).Count(true);
            if (matched[first] && count > most)
            {
                (best, most) = (first, count);
            }
        }

        var start = Math.Clamp(best - WordsBefore, 0, matched.Length - SnippetWords);
        return (start, start + SnippetWords);
    }

    private static void Add(List<HighlightPart> parts, string text, int from, int to, bool match)
    {
        if (to > from)
        {
            parts.Add(new HighlightPart(text[from..to], match));
        }
    }
}
