using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Marketplace.Core.Search;
using Directory = Lucene.Net.Store.Directory;

namespace Marketplace.Search.Lucene;

/// <summary>One opened version of the index. It is closed when it has been replaced and its last search has ended.</summary>
internal sealed class LiveVersion : IDisposable
{
    private const double BufferMegabytes = 64;
    private const int MostSegments = 1000;
    private readonly Directory _directory;
    private readonly SearcherManager _searchers;
    private IndexWriter? _writer;

    /// <summary>What this writer has committed last. A commit in which no document changed opens no new reader, and an old one does not know of it.</summary>
    private long? _applied;
    private int _users = 1;

    private LiveVersion(int number, Directory directory)
    {
        (Number, _directory) = (number, directory);
        _searchers = new SearcherManager(directory, new Warm());
    }

    public int Number { get; }

    /// <summary>Called when the last search has left a version that was replaced.</summary>
    public Action? Closed { get; set; }

    /// <summary>Opens a version and reads all of its files once: a broken one is found here and not by a buyer.</summary>
    public static (IndexState State, LiveVersion? Version) Open(IndexVersions versions, int number)
    {
        var directory = versions.Open(number);
        try
        {
            using (var reader = DirectoryReader.Open(directory))
            {
                if (!IndexFormat.IsCurrent(reader.IndexCommit.UserData))
                {
                    return (IndexState.Outdated, null);
                }

                foreach (var segment in reader.Leaves)
                {
                    ((SegmentReader)segment.AtomicReader).CheckIntegrity();
                }
            }

            return (IndexState.Ready, new LiveVersion(number, directory));
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // Whatever a broken file makes the library throw, to the caller it is one thing.
            return (IndexState.Damaged, null);
        }
    }

    /// <summary>Makes an empty version with a writer that the caller fills and closes.</summary>
    public static IndexWriter Write(Directory directory, OpenMode mode, MergePolicy? merges = null)
    {
        var settings = new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer()) { OpenMode = mode, RAMBufferSizeMB = BufferMegabytes };
        settings.MergePolicy = merges ?? settings.MergePolicy;
        try
        {
            return new IndexWriter(directory, settings);
        }
        catch (LockObtainFailedException held)
        {
            throw new InvalidOperationException($"The search index in {directory} is being written by another process. Stop that process, or give this one a directory of its own.", held);
        }
    }

    /// <summary>Writes everything that there is into a version that nobody searches yet.</summary>
    public static async Task BuildAsync(Directory directory, IndexSource source, IProgress<int>? written, CancellationToken cancellationToken)
    {
        using var writer = Write(directory, OpenMode.CREATE, OnceAtTheEnd());
        var count = 0;
        var counting = new System.Threading.Lock();
        await Parallel.ForEachAsync(source.Documents, cancellationToken, async (document, _) =>
        {
            // Requests that wait for a thread come between two documents.
            await Task.Yield();
            writer.UpdateDocument(new Term(DocumentFields.Key, DocumentFields.KeyOf(document.Id)), DocumentFields.Of(document));
            lock (counting)
            {
                written?.Report(++count);
            }
        });

        // One segment is the fastest to search; later changes add small ones.
        writer.ForceMerge(1);
        writer.SetCommitData(IndexFormat.DataOf(source.Sequence));
        writer.Commit();
    }

    /// <summary>Nobody searches what is being built: merged once at its end, each document is written twice, however many there are.</summary>
    private static TieredMergePolicy OnceAtTheEnd() => new() { SegmentsPerTier = MostSegments, MaxMergeAtOnce = MostSegments, MaxMergeAtOnceExplicit = MostSegments };

    public void Apply(IndexBatch batch)
    {
        _writer ??= Write(_directory, OpenMode.APPEND);
        foreach (var change in batch.Changes)
        {
            var key = new Term(DocumentFields.Key, DocumentFields.KeyOf(change.Id));
            if (change.Document is null)
            {
                _writer.DeleteDocuments(key);
            }
            else
            {
                _writer.UpdateDocument(key, DocumentFields.Of(change.Document));
            }
        }

        _writer.SetCommitData(IndexFormat.DataOf(batch.Sequence));
        _writer.Commit();
        _applied = batch.Sequence;
        _searchers.MaybeRefreshBlocking();
    }

    /// <summary>Sees what another process has committed to this version.</summary>
    public void Refresh() => _searchers.MaybeRefresh();

    public T Read<T>(Func<DirectoryReader, T> read)
    {
        var searcher = _searchers.Acquire();
        try
        {
            return read((DirectoryReader)searcher.IndexReader);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    public IndexStatus Status() => Read(reader => new IndexStatus(
        IndexState.Ready,
        _applied ?? IndexFormat.SequenceOf(reader.IndexCommit.UserData),
        Count(reader, DocumentFields.ProductKind),
        Count(reader, DocumentFields.ProducerKind)));

    /// <summary>The version's number, and within it the reader's: rises with both.</summary>
    public long Generation => Read(reader => ((long)Number << 32) + reader.Version);

    public bool IsSound()
    {
        try
        {
            return Read(reader =>
            {
                foreach (var segment in reader.Leaves)
                {
                    ((SegmentReader)segment.AtomicReader).CheckIntegrity();
                }

                return true;
            });
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return false;
        }
    }

    /// <summary>False when it has been closed meanwhile: then there is a newer one.</summary>
    public bool TryUse()
    {
        for (var users = Volatile.Read(ref _users); users > 0; users = Volatile.Read(ref _users))
        {
            if (Interlocked.CompareExchange(ref _users, users + 1, users) == users)
            {
                return true;
            }
        }

        return false;
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            Dispose();
        }
    }

    public void Dispose()
    {
        try
        {
            _writer?.Dispose();
        }
        catch (IOException)
        {
            // All that was applied has been committed; a folder that is gone takes nothing with it.
        }

        _searchers.Dispose();
        if (_directory is not RAMDirectory)
        {
            _directory.Dispose();
        }

        Closed?.Invoke();
    }

    private static int Count(IndexReader reader, string kind)
    {
        var count = new TotalHitCountCollector();
        new IndexSearcher(reader).Search(new TermQuery(new Term(DocumentFields.Kind, kind)), count);
        return count.TotalHits;
    }

    /// <summary>Reads the columns of new segments before anybody searches them: of a merged one they take as long as it is large.</summary>
    private sealed class Warm : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader)
        {
            foreach (var segment in reader.Leaves)
            {
                SegmentColumns.Of(segment.AtomicReader);
            }

            return base.NewSearcher(reader);
        }
    }
}
