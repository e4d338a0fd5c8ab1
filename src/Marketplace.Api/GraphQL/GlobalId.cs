using System.Buffers.Text;
using System.Text;

namespace Marketplace.Api;

/// <summary>Ids that are unique over all types: base64url of the sixteen bytes of the key and the type's name. Clients must not look inside.</summary>
public static class GlobalId
{
    private const int KeyLength = 16;
    private const int LongestType = 40;

    public static string Encode(string type, Guid id)
    {
        Span<byte> bytes = stackalloc byte[KeyLength + LongestType];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var length = KeyLength + Encoding.ASCII.GetBytes(type, bytes[KeyLength..]);
        return Base64Url.EncodeToString(bytes[..length]);
    }

    /// <summary>False for anything that <see cref="Encode"/> cannot have made.</summary>
    public static bool TryDecode(string? globalId, out string type, out Guid id)
    {
        (type, id) = ("", default);
        Span<byte> bytes = stackalloc byte[KeyLength + LongestType];
        if (string.IsNullOrEmpty(globalId) || !Base64Url.IsValid(globalId) || Base64Url.GetMaxDecodedLength(globalId.Length) > bytes.Length
            || !Base64Url.TryDecodeFromChars(globalId, bytes, out var length) || length <= KeyLength)
        {
            return false;
        }

        var name = bytes[KeyLength..length];
        if (name.ContainsAnyExceptInRange((byte)'A', (byte)'z'))
        {
            return false;
        }

        (type, id) = (Encoding.ASCII.GetString(name), new Guid(bytes[..KeyLength], bigEndian: true));
        return true;
    }

    /// <summary>True when the id is well formed and names something of that type.</summary>
    public static bool TryDecode(string? globalId, string type, out Guid id) => TryDecode(globalId, out var found, out id) && found == type;
}
