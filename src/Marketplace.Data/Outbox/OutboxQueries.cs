using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Outbox;

/// <summary>How followers read the outbox.</summary>
public static class OutboxQueries
{
    /// <summary>Changes after that one, oldest first.</summary>
    public static async Task<IReadOnlyList<OutboxMessage>> OutboxAfterAsync(
        this MarketplaceDb db, long sequence, int take, CancellationToken cancellationToken) =>
        await db.Outbox.AsNoTracking().Where(message => message.Sequence > sequence)
            .OrderBy(message => message.Sequence).Take(take).ToListAsync(cancellationToken);

    /// <summary>The newest change; 0 when nothing has ever changed.</summary>
    public static async Task<long> LastOutboxSequenceAsync(this MarketplaceDb db, CancellationToken cancellationToken) =>
        await db.Outbox.MaxAsync(message => (long?)message.Sequence, cancellationToken) ?? 0;
}
