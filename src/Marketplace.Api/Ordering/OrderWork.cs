using Marketplace.Api.Accounts;
using Marketplace.Api.Payments;
using Marketplace.Core;
using Marketplace.Core.Ledger;
using Marketplace.Core.Ordering;
using Marketplace.Core.Payments;
using Marketplace.Data;
using Marketplace.Data.Ordering;
using Marketplace.Data.Payments;
using Marketplace.Payments.AtTheDoor;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Ordering;

/// <summary>Who takes a step, and of which orders.</summary>
/// <param name="MaySee">Whether the order is theirs.</param>
internal sealed record Stepper(OrderParty Party, string Name, Actor? Actor, Func<OrderGroup, Order, bool> MaySee);

/// <summary>An order that somebody takes further, with what is at hand.</summary>
internal sealed record OrderAtWork(MarketplaceDb Db, OrderGroup Group, Order Order, Ask Ask, DateTimeOffset Now, CancellationToken Stop);

/// <summary>What every step of an order has in common: it is theirs, it was seen in this version, stock and journal follow it, and all of it is saved at once.</summary>
internal sealed class OrderWork(IDbContextFactory<MarketplaceDb> databases, IDatabaseEngine engine, OrderLetters letters, RefundSignal refunds, TimeProvider clock)
{
    /// <summary>So often somebody else may be faster. Each time the order is looked at anew, so that a request that was sent twice finds what it did.</summary>
    private const int MostAttempts = 5;

    /// <summary>One step of one order.</summary>
    /// <param name="version">The one that was seen; null takes any.</param>
    /// <param name="requestKey">Sent again with the same step, it does nothing a second time.</param>
    public Task<OrderPayload> StepAsync(
        Stepper who, string id, int? version, string? requestKey, string action, Ask ask, Func<Order, OrderDeed, Result<Moves>> step, CancellationToken cancellationToken) =>
        StepAsync(who, id, version, requestKey, action, ask, (at, deed) => Task.FromResult(step(at.Order, deed)), cancellationToken);

    /// <inheritdoc cref="StepAsync(Stepper, string, int?, string?, string, Ask, Func{Order, OrderDeed, Result{Moves}}, CancellationToken)"/>
    /// <param name="step">Reads something more, or adds to what is saved.</param>
    public async Task<OrderPayload> StepAsync(
        Stepper who, string id, int? version, string? requestKey, string action, Ask ask, Func<OrderAtWork, OrderDeed, Task<Result<Moves>>> step, CancellationToken cancellationToken)
    {
        RequestKeys.Check(requestKey);
        for (var attempt = 1; ; attempt++)
        {
            if (await databases.FreshlyAsync(db => OnceAsync(db, who, id, version, requestKey, action, ask, step, isLast: attempt == MostAttempts, cancellationToken), cancellationToken) is { } payload)
            {
                return payload;
            }
        }
    }

    /// <summary>Null when somebody else was faster: then everything is to be looked at anew.</summary>
    private async Task<OrderPayload?> OnceAsync(
        MarketplaceDb db, Stepper who, string id, int? version, string? requestKey, string action, Ask ask, Func<OrderAtWork, OrderDeed, Task<Result<Moves>>> step, bool isLast, CancellationToken cancellationToken)
    {
        if (!GlobalId.TryDecode(id, "Order", out var orderId) || await db.OrderGroupOfAsync(orderId, cancellationToken) is not { } group
            || group.Orders.First(order => order.Id == orderId) is not { } order || !who.MaySee(group, order))
        {
            return new([new NothingThere(["order"])], ask);
        }

        var now = clock.GetUtcNow();
        Guid? requestId = requestKey is null ? null : RequestKeys.IdOf(requestKey, orderId, action, now);
        if (requestId is not null && order.Timeline.Any(entry => entry.RequestId == requestId))
        {
            // It may have been done while this was read, so that its beginning is older than its end: what is read from now on is as it is.
            db.ChangeTracker.Clear();
            group = (await db.OrderGroupOfAsync(orderId, cancellationToken))!;
            return new([], ask, group.Orders.First(one => one.Id == orderId), group);
        }

        if (version is { } seen && seen != order.Version)
        {
            return new([new ChangedMeanwhile(order.Version)], ask, order, group);
        }

        var (state, released) = (order.State, order.Released);
        if ((await step(new(db, group, order, ask, now, cancellationToken), new OrderDeed(who.Party, who.Name, now.UtcDateTime, requestId))).Failed(out var problem, out var moves))
        {
            return new([problem], ask, order, group);
        }

        using var writer = await engine.WriterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.MoveAsync(moves, now.UtcDateTime, cancellationToken))
        {
            // Giving back always works; what is to be kept may have gone meanwhile.
            await transaction.RollbackAsync(cancellationToken);
            return isLast ? new([new GoneMeanwhile()], ask) : null;
        }

        if (JournalEntry.Released(group, order, released, Guid.CreateVersion7(now), now.UtcDateTime) is { } entry)
        {
            db.Journal.Add(entry);
        }

        if (who.Actor is { } actor)
        {
            db.Note(actor, action, ("Order", order.Id), now, new { state = state.ToString() }, new { state = order.State.ToString() }, order.Timeline[^1].Text);
        }

        await SettleAsync(db, group, order, who, now, cancellationToken);
        letters.Stepped(db, group, order);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || engine.IsDuplicate(failure))
        {
            await transaction.RollbackAsync(cancellationToken);
            return isLast ? new([new ChangedMeanwhile(0)], ask) : null;
        }

        await transaction.CommitAsync(cancellationToken);
        refunds.Pulse();
        return new([], ask, order, group);
    }

    /// <summary>What a step means for money: cash that was taken at the door, and what is to go back.</summary>
    private static async Task SettleAsync(MarketplaceDb db, OrderGroup group, Order order, Stepper who, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var attempts = (await db.AttemptsOfGroupAsync(group.Id, cancellationToken)).ToList();
        if (group.Method == PaymentMethod.CashOnDelivery && order.State == OrderState.Delivered && order.Due > 0)
        {
            var id = RequestKeys.IdOf("cash", order.Id, nameof(PaymentAttempt), now);
            var cash = attempts.Find(attempt => attempt.Id == id) ?? db.PaymentAttempts.Add(new PaymentAttempt
            {
                Id = id,
                GroupId = group.Id,
                Gateway = CashOnDeliveryGateway.Code,
                Amount = new(order.Due, group.Currency),
                CreatedAt = now.UtcDateTime,
            }).Entity;
            var seen = PaymentEvent.SeenBy(who.Actor?.AccountId ?? Guid.Empty, cash, cash.Amount, order.Number, now);
            if (cash.Take(seen) == PaymentChange.Paid)
            {
                db.PaymentRecords.Add(PaymentRecord.Of(seen, PaymentChange.Paid, now.UtcDateTime));
                db.Journal.Add(JournalEntry.Received(group, cash.Amount.Amount, Guid.CreateVersion7(now), now.UtcDateTime));
            }

            attempts = [.. attempts.Where(attempt => attempt.Id != id), cash];
        }

        db.Refunds.AddRange(Settlement.GiveBack(group, attempts, now.UtcDateTime, () => Guid.CreateVersion7(now)));
    }
}
