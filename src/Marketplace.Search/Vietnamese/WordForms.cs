using System.Collections.Concurrent;

namespace Marketplace.Search.Vietnamese;

/// <summary>
/// Remembers the forms of words as they were written: Vietnamese has some seven thousand syllables, and texts are made of the same few hundred.
/// Words that nobody repeats may fill it; then it begins anew, and what people repeat is back at once.
/// </summary>
internal sealed class WordForms(Func<string, string> mark)
{
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, (string Marked, string Folded)> _known = new(StringComparer.Ordinal);
    private int _count;

    public (string Marked, string Folded) Of(ReadOnlySpan<char> written)
    {
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(written, out var forms))
        {
            return forms;
        }

        var text = written.ToString();
        var marked = mark(text);
        forms = (marked, VietnameseText.Fold(marked));
        if (text.Length > VietnameseText.LongestWord)
        {
            return forms;
        }

        if (_known.TryAdd(text, forms) && Interlocked.Increment(ref _count) > Most)
        {
            _known.Clear();
            Interlocked.Exchange(ref _count, 0);
        }

        return forms;
    }
}
