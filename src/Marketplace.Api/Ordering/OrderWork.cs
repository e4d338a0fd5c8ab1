using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Core.Ledger;
using Marketplace.Core.Ordering;
using Marketplace.Data;
using Marketplace.Data.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Ordering;

/// <summary>Who takes a step, and of which orders.</summary>
/// <param name="MaySee">Whether the order is theirs.</param>
internal sealed record Stepper(OrderParty Party, string Name, Actor? Actor, Func<OrderGroup, Order, bool> MaySee);

/// <summary>What every step of an order has in common: it is theirs, it was seen in this version, stock and journal follow it, and all of it is saved at once.</summary>
internal sealed class OrderWork(IDbContextFactory<MarketplaceDb> databases, IDatabaseEngine engine, OrderLetters letters, TimeProvider clock)
{
    /// <summary>One step of one order.</summary>
    /// <param name="version">The one that was seen; null takes any.</param>
    /// <param name="requestKey">Sent again with the same step, it does nothing a second time.</param>
    public Task<OrderPayload> StepAsync(
        Stepper who, string id, int? version, string? requestKey, string action, Ask ask, Func<Order, OrderDeed, Result<Moves>> step, CancellationToken cancellationToken)
    {
        RequestKeys.Check(requestKey);
        return databases.FreshlyAsync(db => OnceAsync(db, who, id, version, requestKey, action, ask, step, cancellationToken), cancellationToken);
    }

    private async Task<OrderPayload> OnceAsync(
        MarketplaceDb db, Stepper who, string id, int? version, string? requestKey, string action, Ask ask, Func<Order, OrderDeed, Result<Moves>> step, CancellationToken cancellationToken)
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
            return new([], ask, order, group);
        }

        if (version is { } seen && seen != order.Version)
        {
            return new([new ChangedMeanwhile(order.Version)], ask, order, group);
        }

        var (state, released) = (order.State, order.Released);
        if (step(order, new OrderDeed(who.Party, who.Name, now.UtcDateTime, requestId)).Failed(out var problem, out var moves))
        {
            return new([problem], ask, order, group);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.MoveAsync(moves, now.UtcDateTime, cancellationToken))
        {
            throw new InvalidOperationException($"Order {order.Number} holds goods that its offers do not know of.");
        }

        if (JournalEntry.Released(group, order, released, Guid.CreateVersion7(now), now.UtcDateTime) is { } entry)
        {
            db.Journal.Add(entry);
        }

        if (who.Actor is { } actor)
        {
            db.Note(actor, action, ("Order", order.Id), now, new { state = state.ToString() }, new { state = order.State.ToString() }, order.Timeline[^1].Text);
        }

        letters.Stepped(db, group, order);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || engine.IsDuplicate(failure))
        {
            await transaction.RollbackAsync(cancellationToken);
            return new([new ChangedMeanwhile(0)], ask);
        }

        await transaction.CommitAsync(cancellationToken);
        return new([], ask, order, group);
    }
}
