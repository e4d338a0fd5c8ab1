using Marketplace.Api.Background;
using Marketplace.Core.Search;
using Marketplace.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Marketplace.Api.Hosting;

/// <summary>Healthy while the database answers, has this version's tables and takes changes; it can be read while it takes none.</summary>
internal sealed class DatabaseHealth(IDbContextFactory<MarketplaceDb> databases, IDatabaseEngine engine) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!await db.Database.CanConnectAsync(cancellationToken))
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }

        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        return pending > 0 ? HealthCheckResult.Unhealthy($"The database lacks {pending} migrations of this version.")
            : await engine.TakesWritesAsync(db, cancellationToken) ? HealthCheckResult.Healthy("The database answers and takes changes.")
            : HealthCheckResult.Degraded("The database can be read, but takes no changes.");
    }
}

/// <summary>
/// Healthy while the index can be searched and follows the database. Without the engine, or behind it, the shop goes on with what the database
/// can answer: that is less than well, and no reason to send visitors elsewhere.
/// </summary>
internal sealed class IndexHealth(ISearchIndex index, IndexLag lag, TimeProvider clock) : IHealthCheck
{
    /// <summary>An import of a whole catalogue is followed in less.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var status = await index.StatusAsync(cancellationToken);
        if (status.State == IndexState.Unreachable)
        {
            // The reason may name a server: it is for the log.
            return HealthCheckResult.Degraded("The search engine cannot be asked, the log says why: search is limited, the catalogue can be browsed.");
        }

        if (status.State != IndexState.Ready)
        {
            return HealthCheckResult.Degraded($"The index is {status.State}: search is limited, the catalogue can be browsed.");
        }

        return lag.Since is { } since && clock.GetUtcNow().UtcDateTime - since > Patience
            ? HealthCheckResult.Degraded($"The index is behind: {lag.Changes} changes wait, the oldest since {since:u}{(lag.Trouble is null ? "" : ", and the log says why")}.")
            : HealthCheckResult.Healthy($"{status.Products} products, change {status.Sequence}");
    }
}
