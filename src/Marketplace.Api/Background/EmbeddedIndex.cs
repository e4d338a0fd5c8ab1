using Marketplace.Api.Catalogue;
using Marketplace.Api.Search;
using Marketplace.Core.Search;
using Marketplace.Data;
using Marketplace.Data.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Background;

/// <summary>
/// Keeps the index of this node and its cache current: every node follows every change, in the order of their numbers. The index itself
/// remembers the last one it contains.
/// </summary>
internal sealed partial class EmbeddedIndex(
    IDbContextFactory<MarketplaceDb> databases, ISearchIndex index, IndexBuilder builder, IndexWriter writer, DeadLetterBox letters,
    CatalogueCache catalogue, IndexLag lag, ILogger<EmbeddedIndex> log)
{
    private const int BatchSize = 200;

    /// <summary>The last change that the cache has heard of, and the last one that the index contains: another process may move the index.</summary>
    private long? _heard;
    private long _indexed;
    private long _generation;

    /// <summary>Follows one batch; false when there was nothing to follow.</summary>
    public async Task<bool> FollowAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (_heard is null)
        {
            // What has been cached until now may be older than that number.
            _heard = await db.LastOutboxSequenceAsync(cancellationToken);
            catalogue.ForgetAll();
        }

        // Another process may have rebuilt the index, or its files may have been damaged: then its own word counts again.
        if ((index.Generation != _generation || _generation == 0) && !await TakeUpAsync(db, cancellationToken))
        {
            return true;
        }

        var messages = await db.OutboxAfterAsync(Math.Min(_heard.Value, _indexed), BatchSize, cancellationToken);
        if (messages.Count == 0)
        {
            lag.IsCurrent();
            return false;
        }

        lag.Waits(messages.Count, messages[0].CreatedAt);
        var touched = await builder.TouchedAsync(messages, cancellationToken);
        if (messages[^1].Sequence > _heard)
        {
            Forget(touched);
            _heard = messages[^1].Sequence;
        }

        if (messages.Any(message => message.Subject == OutboxSubject.Reference && message.Sequence > _indexed))
        {
            await RebuildAsync("reference data changed", cancellationToken);
            return true;
        }

        var changes = await builder.ChangesAsync(touched.Products, touched.Producers, messages[^1].Sequence, cancellationToken);
        await writer.WriteAsync(changes, _indexed, messages[^1].Sequence, cancellationToken);
        _generation = index.Generation;
        _indexed = (await index.StatusAsync(cancellationToken)).Sequence;
        if (_indexed != messages[^1].Sequence)
        {
            // Another process put a new index in its place while this one was written.
            _generation = 0;
        }

        Followed(touched.Products.Count, touched.Producers.Count, _indexed);
        return true;
    }

    /// <summary>Finds out up to where the index is current. One that cannot be used or brought up to date is built anew; then false.</summary>
    private async Task<bool> TakeUpAsync(MarketplaceDb db, CancellationToken cancellationToken)
    {
        // In this order: an index that is replaced between the two is taken up again at the next look.
        var generation = index.Generation;
        var status = await index.StatusAsync(cancellationToken);
        var reason = status.State != IndexState.Ready ? $"it is {status.State}"
            : status.Sequence < await db.OldestOutboxSequenceAsync(cancellationToken) ? "it has missed changes that are told no more"
            : status.Sequence > await db.LastOutboxSequenceAsync(cancellationToken) ? "it is ahead of its database, which was restored"
            : null;
        if (reason is not null)
        {
            await RebuildAsync(reason, cancellationToken);
            return false;
        }

        (_indexed, _generation) = (status.Sequence, generation);
        return true;
    }

    private async Task RebuildAsync(string reason, CancellationToken cancellationToken)
    {
        Rebuilding(reason);
        await letters.RebuiltAsync(await builder.RebuildAsync(written: null, cancellationToken), cancellationToken);
        _generation = 0;
    }

    private void Forget(ChangedThings touched)
    {
        if (touched.Reference)
        {
            catalogue.ForgetAll();
        }
        else
        {
            catalogue.Forget(touched.All);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index is built anew: {Reason}.")]
    private partial void Rebuilding(string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The search index followed {Products} products and {Producers} producers up to change {Sequence}.")]
    private partial void Followed(int products, int producers, long sequence);
}
