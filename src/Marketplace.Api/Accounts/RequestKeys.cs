using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Marketplace.Core;

namespace Marketplace.Api.Accounts;

/// <summary>
/// A key that a client makes for one wish: asked again with the same key, the thing is not made a second time. The key, who asks and what for
/// make the new thing's id, so the table's own key is what keeps a second one out.
/// </summary>
internal static class RequestKeys
{
    private const int Longest = 64;

    /// <summary>Refuses a key that is too long or empty.</summary>
    public static void Check(string? key)
    {
        if (key is { Length: 0 or > Longest })
        {
            throw new BadInputException(new LocalizedText($"requestKey dài từ 1 đến {Longest} ký tự.", $"requestKey is 1 to {Longest} characters long."));
        }
    }

    public static Guid IdOf(string? key, Guid accountId, string what, DateTimeOffset now)
    {
        if (key is null)
        {
            return Guid.CreateVersion7(now);
        }

        Check(key);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{accountId:N}|{what}|{key}"));
        const byte Version8 = 0x80;
        hash[6] = (byte)((hash[6] & 0x0F) | Version8);
        hash[8] = (byte)((hash[8] & 0x3F) | Version8);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    /// <summary>The id by which a wish is known once it was done; null for one without a key. With other words, or of somebody else, the same key is another wish.</summary>
    public static Guid? WishOf(string? key, Guid whose, string what, object? wish) => key is null ? null : IdOf(key, whose, $"{what}|{JsonSerializer.Serialize(wish)}", default);
}

/// <summary>The key of a request belongs to another wish.</summary>
public sealed record KeyUsedBefore : IFieldProblem
{
    public IReadOnlyList<string> Path => ["requestKey"];

    public LocalizedText Message => new(
        "requestKey này đã dùng cho một yêu cầu khác. Hãy tạo mã mới.", "This requestKey was used for something else. Make a new one.");
}
