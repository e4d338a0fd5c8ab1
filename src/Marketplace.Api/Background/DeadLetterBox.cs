using Marketplace.Core.Search;
using Marketplace.Data;
using Marketplace.Data.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Background;

/// <summary>Keeps what the index would not take, for a person to look at, and lets go of it when it has been written after all.</summary>
internal sealed partial class DeadLetterBox(IDbContextFactory<MarketplaceDb> databases, IndexLag lag, TimeProvider clock, ILogger<DeadLetterBox> log)
{
    /// <summary>Records the outcome of a batch. One small statement when nothing has ever failed.</summary>
    public async Task SettleAsync(IReadOnlyCollection<Guid> written, IReadOnlyCollection<RefusedChange> refused, long sequence, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (refused.Count == 0 && await db.DeadLetterCountAsync(cancellationToken) == 0)
        {
            lag.HasDeadLetters(0);
            return;
        }

        if (written.Count > 0)
        {
            await db.RemoveDeadLettersAsync(written, cancellationToken);
        }

        var known = await db.DeadLettersOfAsync([.. refused.Select(change => change.Id)], cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var change in refused)
        {
            Refused(change.Subject, change.Id, change.Reason);
            var reason = change.Reason.ReplaceLineEndings(" ");
            reason = reason.Length > DeadLetter.ReasonLength ? reason[..DeadLetter.ReasonLength] : reason;
            if (known.TryGetValue(change.Id, out var letter))
            {
                (letter.Sequence, letter.Reason, letter.Attempts, letter.LastAt) = (sequence, reason, letter.Attempts + change.Attempts, now);
            }
            else
            {
                db.DeadLetters.Add(new DeadLetter
                {
                    SubjectId = change.Id,
                    Subject = change.Subject,
                    Sequence = sequence,
                    Reason = reason,
                    Attempts = change.Attempts,
                    FirstAt = now,
                    LastAt = now,
                });
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        lag.HasDeadLetters(await db.DeadLetterCountAsync(cancellationToken));
    }

    /// <summary>Records what a rebuild was refused. What it wrote is settled with it: a rebuild writes everything.</summary>
    public async Task RebuiltAsync(IndexRebuild rebuild, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        Guid[] refused = [.. rebuild.Rejected.Select(rejection => rejection.Id)];
        Guid[] written = [.. (await db.DeadLettersAsync(cancellationToken)).Select(letter => letter.SubjectId).Except(refused)];
        var producers = refused.Length == 0 ? [] : await db.Producers.Where(producer => refused.Contains(producer.Id)).Select(producer => producer.Id).ToListAsync(cancellationToken);
        await SettleAsync(
            written,
            [.. rebuild.Rejected.Select(rejection => new RefusedChange(rejection.Id, SubjectOf(producers.Contains(rejection.Id)), rejection.Reason, 1))],
            rebuild.Sequence,
            cancellationToken);
    }

    internal static OutboxSubject SubjectOf(bool isProducer) => isProducer ? OutboxSubject.ProducerEntry : OutboxSubject.Product;

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index does not take {Subject} {Id}: {Reason}. It lies with the dead letters; everything else goes on.")]
    private partial void Refused(OutboxSubject subject, Guid id, string reason);
}

/// <summary>A change that the index would not take.</summary>
internal sealed record RefusedChange(Guid Id, OutboxSubject Subject, string Reason, int Attempts);
