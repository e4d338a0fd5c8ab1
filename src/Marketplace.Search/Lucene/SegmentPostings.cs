using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Marketplace.Search.Lucene;

/// <summary>
/// The words of one segment that searches have asked for, in memory: whether a document holds one, and where it stands there, is then a step or two,
/// where Lucene's lists take many and read the disk's pages. A segment never changes, so a word is read when it is first asked for and lives as long
/// as the segment. When there is no more room, other words are read from the lists each time.
/// </summary>
internal sealed class SegmentPostings
{
    /// <summary>All words of the names of real products need some 600 bytes for each document.</summary>
    private const long BytesPerDocument = 1024;
    private const long EntrySize = 200;

    /// <summary>At least one document in so many holds a frequent word.</summary>
    private const int OneIn = 64;

    private static readonly ConditionalWeakTable<object, SegmentPostings> Made = [];

    private readonly ConcurrentDictionary<(string Field, string Text), Postings> _held = new();
    private readonly int _documents;
    private long _left;

    /// <param name="room">Bytes that may be held.</param>
    public SegmentPostings(int documents, long room) => (_documents, _left) = (documents, room);

    /// <summary>Null when no document of the segment holds the word.</summary>
    public static Postings? Find(AtomicReader reader, string field, string text) =>
        Made.GetValue(reader.CoreCacheKey, _ => new SegmentPostings(reader.MaxDoc, RoomFor(reader.MaxDoc))).FindIn(reader, field, text);

    /// <inheritdoc cref="Find"/>
    public Postings? FindIn(AtomicReader reader, string field, string text)
    {
        if (_held.TryGetValue((field, text), out var kept))
        {
            return kept;
        }

        if (reader.GetTerms(field)?.GetEnumerator() is not { } term || !term.SeekExact(new BytesRef(text)))
        {
            return null;
        }

        var isFrequent = term.DocFreq >= _documents / OneIn;
        var bytes = EntrySize + HeldPostings.BytesOf(term, _documents, isFrequent);
        if (Volatile.Read(ref _left) < bytes)
        {
            return new LucenePostings(term);
        }

        HeldPostings postings = isFrequent ? new DensePostings(_documents, term) : new SparsePostings(term);
        if (_held.TryAdd((field, text), postings))
        {
            Interlocked.Add(ref _left, -bytes);
        }

        return postings;
    }

    private static long RoomFor(int documents) => Math.Min((documents + 1024) * BytesPerDocument, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 8);
}
