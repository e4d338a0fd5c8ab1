namespace Marketplace.Api.Background;

/// <summary>How long to wait after failures: twice as long each time, up to half a minute, and not all nodes at the same moment.</summary>
internal static class BackOff
{
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private const int MostDoublings = 5;

    /// <param name="failures">In a row, from 1.</param>
    public static TimeSpan After(int failures)
    {
        var whole = TimeSpan.FromSeconds(1 << Math.Min(failures - 1, MostDoublings));
        var jitter = 0.75 + (Random.Shared.NextDouble() / 2);
        return (whole < Longest ? whole : Longest) * jitter;
    }
}
