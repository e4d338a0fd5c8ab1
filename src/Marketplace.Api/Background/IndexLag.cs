using Marketplace.Api.Telemetry;

namespace Marketplace.Api.Background;

/// <summary>How far the index is behind the database, as this node last found it: for whoever watches the host.</summary>
internal sealed class IndexLag(OutboxMetrics metrics)
{
    private volatile State _now = new(0, Since: null, Trouble: null);
    private int _deadLetters;

    /// <summary>Changes that wait to be followed.</summary>
    public int Changes => _now.Changes;

    /// <summary>When the change that waits longest was saved, in UTC; null when none waits.</summary>
    public DateTime? Since => _now.Since;

    /// <summary>Why following failed last; null when it did not.</summary>
    public string? Trouble => _now.Trouble;

    public void Waits(int changes, DateTime since) => Is(_now with { Changes = changes, Since = since });

    public void IsCurrent() => Is(new(0, Since: null, Trouble: null));

    public void Applied(int changes) => metrics.Applied(changes);

    public void Fails(string trouble)
    {
        metrics.Failed();
        Is(_now with { Trouble = trouble });
    }

    public void HasDeadLetters(int count)
    {
        _deadLetters = count;
        Is(_now);
    }

    private void Is(State now)
    {
        _now = now;
        metrics.Report(now.Changes, now.Since is { } since ? new DateTimeOffset(since, TimeSpan.Zero) : null, _deadLetters);
    }

    private sealed record State(int Changes, DateTime? Since, string? Trouble);
}
