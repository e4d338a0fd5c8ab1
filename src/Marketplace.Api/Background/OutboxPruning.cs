using Marketplace.Core.Search;
using Marketplace.Data;
using Marketplace.Data.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Background;

/// <summary>
/// Removes what has been told long enough. A node's own index that comes back later than that is built anew; rows that a share of
/// the shared index has not followed are kept however old they are.
/// </summary>
internal sealed partial class OutboxPruning(IDbContextFactory<MarketplaceDb> databases, ISearchIndex index, TimeProvider clock, ILogger<OutboxPruning> log) : BackgroundService
{
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private const int BatchSize = 1_000;
    private static readonly TimeSpan BetweenRuns = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenRuns, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var removed = await PruneAsync(stoppingToken);
                Pruned(removed);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(failure);
            }
        }
    }

    /// <summary>Returns how many rows were removed.</summary>
    public async Task<int> PruneAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var before = (clock.GetUtcNow() - Kept).UtcDateTime;
        var upTo = long.MaxValue;
        if (index.IsShared || (await db.IndexLeasesAsync(cancellationToken)).Any(lease => lease.LeasedUntil >= before))
        {
            upTo = await db.FirstUnfollowedAsync(cancellationToken) - 1 ?? long.MaxValue;
        }
        else
        {
            // Nobody has used a shared index for as long: should one be used again, it is built anew.
            await db.ForgetSharedIndexAsync(cancellationToken);
        }

        var removed = 0;
        while (await db.PruneOutboxAsync(before, upTo, BatchSize, cancellationToken) is > 0 and var batch)
        {
            removed += batch;
        }

        return removed;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Removed {Rows} rows of the outbox that everybody has followed.")]
    private partial void Pruned(int rows);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be pruned; the next run tries again.")]
    private partial void Failed(Exception failure);
}
