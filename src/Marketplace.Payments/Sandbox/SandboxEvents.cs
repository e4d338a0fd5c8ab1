using System.Text.Json;
using Marketplace.Core;
using Marketplace.Core.Payments;

namespace Marketplace.Payments.Sandbox;

/// <summary>What the sandbox reports. The id and the reference follow from attempt and kind, so the same thing told twice is the same event.</summary>
internal sealed record SandboxEvent(string Id, string Kind, Guid Attempt, Guid? Refund, string Reference, string? Payment, long Amount, string Currency, DateTime At)
{
    public static SandboxEvent Of(PaymentEventKind kind, Guid attempt, Money amount, DateTimeOffset at) =>
        new($"{attempt:N}-{kind}", kind.ToString(), attempt, Refund: null, $"{attempt:N}", Payment: null, amount.Amount, amount.Currency, at.UtcDateTime);

    public static SandboxEvent Of(RefundRequest request, DateTimeOffset at) =>
        new($"{request.RefundId:N}-{PaymentEventKind.Refunded}", nameof(PaymentEventKind.Refunded), request.AttemptId, request.RefundId, $"{request.RefundId:N}", request.Payment, request.Amount.Amount, request.Amount.Currency, at.UtcDateTime);
}

/// <summary>Reads what the sandbox reports, with the same care as if money hung on it.</summary>
public sealed class SandboxEvents(string secret, TimeProvider clock) : IPaymentEventReader
{
    public string Code => SandboxGateway.Code;

    public string SignatureHeader => EventSignature.Header;

    public Result<PaymentEvent> Read(string body, string? signature)
    {
        if (EventSignature.Fault(secret, body, signature, clock.GetUtcNow()) is { } fault)
        {
            return new(new EventRefused(fault));
        }

        try
        {
            return JsonSerializer.Deserialize<SandboxEvent>(body, JsonSerializerOptions.Web) is { Id: not null } told
                ? new(Translate(told, body))
                : new(new EventRefused(EventFault.Unreadable));
        }
        catch (JsonException)
        {
            return new(new EventRefused(EventFault.Unreadable));
        }
    }

    private static PaymentEvent Translate(SandboxEvent told, string body) => new()
    {
        Gateway = SandboxGateway.Code,
        Id = told.Id,
        Kind = Enum.TryParse<PaymentEventKind>(told.Kind, out var kind) && Enum.IsDefined(kind) ? kind : PaymentEventKind.Unknown,
        AttemptId = told.Attempt,
        RefundId = told.Refund,
        Reference = told.Reference,
        Payment = told.Payment,
        Amount = new(told.Amount, told.Currency),
        OccurredAt = told.At,
        Payload = body,
    };
}
