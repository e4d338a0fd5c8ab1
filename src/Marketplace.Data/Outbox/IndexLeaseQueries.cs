using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Outbox;

/// <summary>
/// How nodes divide the work of a shared index. Every change of a lease is one conditional statement: of two nodes that try at the same
/// moment one succeeds, and a node whose lease another has taken since changes nothing any more.
/// </summary>
public static class IndexLeaseQueries
{
    public static async Task<IReadOnlyList<IndexLease>> IndexLeasesAsync(this MarketplaceDb db, CancellationToken cancellationToken) =>
        await db.IndexLeases.AsNoTracking().OrderBy(lease => lease.Partition).ToListAsync(cancellationToken);

    /// <summary>The shares in which something waits to be followed, with the row that waits longest; seen or not yet seen by their owners. One statement.</summary>
    public static async Task<IReadOnlyList<WaitingShare>> WaitingSharesAsync(this MarketplaceDb db, CancellationToken cancellationToken) =>
        await db.IndexLeases.AsNoTracking()
            .Select(lease => new
            {
                lease.Partition,
                Count = db.Outbox.Count(message => message.Partition == lease.Partition && message.Sequence > lease.Position),
                Since = db.Outbox.Where(message => message.Partition == lease.Partition && message.Sequence > lease.Position)
                    .OrderBy(message => message.Sequence).Select(message => (DateTime?)message.CreatedAt).FirstOrDefault(),
            })
            .Where(share => share.Count > 0)
            .Select(share => new WaitingShare(share.Partition, share.Count, share.Since!.Value))
            .ToListAsync(cancellationToken);

    /// <summary>The oldest change that its share has not followed; null when all are.</summary>
    public static async Task<long?> FirstUnfollowedAsync(this MarketplaceDb db, CancellationToken cancellationToken) =>
        (await db.Outbox.AsNoTracking()
            .Where(message => db.IndexLeases.Any(lease => lease.Partition == message.Partition && lease.Position < message.Sequence))
            .OrderBy(message => message.Sequence).Take(1).ToListAsync(cancellationToken)).FirstOrDefault()?.Sequence;

    /// <summary>Says that no shared index was built from what the outbox still tells.</summary>
    public static Task ForgetSharedIndexAsync(this MarketplaceDb db, CancellationToken cancellationToken) =>
        db.IndexLeases.Where(lease => lease.Partition == IndexLease.Rebuild && lease.Position > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Position, 0), cancellationToken);

    /// <summary>Takes a lease that nobody holds, or whose holder has let it run out. False when another was faster, or when it is too early after a failure.</summary>
    /// <param name="fence">The fence that was read before; the new one is the next.</param>
    public static async Task<bool> TakeLeaseAsync(
        this MarketplaceDb db, byte partition, long fence, string owner, DateTime now, DateTime until, CancellationToken cancellationToken) =>
        await db.IndexLeases
            .Where(lease => lease.Partition == partition && lease.Fence == fence
                && (lease.Owner == null || lease.LeasedUntil < now) && lease.NextAttemptAt <= now)
            .ExecuteUpdateAsync(
                set => set.SetProperty(lease => lease.Owner, owner).SetProperty(lease => lease.LeasedUntil, until).SetProperty(lease => lease.Fence, fence + 1),
                cancellationToken) == 1;

    /// <summary>Says how far the share has been followed, and renews the lease. False when another has taken it.</summary>
    public static async Task<bool> AdvanceLeaseAsync(
        this MarketplaceDb db, byte partition, long fence, long position, DateTime until, CancellationToken cancellationToken) =>
        await db.IndexLeases.Where(lease => lease.Partition == partition && lease.Fence == fence)
            .ExecuteUpdateAsync(
                set => set.SetProperty(lease => lease.Position, position).SetProperty(lease => lease.LeasedUntil, until).SetProperty(lease => lease.Attempts, 0),
                cancellationToken) == 1;

    /// <summary>Renews a lease in the middle of long work. False when another has taken it.</summary>
    public static async Task<bool> RenewLeaseAsync(
        this MarketplaceDb db, byte partition, long fence, DateTime until, CancellationToken cancellationToken) =>
        await db.IndexLeases.Where(lease => lease.Partition == partition && lease.Fence == fence)
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.LeasedUntil, until), cancellationToken) == 1;

    /// <summary>Gives a lease back; after a failure nobody takes it before <paramref name="nextAttempt"/>.</summary>
    public static Task ReleaseLeaseAsync(
        this MarketplaceDb db, byte partition, long fence, int attempts, DateTime nextAttempt, CancellationToken cancellationToken) =>
        db.IndexLeases.Where(lease => lease.Partition == partition && lease.Fence == fence)
            .ExecuteUpdateAsync(
                set => set.SetProperty(lease => lease.Owner, (string?)null).SetProperty(lease => lease.Attempts, attempts).SetProperty(lease => lease.NextAttemptAt, nextAttempt),
                cancellationToken);

    /// <summary>
    /// Sets every share of the documents to the row up to which a rebuilt index is current, and takes the leases from their holders, so that
    /// none of them goes on from a place in the old one.
    /// </summary>
    public static Task RestartSharesAsync(this MarketplaceDb db, long position, CancellationToken cancellationToken) =>
        db.IndexLeases.Where(lease => lease.Partition != IndexLease.Rebuild)
            .ExecuteUpdateAsync(
                set => set.SetProperty(lease => lease.Position, position).SetProperty(lease => lease.Fence, lease => lease.Fence + 1)
                    .SetProperty(lease => lease.Owner, (string?)null),
                cancellationToken);
}

/// <param name="Changes">How many wait.</param>
/// <param name="Since">When the one that waits longest was saved.</param>
public sealed record WaitingShare(byte Partition, int Changes, DateTime Since);
