using Marketplace.Api.Catalogue;
using Marketplace.Api.Search;
using Marketplace.Api.Telemetry;
using Marketplace.Core.Search;
using Marketplace.Data;
using Marketplace.Data.Catalogue;
using Marketplace.Data.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Background;

/// <summary>
/// Follows the outbox: what changed is forgotten by the cache and written to the index. Woken by saves of this process; other
/// processes' saves are seen at the next look.
/// </summary>
internal sealed partial class IndexFollower(
    IDbContextFactory<MarketplaceDb> databases, ISearchIndex index, IndexBuilder builder, CatalogueCache catalogue, OutboxSignal signal,
    OutboxMetrics metrics, TimeProvider clock, ILogger<IndexFollower> log) : BackgroundService
{
    private const int BatchSize = 200;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private long _sequence;
    private long _generation;
    private DateTimeOffset? _behindSince;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = BetweenLooks;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await FollowAsync(stoppingToken))
                {
                    // There may be more.
                }

                pause = BetweenLooks;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The outbox keeps what was not followed: the next look tries again, more slowly.
                metrics.Failed();
                Failed(failure, pause);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }

            await signal.WaitAsync(pause, clock, stoppingToken);
        }
    }

    /// <summary>Follows one batch; false when there was nothing to follow.</summary>
    private async Task<bool> FollowAsync(CancellationToken cancellationToken)
    {
        // Another process may have rebuilt the index, or its files may have been damaged: then its own word counts again.
        if (index.Generation != _generation || _generation == 0)
        {
            var status = await index.StatusAsync(cancellationToken);
            if (status.State != IndexState.Ready)
            {
                Rebuilding(status.State);
                await builder.RebuildAsync(written: null, cancellationToken);
                return true;
            }

            (_sequence, _generation) = (status.Sequence, index.Generation);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var messages = await db.OutboxAfterAsync(_sequence, BatchSize, cancellationToken);
        if (messages.Count == 0)
        {
            _behindSince = null;
            metrics.Report(pending: 0, oldest: null);
            return false;
        }

        // The rows carry no time: what is behind counts from when it was first seen to be.
        _behindSince ??= clock.GetUtcNow();
        metrics.Report(messages.Count < BatchSize ? messages.Count : await db.LastOutboxSequenceAsync(cancellationToken) - _sequence, _behindSince);
        if (messages.Any(message => message.Subject == OutboxSubject.Reference))
        {
            catalogue.ForgetAll();
            Rebuilding("reference data changed");
            await builder.RebuildAsync(written: null, cancellationToken);
            return true;
        }

        Guid[] producers = [.. messages.Where(message => message.Subject == OutboxSubject.Producer).Select(message => message.SubjectId).Distinct()];
        Guid[] products =
        [
            .. messages.Where(message => message.Subject == OutboxSubject.Product).Select(message => message.SubjectId)
                .Union(producers.Length == 0 ? [] : await db.ProductIdsOfProducersAsync(producers, cancellationToken)),
        ];
        catalogue.Forget([.. producers, .. products]);
        await index.ApplyAsync(new IndexBatch(await builder.ChangesAsync(products, producers, cancellationToken), messages[^1].Sequence), cancellationToken);
        (_sequence, _generation) = (messages[^1].Sequence, index.Generation);
        metrics.Applied(messages.Count);
        Followed(products.Length, producers.Length, _sequence);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index is built anew: {Reason}.")]
    private partial void Rebuilding(object reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The search index followed {Products} products and {Producers} producers up to change {Sequence}.")]
    private partial void Followed(int products, int producers, long sequence);

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index could not follow the changes; trying again in {Pause}.")]
    private partial void Failed(Exception failure, TimeSpan pause);
}
