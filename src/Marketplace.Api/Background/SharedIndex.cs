using Marketplace.Api.Catalogue;
using Marketplace.Api.Search;
using Marketplace.Core.Search;
using Marketplace.Data;
using Marketplace.Data.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Background;

/// <summary>
/// Follows the outbox where all nodes use one index: every node lets its own cache forget; the writing is divided into shares, and a node
/// that sees work in a share takes the share's lease. What a node leaves undone, because it died or the engine was away, is found
/// by the others when they look over all shares.
/// </summary>
internal sealed partial class SharedIndex(
    IDbContextFactory<MarketplaceDb> databases, ISearchIndex index, SharedIndexWork work, CatalogueCache catalogue, IndexBuilder builder, IndexLag lag,
    TimeProvider clock, ILogger<SharedIndex> log)
{
    private const int BatchSize = 200;
    internal static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenInspections = TimeSpan.FromSeconds(30);

    private readonly HashSet<byte> _waiting = [];
    private long? _heard;
    private DateTimeOffset _nextSweep;
    private DateTimeOffset _nextInspection;
    private DateTimeOffset _pausedUntil;
    private int _failures;

    /// <summary>Looks once, and does what is to be done; false when there was nothing. One statement when nothing has changed, one more every few seconds.</summary>
    public async Task<bool> FollowAsync(CancellationToken cancellationToken)
    {
        var heard = await HearAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (now >= _nextSweep)
        {
            _nextSweep = now + BetweenSweeps;
            await SweepAsync(cancellationToken);
        }

        if (now < _pausedUntil)
        {
            return heard;
        }

        try
        {
            if (now >= _nextInspection)
            {
                _nextInspection = now + BetweenInspections;
                await InspectAsync(cancellationToken);
            }

            return await WorkAsync(cancellationToken) || heard;
        }
        catch (SearchUnavailableException away)
        {
            // One pause for all shares: each of them would wait for the same engine.
            var pause = BackOff.After(++_failures);
            (_pausedUntil, _nextInspection) = (now + pause, now);
            lag.Fails(away.Message);
            Away(away.Message, pause);
            return heard;
        }
    }

    /// <summary>Lets the cache forget what has changed, and notes where there is work.</summary>
    private async Task<bool> HearAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (_heard is null)
        {
            // What has been cached until now may be older than that number.
            _heard = await db.LastOutboxSequenceAsync(cancellationToken);
            catalogue.ForgetAll();
            return false;
        }

        var messages = await db.OutboxAfterAsync(_heard.Value, BatchSize, cancellationToken);
        if (messages.Count == 0)
        {
            return false;
        }

        var touched = await builder.TouchedAsync(messages, cancellationToken);
        if (touched.Reference)
        {
            catalogue.ForgetAll();
        }
        else
        {
            catalogue.Forget(touched.All);
        }

        _heard = messages[^1].Sequence;
        _waiting.UnionWith(messages.Select(message => message.Partition));
        return true;
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var shares = await db.WaitingSharesAsync(cancellationToken);
        _waiting.UnionWith(shares.Select(share => share.Partition));
        if (shares.Count == 0)
        {
            lag.IsCurrent();
        }
        else
        {
            lag.Waits(shares.Sum(share => share.Changes), shares.Min(share => share.Since));
        }
    }

    /// <summary>An index that is not there, or was never built from this database's outbox, is asked for.</summary>
    private async Task InspectAsync(CancellationToken cancellationToken)
    {
        var status = await index.StatusAsync(cancellationToken);
        if (status.State == IndexState.Unreachable)
        {
            throw new SearchUnavailableException(status.Reason ?? "The search engine does not answer.");
        }

        if (await work.AskForRebuildWhenDueAsync(status, cancellationToken))
        {
            _waiting.Add(IndexLease.Rebuild);
        }
    }

    private async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        if (_waiting.Count == 0)
        {
            return false;
        }

        IReadOnlyList<IndexLease> leases;
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            leases = await db.IndexLeasesAsync(cancellationToken);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var worked = false;

        // Nodes that are woken together begin at different shares. Building comes first: without an index every share would fail, and pause all others.
        IndexLease[] mine = [.. leases.Where(lease => _waiting.Contains(lease.Partition))];
        Random.Shared.Shuffle(mine);
        foreach (var lease in mine.OrderByDescending(lease => lease.Partition == IndexLease.Rebuild))
        {
            _waiting.Remove(lease.Partition);
            if (lease.NextAttemptAt > now || (lease.Owner is not null && lease.LeasedUntil >= now))
            {
                // Another follows it, or it is too early: what is left of it the next sweep sees.
                continue;
            }

            worked |= await work.FollowAsync(lease, cancellationToken);
            _failures = 0;
        }

        return worked;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search engine is away ({Reason}): the index waits for {Pause}; the outbox keeps every change.")]
    private partial void Away(string reason, TimeSpan pause);
}
