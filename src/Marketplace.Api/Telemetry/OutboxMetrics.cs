using System.Diagnostics.Metrics;

namespace Marketplace.Api.Telemetry;

/// <summary>How far the index is behind the database, as its follower last found it; with the embedded engine each node has an index of its own.</summary>
internal sealed class OutboxMetrics
{
    private readonly Counter<long> _applied;
    private readonly Counter<long> _failures;
    private volatile State _last = new(0, null, 0);

    public OutboxMetrics(IMeterFactory meters, TimeProvider clock)
    {
        var meter = meters.Create(Instruments.Name);
        // The age grows while nobody reports: a follower that hangs is the one to hear of.
        meter.CreateObservableGauge("marketplace.outbox.lag", () => _last.Oldest is { } oldest ? Math.Max(0, (clock.GetUtcNow() - oldest).TotalSeconds) : 0, "s", "Age of the oldest change that is not in the index yet.");
        meter.CreateObservableGauge("marketplace.outbox.pending", () => _last.Pending, "{change}", "Changes that are not in the index yet.");
        meter.CreateObservableGauge("marketplace.outbox.dead_letters", () => _last.DeadLetters, "{change}", "Changes that were given up and wait for a person.");
        _applied = meter.CreateCounter<long>("marketplace.outbox.applied", "{change}", "Changes written to the index.");
        _failures = meter.CreateCounter<long>("marketplace.outbox.failures", "{attempt}", "Attempts to write changes to the index that failed.");
    }

    /// <param name="oldest">When the oldest pending change was made; null when none is pending.</param>
    public void Report(long pending, DateTimeOffset? oldest, long deadLetters = 0) => _last = new(pending, oldest, deadLetters);

    public void Applied(int changes) => _applied.Add(changes);

    public void Failed() => _failures.Add(1);

    private sealed record State(long Pending, DateTimeOffset? Oldest, long DeadLetters);
}
