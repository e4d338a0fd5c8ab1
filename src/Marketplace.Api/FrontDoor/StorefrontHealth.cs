using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Marketplace.Api.FrontDoor;

/// <summary>The storefront's part in whether this host can take visitors. One that runs elsewhere is asked each time.</summary>
internal sealed class StorefrontHealth(StorefrontPlace place, StorefrontStatus status) : IHealthCheck
{
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = status.Now;
        if (now.State is not (StorefrontState.Ready or StorefrontState.Off))
        {
            return HealthCheckResult.Unhealthy(now.Reason);
        }

        return place.Remote is null || await RemoteAnswersAsync(place.Remote, cancellationToken)
            ? HealthCheckResult.Healthy(now.Reason)
            : HealthCheckResult.Unhealthy("The storefront at the address in Storefront__Url does not answer.");
    }

    private async Task<bool> RemoteAnswersAsync(Uri remote, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ProbeTimeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(remote, "healthz"));
            using var response = await place.Client.SendAsync(request, patience.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
