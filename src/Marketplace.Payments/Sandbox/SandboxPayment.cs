using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Marketplace.Core;
using Marketplace.Core.Payments;

namespace Marketplace.Payments.Sandbox;

/// <summary>What the sandbox's page has to know. It travels in the page's address, signed, so that the sandbox keeps nothing and any node can show it.</summary>
/// <param name="Transfer">What a buyer would write on a transfer; null where the page stands for a provider's own.</param>
public sealed record SandboxPayment(Guid AttemptId, Money Amount, string OrderNumber, Language Language, Uri ReturnTo, Uri CancelTo, TransferDetails? Transfer = null)
{
    internal static SandboxPayment Of(PaymentRequest request) =>
        new(request.AttemptId, request.Amount, request.OrderNumber, request.Language, request.ReturnTo, request.CancelTo);

    /// <summary>A page on which the buyer's bank is played.</summary>
    public static SandboxPayment Of(PaymentRequest request, TransferDetails transfer) => Of(request) with { Transfer = transfer };

    /// <summary>The payment of a page's address; null when it is not one that we made.</summary>
    public static SandboxPayment? Read(string secret, string? ticket)
    {
        if (ticket?.Split('.') is not [var text, var given] || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(Sign(secret, text))))
        {
            return null;
        }

        return JsonSerializer.Deserialize<SandboxPayment>(Base64Url.DecodeFromChars(text), JsonSerializerOptions.Web);
    }

    /// <summary>What stands in the page's address.</summary>
    public string Ticket(string secret)
    {
        var text = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web));
        return $"{text}.{Sign(secret, text)}";
    }

    /// <summary>The word before the text keeps a page's signature from being one of an event.</summary>
    private static string Sign(string secret, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"page:{text}")));
}
