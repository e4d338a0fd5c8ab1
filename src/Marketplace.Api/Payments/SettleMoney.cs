using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.Payments;
using Marketplace.Core;
using Marketplace.Core.Ordering;
using Marketplace.Core.Payments;
using Marketplace.Data;
using Marketplace.Data.Ordering;
using Marketplace.Data.Payments;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>An event that a person has looked at.</summary>
[Name("SettlePaymentRecordInput")]
public sealed class SettlePaymentRecordInput
{
    /// <summary>Who reported it.</summary>
    public required string Gateway { get; init; }

    /// <summary>The reporter's id for it.</summary>
    public required string Event { get; init; }

    /// <summary>What was done about it, 1 to 2000 characters.</summary>
    public required string Note { get; init; }

    /// <summary>1 to 64 characters, made by the client: the same request sent again is done once and answered alike.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>Which order a transfer pays.</summary>
[Name("AssignTransferInput")]
public sealed class AssignTransferInput
{
    /// <summary>Who reported it.</summary>
    public required string Gateway { get; init; }

    /// <summary>The reporter's id for it.</summary>
    public required string Event { get; init; }

    /// <summary>The order's number, with or without the dash.</summary>
    public required string Number { get; init; }

    /// <summary>1 to 64 characters, made by the client: the same request sent again is done once and answered alike.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>Money that was sent back.</summary>
[Name("RecordRefundInput")]
public sealed class RecordRefundInput
{
    /// <summary>The refund.</summary>
    [Id]
    public required string Refund { get; init; }

    /// <summary>What was sent, in đồng: the whole refund.</summary>
    public required long Amount { get; init; }

    /// <summary>The bank's name for the transfer to the buyer, 1 to 200 characters.</summary>
    public required string Reference { get; init; }

