using Marketplace.Core;
using Marketplace.Core.Ledger;
using Marketplace.Core.Ordering;
using Marketplace.Core.Payments;
using Marketplace.Data;
using Marketplace.Data.Ordering;
using Marketplace.Data.Payments;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Ordering;

/// <summary>Calls off what was not paid for in time, so that nothing stays kept for nobody, and gives back what was paid for refused orders about which nobody has chosen. Several nodes may look at once: one of them is faster.</summary>
internal sealed partial class PaymentDeadlines(
    IDbContextFactory<MarketplaceDb> databases, IDatabaseEngine engine, OrderLetters letters, OrderWork work, TimeProvider clock, ILogger<PaymentDeadlines> log) : BackgroundService
{
    private const int AtOnce = 100;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(15);

    /// <summary>Calls off what is due; returns how many groups.</summary>
    public async Task<int> ExpireAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var due = await db.UnpaidGroupsAsync(clock.GetUtcNow().UtcDateTime, AtOnce, cancellationToken);
        var expired = 0;
        foreach (var id in due)
        {
            expired += await databases.FreshlyAsync(fresh => ExpireAsync(fresh, id, cancellationToken), cancellationToken) ? 1 : 0;
        }

        foreach (var id in await db.OverdueChoicesAsync(clock.GetUtcNow().UtcDateTime, AtOnce, cancellationToken))
        {
            await work.StepAsync(
                new Stepper(OrderParty.Marketplace, "", Actor: null, (_, _) => true), GlobalId.Encode("Order", id), version: null, requestKey: null, "giveUpOrder", new Ask(Language.Vi, clock.Today()), (order, deed) => order.GiveUp(deed), cancellationToken);
        }

        return expired;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(BetweenLooks, clock, stoppingToken);
            try
            {
                await ExpireAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(fault);
            }
        }
    }

    private async Task<bool> ExpireAsync(MarketplaceDb db, Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await db.OrderGroupAsync(id, cancellationToken) is not { PayBy: { } until } group || until >= now.UtcDateTime)
        {
            return false;
        }

        var before = group.Orders.ToDictionary(order => order.Id, order => order.Released);
        var moves = group.Expire(new OrderDeed(OrderParty.Marketplace, "", now.UtcDateTime));
        using var writer = await engine.WriterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.MoveAsync(moves, now.UtcDateTime, cancellationToken))
        {
            return false;
        }

        var attempts = await db.AttemptsOfGroupAsync(id, cancellationToken);
        foreach (var attempt in attempts)
        {
            attempt.Take(PaymentEvent.Ended(attempt, PaymentEventKind.Expired, now));
        }

        // Too little came in.
        db.Refunds.AddRange(Settlement.GiveBack(group, attempts, now.UtcDateTime, () => Guid.CreateVersion7(now)));

        foreach (var order in group.Orders)
        {
            if (JournalEntry.Released(group, order, before[order.Id], Guid.CreateVersion7(now), now.UtcDateTime) is { } entry)
            {
                db.Journal.Add(entry);
                letters.Stepped(db, group, order);
            }
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node was faster, or payment has just come.
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Orders that were not paid for in time could not be called off. Tried again in a moment.")]
    private partial void Failed(Exception fault);
}
