namespace Marketplace.Core.Payments;

/// <summary>What the buyer does to pay.</summary>
public enum PaymentForm
{
    /// <summary>Goes to the provider's own page and comes back.</summary>
    HostedPage,

    /// <summary>Scans a QR code with the bank's app and transfers at once.</summary>
    QrTransfer,

    /// <summary>Transfers by a day that was agreed.</summary>
    OnTerms,

    /// <summary>Pays whoever brings the goods.</summary>
    AtTheDoor,
}

/// <summary>How much of a payment a gateway can give back by itself. What it cannot, a person pays out.</summary>
public enum RefundScope
{
    None,

    /// <summary>All of it or nothing.</summary>
    Whole,

    /// <summary>Any part, several times, up to the whole.</summary>
    Part,
}

/// <summary>A currency that a gateway takes, and the least and most of one payment in its smallest unit.</summary>
public sealed record CurrencyRange(string Currency, long Least, long Most);

/// <summary>What a gateway can do. Whoever offers it to buyers asks here and never for its name.</summary>
public sealed record PaymentCapabilities
{
    /// <summary>Names it in tables, addresses and the graph; never changes: "stripe", "vietqr", "bank-transfer", "cash-on-delivery", "sandbox".</summary>
    public required string Code { get; init; }

    public required PaymentForm Form { get; init; }

    /// <summary>Whether starting an attempt tells somebody outside. Where it does not, nothing can fail and nothing need be cancelled.</summary>
    public required bool StartsOutside { get; init; }

    /// <summary>Whether the money is reported by an event. A bank reports it only where its notifications are set up.</summary>
    public required bool ConfirmsByEvents { get; init; }

    /// <summary>Whether a person has to say that the money is there, unless an event does.</summary>
    public required bool NeedsPerson { get; init; }

    public required RefundScope Refunds { get; init; }

    /// <summary>The currencies that it takes, each once.</summary>
    public required IReadOnlyList<CurrencyRange> Currencies { get; init; }

    /// <summary>Why it cannot take this amount (<see cref="CurrencyNotTaken"/>, <see cref="AmountOutOfBounds"/>); null when it can.</summary>
    public IProblem? Refusal(Money amount) => Currencies.FirstOrDefault(range => range.Currency == amount.Currency) is not { } range
        ? new CurrencyNotTaken(amount.Currency, [.. Currencies.Select(taken => taken.Currency)])
        : amount.Amount < range.Least || amount.Amount > range.Most
            ? new AmountOutOfBounds(new(range.Least, range.Currency), new(range.Most, range.Currency))
            : null;
}
