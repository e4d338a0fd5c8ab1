namespace Marketplace.Core.Payments;

/// <summary>
/// One way to pay. What comes back is a promise at most: that money has moved is said by a <see cref="PaymentEvent"/> alone, never by the buyer's browser.
/// Not to be called inside a transaction: it takes seconds, and an event about it may be quicker than its answer.
/// </summary>
public interface IPaymentGateway
{
    PaymentCapabilities Capabilities { get; }

    /// <summary>
    /// Starts an attempt. The same attempt started again is the same payment, so after <see cref="GatewayUnreachable"/> it may simply be tried again.
    /// Refused with <see cref="CurrencyNotTaken"/>, <see cref="AmountOutOfBounds"/>, <see cref="PaymentDeclined"/> or <see cref="GatewayRefused"/>.
    /// </summary>
    Task<Result<PaymentStart>> StartAsync(PaymentRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Sees to it that nobody can pay this attempt any more, as far as that can be done outside. Money that is under way still arrives.
    /// </summary>
    /// <param name="reference">Of the <see cref="PaymentStart"/>.</param>
    /// <returns>Null when it is closed, also when it was before; else <see cref="GatewayUnreachable"/> or <see cref="GatewayRefused"/>.</returns>
    Task<IProblem?> CancelAsync(Guid attemptId, string reference, CancellationToken cancellationToken);

    /// <summary>
    /// Asks for money back. The same refund asked for again is the same refund. Whether it succeeded is told by an event.
    /// Refused with <see cref="RefundByHand"/>, <see cref="GatewayUnreachable"/> or <see cref="GatewayRefused"/>.
    /// </summary>
    Task<Result<RefundStart>> RefundAsync(RefundRequest request, CancellationToken cancellationToken);
}

/// <summary>Reads what one provider reports, once its signature has been found to be true.</summary>
public interface IPaymentEventReader
{
    /// <summary>Names the reader in the address that the provider reports to: "stripe", "bank", "sandbox".</summary>
    string Code { get; }

    /// <summary>The header that holds the signature.</summary>
    string SignatureHeader { get; }

    /// <summary>The event; one whose meaning is unknown has the kind <see cref="PaymentEventKind.Unknown"/>. Refused with <see cref="EventRefused"/>.</summary>
    /// <param name="body">As it came, to the byte: a signature is over that.</param>
    Result<PaymentEvent> Read(string body, string? signature);
}

/// <summary>One attempt to pay an order. All values come from us and stay the same when it is started again.</summary>
public sealed record PaymentRequest
{
    /// <summary>The attempt's id; keys of idempotency and codes of transfers are made from it.</summary>
    public required Guid AttemptId { get; init; }

    public required Money Amount { get; init; }

    /// <summary>The order's number as people say it.</summary>
    public required string OrderNumber { get; init; }

    /// <summary>The buyer's.</summary>
    public required Language Language { get; init; }

    /// <summary>Where a hosted page sends the buyer afterwards; says nothing of whether money has moved.</summary>
    public required Uri ReturnTo { get; init; }

    /// <summary>Where it sends a buyer who turns back.</summary>
    public required Uri CancelTo { get; init; }

    /// <summary>When the attempt was made, in UTC.</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>Until when the goods are kept for it, in UTC; null where nothing waits for it. A provider's page may live a little longer.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>Days until a transfer on terms is due, from the day of asking in Vietnam.</summary>
    public int TermsDays { get; init; }

    /// <summary>Who is paid by transfer; null for the account in the settings.</summary>
    public BankAccount? PayTo { get; init; }
}

/// <summary>What the buyer needs in order to pay.</summary>
public sealed record PaymentStart
{
    /// <summary>The provider's name for the attempt, or the code of the transfer; what is paid at the door has the attempt's id.</summary>
    public required string Reference { get; init; }

    /// <summary>The hosted page; null for all other forms.</summary>
    public Uri? RedirectTo { get; init; }

    /// <summary>The text of the QR code; null for all other forms.</summary>
    public string? QrPayload { get; init; }

    /// <summary>What to write on a transfer; null where nothing is transferred.</summary>
    public TransferDetails? Transfer { get; init; }

    /// <summary>The last day to pay, in Vietnam; null where it is paid at once or at the door.</summary>
    public DateOnly? DueOn { get; init; }
}

/// <summary>Money to give back. Made by <see cref="PaymentAttempt.Refund"/>, which knows how much there is.</summary>
/// <param name="Payment">The reference of the money that came in.</param>
public sealed record RefundRequest(Guid RefundId, Guid AttemptId, string Payment, Money Amount);

/// <summary>A refund that the provider has taken on.</summary>
/// <param name="Reference">Its name there.</param>
public sealed record RefundStart(string Reference);
