using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Marketplace.Api.Background;

/// <summary>
/// Wakes the follower when this process has saved something, so that a change is found at once and not at the next look. What is saved within a
/// transaction is there for others when that is committed: who looked before would see nothing, and sleep.
/// </summary>
internal sealed class OutboxSignal : SaveChangesInterceptor, IDbTransactionInterceptor, IDisposable
{
    private readonly SemaphoreSlim _saved = new(0, 1);

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (result > 0 && eventData.Context?.Database.CurrentTransaction is null)
        {
            Set();
        }

        return new(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set();
        return Task.CompletedTask;
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
