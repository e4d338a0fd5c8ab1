using Marketplace.Core.Ordering;

namespace Marketplace.Core.Payments;

/// <summary>What is left to be paid for a group of orders, or to be given back.</summary>
public static class Settlement
{
    /// <summary>What has come in for a group and neither gone back nor been asked to.</summary>
    public static long Kept(IEnumerable<PaymentAttempt> attempts) => attempts.Sum(attempt => attempt.Refundable.Amount);

    /// <summary>What the buyer still owes; 0 when nothing.</summary>
    public static long Open(OrderGroup group, IEnumerable<PaymentAttempt> attempts) => Math.Max(0, group.Due - Kept(attempts));

    /// <summary>What was paid for refused orders and is kept while the buyer chooses.</summary>
    public static long Credit(OrderGroup group, IEnumerable<PaymentAttempt> attempts) => Math.Clamp(Kept(attempts) - group.Due, 0, group.AwaitsChoice);

    /// <summary>
    /// Sets aside what is to be given back: what was paid beyond what is due and what awaits a choice. The newest money goes first, because the
    /// oldest is what the orders stand on.
    /// </summary>
    /// <param name="nextId">Draws the id of each refund.</param>
    public static IReadOnlyList<Refund> GiveBack(OrderGroup group, IReadOnlyList<PaymentAttempt> attempts, DateTime now, Func<Guid> nextId)
    {
        var left = Kept(attempts) - group.Due - group.AwaitsChoice;
        List<Refund> refunds = [];
        foreach (var attempt in attempts.OrderByDescending(attempt => attempt.CreatedAt))
        {
            var amount = Math.Min(left, attempt.Refundable.Amount);
            if (amount > 0 && !attempt.Refund(nextId(), attempt.Amount with { Amount = amount }).Failed(out _, out var request))
            {
                refunds.Add(new Refund { Id = request.RefundId, AttemptId = attempt.Id, GroupId = group.Id, Gateway = attempt.Gateway, Payment = request.Payment, Amount = amount, Currency = attempt.Amount.Currency, AskedAt = now });
                left -= amount;
            }
        }

        return refunds;
    }
}

/// <summary>How far the work on a refund is.</summary>
public enum RefundWork
{
    /// <summary>The gateway is to be told.</summary>
    Asked,

    /// <summary>The gateway has taken it on; an event will say what became of it.</summary>
    Sent,

    /// <summary>The gateway gives nothing back by itself: somebody transfers the money and records it.</summary>
    ByHand,

    /// <summary>The money went.</summary>
    Done,

    /// <summary>It did not arrive, or the gateway would not make it: somebody has to look at it.</summary>
    Failed,
}

/// <summary>Money on its way back to a buyer: what is still to be done about it.</summary>
public sealed class Refund
{
    public const int ReferenceLength = 200;

    public required Guid Id { get; init; }

    public required Guid AttemptId { get; init; }

    public required Guid GroupId { get; init; }

    /// <summary>The gateway's code.</summary>
    public required string Gateway { get; init; }

    /// <summary>The reference of the money that came in.</summary>
    public required string Payment { get; init; }

    /// <summary>In the smallest unit of the currency.</summary>
    public required long Amount { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime AskedAt { get; init; }

    public RefundWork Work { get; set; }

    /// <summary>The request as the gateway is asked.</summary>
    public RefundRequest Request => new(Id, AttemptId, Payment, new Money(Amount, Currency));
}
