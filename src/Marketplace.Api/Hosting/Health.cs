using Marketplace.Core.Search;
using Marketplace.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Marketplace.Api.Hosting;

/// <summary>Healthy while the database answers.</summary>
internal sealed class DatabaseHealth(IDbContextFactory<MarketplaceDb> databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy("The database answers.")
            : HealthCheckResult.Unhealthy("The database does not answer.");
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
