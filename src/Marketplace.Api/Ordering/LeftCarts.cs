using Marketplace.Api.Background;
using Marketplace.Data;
using Marketplace.Data.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Ordering;

/// <summary>Clears away the carts of guests that nobody has touched for as long as their cookies live. Members' carts stay.</summary>
internal sealed partial class LeftCarts(IDbContextFactory<MarketplaceDb> databases, TimeProvider clock, ILogger<LeftCarts> log) : BackgroundService
{
    /// <summary>So many at once, so that nobody who buys waits long for the database.</summary>
    internal const int BatchSize = 500;

    /// <summary>Clears what is old enough; returns how many carts.</summary>
    public async Task<int> ClearAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var (before, cleared, batch) = ((clock.GetUtcNow() - GuestCart.Lifetime).UtcDateTime, 0, 0);
        do
        {
            batch = await db.ClearGuestCartsAsync(before, BatchSize, cancellationToken);
            cleared += batch;
        }
        while (batch == BatchSize);
        return cleared;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Hourly.LookAsync(clock, ClearAsync, Failed, stoppingToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "Carts that guests have left could not be cleared away; the next look tries again.")]
    private partial void Failed(Exception fault);
}
