namespace Marketplace.Core.Payments;

/// <summary>What an event says.</summary>
public enum PaymentEventKind
{
    /// <summary>Nothing that we act on. It is kept all the same.</summary>
    Unknown,

    /// <summary>The buyer has done what is needed, the money is under way.</summary>
    Pending,

    /// <summary>One try was declined; on the provider's page the buyer may try again.</summary>
    Declined,

    /// <summary>Money has come in.</summary>
    Succeeded,

    /// <summary>The attempt came to nothing.</summary>
    Failed,

    /// <summary>The time to pay is over.</summary>
    Expired,

    /// <summary>The buyer or we called it off.</summary>
    Cancelled,

    /// <summary>Money went back.</summary>
    Refunded,

    /// <summary>Money that was to go back did not arrive, and is here again.</summary>
    RefundFailed,

    /// <summary>The buyer's bank asks the money back; a person has to answer in time.</summary>
    Disputed,
}

/// <summary>One thing that happened to money, as it was reported from outside or recorded by a person. Kept once for each gateway and id.</summary>
public sealed record PaymentEvent
{
    /// <summary>Who reported it: the reader's code, or the attempt's gateway when a person did.</summary>
    public required string Gateway { get; init; }

    /// <summary>The provider's id for the event; the same when it is sent again.</summary>
    public required string Id { get; init; }

    public required PaymentEventKind Kind { get; init; }

    /// <summary>The attempt that it is about; null when the event does not say, as transfers never do.</summary>
    public Guid? AttemptId { get; init; }

    /// <summary>Names the money that moved, alike in every event about it: it is counted once by this, whatever the events are called.</summary>
    public string? Reference { get; init; }

    /// <summary>The reference of the money that came in, of a refund or a dispute: leads to the attempt where the event does not name it.</summary>
    public string? Payment { get; init; }

    /// <summary>Our refund; null when it was given back at the provider's, and for every other kind.</summary>
    public Guid? RefundId { get; init; }

    public Money? Amount { get; init; }

    /// <summary>In UTC, by the provider's clock.</summary>
    public required DateTime OccurredAt { get; init; }

    /// <summary>What a bank wrote of a transfer to one of our accounts; null for all others.</summary>
    public IncomingTransfer? Transfer { get; init; }

    /// <summary>What came, as JSON, without what need not be kept: nobody's name, address or card.</summary>
    public required string Payload { get; init; }

    /// <summary>Money that a person has seen: on a statement, or in the hand of whoever brought the goods.</summary>
    /// <param name="reference">The bank's, as on the statement, so that a notification about the same transfer does not count twice.</param>
    public static PaymentEvent SeenBy(Guid person, PaymentAttempt attempt, Money amount, string reference, DateTimeOffset now) =>
        Ours(attempt, PaymentEventKind.Succeeded, $"seen:{attempt.Id:N}:{reference}", now) with { Reference = reference, Amount = amount, Payload = Word(person) };

    /// <summary>Money that a person has sent back where the gateway does not (<see cref="RefundByHand"/>).</summary>
    /// <param name="reference">The bank's, of the transfer to the buyer.</param>
    public static PaymentEvent SentBackBy(Guid person, PaymentAttempt attempt, RefundRequest refund, string reference, DateTimeOffset now) =>
        About(attempt, refund, PaymentEventKind.Refunded, now) with { Reference = reference, Payload = Word(person) };

    /// <summary>A refund that the gateway will not make (<see cref="GatewayRefused"/>): what was set aside for it is free again.</summary>
    public static PaymentEvent NotSentBack(PaymentAttempt attempt, RefundRequest refund, DateTimeOffset now) => About(attempt, refund, PaymentEventKind.RefundFailed, now);

    /// <summary>The end of an attempt by our own decision: its time is over, or the buyer turned back.</summary>
    public static PaymentEvent Ended(PaymentAttempt attempt, PaymentEventKind kind, DateTimeOffset now) => kind is PaymentEventKind.Expired or PaymentEventKind.Cancelled
        ? Ours(attempt, kind, $"ended:{attempt.Id:N}:{kind}", now)
        : throw new ArgumentOutOfRangeException(nameof(kind), kind, "We end attempts in two ways.");

    private static PaymentEvent About(PaymentAttempt attempt, RefundRequest refund, PaymentEventKind kind, DateTimeOffset now) =>
        Ours(attempt, kind, $"refund:{refund.RefundId:N}:{kind}", now) with { RefundId = refund.RefundId, Payment = refund.Payment, Amount = refund.Amount };

    private static PaymentEvent Ours(PaymentAttempt attempt, PaymentEventKind kind, string id, DateTimeOffset now) =>
        new() { Gateway = attempt.Gateway, Id = id, Kind = kind, AttemptId = attempt.Id, OccurredAt = now.UtcDateTime, Payload = "{}" };

    private static string Word(Guid person) => $$"""{"person":"{{person}}"}""";
}

/// <summary>A transfer to one of our accounts.</summary>
/// <param name="Account">The number that was paid.</param>
/// <param name="Content">What the buyer wrote, as far as the banks let it through.</param>
public sealed record IncomingTransfer(string Account, string Content);
