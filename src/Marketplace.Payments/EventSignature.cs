using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Marketplace.Core.Payments;

namespace Marketplace.Payments;

/// <summary>
/// Signs what the sandbox sends and checks what it and the bank send: "t=1760000000,v1=…", the seconds since 1970 and, in hexadecimal, the
/// HMAC-SHA256 over them, a full stop and the body. While a secret is changed there may be several v1.
/// </summary>
public static class EventSignature
{
    /// <summary>The header of a request.</summary>
    public const string Header = "Marketplace-Signature";

    /// <summary>Shortest secret, in characters.</summary>
    public const int ShortestSecret = 32;

    /// <summary>How far the signer's clock and ours may be apart, and for how long a request can be sent again.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static string Of(string secret, string body, DateTimeOffset at)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={time},v1={Convert.ToHexStringLower(Sign(secret, time, body))}";
    }

    /// <summary>What is wrong with a signature; null when it is good.</summary>
    internal static EventFault? Fault(string secret, string body, string? signature, DateTimeOffset now)
    {
        var parts = (signature ?? "").Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToLookup(part => part[0], part => part[1]);
        if (parts["t"].FirstOrDefault() is not { } time || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return EventFault.Forged;
        }

        var expected = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Sign(secret, time, body)));
        return !parts["v1"].Any(given => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), expected)) ? EventFault.Forged
            : Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds ? EventFault.Stale
            : null;
    }

    private static byte[] Sign(string secret, string time, string body) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}"));
}
