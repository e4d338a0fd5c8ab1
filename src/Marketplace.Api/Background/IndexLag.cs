namespace Marketplace.Api.Background;

/// <summary>How far the index is behind the database, as this node knows it.</summary>
internal sealed class IndexLag
{
    private volatile State _now = new(0, Since: null, Trouble: null);

    /// <summary>Changes that wait to be followed.</summary>
    public int Changes => _now.Changes;

    /// <summary>When the change that waits longest was saved, in UTC; null when none waits.</summary>
    public DateTime? Since => _now.Since;

    /// <summary>Why following failed last; null when it did not.</summary>
    public string? Trouble => _now.Trouble;

    public void Waits(int changes, DateTime? since) => _now = _now with { Changes = changes, Since = since };

    public void Fails(string trouble) => _now = _now with { Trouble = trouble };

    public void IsCurrent() => _now = new(0, Since: null, Trouble: null);

    private sealed record State(int Changes, DateTime? Since, string? Trouble);
}
