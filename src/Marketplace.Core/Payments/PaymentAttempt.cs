namespace Marketplace.Core.Payments;

/// <summary>
/// One try to pay an order by one gateway. What it is follows from which events it has taken, not from their order or number: the same set of events
/// leads to the same state, and money is counted once by its reference.
/// </summary>
public sealed class PaymentAttempt
{
    public required Guid Id { get; init; }

    /// <summary>The group of orders that it pays.</summary>
    public required Guid GroupId { get; init; }

    /// <summary>The gateway's code.</summary>
    public required string Gateway { get; init; }

    public required Money Amount { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Until when it can be paid in time, in UTC; null where nothing waits for it.</summary>
    public DateTime? ExpiresAt { get; init; }

    public PaymentState State { get; private set; }

    /// <summary>The provider's name for the attempt, or the code of the transfer; null until it is started.</summary>
    public string? Reference { get; private set; }

    /// <summary>What the buyer was told to transfer; null where nothing is transferred.</summary>
    public TransferDetails? Transfer { get; private set; }

    /// <summary>How it ended if no money came, or none came in time; the one that weighs most when there were several. Null while it is open.</summary>
    public PaymentState? End { get; private set; }

    public IReadOnlyList<PaymentReceipt> Receipts { get; private set; } = [];

    public IReadOnlyList<PaymentRefund> Refunds { get; private set; } = [];

    /// <summary>Rises with every save: of two events at once, one is taken anew.</summary>
    public int Version { get; private set; }

    public Money Received => Amount with { Amount = Receipts.Sum(receipt => receipt.Amount) };

    /// <summary>What went back, never more than came in: a refund that is heard of before its payment counts with that.</summary>
    public Money Refunded => Amount with { Amount = Math.Min(Received.Amount, Sum(RefundState.Done)) };

    /// <summary>What came in and neither went back nor was asked to.</summary>
    public Money Refundable => Amount with { Amount = Math.Max(0, Received.Amount - Sum(RefundState.Done) - Sum(RefundState.Asked)) };

    /// <summary>What came in beyond the price, to be given back. Zero when nothing did.</summary>
    public Money Surplus => Amount with { Amount = Math.Max(0, Received.Amount - Amount.Amount) };

    /// <summary>Notes what the gateway answered. The event that tells of the money may have been quicker.</summary>
    public void Start(PaymentStart start)
    {
        (Reference, Transfer) = (start.Reference, start.Transfer);
        Settle();
    }

    /// <summary>Takes an event about this attempt.</summary>
    /// <exception cref="ArgumentException">It is about another attempt: whoever looked this one up has a fault.</exception>
    public PaymentChange Take(PaymentEvent heard)
    {
        if (heard.AttemptId != Id)
        {
            throw new ArgumentException($"Event {heard.Id} is not about attempt {Id}.", nameof(heard));
        }

        // A sandbox that says "paid" must not pay what was asked for in earnest.
        if (heard.Gateway != Gateway || (heard.Amount is { } money && money.Currency != Amount.Currency))
        {
            return PaymentChange.NotOurs;
        }

        return heard.Kind switch
        {
            PaymentEventKind.Succeeded => Receive(heard),
            PaymentEventKind.Failed => EndAs(PaymentState.Failed, PaymentChange.Failed),
            PaymentEventKind.Expired => EndAs(PaymentState.Expired, PaymentChange.Expired),
            PaymentEventKind.Cancelled => EndAs(PaymentState.Cancelled, PaymentChange.Cancelled),
            PaymentEventKind.Refunded => GiveBack(heard, RefundState.Done, PaymentChange.Refunded),
            PaymentEventKind.RefundFailed => GiveBack(heard, RefundState.Failed, PaymentChange.RefundFailed),
            PaymentEventKind.Disputed => PaymentChange.Disputed,
            _ => PaymentChange.None,
        };
    }

    /// <summary>
    /// Sets money aside to be given back; the same id again is the same refund as it was first asked for.
    /// Refused with <see cref="RefundExceedsPayment"/> when less is left, or for an amount that is none.
    /// </summary>
    public Result<RefundRequest> Refund(Guid refundId, Money amount)
    {
        if (Refunds.FirstOrDefault(refund => refund.Key == KeyOf(refundId)) is { } earlier)
        {
            return new(new RefundRequest(refundId, Id, Receipts.Select(receipt => receipt.Reference).FirstOrDefault(""), Amount with { Amount = earlier.Amount }));
        }

        if (amount.Currency != Amount.Currency || amount.Amount <= 0 || amount.Amount > Refundable.Amount)
        {
            return new(new RefundExceedsPayment(Refundable));
        }

        Refunds = [.. Refunds, new(KeyOf(refundId), amount.Amount, RefundState.Asked)];
        return new(new RefundRequest(refundId, Id, Receipts[0].Reference, amount));
    }

    private PaymentChange Receive(PaymentEvent heard)
    {
        if (heard.Amount is not { Amount: > 0 and var amount })
        {
            return PaymentChange.NotOurs;
        }

        var reference = heard.Reference ?? heard.Id;
        var (before, known) = (State, Receipts.FirstOrDefault(receipt => receipt.Reference == reference));
        var merged = known is null
            ? new PaymentReceipt(reference, amount, heard.OccurredAt)
            : known with { Amount = Math.Max(known.Amount, amount), At = known.At < heard.OccurredAt ? known.At : heard.OccurredAt };
        Receipts = [.. Receipts.Where(receipt => receipt != known).Append(merged).OrderBy(receipt => receipt.At).ThenBy(receipt => receipt.Reference, StringComparer.Ordinal)];
        Settle();
        return merged.Amount == known?.Amount ? PaymentChange.None
            : before == PaymentState.Succeeded ? PaymentChange.PaidAgain
            : State != PaymentState.Succeeded ? PaymentChange.PaidInPart
            : End is null && !(heard.OccurredAt > ExpiresAt) ? PaymentChange.Paid : PaymentChange.PaidLate;
    }

    private PaymentChange EndAs(PaymentState end, PaymentChange change)
    {
        var first = End is null && State != PaymentState.Succeeded;
        End = End is { } earlier && earlier > end ? earlier : end;
        Settle();
        return first ? change : PaymentChange.None;
    }

    private PaymentChange GiveBack(PaymentEvent heard, RefundState state, PaymentChange change)
    {
        var key = heard.RefundId is { } ours ? KeyOf(ours) : heard.Reference ?? heard.Id;
        var known = Refunds.FirstOrDefault(refund => refund.Key == key);
        var merged = new PaymentRefund(key, Math.Max(known?.Amount ?? 0, heard.Amount?.Amount ?? 0), known?.State > state ? known.State : state);
        Refunds = [.. Refunds.Where(refund => refund != known).Append(merged).OrderBy(refund => refund.Key, StringComparer.Ordinal)];
        return merged.State == known?.State ? PaymentChange.None : change;
    }

    private void Settle() => State = Received.Amount >= Amount.Amount ? PaymentState.Succeeded : End ?? (Reference is null ? PaymentState.Created : PaymentState.Started);

    private long Sum(RefundState state) => Refunds.Where(refund => refund.State == state).Sum(refund => refund.Amount);

    private static string KeyOf(Guid refundId) => refundId.ToString("N");
}
