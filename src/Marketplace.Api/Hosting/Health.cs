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

/// <summary>Healthy while the index can be searched; degraded otherwise, because pages of products, groups and places come from the database.</summary>
internal sealed class IndexHealth(ISearchIndex index) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var status = await index.StatusAsync(cancellationToken);
        return status.State == IndexState.Ready
            ? HealthCheckResult.Healthy($"{status.Products} products, change {status.Sequence}")
            : HealthCheckResult.Degraded($"The index is {status.State}: search is limited, the catalogue can be browsed.");
    }
}
