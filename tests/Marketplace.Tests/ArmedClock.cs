using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Marketplace.Tests;

/// <summary>A clock that a test may move, and that says when somebody waits for it: time that passes before is nobody's.</summary>
public sealed class ArmedClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly ConcurrentDictionary<Armed, TimeSpan> _armed = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Armed(base.CreateTimer(callback, state, dueTime, period), this);
        _armed[timer] = dueTime;
        return timer;
    }

    /// <summary>Lets that pause pass, or more, once somebody waits for just it.</summary>
    public async Task PassAsync(TimeSpan pause, TimeSpan? by = null)
    {
        while (!_armed.Values.Contains(pause))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Advance(by ?? pause);
    }

    private sealed class Armed(ITimer timer, ArmedClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            clock._armed.TryRemove(this, out _);
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
