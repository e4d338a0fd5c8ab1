using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Reading;

/// <summary>Another reading of a text.</summary>
/// <param name="Steps">How many of the ways to read it have been tried.</param>
internal sealed record Correction(IReadOnlyList<Word> Words, int Steps)
{
    public string Text => string.Join(' ', Words.Select(word => word.Marked));
}

/// <summary>Other readings of a text that finds nothing, likeliest first: Telex, VNI, joined words, typing errors.</summary>
internal static class Corrections
{
    private delegate IEnumerable<Word> Step(IReadOnlyList<Word> words, IIndexWords index);

    private static readonly Step[] Steps = [Telex, Vni, Split, FixWords, FixPairs];

    /// <summary>The text as it stands, before anything is corrected.</summary>
    public static Correction Of(string text) => new(VietnameseText.Words(text, QueryReader.MostWords), Steps: 0);

    /// <summary>The next other reading; null when there is none. Each step works on what the ones before it made, so that a text may hold several kinds of slips.</summary>
    public static Correction? Next(Correction before, IIndexWords index)
    {
        for (var step = before.Steps; step < Steps.Length; step++)
        {
            Word[] changed = [.. Steps[step](before.Words, index).Take(QueryReader.MostWords)];
            if (!changed.Select(word => word.Marked).SequenceEqual(before.Words.Select(word => word.Marked)))
            {
                return new Correction(changed, step + 1);
            }
        }

        return null;
    }

    private static IEnumerable<Word> Telex(IReadOnlyList<Word> words, IIndexWords index) => Decode(words, index, TypedKeys.Telex);

    private static IEnumerable<Word> Vni(IReadOnlyList<Word> words, IIndexWords index) => Decode(words, index, TypedKeys.Vni);

    private static IEnumerable<Word> Decode(IReadOnlyList<Word> words, IIndexWords index, Func<string, string?> decode) =>
        words.Select(word => !word.HasMarks && decode(word.Marked) is { } meant && IsMeant(word, Word.Of(meant), index) ? Word.Of(meant) : word);

    /// <summary>A single key at the end may be part of a foreign word ("box" is not "bõ"): then the very word with its marks must be known.</summary>
    private static bool IsMeant(Word typed, Word meant, IIndexWords index) =>
        index.KnowsMarked(meant.Marked)
        || (index.Knows(meant) && (typed.Marked.Any(char.IsAsciiDigit) || typed.Marked.Length - meant.Folded.Length > 1));

    private static IEnumerable<Word> Split(IReadOnlyList<Word> words, IIndexWords index) =>
        words.SelectMany(word => index.Knows(word) ? [word] : JoinedWords.Split(word, index) ?? [word]);

    private static IEnumerable<Word> FixWords(IReadOnlyList<Word> words, IIndexWords index) =>
        words.Select(word => word.Folded.Length >= TypingErrors.ShortestWord && !index.Knows(word) && index.Nearest(word.Folded) is { } meant ? Word.Of(meant) : word);

    /// <summary>Slips inside short syllables show only in company: no product has "sua rieng" in a row, but "sau rieng" many have.</summary>
    private static Word[] FixPairs(IReadOnlyList<Word> words, IIndexWords index)
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
