using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Marketplace.Search.Lucene;

/// <summary>
/// The documents of one segment's frequent words, a bit each: to look whether one holds a word is then one step, where Lucene's lists take many.
/// A segment never changes, so a set is made when its word is first asked for and lives as long as the segment.
/// </summary>
internal sealed class FrequentWords
{
    /// <summary>A word is frequent when at least one document in so many holds it, and not so few that a list is as good.</summary>
    private const int OneIn = 64;
    private const int Fewest = 128;

    /// <summary>Sets kept for one segment, of an eighth of a byte for each of its documents: 32 MB for a million.</summary>
    private const int Most = 256;

    private static readonly ConditionalWeakTable<object, FrequentWords> Made = [];

    private readonly ConcurrentDictionary<(string Field, string Word), FixedBitSet> _sets = new();
    private readonly int _documents;

    private FrequentWords(int documents) => _documents = documents;

    public static FrequentWords Of(AtomicReader reader) => Made.GetValue(reader.CoreCacheKey, _ => new FrequentWords(reader.MaxDoc));

    /// <summary>The documents with the word at which <paramref name="term"/> stands, deleted ones too; null for a word that is not frequent.</summary>
    public FixedBitSet? SetOf(string field, string word, TermsEnum term)
    {
        if (term.DocFreq < Math.Max(Fewest, _documents / OneIn))
        {
            return null;
        }

        if (_sets.TryGetValue((field, word), out var set))
        {
            return set;
        }

        return _sets.Count < Most ? _sets.GetOrAdd((field, word), Read(term)) : null;
    }

    private FixedBitSet Read(TermsEnum term)
    {
        var set = new FixedBitSet(_documents);
        set.Or(term.Docs(null, null, DocsFlags.NONE));
        return set;
    }
}
