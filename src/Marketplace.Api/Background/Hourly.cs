namespace Marketplace.Api.Background;

/// <summary>Work that is looked for every hour. A look that fails is told and tried again; it never ends the host.</summary>
internal static class Hourly
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);

    public static async Task LookAsync(TimeProvider clock, Func<CancellationToken, Task> work, Action<Exception> failed, CancellationToken stop)
    {
        // Not a timer with a beat: a clock that is set forward by weeks would make it beat for each of their hours.
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(BetweenLooks, clock, stop);
            try
            {
                await work(stop);
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                failed(fault);
            }
        }
    }
}
