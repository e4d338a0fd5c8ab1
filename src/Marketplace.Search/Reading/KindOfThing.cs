using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Reading;

/// <summary>The words of a text that say what kind of thing is wanted: "kẹo dừa" in "kẹo dừa sầu riêng".</summary>
/// <param name="Units">Their places among the units.</param>
/// <param name="IsCertain">They are known as a kind of thing, and not merely where the noun usually stands.</param>
internal sealed record KindOfThing(int[] Units, bool IsCertain)
{
    public static readonly KindOfThing Unknown = new([], IsCertain: false);

    /// <summary>
    /// A shelf's name if there is one, else words with which products' names begin; else the first word in Vietnamese and
    /// the last in English, where the noun stands.
    /// </summary>
    public static KindOfThing In(QueryReading reading, IIndexWords index)
    {
        int[] plain = [.. Enumerable.Range(0, reading.Units.Count).Where(i => reading.Units[i] is { Name: null, IsWeak: false })];
        if (plain.Length == 0)
        {
            return Unknown;
        }

        for (var length = plain.Length; length > 0; length--)
        {
            for (var start = 0; start + length <= plain.Length; start++)
            {
                // One word is taken for a shelf only where the noun stands: "gao dua" has a shell (gáo) in it and no rice (gạo).
                var isNounsPlace = start == 0 || start + length == plain.Length;
                if ((length > 1 || isNounsPlace) && index.IsShelf(TextOf(plain.AsSpan(start, length), reading.HasMarks)))
                {
                    return new KindOfThing(plain[start..(start + length)], IsCertain: true);
                }
            }
        }

        var isEnglish = !reading.HasMarks && plain.Count(i => !Syllable.IsFolded(FoldedOf(i))) * 2 > plain.Length;
        var noun = isEnglish ? plain[Math.Max(0, plain.Length - 2)..] : plain[..Math.Min(2, plain.Length)];
        return index.IsNoun(TextOf(noun, marked: false)) ? new KindOfThing(noun, IsCertain: true) : new KindOfThing([isEnglish ? plain[^1] : plain[0]], IsCertain: false);

        string FoldedOf(int unit) => reading.Units[unit].Words[0].Folded;

        string TextOf(ReadOnlySpan<int> units, bool marked)
        {
            var words = new List<string>(units.Length);
            foreach (var unit in units)
            {
                words.Add(marked ? reading.Units[unit].Words[0].Marked : FoldedOf(unit));
            }

            return string.Join(' ', words);
        }
    }
}
