namespace Marketplace.Core.Payments;

/// <summary>What became of a transfer to one of our accounts. Only the first needs nobody.</summary>
public enum TransferOutcome
{
    /// <summary>It pays what was still open, to the đồng and in time.</summary>
    Exact,

    /// <summary>Heard of before; nothing was counted.</summary>
    Known,

    /// <summary>Less than was still open.</summary>
    Under,

    /// <summary>More than was still open.</summary>
    Over,

    /// <summary>After the attempt had ended, whatever the amount.</summary>
    Late,

    /// <summary>The attempt had been paid already.</summary>
    Double,

    /// <summary>It names no attempt of ours, or two.</summary>
    UnknownCode,

    /// <summary>It names an attempt that was to be paid to another account. Nothing was counted.</summary>
    WrongAccount,

    /// <summary>It is no money that came in: a debit, or something else that was reported. Nothing was counted.</summary>
    NotIncoming,
}

/// <summary>A transfer held against the attempts that it may be for: by code, amount and account.</summary>
/// <param name="Attempt">The attempt that it names; null when it names none.</param>
/// <param name="Event">The event for <see cref="PaymentAttempt.Take"/>; null when nothing is to be counted.</param>
public sealed record TransferMatch(TransferOutcome Outcome, PaymentAttempt? Attempt = null, PaymentEvent? Event = null)
{
    /// <summary>Whether it goes to the queue for people.</summary>
    public bool NeedsPerson => Outcome is not (TransferOutcome.Exact or TransferOutcome.Known or TransferOutcome.NotIncoming);

    /// <summary>Finds what a reported transfer pays. Changes nothing: the caller stores the event and lets the attempt take it, in one transaction.</summary>
    /// <param name="reported">As the bank's reader gave it.</param>
    /// <param name="candidates">Attempts whose <see cref="PaymentAttempt.Reference"/> is one of <see cref="TransferCode.In"/> or begins with one of <see cref="TransferCode.StartsAtEnd"/>; more do no harm.</param>
    public static TransferMatch Of(PaymentEvent reported, IReadOnlyCollection<PaymentAttempt> candidates)
    {
        if (reported is not { Kind: PaymentEventKind.Succeeded, Transfer: { } transfer, Amount: { } amount, Reference: { } reference })
        {
            return new(TransferOutcome.NotIncoming);
        }

        if (Named(transfer, amount, candidates) is not { Transfer: { } asked } attempt)
        {
            return new(TransferOutcome.UnknownCode);
        }

        if (asked.Account.Number != transfer.Account || asked.Amount.Currency != amount.Currency)
        {
            return new(TransferOutcome.WrongAccount, attempt);
        }

        var open = attempt.Amount.Amount - attempt.Received.Amount;
        var outcome = attempt.Receipts.Any(receipt => receipt.Reference == reference) ? TransferOutcome.Known
            : open <= 0 ? TransferOutcome.Double
            : attempt.End is not null || reported.OccurredAt > attempt.ExpiresAt ? TransferOutcome.Late
            : amount.Amount < open ? TransferOutcome.Under
            : amount.Amount > open ? TransferOutcome.Over
            : TransferOutcome.Exact;
        return new(outcome, attempt, outcome == TransferOutcome.Known ? null : reported with { Gateway = attempt.Gateway, AttemptId = attempt.Id });
    }

    /// <summary>Two codes in one content are for a person to take apart, and half a code needs the right amount and account to be believed.</summary>
    private static PaymentAttempt? Named(IncomingTransfer transfer, Money amount, IReadOnlyCollection<PaymentAttempt> candidates)
    {
        var codes = TransferCode.In(transfer.Content);
        var whole = candidates.Where(attempt => attempt.Reference is { } code && codes.Contains(code)).ToList();
        if (whole.Count > 0)
        {
            return whole.Count == 1 ? whole[0] : null;
        }

        var starts = TransferCode.StartsAtEnd(transfer.Content);
        var cut = candidates.Where(attempt => attempt is { Reference: { } code, Transfer: { } asked }
            && starts.Any(start => code.StartsWith(start, StringComparison.Ordinal))
            && asked.Account.Number == transfer.Account && asked.Amount == amount).ToList();
        return cut.Count == 1 ? cut[0] : null;
    }
}
