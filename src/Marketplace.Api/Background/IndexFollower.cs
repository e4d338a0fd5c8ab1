using Marketplace.Core.Search;

namespace Marketplace.Api.Background;

/// <summary>
/// Follows the outbox: what changed is forgotten by the cache and written to the index. Woken by saves of this process; other
/// processes' saves are seen at the next look.
/// </summary>
internal sealed partial class IndexFollower(
    ISearchIndex index, EmbeddedIndex embedded, SharedIndex shared, OutboxSignal signal, IndexLag lag, TimeProvider clock, ILogger<IndexFollower> log)
    : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(300);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = BetweenLooks;
            try
            {
                while (index.IsShared ? await shared.FollowAsync(stoppingToken) : await embedded.FollowAsync(stoppingToken))
                {
                    // There may be more.
                }

                failures = 0;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The outbox keeps what was not followed: the next look tries again, more slowly.
                pause = BackOff.After(++failures);
                lag.Fails(failure.Message);
                Failed(failure, pause);
            }

            await signal.WaitAsync(pause, clock, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index could not follow the changes; trying again in {Pause}.")]
    private partial void Failed(Exception failure, TimeSpan pause);
}
