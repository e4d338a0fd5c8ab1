using System.Security.Cryptography;

namespace Marketplace.Core.Payments;

/// <summary>
/// What a buyer writes on a transfer so that it finds its attempt: ten of A–Z and 0–9 without I, L, O and U, the last of which checks the others.
/// Made from the attempt's id, so that the same attempt always has the same code. The table of attempts holds each code once.
/// </summary>
public static class TransferCode
{
    /// <summary>Signs of a code.</summary>
    public const int Length = 10;

    /// <summary>Signs of a code whose end was cut off that still name one attempt beyond doubt, with the amount and the account.</summary>
    public const int ShortestStart = 7;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int BitsOfSign = 5;

    /// <summary>The code of an attempt.</summary>
    public static string Of(Guid attemptId)
    {
        var hash = BitConverter.ToUInt64(SHA256.HashData(attemptId.ToByteArray(bigEndian: true)));
        Span<char> code = stackalloc char[Length];
        for (var at = 0; at < Length - 1; at++)
        {
            code[at] = Alphabet[(int)((hash >> (at * BitsOfSign)) & 31)];
        }

        code[^1] = CheckSign(code[..^1]);
        return new(code);
    }

    /// <summary>
    /// Every code that may stand in what a bank reports, each once. Spaces, small letters, hyphens and words before and after do no harm, and
    /// O, I and L are read as the digits that they are taken for. A few may stand there by chance; no attempt has those.
    /// </summary>
    public static IReadOnlyList<string> In(string content)
    {
        var text = Fold(content);
        return [.. Enumerable.Range(0, Math.Max(0, text.Length - Length + 1)).Select(at => text.Substring(at, Length)).Where(IsCode).Distinct()];
    }

    /// <summary>Beginnings of codes with which the content ends, longest first: a bank may have cut the rest off.</summary>
    public static IReadOnlyList<string> StartsAtEnd(string content)
    {
        var text = Fold(content);
        return [.. Enumerable.Range(ShortestStart, Length - ShortestStart).Reverse().Where(length => length <= text.Length)
            .Select(length => text[^length..]).Where(start => start.All(sign => Alphabet.Contains(sign, StringComparison.Ordinal)))];
    }

    private static string Fold(string content) => string.Concat(content.Where(char.IsAsciiLetterOrDigit).Select(sign => char.ToUpperInvariant(sign) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        var other => other,
    }));

    private static bool IsCode(string text) => text.All(sign => Alphabet.Contains(sign, StringComparison.Ordinal)) && text[^1] == CheckSign(text.AsSpan(0, Length - 1));

    /// <summary>Odd weights tell every single wrong sign, and nearly every two neighbours that changed places.</summary>
    private static char CheckSign(ReadOnlySpan<char> signs)
    {
        var sum = 0;
        for (var at = 0; at < signs.Length; at++)
        {
            sum += ((2 * at) + 1) * Alphabet.IndexOf(signs[at], StringComparison.Ordinal);
        }

        return Alphabet[sum % Alphabet.Length];
    }
}
