using Marketplace.Core.Ordering;
using Marketplace.Core.Payments;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Payments;

/// <summary>How attempts, events and refunds are read.</summary>
public static class PaymentQueries
{
    /// <summary>All attempts to pay a group, oldest first, to be changed. One statement.</summary>
    public static async Task<IReadOnlyList<PaymentAttempt>> AttemptsOfGroupAsync(this MarketplaceDb db, Guid groupId, CancellationToken cancellationToken) =>
        await db.PaymentAttempts.Where(attempt => attempt.GroupId == groupId).OrderBy(attempt => attempt.CreatedAt).ToListAsync(cancellationToken);

    /// <summary>An attempt to be changed; null where there is none.</summary>
    public static Task<PaymentAttempt?> AttemptAsync(this MarketplaceDb db, Guid id, CancellationToken cancellationToken) =>
        db.PaymentAttempts.SingleOrDefaultAsync(attempt => attempt.Id == id, cancellationToken);

    /// <summary>Attempts whose codes stand in a transfer's words, whole or cut off at the end; to be changed. One statement.</summary>
    /// <param name="starts">Beginnings of codes.</param>
    public static async Task<IReadOnlyList<PaymentAttempt>> AttemptsOfCodesAsync(
        this MarketplaceDb db, IReadOnlyCollection<string> codes, IReadOnlyCollection<string> starts, CancellationToken cancellationToken) =>
        // The database compares: codes are ASCII, so every collation compares them alike.
#pragma warning disable CA1310
        await db.PaymentAttempts.Where(attempt => attempt.Reference != null && (codes.Contains(attempt.Reference) || starts.Any(start => attempt.Reference.StartsWith(start)))).ToListAsync(cancellationToken);
#pragma warning restore CA1310

    /// <summary>The attempt whose money bore that reference; null where none is known. Leads refunds and disputes that name no attempt.</summary>
    public static Task<Guid?> AttemptOfMoneyAsync(this MarketplaceDb db, string reference, CancellationToken cancellationToken) =>
        db.PaymentRecords.Where(record => record.Reference == reference && record.AttemptId != null && record.Kind == PaymentEventKind.Succeeded)
            .Select(record => record.AttemptId).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Whether that event was taken before.</summary>
    public static Task<bool> IsRecordedAsync(this MarketplaceDb db, string gateway, string eventId, CancellationToken cancellationToken) =>
        db.PaymentRecords.AnyAsync(record => record.Gateway == gateway && record.EventId == eventId, cancellationToken);

    /// <summary>A refund to be changed; null where there is none.</summary>
    public static Task<Refund?> RefundAsync(this MarketplaceDb db, Guid id, CancellationToken cancellationToken) =>
        db.Refunds.SingleOrDefaultAsync(refund => refund.Id == id, cancellationToken);

    /// <summary>Refunds of which gateways are still to be told, oldest first.</summary>
    public static async Task<IReadOnlyList<Guid>> UnsentRefundsAsync(this MarketplaceDb db, int take, CancellationToken cancellationToken) =>
        await db.Refunds.Where(refund => refund.Work == RefundWork.Asked).OrderBy(refund => refund.AskedAt).Take(take).Select(refund => refund.Id).ToListAsync(cancellationToken);

    /// <summary>What people have to do about money: refunds by hand and failed ones, oldest first. Not tracked.</summary>
    public static async Task<IReadOnlyList<Refund>> RefundsForPeopleAsync(this MarketplaceDb db, int take, CancellationToken cancellationToken) =>
        await db.Refunds.AsNoTracking().Where(refund => refund.Work == RefundWork.ByHand || refund.Work == RefundWork.Failed).OrderBy(refund => refund.AskedAt).Take(take).ToListAsync(cancellationToken);

    /// <summary>Events that people have to look at, oldest first. Not tracked.</summary>
    public static async Task<IReadOnlyList<PaymentRecord>> RecordsForPeopleAsync(this MarketplaceDb db, int take, CancellationToken cancellationToken)
    {
        // Compared with a value: only so does SQLite look into the index.
        var needed = true;
        return await db.PaymentRecords.AsNoTracking().Where(record => record.NeedsPerson == needed).OrderBy(record => record.ReceivedAt).Take(take).ToListAsync(cancellationToken);
    }

    /// <summary>An event as it was recorded, to be looked at; null where there is none. Not tracked.</summary>
    public static Task<PaymentRecord?> RecordAsync(this MarketplaceDb db, string gateway, string eventId, CancellationToken cancellationToken) =>
        db.PaymentRecords.AsNoTracking().SingleOrDefaultAsync(record => record.Gateway == gateway && record.EventId == eventId, cancellationToken);

    /// <summary>Whether money of that reference was counted for any order.</summary>
    public static Task<bool> IsCountedAsync(this MarketplaceDb db, string reference, CancellationToken cancellationToken) =>
        db.PaymentRecords.AnyAsync(
            record => record.Reference == reference && (record.Change == PaymentChange.Paid || record.Change == PaymentChange.PaidLate || record.Change == PaymentChange.PaidInPart || record.Change == PaymentChange.PaidAgain),
            cancellationToken);

    /// <summary>What those attempts pay, by their ids. Not tracked. One statement.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PaidOrder>> OrdersOfAttemptsAsync(this MarketplaceDb db, IReadOnlyCollection<Guid> attempts, CancellationToken cancellationToken) =>
        await db.PaymentAttempts.AsNoTracking().Where(attempt => attempts.Contains(attempt.Id))
            .Join(db.OrderGroups, attempt => attempt.GroupId, group => group.Id, (attempt, group) => new PaidOrder(attempt, group.Number, group.Recipient))
            .ToDictionaryAsync(order => order.Attempt.Id, cancellationToken);

    /// <summary>Orders about which their buyers have not chosen in time, by their groups.</summary>
    public static async Task<IReadOnlyList<Guid>> OverdueChoicesAsync(this MarketplaceDb db, DateTime now, int take, CancellationToken cancellationToken) =>
        await db.Orders.Where(order => order.RemedyBy != null && order.RemedyBy < now).OrderBy(order => order.RemedyBy).Take(take).Select(order => order.Id).ToListAsync(cancellationToken);
}

/// <summary>An attempt to pay, and whose order it pays.</summary>
public sealed record PaidOrder(PaymentAttempt Attempt, string Number, Recipient Recipient);
