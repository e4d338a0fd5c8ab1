using Marketplace.Api.Background;
using Marketplace.Api.Search;
using Marketplace.Core.Search;

namespace Marketplace.Api.Commands;

/// <summary>Brings the index up to the outbox from a command: together with the running nodes, or alone when there is none.</summary>
internal sealed class CatchUp(ISearchIndex index, EmbeddedIndex embedded, SharedIndex shared, IndexCheck check, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(300);

    /// <summary>False, and the reason said, when nothing has moved for a minute.</summary>
    public async Task<bool> RunAsync(CancellationToken stop)
    {
        var waiting = await WaitingAsync(stop);
        if (waiting == 0)
        {
            return true;
        }

        using var bar = new ProgressBar("Following", waiting);
        var (least, since) = (waiting, clock.GetTimestamp());
        while (clock.GetElapsedTime(since) < Patience)
        {
            await FollowAsync(stop);
            var left = await WaitingAsync(stop);
            if (left == 0)
            {
                bar.Report(waiting);
                return true;
            }

            if (left < least)
            {
                (least, since) = (left, clock.GetTimestamp());
                bar.Report(waiting - left);
            }

            await Task.Delay(BetweenLooks, clock, stop);
        }

        await Console.Error.WriteLineAsync("The index did not move for a minute: the host's log, or `search dead-letters`, says why. Nothing is lost; the outbox keeps the changes.");
        return false;
    }

    private async Task<int> WaitingAsync(CancellationToken stop)
    {
        var touched = await check.WaitingAsync(stop);
        return touched.All.Count() + (touched.Reference ? 1 : 0);
    }

    private async Task FollowAsync(CancellationToken stop)
    {
        try
        {
            while (index.IsShared ? await shared.FollowAsync(stop) : await embedded.FollowAsync(stop))
            {
                // There may be more.
            }
        }
        catch (InvalidOperationException) when (!index.IsShared)
        {
            // The host has the index open for writing: it follows.
        }
    }
}
