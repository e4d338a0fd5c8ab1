using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Marketplace.Api.FrontDoor;

/// <summary>The storefront's part in whether this host can take visitors. One that runs elsewhere is asked each time.</summary>
internal sealed class StorefrontHealth(StorefrontPlace place, StorefrontStatus status) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = status.Now;
        if (now.State is not (StorefrontState.Ready or StorefrontState.Off))
        {
            return HealthCheckResult.Unhealthy(now.Reason);
        }

        return place.Remote is null || await place.AnswersAsync(cancellationToken)
            ? HealthCheckResult.Healthy(now.Reason)
            : HealthCheckResult.Unhealthy("The storefront at the address in Storefront__Url does not answer.");
    }
}
