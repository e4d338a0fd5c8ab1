using Marketplace.Search.Lucene;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Reading;

/// <summary>Other readings of a text that finds nothing, likeliest first: Telex, VNI, joined words, typing errors.</summary>
internal static class Corrections
{
    private delegate IEnumerable<Word> Step(IReadOnlyList<Word> words, IndexWords index);

    private static readonly Step[] Steps = [Telex, Vni, Split, FixWords, FixPairs];

    /// <summary>Each step works on what the ones before it made, so that a text may hold several kinds of slips.</summary>
    public static IEnumerable<string> Of(string text, IndexWords index)
    {
        IReadOnlyList<Word> words = VietnameseText.Words(text, QueryReader.MostWords);
        foreach (var step in Steps)
        {
            Word[] changed = [.. step(words, index).Take(QueryReader.MostWords)];
            if (!changed.Select(word => word.Marked).SequenceEqual(words.Select(word => word.Marked)))
            {
                words = changed;
                yield return string.Join(' ', words.Select(word => word.Marked));
            }
        }
    }

    private static IEnumerable<Word> Telex(IReadOnlyList<Word> words, IndexWords index) => Decode(words, index, TypedKeys.Telex);

    private static IEnumerable<Word> Vni(IReadOnlyList<Word> words, IndexWords index) => Decode(words, index, TypedKeys.Vni);

    private static IEnumerable<Word> Decode(IReadOnlyList<Word> words, IndexWords index, Func<string, string?> decode) =>
        words.Select(word => !word.HasMarks && decode(word.Marked) is { } meant && IsMeant(word, Word.Of(meant), index) ? Word.Of(meant) : word);

    /// <summary>A single key at the end may be part of a foreign word ("box" is not "bõ"): then the very word with its marks must be known.</summary>
    private static bool IsMeant(Word typed, Word meant, IndexWords index) =>
        index.KnowsMarked(meant.Marked)
        || (index.Knows(meant) && (typed.Marked.Any(char.IsAsciiDigit) || typed.Marked.Length - meant.Folded.Length > 1));

    private static IEnumerable<Word> Split(IReadOnlyList<Word> words, IndexWords index) =>
        words.SelectMany(word => index.Knows(word) ? [word] : JoinedWords.Split(word, index) ?? [word]);

    private static IEnumerable<Word> FixWords(IReadOnlyList<Word> words, IndexWords index) =>
        words.Select(word => word.Folded.Length >= TypingErrors.ShortestWord && !index.Knows(word) && index.Nearest(word.Folded) is { } meant ? Word.Of(meant) : word);

    /// <summary>Slips inside short syllables show only in company: no product has "sua rieng" in a row, but "sau rieng" many have.</summary>
    private static Word[] FixPairs(IReadOnlyList<Word> words, IndexWords index)
    {
        var corrected = words.ToArray();
        for (var i = 0; i + 1 < corrected.Length; i++)
        {
            var pair = corrected[i].Folded + ' ' + corrected[i + 1].Folded;
            if (pair.Length > TypingErrors.ShortestPair && !index.KnowsPair(pair) && index.NearestPair(corrected[i], corrected[i + 1]) is { } meant)
            {
                var parts = meant.Split(' ');
                corrected[i] = Keep(corrected[i], parts[0]);
                corrected[i + 1] = Keep(corrected[i + 1], parts[1]);
            }
        }

        return corrected;
    }

    private static Word Keep(Word typed, string meant) => typed.Folded == meant ? typed : Word.Of(meant);
}
