namespace Marketplace.Core.Payments;

/// <summary>How far an attempt to pay is.</summary>
public enum PaymentState
{
    /// <summary>Nobody outside has been told.</summary>
    Created,

    /// <summary>The buyer can pay.</summary>
    Started,

    /// <summary>All of it has come in. Nothing that is heard later takes that back; refunds are counted beside it.</summary>
    Succeeded,

    /// <summary>It came to nothing.</summary>
    Failed,

    /// <summary>The time to pay was over.</summary>
    Expired,

    /// <summary>The buyer or we called it off.</summary>
    Cancelled,
}

/// <summary>What an event changed. Money and ends are told once, whatever comes again; what is to be done about them is the order's to decide.</summary>
public enum PaymentChange
{
    /// <summary>Nothing: it was known, says nothing of money, or comes too late to matter.</summary>
    None,

    /// <summary>All of it has come in, in time.</summary>
    Paid,

    /// <summary>All of it has come in after the attempt had ended, and what was kept for it may be gone: the order has a shortfall.</summary>
    PaidLate,

    /// <summary>Some of it has come in, and not yet enough.</summary>
    PaidInPart,

    /// <summary>More has come in after all of it had: to be given back.</summary>
    PaidAgain,

    /// <summary>It came to nothing.</summary>
    Failed,

    /// <summary>The time to pay is over.</summary>
    Expired,

    /// <summary>It was called off.</summary>
    Cancelled,

    /// <summary>Money went back.</summary>
    Refunded,

    /// <summary>Money that was to go back did not arrive, and is here again.</summary>
    RefundFailed,

    /// <summary>The buyer's bank asks the money back.</summary>
    Disputed,

    /// <summary>Nothing was counted: money in another currency, or of another gateway than the attempt's. For a person to look at.</summary>
    NotOurs,
}

/// <summary>Money that came in.</summary>
/// <param name="Reference">The provider's name for it; counted once by this.</param>
/// <param name="Amount">In the smallest unit of the attempt's currency.</param>
/// <param name="At">In UTC, by the provider's clock.</param>
public sealed record PaymentReceipt(string Reference, long Amount, DateTime At);

/// <summary>How far a refund is. Later states win, in whatever order they are heard of.</summary>
public enum RefundState
{
    /// <summary>We asked for it.</summary>
    Asked,

    /// <summary>The money went.</summary>
    Done,

    /// <summary>It did not arrive.</summary>
    Failed,
}

/// <summary>Money on its way back.</summary>
/// <param name="Key">Our refund's id, or the provider's name for one that was made there.</param>
/// <param name="Amount">In the smallest unit of the attempt's currency.</param>
public sealed record PaymentRefund(string Key, long Amount, RefundState State);
