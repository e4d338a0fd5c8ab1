using Marketplace.Core;
using Marketplace.Core.Payments;

namespace Marketplace.Payments.Transfers;

/// <summary>A transfer at once by the bank's app, which reads payee, amount and code from a QR code. Nobody outside is told beforehand.</summary>
/// <param name="account">Who is paid unless the request names another.</param>
/// <param name="notified">Whether the bank reports transfers; else a person looks at the statement.</param>
public sealed class VietQrGateway(BankAccount account, bool notified) : IPaymentGateway
{
    public const string Code = "vietqr";

    /// <summary>NAPAS 247 carries less than 500 million đồng at a time.</summary>
    private const long Most = 499_999_999;

    public PaymentCapabilities Capabilities { get; } = new()
    {
        Code = Code,
        Form = PaymentForm.QrTransfer,
        StartsOutside = false,
        ConfirmsByEvents = notified,
        NeedsPerson = !notified,
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
            QrPayload = VietQrPayload.Of(transfer.Account, transfer.Amount, transfer.Code),
        }));
    }

    public Task<IProblem?> CancelAsync(Guid attemptId, string reference, CancellationToken cancellationToken) => Task.FromResult<IProblem?>(null);

    public Task<Result<RefundStart>> RefundAsync(RefundRequest request, CancellationToken cancellationToken) => Task.FromResult(new Result<RefundStart>(new RefundByHand()));
}
