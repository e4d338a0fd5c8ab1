using Marketplace.Api.Search;
using Marketplace.Core.Search;
using Marketplace.Data;
using Marketplace.Data.Catalogue;
using Marketplace.Data.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Background;

/// <summary>
/// Does the work of one share under its lease. Every reading of the database has a number, drawn before it: the lease's fence and, within it,
/// the count of batches. The engine keeps what it holds under a higher number, so a node that overslept its lease overwrites nothing.
/// </summary>
internal sealed partial class SharedIndexWork(
    IDbContextFactory<MarketplaceDb> databases, IndexBuilder builder, IndexWriter writer, DeadLetterBox letters, IndexLag lag, TimeProvider clock, ILogger<SharedIndexWork> log)
{
    /// <summary>
    /// Long against the differences between the nodes' clocks, which are assumed to stay below ten seconds. Where they do not, two nodes may do
    /// the same work; the numbers of their readings still decide rightly.
    /// </summary>
    internal static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(1);

    private const int BatchSize = 200;
    private const int BitsForBatches = 24;

    private readonly string _node = NodeName(clock.GetUtcNow());

    /// <summary>Asks the nodes to build the index anew, unless that has been asked already or is not needed. True when there is something to build.</summary>
    public async Task<bool> AskForRebuildWhenDueAsync(IndexStatus status, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rebuild = (await db.IndexLeasesAsync(cancellationToken))[IndexLease.Rebuild];
        if ((await db.OutboxOfPartitionAsync(IndexLease.Rebuild, rebuild.Position, 1, cancellationToken)).Count > 0)
        {
            return true;
        }

        // A place of 0 says that no index was ever built from what the outbox tells.
        if (status.State == IndexState.Ready && rebuild.Position > 0)
        {
            return false;
        }

        await AskForRebuildAsync(db, cancellationToken);
        return true;
    }

    /// <summary>Builds the index anew, when no other node is at it; then false.</summary>
    public async Task<bool> RebuildAsync(IProgress<int>? written, CancellationToken cancellationToken)
    {
        IndexLease lease;
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            lease = (await db.IndexLeasesAsync(cancellationToken))[IndexLease.Rebuild];
            await AskForRebuildAsync(db, cancellationToken);
        }

        return await FollowAsync(lease, cancellationToken, written);
    }

    /// <summary>Follows a share to its end; false when another node was faster, or took the lease meanwhile.</summary>
    /// <exception cref="SearchUnavailableException">The engine is away; the share waits.</exception>
    public async Task<bool> FollowAsync(IndexLease lease, CancellationToken cancellationToken, IProgress<int>? written = null)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        if (!await db.TakeLeaseAsync(lease.Partition, lease.Fence, _node, now, now + LeaseLength, cancellationToken))
        {
            return false;
        }

        var fence = lease.Fence + 1;
        try
        {
            var kept = lease.Partition == IndexLease.Rebuild
                ? await RebuildAsync(db, fence, lease.Position, written, cancellationToken)
                : await FollowAsync(db, lease.Partition, fence, lease.Position, cancellationToken);
            if (!kept)
            {
                Overslept(lease.Partition);
                return false;
            }

            await db.ReleaseLeaseAsync(lease.Partition, fence, attempts: 0, now, cancellationToken);
            return true;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            var attempts = lease.Attempts + 1;
            var pause = BackOff.After(attempts);
            await db.ReleaseLeaseAsync(lease.Partition, fence, attempts, clock.GetUtcNow().UtcDateTime + pause, cancellationToken);
            if (failure is SearchUnavailableException)
            {
                throw;
            }

            lag.Fails(failure.Message);
            Failed(failure, lease.Partition, pause);
            return false;
        }
    }

    /// <summary>False when the lease was lost: what was written under it does no harm.</summary>
    private async Task<bool> FollowAsync(MarketplaceDb db, byte partition, long fence, long position, CancellationToken cancellationToken)
    {
        for (var batch = 1; batch < 1 << BitsForBatches; batch++)
        {
            var messages = await db.OutboxOfPartitionAsync(partition, position, BatchSize, cancellationToken);
            if (messages.Count == 0)
            {
                return true;
            }

            var version = (fence << BitsForBatches) + batch;
            await PassOnAsync(db, messages, cancellationToken);
            Guid[] products = [.. Of(OutboxSubject.Product)];
            Guid[] producers = [.. Of(OutboxSubject.Producer).Union(Of(OutboxSubject.ProducerEntry))];
            var changes = await builder.ChangesAsync(products, producers, version, cancellationToken);
            await writer.WriteAsync(changes, position, messages[^1].Sequence, cancellationToken);
            position = messages[^1].Sequence;
            if (!await db.AdvanceLeaseAsync(partition, fence, position, clock.GetUtcNow().UtcDateTime + LeaseLength, cancellationToken))
            {
                return false;
            }

            Followed(partition, products.Length, producers.Length, position);
            if (messages.Count < BatchSize)
            {
                return true;
            }

            IEnumerable<Guid> Of(OutboxSubject subject) => messages.Where(message => message.Subject == subject).Select(message => message.SubjectId).Distinct();
        }

        return true;
    }

    /// <summary>
    /// A producer's products lie in other shares: each gets a message of its own, and is read by whoever has that share, in its order. They are
    /// looked up now and not when the producer was saved: a product that was given to it at the same moment is either seen here, or its own
    /// message comes later and finds the new name.
    /// </summary>
    private async Task PassOnAsync(MarketplaceDb db, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        Guid[] renamed = [.. messages.Where(message => message.Subject == OutboxSubject.Producer).Select(message => message.SubjectId).Distinct()];
        if (renamed.Length == 0)
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var products = await db.ProductIdsOfProducersAsync(renamed, cancellationToken);
        db.Outbox.AddRange(products.Select(product => OutboxMessage.Of(OutboxSubject.Product, product, now)));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task<bool> RebuildAsync(MarketplaceDb db, long fence, long position, IProgress<int>? written, CancellationToken cancellationToken)
    {
        var asked = position;
        while (await db.OutboxOfPartitionAsync(IndexLease.Rebuild, asked, BatchSize, cancellationToken) is { Count: > 0 } messages)
        {
            asked = messages[^1].Sequence;
        }

        if (asked == position)
        {
            return true;
        }

        Rebuilding();
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var building = builder.RebuildAsync(written, lost.Token);
        while (await Task.WhenAny(building, Task.Delay(LeaseLength / 3, clock, cancellationToken)) != building)
        {
            await using var other = await databases.CreateDbContextAsync(cancellationToken);
            if (!await other.RenewLeaseAsync(IndexLease.Rebuild, fence, clock.GetUtcNow().UtcDateTime + LeaseLength, cancellationToken))
            {
                await lost.CancelAsync();
            }
        }

        // Whoever has put an index in place sets the shares to its beginning, whatever became of the lease: replaying is harmless, skipping is not.
        // Should this process die before that, the request is still in the outbox and the index is built once more.
        var rebuilt = await building;
        await db.RestartSharesAsync(rebuilt.Sequence, cancellationToken);
        await letters.RebuiltAsync(rebuilt, cancellationToken);
        return await db.AdvanceLeaseAsync(IndexLease.Rebuild, fence, asked, clock.GetUtcNow().UtcDateTime + LeaseLength, cancellationToken);
    }

    private async Task AskForRebuildAsync(MarketplaceDb db, CancellationToken cancellationToken)
    {
        db.Outbox.Add(OutboxMessage.Of(OutboxSubject.Reference, Guid.Empty, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>The machine, for people, and something that no other process of it has.</summary>
    private static string NodeName(DateTimeOffset now)
    {
        var machine = string.Concat(Environment.MachineName.Where(char.IsAscii));
        return $"{machine[..Math.Min(machine.Length, 31)]}-{Guid.CreateVersion7(now):N}";
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index is built anew by this node.")]
    private partial void Rebuilding();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another node took share {Partition} of the search index meanwhile: it goes on there.")]
    private partial void Overslept(byte partition);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Share {Partition} of the search index followed {Products} products and {Producers} producers up to change {Sequence}.")]
    private partial void Followed(byte partition, int products, int producers, long sequence);

    [LoggerMessage(Level = LogLevel.Error, Message = "Share {Partition} of the search index could not be followed; trying again in {Pause}.")]
    private partial void Failed(Exception failure, byte partition, TimeSpan pause);
}
