using Marketplace.Core;
using Marketplace.Core.Payments;

namespace Marketplace.Payments.AtTheDoor;

/// <summary>Cash to whoever brings the goods, who says that it was paid. There is nothing to start.</summary>
public sealed class CashOnDeliveryGateway : IPaymentGateway
{
    public const string Code = "cash-on-delivery";

    /// <summary>Our own limit: more than this nobody should carry.</summary>
    private const long Most = 20_000_000;

    public PaymentCapabilities Capabilities { get; } = new()
    {
        Code = Code,
        Form = PaymentForm.AtTheDoor,
        StartsOutside = false,
        ConfirmsByEvents = false,
        NeedsPerson = true,
        Refunds = RefundScope.None,
        Currencies = [new(Money.Vnd, 1, Most)],
    };

    public Task<Result<PaymentStart>> StartAsync(PaymentRequest request, CancellationToken cancellationToken) => Task.FromResult(Capabilities.Refusal(request.Amount) is { } refusal
        ? new Result<PaymentStart>(refusal)
        : new Result<PaymentStart>(new PaymentStart { Reference = request.AttemptId.ToString("N") }));

    public Task<IProblem?> CancelAsync(Guid attemptId, string reference, CancellationToken cancellationToken) => Task.FromResult<IProblem?>(null);

    public Task<Result<RefundStart>> RefundAsync(RefundRequest request, CancellationToken cancellationToken) => Task.FromResult(new Result<RefundStart>(new RefundByHand()));
}
