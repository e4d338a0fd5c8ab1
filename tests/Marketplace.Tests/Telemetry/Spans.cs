using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;

namespace Marketplace.Tests.Telemetry;

/// <summary>Takes spans from the exporter in memory, on whatever thread they end. Spans of other tests' hosts in this process come too.</summary>
internal sealed class Spans : ICollection<Activity>
{
    private readonly ConcurrentQueue<Activity> _spans = new();

    public int Count => _spans.Count;

    public bool IsReadOnly => false;

    public void Add(Activity item) => _spans.Enqueue(item);

    /// <summary>The spans of a trace, as soon as the last of them has ended.</summary>
    public async Task<IReadOnlyList<Activity>> InTimeAsync(string trace, string last)
    {
        await InTimeAsync(span => span.TraceId.ToHexString() == trace && span.DisplayName == last);
        return [.. _spans.Where(span => span.TraceId.ToHexString() == trace)];
    }

    /// <summary>The span that is so, as soon as it has ended.</summary>
    public async Task<Activity> InTimeAsync(Func<Activity, bool> wanted)
    {
        for (var until = Stopwatch.StartNew(); ; await Task.Delay(MarketplaceApp.PollEvery, TestContext.Current.CancellationToken))
        {
            if (_spans.FirstOrDefault(wanted) is { } seen)
            {
                return seen;
            }

            Assert.True(until.Elapsed < TimeSpan.FromSeconds(60), $"{_spans.Count} spans came, and not the one.");
        }
    }

    public void Clear() => _spans.Clear();

    public bool Contains(Activity item) => _spans.Contains(item);

    public void CopyTo(Activity[] array, int arrayIndex) => _spans.CopyTo(array, arrayIndex);

    public bool Remove(Activity item) => throw new NotSupportedException();

    public IEnumerator<Activity> GetEnumerator() => _spans.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
