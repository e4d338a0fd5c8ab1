using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Outbox;

/// <summary>
/// How followers read the outbox. On SQL Server rows are read below the lowest number that an open transaction may still bring. That number
/// is asked for first, in a statement of its own: asked for inside the read it could be younger than what the read sees.
/// </summary>
public static class OutboxQueries
{
    /// <summary>Changes after that one, oldest first. One statement.</summary>
    public static async Task<IReadOnlyList<OutboxMessage>> OutboxAfterAsync(
        this MarketplaceDb db, long sequence, int take, CancellationToken cancellationToken) => db.IsSqlServer
        ? await db.Outbox.FromSql(
            $"""
            DECLARE @settled binary(8) = MIN_ACTIVE_ROWVERSION();
            SELECT TOP ({take}) * FROM [Outbox] WHERE [Sequence] > CONVERT(binary(8), {sequence}) AND [Sequence] < @settled ORDER BY [Sequence]
            """).AsNoTracking().ToListAsync(cancellationToken)
        : await db.Outbox.AsNoTracking().Where(message => message.Sequence > sequence)
            .OrderBy(message => message.Sequence).Take(take).ToListAsync(cancellationToken);

    /// <summary>Changes of one share of the work after that one, oldest first. One statement.</summary>
    public static async Task<IReadOnlyList<OutboxMessage>> OutboxOfPartitionAsync(
        this MarketplaceDb db, byte partition, long sequence, int take, CancellationToken cancellationToken) => db.IsSqlServer
        ? await db.Outbox.FromSql(
            $"""
            DECLARE @settled binary(8) = MIN_ACTIVE_ROWVERSION();
            SELECT TOP ({take}) * FROM [Outbox] WHERE [Partition] = {partition} AND [Sequence] > CONVERT(binary(8), {sequence}) AND [Sequence] < @settled ORDER BY [Sequence]
            """).AsNoTracking().ToListAsync(cancellationToken)
        : await db.Outbox.AsNoTracking().Where(message => message.Partition == partition && message.Sequence > sequence)
            .OrderBy(message => message.Sequence).Take(take).ToListAsync(cancellationToken);

    /// <summary>The change up to which all are there; 0 when nothing has ever changed.</summary>
    public static async Task<long> LastOutboxSequenceAsync(this MarketplaceDb db, CancellationToken cancellationToken) => db.IsSqlServer
        ? (await db.Database.SqlQuery<long>($"SELECT CONVERT(bigint, MIN_ACTIVE_ROWVERSION()) - 1 AS [Value]").ToListAsync(cancellationToken)).FirstOrDefault()
        : await db.Outbox.MaxAsync(message => (long?)message.Sequence, cancellationToken) ?? 0;

    /// <summary>The oldest change that is still told; null when nothing has ever changed. A follower that is not so far has missed some.</summary>
    public static async Task<long?> OldestOutboxSequenceAsync(this MarketplaceDb db, CancellationToken cancellationToken) =>
        (await db.Outbox.AsNoTracking().OrderBy(message => message.Sequence).Take(1).ToListAsync(cancellationToken)).FirstOrDefault()?.Sequence;

    /// <summary>What has changed in a share after that row, whether or not followers may see it yet.</summary>
    public static async Task<IReadOnlyList<OutboxMessage>> UnsettledOutboxOfPartitionAsync(
        this MarketplaceDb db, byte partition, long sequence, CancellationToken cancellationToken) =>
        await db.Outbox.AsNoTracking().Where(message => message.Partition == partition && message.Sequence > sequence).ToListAsync(cancellationToken);

    /// <summary>Removes rows that are older than that time and not above that row, a batch of them; the newest of these stays, and marks from where on changes are told.</summary>
    /// <returns>How many were removed.</returns>
    public static async Task<int> PruneOutboxAsync(
        this MarketplaceDb db, DateTime before, long upTo, int take, CancellationToken cancellationToken)
    {
        var last = (await db.Outbox.AsNoTracking().Where(message => message.CreatedAt < before && message.Sequence <= upTo)
            .OrderByDescending(message => message.Sequence).Take(1).ToListAsync(cancellationToken)).FirstOrDefault()?.Sequence ?? 0;
        return await db.Outbox.Where(message => message.Sequence < last).OrderBy(message => message.Sequence).Take(take).ExecuteDeleteAsync(cancellationToken);
    }
}
