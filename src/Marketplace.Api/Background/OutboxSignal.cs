using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Marketplace.Api.Background;

/// <summary>Wakes the follower when this process has saved something, so that a change is found at once and not at the next look.</summary>
internal sealed class OutboxSignal : SaveChangesInterceptor, IDisposable
{
    private readonly SemaphoreSlim _saved = new(0, 1);

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (result > 0)
        {
            Set();
        }

        return new(result);
    }

    /// <summary>Returns after the next save, or after the pause.</summary>
    public async Task WaitAsync(TimeSpan pause, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var timer = clock.CreateTimer(_ => over.Cancel(), state: null, pause, Timeout.InfiniteTimeSpan);
        try
        {
            await _saved.WaitAsync(over.Token);
        }
        catch (OperationCanceledException)
        {
            // The pause is over, or the host stops: the caller looks which.
        }
    }

    public void Dispose() => _saved.Dispose();

    private void Set()
    {
        try
        {
            _saved.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already set: one look follows every change.
        }
    }
}
