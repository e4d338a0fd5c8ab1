using Marketplace.Api.Background;
using Marketplace.Api.Catalogue;
using Marketplace.Api.Search;
using Marketplace.Core.Search;
using Marketplace.Data.Outbox;
using Marketplace.Search.Lucene;
using Marketplace.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Marketplace.Tests.Background;

/// <summary>Nodes with an index of their own catch up by number, and the outbox lets go only of what it may.</summary>
public sealed class OutboxTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_node_catches_up_by_number_without_building_anew()
    {
        await using var shared = await SharedNodes.CreateAsync();
        using var first = new EmbeddedNode(shared);
        using var second = new EmbeddedNode(shared);
        await first.FollowAsync();
        await second.FollowAsync();
        await RenameAsync(shared, "Kẹo mới");

        await first.FollowAsync();
        var behind = await second.DriftAsync(shared);
        await second.FollowAsync();

        Assert.Single(behind);
        Assert.Empty(await first.DriftAsync(shared));
        Assert.Empty(await second.DriftAsync(shared));
        Assert.Equal((1, 1), (first.Builds, second.Builds));
    }

    [Fact]
    public async Task Whoever_follows_is_woken_when_the_change_can_be_seen_and_not_before()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var signal = new OutboxSignal();
        await using var db = database.Open(signal);
        await using var transaction = await db.Database.BeginTransactionAsync(Stop);
        db.Outbox.Add(OutboxMessage.Of(OutboxSubject.Product, Guid.Empty, database.Clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(Stop);

        var woken = signal.WaitAsync(TimeSpan.FromDays(1), TimeProvider.System, Stop);
        Assert.False(woken.IsCompleted);

        await transaction.CommitAsync(Stop);
        await woken.WaitAsync(TimeSpan.FromMinutes(1), Stop);

        Assert.Equal(1, await db.Outbox.CountAsync(Stop));
    }

    [Fact]
    public async Task An_index_that_is_older_than_the_outbox_is_built_anew()
    {
        await using var shared = await SharedNodes.CreateAsync();
        using var node = new EmbeddedNode(shared);
        await node.FollowAsync();
        await RenameAsync(shared, "Kẹo mới");
        await shared.Add().FollowAsync();
        shared.Clock.Advance(OutboxPruning.Kept + TimeSpan.FromDays(1));
        await RenameAsync(shared, "Kẹo mới nhất");
        await shared.Add().FollowAsync();

        Assert.True(await PruneAsync(shared, shared.Index) > 300);
        using var late = new EmbeddedNode(shared, node);
        await late.FollowAsync();

        Assert.Equal(2, node.Builds);
        Assert.Empty(await late.DriftAsync(shared));
    }

    [Fact]
    public async Task An_index_that_is_ahead_of_its_restored_database_is_built_anew()
    {
        await using var shared = await SharedNodes.CreateAsync();
        using var node = new EmbeddedNode(shared);
        await node.FollowAsync();
        await node.Index.ApplyAsync(new IndexBatch([], 100_000), Stop);

        using var restarted = new EmbeddedNode(shared, node);
        await restarted.FollowAsync();

        Assert.Equal(2, node.Builds);
    }

    [Fact]
    public async Task What_a_share_has_not_followed_is_kept_however_old_it_is()
    {
        await using var shared = await SharedNodes.CreateAsync();
        await shared.Add().FollowAsync();
        await RenameAsync(shared, "Kẹo mới");
        shared.Clock.Advance(OutboxPruning.Kept + TimeSpan.FromDays(1));

        await PruneAsync(shared, shared.Index);
        await shared.Add().FollowAsync();

        Assert.Empty(await shared.DriftAsync());
    }

    [Fact]
    public async Task A_shared_index_that_nobody_has_used_for_long_holds_no_rows_and_is_built_anew()
    {
        await using var shared = await SharedNodes.CreateAsync();
        await shared.Add().FollowAsync();
        await RenameAsync(shared, "Kẹo mới");
        shared.Clock.Advance(OutboxPruning.Kept + TimeSpan.FromDays(1));
        using var embedded = LuceneIndex.InMemory();

        Assert.True(await PruneAsync(shared, embedded) > 300);
        await shared.Add().FollowAsync();

        Assert.Equal(2, shared.Index.Rebuilds);
        Assert.Empty(await shared.DriftAsync());
    }

    [Fact]
    public async Task The_newest_row_stays_so_that_numbers_go_on()
    {
        await using var shared = await SharedNodes.CreateAsync();
        await shared.Add().FollowAsync();
        await using var db = shared.CreateDbContext();
        var last = await db.LastOutboxSequenceAsync(Stop);
        shared.Clock.Advance(OutboxPruning.Kept + TimeSpan.FromDays(1));

        await PruneAsync(shared, shared.Index);

        Assert.Equal((last, last), (await db.LastOutboxSequenceAsync(Stop), await db.OldestOutboxSequenceAsync(Stop)));
    }

    private static async Task<int> PruneAsync(SharedNodes shared, ISearchIndex index)
    {
        using var pruning = new OutboxPruning(shared, index, shared.Clock, NullLogger<OutboxPruning>.Instance);
        return await pruning.PruneAsync(Stop);
    }

    private static Task RenameAsync(SharedNodes shared, string name) =>
        shared.ChangeAsync(async db => (await db.Products.SingleAsync(product => product.Slug == "keo-dua-sau-rieng-dong-a", Stop)).Name = new(name));

    /// <summary>A host with an index of its own, or one that was started again over the index of another.</summary>
    private sealed class EmbeddedNode : IDisposable
    {
        private readonly CatalogueCache _cache;
        private readonly EmbeddedIndex _follower;
        private readonly BuildCounter _counter;

        public EmbeddedNode(SharedNodes shared, EmbeddedNode? before = null)
        {
            _counter = before?._counter ?? new BuildCounter(LuceneIndex.InMemory());
            _cache = new CatalogueCache(shared);
            var lag = new IndexLag(shared.Metrics);
            var letters = new DeadLetterBox(shared, lag, shared.Clock, NullLogger<DeadLetterBox>.Instance);
            _follower = new EmbeddedIndex(
                shared, _counter, new IndexBuilder(shared, _counter), new IndexWriter(_counter, letters, lag), letters, _cache, lag, NullLogger<EmbeddedIndex>.Instance);
        }

        public ISearchIndex Index => _counter;

        public int Builds => _counter.Builds;

        public async Task FollowAsync()
        {
            while (await _follower.FollowAsync(Stop))
            {
                // There may be more.
            }
        }

        public async Task<IReadOnlyList<DriftedThing>> DriftAsync(SharedNodes shared)
        {
            var should = await new IndexBuilder(shared, Index).EverythingAsync(Stop).ToListAsync(Stop);
            var holds = await Index.EntriesAsync(Stop).ToDictionaryAsync(entry => entry.Id, entry => entry.Fingerprint, cancellationToken: Stop);
            return
            [
                .. should.Where(document => holds.GetValueOrDefault(document.Id) != document.Fingerprint)
                    .Select(document => new DriftedThing(document.Id, DriftKind.Stale, OutboxSubject.Product, Slug: null)),
            ];
        }

        public void Dispose() => _cache.Dispose();
    }

    /// <summary>A real index that counts how often it is built.</summary>
    private sealed class BuildCounter(LuceneIndex index) : ISearchIndex
    {
        public bool IsShared => false;

        public long Generation => index.Generation;

        public int Builds { get; private set; }

        public Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken) => index.SearchAsync(query, cancellationToken);

        public Task<IReadOnlyList<Suggestion>> SuggestAsync(SuggestQuery query, CancellationToken cancellationToken) => index.SuggestAsync(query, cancellationToken);

        public Task<IReadOnlyList<IndexRejection>> ApplyAsync(IndexBatch batch, CancellationToken cancellationToken) => index.ApplyAsync(batch, cancellationToken);

        public Task<IndexRebuild> RebuildAsync(IndexSource source, IProgress<int>? written, CancellationToken cancellationToken)
        {
            Builds++;
            return index.RebuildAsync(source, written, cancellationToken);
        }

        public IAsyncEnumerable<IndexEntry> EntriesAsync(CancellationToken cancellationToken) => index.EntriesAsync(cancellationToken);

        public Task<IndexStatus> StatusAsync(CancellationToken cancellationToken) => index.StatusAsync(cancellationToken);
    }
}
