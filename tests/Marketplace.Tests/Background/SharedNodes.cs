using System.Collections.Concurrent;
using Marketplace.Api.Background;
using Marketplace.Api.Catalogue;
using Marketplace.Api.Search;
using Marketplace.Api.Telemetry;
using Marketplace.Core.Search;
using Marketplace.Data;
using Marketplace.Data.Import;
using Marketplace.Data.Sqlite;
using Marketplace.Search.Lucene;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Marketplace.Tests.Background;

/// <summary>One database and one index that several nodes share, with a clock that a test moves.</summary>
internal sealed class SharedNodes : IDbContextFactory<MarketplaceDb>, IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shared-nodes-");
    private readonly ServiceProvider _services;
    private readonly List<Node> _nodes = [];

    private SharedNodes() => _services = new ServiceCollection().AddMetrics().AddSingleton<TimeProvider>(Clock).AddTransient<OutboxMetrics>().BuildServiceProvider();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));

    public SqlCounter Sql { get; } = new() { CountsLookOuts = true };

    public SharedTestIndex Index { get; } = new();

    public OutboxMetrics Metrics => _services.GetRequiredService<OutboxMetrics>();

    /// <summary>With the shipped catalogue, built by a node that is gone since.</summary>
    public static async Task<SharedNodes> CreateAsync()
    {
        var nodes = new SharedNodes();
        await using var db = nodes.CreateDbContext();
        await db.Database.MigrateAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL");
        await new CatalogueImport(db, nodes.Clock).RunAsync(ImportFiles.Shipped(), CancellationToken.None);
        Assert.True(await nodes.Add().Work.RebuildAsync(written: null, CancellationToken.None));
        return nodes;
    }

    public Node Add()
    {
        var node = new Node(this);
        _nodes.Add(node);
        return node;
    }

    public MarketplaceDb CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<MarketplaceDb>();
        options.UseMarketplaceSqlite(new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder.FullName, "shared.db"), DefaultTimeout = 30 }.ToString())
            .UseApplicationServiceProvider(_services).AddInterceptors(Sql);
        return new MarketplaceDb(options.Options);
    }

    public async Task ChangeAsync(Func<MarketplaceDb, Task> change)
    {
        await using var db = CreateDbContext();
        await change(db);
        await db.SaveChangesAsync();
    }

    /// <summary>What the index should hold, against what it holds.</summary>
    public async Task<IReadOnlyCollection<Guid>> DriftAsync()
    {
        var should = await new IndexBuilder(this, Index).EverythingAsync(CancellationToken.None).ToDictionaryAsync(document => document.Id, document => document.Fingerprint);
        var holds = await Index.EntriesAsync(CancellationToken.None).ToDictionaryAsync(entry => entry.Id, entry => entry.Fingerprint);
        return [.. should.Keys.Union(holds.Keys).Where(id => should.GetValueOrDefault(id) != holds.GetValueOrDefault(id))];
    }

    public async ValueTask DisposeAsync()
    {
        _nodes.ForEach(node => node.Cache.Dispose());
        Index.Dispose();
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}

/// <summary>One host's part of the work.</summary>
internal sealed class Node
{
    public Node(SharedNodes shared)
    {
        Lag = new IndexLag(shared.Metrics);
        var builder = new IndexBuilder(shared, shared.Index);
        var letters = new DeadLetterBox(shared, Lag, shared.Clock, NullLogger<DeadLetterBox>.Instance);
        Cache = new CatalogueCache(shared);
        Work = new SharedIndexWork(shared, builder, new IndexWriter(shared.Index, letters, Lag), letters, Lag, shared.Clock, NullLogger<SharedIndexWork>.Instance);
        Follower = new SharedIndex(shared, shared.Index, Work, Cache, builder, Lag, shared.Clock, NullLogger<SharedIndex>.Instance);
    }

    public CatalogueCache Cache { get; }

    public IndexLag Lag { get; }

    public SharedIndexWork Work { get; }

    public SharedIndex Follower { get; }

    /// <summary>Follows until there is nothing to do at this moment.</summary>
    public async Task FollowAsync()
    {
        while (await Follower.FollowAsync(TestContext.Current.CancellationToken))
        {
            // There may be more.
        }
    }
}

/// <summary>A real index that all nodes write to: it keeps what it holds under a higher version, says what was applied, and fails when told to.</summary>
internal sealed class SharedTestIndex : ISearchIndex, IDisposable
{
    private readonly LuceneIndex _index;
    private readonly SemaphoreSlim _one = new(1, 1);
    private Dictionary<Guid, long> _versions = [];
    private long _forgotten;

    public SharedTestIndex()
        : this(LuceneIndex.InMemory())
    {
    }

    public SharedTestIndex(LuceneIndex index) => _index = index;

    public bool IsShared => true;

    /// <summary>How often it was searched, also when that failed.</summary>
    public int Asked { get; private set; }

    public long Generation => _index.Generation + _forgotten;

    /// <summary>Every change that was taken or passed over, in order.</summary>
    public ConcurrentQueue<(IndexChange Change, bool Taken)> Applied { get; } = new();

    public int Rebuilds { get; private set; }

    public bool IsAway { get; set; }

    /// <summary>Called with each batch before it is written, outside of any lock; may wait, and may throw.</summary>
    public Func<IndexBatch, Task>? Before { get; set; }

    public HashSet<Guid> Rejects { get; } = [];

    public async Task<IReadOnlyList<IndexRejection>> ApplyAsync(IndexBatch batch, CancellationToken cancellationToken)
    {
        RefuseWhenAway();
        if (Before is { } before)
        {
            await before(batch);
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            var taken = batch.Changes.Where(change => !Rejects.Contains(change.Id) && change.Version >= _versions.GetValueOrDefault(change.Id)).ToList();
            foreach (var change in batch.Changes)
            {
                Applied.Enqueue((change, taken.Contains(change)));
            }

            taken.ForEach(change => _versions[change.Id] = change.Version);
            await _index.ApplyAsync(batch with { Changes = taken }, cancellationToken);
            return [.. batch.Changes.Where(change => Rejects.Contains(change.Id)).Select(change => new IndexRejection(change.Id, "mapping conflict"))];
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task<IndexRebuild> RebuildAsync(IndexSource source, IProgress<int>? written, CancellationToken cancellationToken)
    {
        RefuseWhenAway();
        Rebuilds++;
        var rebuilt = await _index.RebuildAsync(source, written, cancellationToken);
        _versions = [];
        return rebuilt;
    }

    public Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        Asked++;
        RefuseWhenAway();
        return _index.SearchAsync(query, cancellationToken);
    }

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(SuggestQuery query, CancellationToken cancellationToken)
    {
        RefuseWhenAway();
        return _index.SuggestAsync(query, cancellationToken);
    }

    public IAsyncEnumerable<IndexEntry> EntriesAsync(CancellationToken cancellationToken) => _index.EntriesAsync(cancellationToken);

    public async Task<IndexStatus> StatusAsync(CancellationToken cancellationToken) =>
        IsAway ? new IndexStatus(IndexState.Unreachable, 0, 0, 0, "nobody answers") : await _index.StatusAsync(cancellationToken);

    /// <summary>Lets nobody answer from memory.</summary>
    public void Forget() => _forgotten++;

    public void Dispose()
    {
        _index.Dispose();
        _one.Dispose();
    }

    private void RefuseWhenAway()
    {
        if (IsAway)
        {
            throw new SearchUnavailableException("nobody answers");
        }
    }
}