    /// <summary>1 to 64 characters, made by the client: the same request sent again is done once and answered alike.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>Whether it was done.</summary>
[Name("SettleMoneyPayload")]
public sealed class SettleMoneyPayload : Payload
{
    internal SettleMoneyPayload(IEnumerable<IProblem> problems, Ask ask)
        : base(problems, ask)
    {
    }
}

public sealed partial class Mutation
{
    /// <summary>Somebody has looked at an event and done what was needed: it waits no more. No money is counted by this. Problems: INVALID_VALUE, NOTHING_THERE, SETTLED_BEFORE.</summary>
    public static Task<SettleMoneyPayload> SettlePaymentRecord(SettlePaymentRecordInput input, Officer officer, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        SettledMoney.OnceAsync(services, officer, "settlePaymentRecord", input.RequestKey, input, ask, (deed, now) => SettleRecordAsync(input, officer, deed, now, services, cancellationToken), cancellationToken);

    /// <summary>
    /// Says which order a transfer pays that names none. From then on it is as if the transfer had named it; money is counted once by the bank's reference.
    /// Problems: NOTHING_THERE, NOT_ASSIGNABLE, SETTLED_BEFORE.
    /// </summary>
    [Cost(20)]
    public static Task<SettleMoneyPayload> AssignTransfer(AssignTransferInput input, Officer officer, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        SettledMoney.OnceAsync(services, officer, "assignTransfer", input.RequestKey, input, ask, (deed, now) => AssignTransferAsync(input, officer, deed, now, services, cancellationToken), cancellationToken);

    /// <summary>Somebody has sent money back that no gateway sends. Problems: NOTHING_THERE, INVALID_VALUE, SETTLED_BEFORE, REFUND_EXCEEDS_PAYMENT.</summary>
    [Cost(20)]
    public static Task<SettleMoneyPayload> RecordRefund(RecordRefundInput input, Officer officer, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        SettledMoney.OnceAsync(services, officer, "recordRefund", input.RequestKey, input, ask, (deed, now) => RecordRefundAsync(input, officer, deed, now, services, cancellationToken), cancellationToken);

    private static async Task<IReadOnlyList<IProblem>> SettleRecordAsync(
        SettlePaymentRecordInput input, Officer officer, Guid? deed, DateTimeOffset now, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (SettledMoney.Unwritten("note", input.Note, LongestReason) is { } unwritten)
        {
            return [unwritten];
        }

        return await services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().FreshlyAsync<IReadOnlyList<IProblem>>(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await db.RecordAsync(input.Gateway, input.Event, cancellationToken) is not { } record)
            {
                return [new NothingThere(["event"])];
            }

            if (!await SettledMoney.SettleAsync(db, record, input.Note.Trim(), officer, "settlePaymentRecord", deed, now, cancellationToken))
            {
                return [new SettledBefore()];
            }

            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return [];
        }, cancellationToken);
    }

    private static async Task<IReadOnlyList<IProblem>> AssignTransferAsync(
        AssignTransferInput input, Officer officer, Guid? deed, DateTimeOffset now, IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContextAsync(cancellationToken);
        if (await db.RecordAsync(input.Gateway, input.Event, cancellationToken) is not { IsAssignable: true, Reference: { } reference, Amount: { } amount, Currency: { } currency } record)
        {
            return [new NothingThere(["event"])];
        }

        if (!OrderNumber.TryRead(input.Number, out var number) || await db.OrderGroupOfNumberAsync(number, cancellationToken) is not { } group)
        {
            return [new NothingThere(["number"])];
        }

        // One that is still open, else the last: money that comes too late is told as such, and goes back.
        var asked = (await db.AttemptsOfGroupAsync(group.Id, cancellationToken)).Where(one => one is { Transfer: not null } && one.Amount.Currency == currency).ToList();
        if ((asked.FindLast(one => one.State == PaymentState.Started) ?? asked.LastOrDefault()) is not { } attempt)
        {
            return [new NotAssignable()];
        }

        if (await db.IsCountedAsync(reference, cancellationToken))
        {
            return [new SettledBefore()];
        }

        var seen = PaymentEvent.SeenBy(officer.Actor.AccountId, attempt, new Money(amount, currency), reference, now) with { OccurredAt = record.OccurredAt };
        var change = await services.GetRequiredService<PaymentIntake>().TakeAsync(
            seen, work => SettledMoney.SettleAsync(work, record, OrderNumber.Written(number), officer, "assignTransfer", deed, now, cancellationToken), cancellationToken);
        return change == PaymentChange.None ? [new SettledBefore()] : [];
    }

    private static async Task<IReadOnlyList<IProblem>> RecordRefundAsync(
        RecordRefundInput input, Officer officer, Guid? deed, DateTimeOffset now, IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContextAsync(cancellationToken);
        if (!GlobalId.TryDecode(input.Refund, "Refund", out var id) || await db.RefundAsync(id, cancellationToken) is not { } refund || await db.AttemptAsync(refund.AttemptId, cancellationToken) is not { } attempt)
        {
            return [new NothingThere(["refund"])];
        }

        var owed = new Money(refund.Amount, refund.Currency);
        List<IProblem> problems = [.. new[] { SettledMoney.Unwritten("reference", input.Reference, Refund.ReferenceLength) }.OfType<IProblem>()];
        if (input.Amount != refund.Amount)
        {
            problems.Add(new InvalidValue(["amount"], new($"Phải đúng bằng {owed.Format(Language.Vi)}.", $"It must be exactly {owed.Format(Language.En)}.")));
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        if (refund.Work is not RefundWork.ByHand and not RefundWork.Failed)
        {
            return [new SettledBefore()];
        }

        if (refund.Work == RefundWork.Failed && attempt.Refundable.Amount < refund.Amount)
        {
            return [new RefundExceedsPayment(attempt.Refundable)];
        }

        // What has failed stays told as failed; the same money is sent under another name, always the same.
        var request = refund.Work == RefundWork.Failed ? refund.Request with { RefundId = RequestKeys.IdOf("again", refund.Id, nameof(Refund), now) } : refund.Request;
        var reference = input.Reference.Trim();
        var change = await services.GetRequiredService<PaymentIntake>().TakeAsync(
            PaymentEvent.SentBackBy(officer.Actor.AccountId, attempt, request, reference, now),
            async work =>
            {
                work.Note(officer.Actor, "recordRefund", ("Refund", id), now, new { work = refund.Work.ToString() }, new { work = nameof(RefundWork.Done), refund.Amount, reference }, id: deed);
                return await work.Refunds.Where(one => one.Id == id && one.Work == refund.Work).ExecuteUpdateAsync(set => set.SetProperty(one => one.Work, RefundWork.Done), cancellationToken) == 1;
            },
            cancellationToken);
        return change == PaymentChange.None ? [new SettledBefore()] : [];
    }
}

/// <summary>What the ways to settle money have in common.</summary>
internal static class SettledMoney
{
    public static IProblem? Unwritten(string field, string text, int longest) => text.Trim().Length is var length && (length == 0 || length > longest)
        ? new InvalidValue([field], new($"Hãy viết từ 1 đến {longest} ký tự.", $"Write 1 to {longest} characters."))
        : null;

    /// <summary>Settles something; a request with a key that has done so before, also beside this one, is answered as it was then. The audit remembers it.</summary>
    /// <param name="settle">Gets the id under which the audit is to note it; null where the request bears no key.</param>
    public static async Task<SettleMoneyPayload> OnceAsync(
        IServiceProvider services, Officer officer, string action, string? requestKey, object input, Ask ask, Func<Guid?, DateTimeOffset, Task<IReadOnlyList<IProblem>>> settle, CancellationToken cancellationToken)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var deed = RequestKeys.WishOf(requestKey, officer.Actor.AccountId, action, input);
        if (await WasDoneAsync())
        {
            return new([], ask);
        }

        var problems = await settle(deed, now);
        return problems is [SettledBefore] && await WasDoneAsync() ? new([], ask) : new(problems, ask);

        async Task<bool> WasDoneAsync()
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContextAsync(cancellationToken);
            return deed is not null && await db.Audit.AnyAsync(entry => entry.Id == deed, cancellationToken);
        }
    }

    /// <summary>Takes the record off the list; false when somebody else was faster. Needs a transaction around it.</summary>
    public static async Task<bool> SettleAsync(
        MarketplaceDb db, PaymentRecord record, string what, Officer officer, string action, Guid? deed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.Note(
            officer.Actor,
            action,
            record.AttemptId is { } attempt ? ("PaymentAttempt", attempt) : ("PaymentRecord", RequestKeys.IdOf(record.Reference ?? "0", Guid.Empty, $"{record.Gateway}|{record.EventId}", now)),
            now,
            after: new { record.Gateway, record.Reference, record.Amount },
            why: what,
            id: deed);
        return await db.PaymentRecords.Where(one => one.Gateway == record.Gateway && one.EventId == record.EventId && one.NeedsPerson)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.NeedsPerson, false).SetProperty(one => one.Settled, what), cancellationToken) == 1;
    }
}

/// <summary>Somebody has settled it before, or the same money was counted for another order.</summary>
public sealed record SettledBefore : IProblem
{
    public LocalizedText Message => new("Việc này đã có người xử lý, hoặc khoản tiền đã được tính.", "Somebody has settled this before, or the money is counted already.");
}

/// <summary>The order was never to be paid by transfer.</summary>
public sealed record NotAssignable : IFieldProblem
{
    public IReadOnlyList<string> Path => ["number"];

    public LocalizedText Message => new("Đơn này chưa từng được hướng dẫn chuyển khoản.", "Nobody was told to pay this order by transfer.");
}
