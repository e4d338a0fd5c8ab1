using Marketplace.Core;
using Marketplace.Core.Payments;

namespace Marketplace.Payments.Transfers;

/// <summary>A transfer on terms: the goods may go first, the money is due so many days after the order. Nobody outside is told.</summary>
/// <param name="account">Who is paid unless the request names another.</param>
/// <param name="notified">Whether the bank reports transfers; the producer or an officer may say so too.</param>
public sealed class BankTransferGateway(BankAccount account, bool notified) : IPaymentGateway
{
    public const string Code = "bank-transfer";

    /// <summary>The longest amount that a bank's form holds.</summary>
    private const long Most = 9_999_999_999_999;

    public PaymentCapabilities Capabilities { get; } = new()
    {
        Code = Code,
        Form = PaymentForm.OnTerms,
        StartsOutside = false,
        ConfirmsByEvents = notified,
        NeedsPerson = true,
        Refunds = RefundScope.None,
        Currencies = [new(Money.Vnd, 1, Most)],
    };

    public Task<Result<PaymentStart>> StartAsync(PaymentRequest request, CancellationToken cancellationToken)
    {
        if (Capabilities.Refusal(request.Amount) is { } refusal)
        {
            return Task.FromResult(new Result<PaymentStart>(refusal));
        }

        var transfer = new TransferDetails(request.PayTo ?? account, TransferCode.Of(request.AttemptId), request.Amount);
        return Task.FromResult(new Result<PaymentStart>(new PaymentStart
        {
            Reference = transfer.Code,
            Transfer = transfer,
            DueOn = VietnamTime.DayOf(request.AskedAt).AddDays(request.TermsDays),
        }));
    }

    public Task<IProblem?> CancelAsync(Guid attemptId, string reference, CancellationToken cancellationToken) => Task.FromResult<IProblem?>(null);

    public Task<Result<RefundStart>> RefundAsync(RefundRequest request, CancellationToken cancellationToken) => Task.FromResult(new Result<RefundStart>(new RefundByHand()));
}
