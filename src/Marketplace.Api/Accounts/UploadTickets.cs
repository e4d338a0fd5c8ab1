using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Marketplace.Api;

/// <summary>
/// Addresses that take one file for ten minutes: what it is for is in the address itself, where nobody can change it. The time is the host's
/// clock's, which the framework's own protector with a lifetime does not ask.
/// </summary>
public sealed class UploadTickets<TFor>(IDataProtectionProvider protection, TimeProvider clock)
    where TFor : class
{
    /// <summary>Vietnamese as it is: every letter escaped would make the address longer than servers take.</summary>
    private static readonly JsonSerializerOptions Short = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = protection.CreateProtector($"Marketplace.UploadTickets.{typeof(TFor).Name}");

    /// <param name="root">Where such files are taken.</param>
    internal string UrlFor(string root, TFor its) =>
        $"{root}/{Uri.EscapeDataString(_protector.Protect(JsonSerializer.Serialize(new Ticket(its, clock.GetUtcNow() + Lifetime), Short)))}";

    /// <summary>What the file is for; null when the ticket is forged or its time is over.</summary>
    internal TFor? Read(string ticket)
    {
        try
        {
            var read = JsonSerializer.Deserialize<Ticket>(_protector.Unprotect(ticket));
            return read?.Until > clock.GetUtcNow() ? read.Its : null;
        }
        catch (Exception forged) when (forged is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private sealed record Ticket(TFor Its, DateTimeOffset Until);
}
