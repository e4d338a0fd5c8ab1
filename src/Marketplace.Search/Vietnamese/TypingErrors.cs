namespace Marketplace.Search.Vietnamese;

/// <summary>One slip of the finger: a letter too many, too few or wrong, or two neighbours swapped.</summary>
internal static class TypingErrors
{
    /// <summary>Shorter syllables are one slip away from half the language.</summary>
    public const int ShortestWord = 5;

    /// <summary>Two short syllables together are as telling as one long word.</summary>
    public const int ShortestPair = 7;

    private const int LongPair = 10;

    /// <summary>Whether a pair of real words may be a slip for another pair: letters swapped, or in long words one letter wrong. Then no letter is lost or added.</summary>
    public static bool MayBeSlip(string pair, string meant) =>
        pair.Length == meant.Length && (pair.Length >= LongPair || pair.Order().SequenceEqual(meant.Order()));

    public static bool AreOneApart(string typed, string meant)
    {
        if (typed.Length > meant.Length)
        {
            (typed, meant) = (meant, typed);
        }

        if (meant.Length - typed.Length > 1 || typed == meant)
        {
            return false;
        }

        var from = typed.AsSpan().CommonPrefixLength(meant);
        var rest = typed.AsSpan(from);
        var other = meant.AsSpan(from);
        if (rest.Length < other.Length)
        {
            return rest.SequenceEqual(other[1..]);
        }

        return rest[1..].SequenceEqual(other[1..])
            || (rest.Length > 1 && rest[0] == other[1] && rest[1] == other[0] && rest[2..].SequenceEqual(other[2..]));
    }
}
