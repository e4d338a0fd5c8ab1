using Marketplace.Core;
using Marketplace.Core.Payments;

namespace Marketplace.Tests.Payments;

/// <summary>Attempts and events with the one value that matters.</summary>
internal static class Some
{
    public const long Price = 1_250_000;

    public static readonly DateTimeOffset Now = new(2026, 11, 29, 3, 0, 0, TimeSpan.Zero);

    public static readonly Guid AttemptId = new("019acd9c-5e00-7a3b-9c4d-5e6f70818293");

    public static readonly BankAccount Account = new("970436", "1130881000458", "CO SO DUA BEN TRE");

    public static PaymentRequest Request(Guid? attemptId = null, Money? amount = null) => new()
    {
        AttemptId = attemptId ?? AttemptId,
        Amount = amount ?? Money.Dong(Price),
        OrderNumber = "DH-1042",
        Language = Language.Vi,
        ReturnTo = new("https://shop.example/don-hang/DH-1042"),
        CancelTo = new("https://shop.example/thanh-toan"),
        AskedAt = Now.UtcDateTime,
        ExpiresAt = Now.AddMinutes(30).UtcDateTime,
    };

    public static PaymentAttempt Attempt(string gateway = "stripe", long price = Price, Guid? id = null) => new()
    {
        Id = id ?? AttemptId,
        GroupId = Guid.Empty,
        Gateway = gateway,
        Amount = Money.Dong(price),
        CreatedAt = Now.UtcDateTime,
        ExpiresAt = Now.AddMinutes(30).UtcDateTime,
    };

    public static PaymentEvent Event(PaymentEventKind kind, long? amount = null, string? reference = null, string id = "evt_1") => new()
    {
        Gateway = "stripe",
        Id = id,
        Kind = kind,
        AttemptId = AttemptId,
        Reference = reference,
        Amount = amount is { } dong ? Money.Dong(dong) : null,
        OccurredAt = Now.AddMinutes(1).UtcDateTime,
        Payload = "{}",
    };

    public static PaymentEvent Paid(long amount = Price, string reference = "pi_1", string id = "evt_paid") => Event(PaymentEventKind.Succeeded, amount, reference, id);
}
