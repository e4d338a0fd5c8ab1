namespace Marketplace.Api.Background;

/// <summary>Wakes whoever waits for a change when this process has made one.</summary>
public abstract class ChangeSignal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends at the next change. To be taken before the look after which one waits.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Pulse() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Returns at that change, or after the pause: other hosts make changes too.</summary>
    public static async Task WaitAsync(Task next, TimeSpan pause, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(next, Task.Delay(pause, clock, over.Token));
        await over.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
