using Marketplace.Api.Background;
using Marketplace.Data;
using Marketplace.Data.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Ordering;

/// <summary>
/// Clears away the carts of guests that nobody has touched for as long as their cookies live, and forgets requests that nobody sends again. Members' carts stay.
/// </summary>
internal sealed partial class LeftCarts(IDbContextFactory<MarketplaceDb> databases, TimeProvider clock, ILogger<LeftCarts> log) : BackgroundService
{
    /// <summary>So many at once, so that nobody who buys waits long for the database.</summary>
    internal const int BatchSize = 500;

    /// <summary>So long a request that was done is known by its key.</summary>
    internal static readonly TimeSpan RequestsKept = TimeSpan.FromDays(30);

    /// <summary>Clears what is old enough; returns how many carts and requests.</summary>
    public async Task<int> ClearAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return await InBatchesAsync(() => db.ClearGuestCartsAsync((now - GuestCart.Lifetime).UtcDateTime, BatchSize, cancellationToken))
            + await InBatchesAsync(() => db.ClearDoneRequestsAsync((now - RequestsKept).UtcDateTime, BatchSize, cancellationToken));
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Hourly.LookAsync(clock, ClearAsync, Failed, stoppingToken);

    private static async Task<int> InBatchesAsync(Func<Task<int>> clear)
    {
        var (cleared, batch) = (0, 0);
        do
        {
            batch = await clear();
            cleared += batch;
        }
        while (batch == BatchSize);
        return cleared;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What was left of carts could not be cleared away; the next look tries again.")]
    private partial void Failed(Exception fault);
}
