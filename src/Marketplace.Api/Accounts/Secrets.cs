using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Marketplace.Api.Accounts;

/// <summary>Secrets that go out once and of which only a hash is kept: whoever reads the database cannot use them.</summary>
internal static class Secrets
{
    private const int Bytes = 32;

    /// <summary>A new one, of 256 bits, in letters that may stand in an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Of so many bits a plain hash is enough: they cannot be tried out.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
