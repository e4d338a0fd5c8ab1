using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Reading;

/// <summary>Takes words apart that were typed as one: "keodua", "saurieng".</summary>
internal static class JoinedWords
{
    private const int LongestJoined = 40;
    private const int MostParts = 6;

    /// <summary>The fewest words of the index that together spell it and stand next to each other in some product; null when there are none.</summary>
    public static IReadOnlyList<Word>? Split(Word joined, IIndexWords index)
    {
        // Taken apart in the folded form: marks move nothing, and both forms have the same length.
        var (folded, marked) = (joined.Folded, joined.Marked);
        if (folded.Length is < 4 or > LongestJoined || folded.Length != marked.Length)
        {
            return null;
        }

        var best = new List<int>?[folded.Length + 1];
        best[0] = [];
        for (var end = 2; end <= folded.Length; end++)
        {
            for (var start = 0; start <= end - 2; start++)
            {
                if (best[start] is { Count: < MostParts } before
                    && (best[end] is null || before.Count + 1 < best[end]!.Count)
                    && index.KnowsFolded(folded[start..end])
                    && (before.Count == 0 || index.KnowsPair(folded[before[^1]..start] + ' ' + folded[start..end])))
                {
                    best[end] = [.. before, start];
                }
            }
        }

        return best[^1] is { Count: > 1 } starts
            ? [.. starts.Select((start, i) => Word.Of(marked[start..(i + 1 < starts.Count ? starts[i + 1] : folded.Length)]))]
            : null;
    }
}
