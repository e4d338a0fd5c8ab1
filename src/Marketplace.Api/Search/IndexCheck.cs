using Marketplace.Core.Search;
using Marketplace.Data;
using Marketplace.Data.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Search;

/// <summary>
/// Holds the index against the database. What the outbox still tells is no drift: the place up to which the index has followed is read before
/// the index, and the outbox after the database, so that every change between the two is seen as waiting.
/// </summary>
internal sealed class IndexCheck(IDbContextFactory<MarketplaceDb> databases, ISearchIndex index, IndexBuilder builder)
{
    /// <param name="compared">Told how many documents have been compared.</param>
    public async Task<IndexDrift> RunAsync(IProgress<int>? compared, CancellationToken cancellationToken)
    {
        var followed = await FollowedAsync(cancellationToken);
        var entries = await index.EntriesAsync(cancellationToken).ToDictionaryAsync(entry => entry.Id, entry => entry.Fingerprint, cancellationToken: cancellationToken);
        List<DriftedThing> things = [];
        var count = 0;
        await foreach (var document in builder.EverythingAsync(cancellationToken))
        {
            var held = entries.Remove(document.Id, out var fingerprint);
            if (!held || fingerprint != document.Fingerprint)
            {
                things.Add(Thing(document, held ? DriftKind.Stale : DriftKind.Missing));
            }

            compared?.Report(++count);
        }

        things.AddRange(entries.Keys.Select(id => new DriftedThing(id, DriftKind.Surplus, OutboxSubject.Product, Slug: null)));
        var waiting = await WaitingAsync(followed, cancellationToken);
        HashSet<Guid> excused = [.. waiting.All];
        return new(count, excused.Count, waiting.Reference, [.. things.Where(thing => !excused.Contains(thing.Id))]);
    }

    /// <summary>Changes that the index has yet to follow.</summary>
    public async Task<ChangedThings> WaitingAsync(CancellationToken cancellationToken) => await WaitingAsync(await FollowedAsync(cancellationToken), cancellationToken);

    /// <summary>Tells the running nodes to write those things again.</summary>
    public async Task RequestAsync(IEnumerable<(OutboxSubject Subject, Guid Id)> things, DateTime now, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        db.Outbox.AddRange(things.Select(thing => OutboxMessage.Of(thing.Subject, thing.Id, now)));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The last row that each share of the outbox has been followed to; of a node's own index all shares have one place.</summary>
    private async Task<long[]> FollowedAsync(CancellationToken cancellationToken)
    {
        if (!index.IsShared)
        {
            return [.. Enumerable.Repeat((await index.StatusAsync(cancellationToken)).Sequence, IndexLease.Partitions + 1)];
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return [.. (await db.IndexLeasesAsync(cancellationToken)).Select(lease => lease.Position)];
    }

    private async Task<ChangedThings> WaitingAsync(long[] followed, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        List<OutboxMessage> messages = [];
        foreach (var (partition, position) in followed.Index())
        {
            messages.AddRange(await db.UnsettledOutboxOfPartitionAsync((byte)partition, position, cancellationToken));
        }

        return await builder.TouchedAsync(messages, cancellationToken);
    }

    private static DriftedThing Thing(IndexDocument document, DriftKind kind) => document is ProducerDocument producer
        ? new(document.Id, kind, OutboxSubject.ProducerEntry, producer.Slug)
        : new(document.Id, kind, OutboxSubject.Product, ((ProductDocument)document).Slug);
}

/// <summary>How the index and the database differ in a thing.</summary>
internal enum DriftKind
{
    /// <summary>The index lacks it.</summary>
    Missing,

    /// <summary>The index holds another state of it.</summary>
    Stale,

    /// <summary>The database does not have it.</summary>
    Surplus,
}

/// <param name="Slug">Null of what only the index knows.</param>
internal sealed record DriftedThing(Guid Id, DriftKind Kind, OutboxSubject Subject, string? Slug);

/// <param name="Compared">Documents that the database would write.</param>
/// <param name="Waiting">Things of which the outbox still tells a change.</param>
/// <param name="AwaitsRebuild">Whether the index is about to be built anew.</param>
internal sealed record IndexDrift(int Compared, int Waiting, bool AwaitsRebuild, IReadOnlyList<DriftedThing> Things);
