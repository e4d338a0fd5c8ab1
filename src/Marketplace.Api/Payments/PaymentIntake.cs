using Marketplace.Api.Ordering;
using Marketplace.Core.Ledger;
using Marketplace.Core.Ordering;
using Marketplace.Core.Payments;
using Marketplace.Data;
using Marketplace.Data.Ordering;
using Marketplace.Data.Payments;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Payments;

/// <summary>
/// Takes what was reported about money: each event once, in one transaction with everything that follows from it. Duplicates, disorder and several
/// nodes at once do no harm, because the event's own key lets one of them in.
/// </summary>
internal sealed class PaymentIntake(IDbContextFactory<MarketplaceDb> databases, IDatabaseEngine engine, OrderLetters letters, RefundSignal refunds, TimeProvider clock)
{
    /// <summary>So often somebody else may be faster.</summary>
    private const int MostAttempts = 10;

    /// <summary>Takes an event; returns what it changed.</summary>
    public Task<PaymentChange> TakeAsync(PaymentEvent told, CancellationToken cancellationToken) => TakeAsync(told, deed: null, cancellationToken);

    /// <summary>Takes an event that a person tells of.</summary>
    /// <param name="deed">What is written beside it, in the same transaction; where it answers that somebody was faster, nothing is taken.</param>
    public async Task<PaymentChange> TakeAsync(PaymentEvent told, Func<MarketplaceDb, Task<bool>>? deed, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var change = await databases.FreshlyAsync(db => OnceAsync(db, told, deed, cancellationToken), cancellationToken);
            if (change is { } taken)
            {
                refunds.Pulse();
                return taken;
            }

            if (attempt == MostAttempts)
            {
                // Whoever reports it is told to try again.
                throw new InvalidOperationException($"Event {told.Id} of {told.Gateway} was overtaken {MostAttempts} times.");
            }
        }
    }

    /// <summary>Null when somebody else was faster: then everything is to be looked at anew.</summary>
    private async Task<PaymentChange?> OnceAsync(MarketplaceDb db, PaymentEvent told, Func<MarketplaceDb, Task<bool>>? deed, CancellationToken cancellationToken)
    {
        if (await db.IsRecordedAsync(told.Gateway, told.Id, cancellationToken))
        {
            return PaymentChange.None;
        }

        await using var transaction = deed is null ? null : await db.Database.BeginTransactionAsync(cancellationToken);
        if (deed is not null && !await deed(db))
        {
            return PaymentChange.None;
        }

        var (attempt, heard, outcome) = await FindAsync(db, told, cancellationToken);
        var (now, change) = (clock.GetUtcNow(), PaymentChange.None);
        if (attempt is not null && heard is not null && await db.OrderGroupAsync(attempt.GroupId, cancellationToken) is { } group)
        {
            var (received, refunded) = (attempt.Received.Amount, attempt.Refunded.Amount);
            change = attempt.Take(heard);
            Post(db, group, attempt.Received.Amount - received, attempt.Refunded.Amount - refunded, now);
            await FollowAsync(db, group, attempt, heard, change, now, cancellationToken);
        }

        db.PaymentRecords.Add(PaymentRecord.Of(told, change, now.UtcDateTime, attempt?.Id, outcome, NeedsPerson(told, attempt, change, outcome)));
        using var writer = await engine.WriterAsync(cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await (transaction?.CommitAsync(cancellationToken) ?? Task.CompletedTask);
            return change;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || engine.IsDuplicate(failure))
        {
            return null;
        }
    }

    /// <summary>What no rule of ours settles: money that names no order, too little or too much of it, or too late.</summary>
    private static bool NeedsPerson(PaymentEvent told, PaymentAttempt? attempt, PaymentChange change, TransferOutcome? outcome) =>
        outcome is TransferOutcome.UnknownCode or TransferOutcome.WrongAccount or TransferOutcome.Under or TransferOutcome.Over or TransferOutcome.Late or TransferOutcome.Double
        || change is PaymentChange.PaidLate or PaymentChange.PaidInPart or PaymentChange.PaidAgain or PaymentChange.NotOurs or PaymentChange.Disputed or PaymentChange.RefundFailed
        || (attempt is null && told.Kind is not PaymentEventKind.Unknown and not PaymentEventKind.Pending);

    /// <summary>The attempt that an event is about, and the event as that attempt takes it; a transfer is looked for by what the buyer wrote on it.</summary>
    private static async Task<(PaymentAttempt? Attempt, PaymentEvent? Heard, TransferOutcome? Outcome)> FindAsync(MarketplaceDb db, PaymentEvent told, CancellationToken cancellationToken)
    {
        if (told.Transfer is { } transfer)
        {
            var match = TransferMatch.Of(told, await db.AttemptsOfCodesAsync([.. TransferCode.In(transfer.Content)], [.. TransferCode.StartsAtEnd(transfer.Content)], cancellationToken));
            return (match.Attempt, match.Event, match.Outcome);
        }

        var id = told.AttemptId ?? (told.Payment is { } money ? await db.AttemptOfMoneyAsync(money, cancellationToken) : null);
        var attempt = id is { } known ? await db.AttemptAsync(known, cancellationToken) : null;
        return (attempt, attempt is null ? null : told with { AttemptId = attempt.Id }, null);
    }

    private static void Post(MarketplaceDb db, OrderGroup group, long received, long refunded, DateTimeOffset now)
    {
        if (received > 0)
        {
            db.Journal.Add(JournalEntry.Received(group, received, Guid.CreateVersion7(now), now.UtcDateTime));
        }

        if (refunded > 0)
        {
            db.Journal.Add(JournalEntry.Refunded(group, refunded, Guid.CreateVersion7(now), now.UtcDateTime));
        }
    }

    /// <summary>What orders and refunds do about it.</summary>
    private async Task FollowAsync(MarketplaceDb db, OrderGroup group, PaymentAttempt attempt, PaymentEvent heard, PaymentChange change, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (change is PaymentChange.Paid or PaymentChange.PaidLate)
        {
            group.Pay(new OrderDeed(OrderParty.Marketplace, attempt.Gateway, now.UtcDateTime));
            await letters.PaidAsync(db, group, cancellationToken);
        }

        if (change is PaymentChange.Refunded or PaymentChange.RefundFailed && heard.RefundId is { } id && await db.RefundAsync(id, cancellationToken) is { } refund)
        {
            refund.Work = change == PaymentChange.Refunded ? RefundWork.Done : RefundWork.Failed;
        }

        if (change is not PaymentChange.None and not PaymentChange.RefundFailed)
        {
            var attempts = await db.AttemptsOfGroupAsync(group.Id, cancellationToken);
            db.Refunds.AddRange(Settlement.GiveBack(group, attempts, now.UtcDateTime, () => Guid.CreateVersion7(now)));
        }
    }
}
