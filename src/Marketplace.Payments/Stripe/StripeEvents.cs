using System.Text.Json;
using Marketplace.Core;
using Marketplace.Core.Payments;
using Stripe;
using Stripe.Checkout;
using Refund = Stripe.Refund;

namespace Marketplace.Payments.Stripe;

/// <summary>Reads what Stripe's webhook reports. Checks the signature and its age, that live and test stay apart, and the version of the interface.</summary>
public sealed class StripeEvents(StripeOptions options, TimeProvider clock) : IPaymentEventReader
{
    private const long ToleranceSeconds = 300;

    private static readonly string[] Kept =
    [
        "id", "type", "created", "livemode", "api_version", "data", "object", "status", "payment_status", "amount", "amount_total", "amount_received", "currency",
        "payment_intent", "charge", "client_reference_id", "metadata", StripeGateway.AttemptKey, StripeGateway.RefundKey, "reason", "failure_reason", "last_payment_error", "code", "decline_code",
    ];

    public string Code => StripeGateway.Code;

    public string SignatureHeader => "Stripe-Signature";

    public Result<PaymentEvent> Read(string body, string? signature) => SignatureFault(body, signature) is { } fault ? Refused(fault) : Read(body);

    private Result<PaymentEvent> Read(string body)
    {
        if (PayloadText.Keep(body, Kept) is not { } payload || !IsEvent(body, out var live))
        {
            return Refused(EventFault.Unreadable);
        }

        if (live != options.IsLive)
        {
            return Refused(EventFault.OtherMode);
        }

        try
        {
            return new(Translate(EventUtility.ParseEvent(body, throwOnApiVersionMismatch: true), payload));
        }
        catch (StripeException)
        {
            return Refused(EventFault.OtherVersion);
        }
    }

    private static PaymentEvent Translate(Event told, string payload)
    {
        var common = new PaymentEvent { Gateway = StripeGateway.Code, Id = told.Id, Kind = PaymentEventKind.Unknown, OccurredAt = told.Created.ToUniversalTime(), Payload = payload };
        return told.Data.Object switch
        {
            Session session => common with
            {
                Kind = KindOf(told.Type, session),
                AttemptId = Id(session.Metadata, StripeGateway.AttemptKey),
                Reference = session.PaymentIntentId,
                Amount = Amount(session.AmountTotal, session.Currency),
            },
            PaymentIntent intent => common with
            {
                Kind = told.Type switch
                {
                    EventTypes.PaymentIntentSucceeded => PaymentEventKind.Succeeded,
                    EventTypes.PaymentIntentPaymentFailed => PaymentEventKind.Declined,
                    EventTypes.PaymentIntentCanceled => PaymentEventKind.Cancelled,
                    EventTypes.PaymentIntentProcessing => PaymentEventKind.Pending,
                    _ => PaymentEventKind.Unknown,
                },
                AttemptId = Id(intent.Metadata, StripeGateway.AttemptKey),
                Reference = intent.Id,
                Amount = Amount(told.Type == EventTypes.PaymentIntentSucceeded ? intent.AmountReceived : intent.Amount, intent.Currency),
            },
            Refund refund => common with
            {
                Kind = refund.Status switch
                {
                    "succeeded" => PaymentEventKind.Refunded,
                    "failed" or "canceled" => PaymentEventKind.RefundFailed,
                    _ => PaymentEventKind.Unknown,
                },
                AttemptId = Id(refund.Metadata, StripeGateway.AttemptKey),
                RefundId = Id(refund.Metadata, StripeGateway.RefundKey),
                Reference = refund.Id,
                Payment = refund.PaymentIntentId,
                Amount = Amount(refund.Amount, refund.Currency),
            },
            Dispute dispute => common with
            {
                Kind = told.Type == EventTypes.ChargeDisputeCreated ? PaymentEventKind.Disputed : PaymentEventKind.Unknown,
                Reference = dispute.Id,
                Payment = dispute.PaymentIntentId,
                Amount = Amount(dispute.Amount, dispute.Currency),
            },
            _ => common,
        };
    }

    private static PaymentEventKind KindOf(string type, Session session) => type switch
    {
        EventTypes.CheckoutSessionCompleted => session.PaymentStatus == "paid" ? PaymentEventKind.Succeeded : PaymentEventKind.Pending,
        EventTypes.CheckoutSessionAsyncPaymentSucceeded => PaymentEventKind.Succeeded,
        EventTypes.CheckoutSessionAsyncPaymentFailed => PaymentEventKind.Failed,
        EventTypes.CheckoutSessionExpired => PaymentEventKind.Expired,
        _ => PaymentEventKind.Unknown,
    };

    private EventFault? SignatureFault(string body, string? signature)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return !IsSigned(body, signature, long.MaxValue, now) ? EventFault.Forged
            : !IsSigned(body, signature, ToleranceSeconds, now) ? EventFault.Stale
            : null;
    }

    private bool IsSigned(string body, string? signature, long tolerance, long now)
    {
        try
        {
            EventUtility.ValidateSignature(body, signature ?? "", options.WebhookSecret, tolerance, now);
            return true;
        }
        catch (StripeException)
        {
            return false;
        }
    }

    /// <summary>Stripe's thin events have another shape and no content.</summary>
    private static bool IsEvent(string body, out bool live)
    {
        using var json = JsonDocument.Parse(body);
        var root = json.RootElement;
        live = root.TryGetProperty("livemode", out var mode) && mode.ValueKind == JsonValueKind.True;
        return root.TryGetProperty("object", out var kind) && kind.ValueKind == JsonValueKind.String && kind.ValueEquals("event")
            && root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object && data.TryGetProperty("object", out var about) && about.ValueKind == JsonValueKind.Object;
    }

    private static Guid? Id(Dictionary<string, string>? metadata, string key) => Guid.TryParse(metadata?.GetValueOrDefault(key), out var id) ? id : null;

    private static Money? Amount(long? amount, string? currency) => amount is { } known && currency is not null ? new Money(known, currency.ToUpperInvariant()) : null;

    private static Result<PaymentEvent> Refused(EventFault fault) => new(new EventRefused(fault));
}
