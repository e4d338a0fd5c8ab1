using System.Diagnostics;
using Lucene.Net.Index;
using Marketplace.Core.Search;
using Marketplace.Search.Answering;

namespace Marketplace.Search.Lucene;

/// <summary>
/// The embedded search engine. Versions of the index lie in numbered folders; a rebuild, also one by another process, writes
/// a new folder and then moves a pointer, which every process notices within a second. Several processes may read; one writes.
/// </summary>
public sealed class LuceneIndex : ISearchIndex, IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly IndexVersions _versions;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly SemaphoreSlim _rebuilding = new(1, 1);
    private readonly Lock _opening = new();
    private LiveVersion? _live;
    private IndexState _state = IndexState.Missing;
    private long _lastLook = long.MinValue;
    private int _lookedAt = IndexVersions.None;
    private bool _isClosed;

    /// <param name="directory">The folder of this index alone; made when it is not there.</param>
    public LuceneIndex(string directory)
        : this(new VersionsOnDisk(directory))
    {
    }

    private LuceneIndex(IndexVersions versions) => _versions = versions;

    /// <summary>An index that lives as long as the process.</summary>
    public static LuceneIndex InMemory() => new(new VersionsInMemory());

    /// <inheritdoc/>
    public bool IsShared => false;

    /// <inheritdoc/>
    /// <remarks>0 while there is no usable index.</remarks>
    public long Generation
    {
        get
        {
            Notice(now: false);
            return _state == IndexState.Ready && Using<object>(live => live.Generation) is long generation ? generation : 0;
        }
    }

    /// <inheritdoc/>
    /// <remarks>While there is no usable index nothing is found; <see cref="StatusAsync"/> tells why.</remarks>
    public Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken) => Task.FromResult(
        Read(reader => LuceneEngine.Done(new SearchRun(new LuceneEngine(reader, query, cancellationToken), query).AnswerAsync()))
            ?? new SearchPage([], HasNext: false, HasPrevious: false, query.WantTotal ? 0 : null, [], DidYouMean: null, Understanding.Nothing));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Suggestion>> SuggestAsync(SuggestQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(Read(reader => LuceneEngine.Done(new SuggestRun(new LuceneNames(reader), query).AnswerAsync())) ?? []);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IndexRejection>> ApplyAsync(IndexBatch batch, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            Notice(now: true);
            if (_state == IndexState.Missing)
            {
                Create();
            }

            var live = _state == IndexState.Ready ? _live : null;
            (live ?? throw new InvalidOperationException("The search index cannot be used as it is: rebuild it.")).Apply(batch);
            return [];
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    /// <remarks>A process that finds itself with another's rebuild goes on from its <see cref="IndexStatus.Sequence"/>.</remarks>
    public async Task<IndexRebuild> RebuildAsync(IndexSource source, IProgress<int>? written, CancellationToken cancellationToken)
    {
        await _rebuilding.WaitAsync(cancellationToken);
        var number = _versions.Next();
        var directory = _versions.Open(number);
        try
        {
            await LiveVersion.BuildAsync(directory, source, written, cancellationToken);
            await _writing.WaitAsync(cancellationToken);
            try
            {
                return new IndexRebuild(await PublishAsync(number, source, cancellationToken), []);
            }
            finally
            {
                _writing.Release();
            }
        }
        catch
        {
            _versions.Remove(number);
            throw;
        }
        finally
        {
            if (directory is not global::Lucene.Net.Store.RAMDirectory)
            {
                directory.Dispose();
            }

            _rebuilding.Release();
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<IndexEntry> EntriesAsync(CancellationToken cancellationToken) => (Read(StoredFields.Entries) ?? []).ToAsyncEnumerable();

    /// <inheritdoc/>
    public Task<IndexStatus> StatusAsync(CancellationToken cancellationToken)
    {
        Notice(now: true);
        var status = _state == IndexState.Ready ? Using(live => live.Status()) : null;
        return Task.FromResult(status ?? new IndexStatus(_state, 0, 0, 0));
    }

    public void Dispose()
    {
        lock (_opening)
        {
            _isClosed = true;
            _live?.Leave();
            _live = null;
        }

        _writing.Dispose();
        _rebuilding.Dispose();
    }

    /// <summary>Brings a rebuilt version up to what changed meanwhile and makes it the current one.</summary>
    private async Task<long> PublishAsync(int number, IndexSource source, CancellationToken cancellationToken)
    {
        var (state, fresh) = LiveVersion.Open(_versions, number);
        if (fresh is null)
        {
            throw new IOException($"The rebuilt search index cannot be read back ({state}).");
        }

        var sequence = source.Sequence;
        while (await source.ChangesAfter(sequence, cancellationToken) is { Changes.Count: > 0 } batch)
        {
            fresh.Apply(batch);
            sequence = batch.Sequence;
        }

        _versions.Publish(number);
        lock (_opening)
        {
            Replace(fresh, IndexState.Ready, number);
        }

        _versions.RemoveOld();
        return sequence;
    }

    private void Create()
    {
        var number = _versions.Next();
        using (var writer = LiveVersion.Write(_versions.Open(number), OpenMode.CREATE))
        {
            writer.SetCommitData(IndexFormat.DataOf(0));
            writer.Commit();
        }

        _versions.Publish(number);
        Notice(now: true);
    }

    private T? Read<T>(Func<DirectoryReader, T> read)
        where T : class
    {
        Notice(now: false);
        return Using(live =>
        {
            try
            {
                return live.Read(read);
            }
            catch (Exception problem) when (problem is not (OperationCanceledException or InvalidCursorException) && !live.IsSound())
            {
                _state = IndexState.Damaged;
                return null;
            }
        });
    }

    private T? Using<T>(Func<LiveVersion, T?> use)
        where T : class
    {
        while (_live is { } live)
        {
            if (!live.TryUse())
            {
                continue;
            }

            try
            {
                return use(live);
            }
            finally
            {
                live.Leave();
            }
        }

        return null;
    }

    /// <summary>Looks whether another version has become the current one, and what others have written to this one.</summary>
    private void Notice(bool now)
    {
        if (!now && _lastLook != long.MinValue && Stopwatch.GetElapsedTime(_lastLook) < Look)
        {
            return;
        }

        lock (_opening)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            _lastLook = Stopwatch.GetTimestamp();
            var current = _versions.Current;
            if (current == _lookedAt && current != IndexVersions.Unreadable)
            {
                RefreshLive();
                return;
            }

            switch (current)
            {
                case IndexVersions.None:
                    Replace(null, IndexState.Missing, current);
                    break;
                case IndexVersions.Unreadable:
                    // What is open goes on serving; only its state tells.
                    (_state, _lookedAt) = (IndexState.Damaged, current);
                    break;
                default:
                    var (state, version) = LiveVersion.Open(_versions, current);
                    Replace(version, state, current);
                    _versions.RemoveOld();
                    break;
            }
        }
    }

    private void RefreshLive()
    {
        try
        {
            _live?.Refresh();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            _state = IndexState.Damaged;
        }
    }

    private void Replace(LiveVersion? version, IndexState state, int number)
    {
        var old = _live;
        (_live, _state, _lookedAt) = (version, state, number);
        if (old is not null)
        {
            old.Closed = _versions.RemoveOld;
            old.Leave();
        }
    }
}
