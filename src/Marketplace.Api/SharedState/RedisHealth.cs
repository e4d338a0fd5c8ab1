using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Marketplace.Api.SharedState;

/// <summary>Degraded while Redis does not answer: everything works, and more slowly.</summary>
internal sealed class RedisHealth(RedisLine redis) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await redis.AnswersAsync(cancellationToken)
            ? HealthCheckResult.Healthy("Redis answers; nodes share what they made.")
            : HealthCheckResult.Degraded("Redis does not answer: each node makes for itself what it would find there, which is slower.");
}
