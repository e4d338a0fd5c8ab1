using System.Globalization;
using System.Text.Json;
using Marketplace.Core;
using Marketplace.Core.Payments;

namespace Marketplace.Payments.Transfers;

/// <summary>
/// Reads a bank's or aggregator's word that something happened on an account, signed by <see cref="EventSignature"/>:
/// <c>{"transactionId","reference","account","amount","direction":"credit"|"debit","content","time"}</c>. The amount is in whole đồng, the time has its offset.
/// Which attempt a credit pays is found by <see cref="TransferMatch"/>.
/// </summary>
public sealed class BankNotifications(string secret, TimeProvider clock) : IPaymentEventReader
{
    public const string ReaderCode = "bank";

    private const int LongestReference = 100;
    private const int LongestContent = 500;

    private static readonly string[] Kept = ["transactionId", "reference", "account", "amount", "direction", "content", "time"];

    public string Code => ReaderCode;

    public string SignatureHeader => EventSignature.Header;

    public Result<PaymentEvent> Read(string body, string? signature)
    {
        if (EventSignature.Fault(secret, body, signature, clock.GetUtcNow()) is { } fault)
        {
            return new(new EventRefused(fault));
        }

        return PayloadText.Keep(body, Kept) is { } payload && Event(payload) is { } told ? new(told) : new(new EventRefused(EventFault.Unreadable));
    }

    private PaymentEvent? Event(string payload)
    {
        using var json = JsonDocument.Parse(payload);
        var root = json.RootElement;
        return Text(root, "transactionId", LongestReference) is { } id && Text(root, "reference", LongestReference) is { } reference && Text(root, "account", BankAccount.LongestNumber) is { } account
            && Text(root, "direction", LongestReference) is { } direction && Time(Text(root, "time", LongestReference)) is { } at && Amount(root) is { } amount
            ? new()
            {
                Gateway = Code,
                Id = id,
                Kind = direction == "credit" ? PaymentEventKind.Succeeded : PaymentEventKind.Unknown,
                Reference = reference,
                Amount = amount,
                OccurredAt = at.UtcDateTime,
                Transfer = new(account, Text(root, "content", LongestContent) ?? ""),
                Payload = payload,
            }
            : null;
    }

    private static string? Text(JsonElement root, string name, int longest) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && text.Length <= longest ? text : null;

    private static Money? Amount(JsonElement root) =>
        root.TryGetProperty("amount", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var amount) && amount > 0 ? Money.Dong(amount) : null;

    /// <summary>A time without an offset would be read by this machine's zone.</summary>
    private static DateTimeOffset? Time(string? text) =>
        text is not null && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
}
