using Marketplace.Core;
using Marketplace.Core.Payments;

namespace Marketplace.Payments.Sandbox;

/// <summary>Pretends to be a provider with a page of its own, and misbehaves as real ones do when told to (<see cref="SandboxTrick"/>). No money moves.</summary>
/// <param name="page">Where its page is, from outside; asked for at each start.</param>
public sealed class SandboxGateway(string secret, Func<Uri> page, SandboxDelivery delivery) : IPaymentGateway
{
    public const string Code = "sandbox";

    private const long Most = 9_999_999_999_999;

    public PaymentCapabilities Capabilities { get; } = new()
    {
        Code = Code,
        Form = PaymentForm.HostedPage,
        StartsOutside = true,
        ConfirmsByEvents = true,
        NeedsPerson = false,
        Refunds = RefundScope.Part,
        Currencies = [new(Money.Vnd, 1, Most), new("USD", 1, Most), new("EUR", 1, Most)],
    };

    public Task<Result<PaymentStart>> StartAsync(PaymentRequest request, CancellationToken cancellationToken) => Task.FromResult(Capabilities.Refusal(request.Amount) is { } refusal
        ? new Result<PaymentStart>(refusal)
        : new Result<PaymentStart>(new PaymentStart
        {
            Reference = $"{request.AttemptId:N}",
            RedirectTo = new UriBuilder(page()) { Query = $"payment={SandboxPayment.Of(request).Ticket(secret)}" }.Uri,
        }));

    /// <summary>It keeps nothing that could be closed: who still has its page can pay, as with transfers.</summary>
    public Task<IProblem?> CancelAsync(Guid attemptId, string reference, CancellationToken cancellationToken) => Task.FromResult<IProblem?>(null);

    public async Task<Result<RefundStart>> RefundAsync(RefundRequest request, CancellationToken cancellationToken)
    {
        await delivery.GiveBackAsync(request, cancellationToken);
        return new(new RefundStart($"{request.RefundId:N}"));
    }
}
