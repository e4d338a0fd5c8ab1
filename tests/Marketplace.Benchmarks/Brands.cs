namespace Marketplace.Benchmarks;

/// <summary>Words that no product has yet: invented from sounds that Vietnamese brands are made of. Numbers that follow one another give unlike words.</summary>
internal static class Brands
{
    private static readonly string[] Onsets =
        ["b", "c", "ch", "d", "g", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s", "t", "th", "tr", "v", "vi", "x"];

    private static readonly string[] Rimes =
        ["a", "ac", "ai", "an", "ang", "ao", "at", "e", "en", "et", "im", "in", "inh", "it", "o", "oc", "on", "ong", "ot", "u", "un", "ung", "ut", "y"];

    private static readonly int Syllables = Onsets.Length * Rimes.Length;

    public static string Of(int number)
    {
        // A step that shares no divisor with the number of words meets each of them once.
        const long Step = 104_729;
        var words = (long)Syllables * Syllables;
        var at = number * Step % words;
        var word = Syllable(at / Syllables) + Syllable(at % Syllables) + (number < words ? "" : Syllable(number / words));
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    private static string Syllable(long number) => Onsets[number / Rimes.Length % Onsets.Length] + Rimes[number % Rimes.Length];
}
