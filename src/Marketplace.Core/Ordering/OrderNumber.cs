using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Marketplace.Core.Ordering;

/// <summary>
/// What an order is called by people: ten letters and digits that nobody mistakes for one another on the phone (no 0, 1, I, L, O), the last of
/// which tells a slip: any one wrong sign, and any two neighbours that changed places. Written "K7M42-PXQR3"; banks carry it without the dash.
/// </summary>
public static class OrderNumber
{
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 10;

    /// <summary>The number of an order's id, from its random end.</summary>
    public static string Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = id.TryWriteBytes(bytes, bigEndian: true, out _);
        var random = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) & ((1UL << 62) - 1);
        Span<char> number = stackalloc char[Length];
        for (var at = 0; at < Length - 1; at++, random /= (ulong)Signs.Length)
        {
            number[at] = Signs[(int)(random % (ulong)Signs.Length)];
        }

        number[^1] = CheckSign(number[..^1]);
        return new string(number);
    }

    /// <summary>As it is written for people: "K7M42-PXQR3".</summary>
    public static string Written(string number) => number.Length == Length ? $"{number[..5]}-{number[5..]}" : number;

    /// <summary>Reads what somebody typed, with or without dash, spaces and capitals. False for everything that cannot be a number.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out string? number)
    {
        number = null;
        Span<char> read = stackalloc char[Length];
        var count = 0;
        foreach (var sign in text ?? "")
        {
            if (sign is '-' or ' ')
            {
                continue;
            }

            var upper = char.ToUpperInvariant(sign);
            if (count == Length || !Signs.Contains(upper, StringComparison.Ordinal))
            {
                return false;
            }

            read[count++] = upper;
        }

        if (count != Length || CheckSign(read[..^1]) != read[^1])
        {
            return false;
        }

        number = new string(read);
        return true;
    }

    /// <summary>The weights differ and the number of signs is a prime: so every single slip and every swap of neighbours changes the sum.</summary>
    private static char CheckSign(ReadOnlySpan<char> number)
    {
        var sum = 0;
        for (var at = 0; at < number.Length; at++)
        {
            sum += (at + 2) * Signs.IndexOf(number[at], StringComparison.Ordinal);
        }

        return Signs[sum % Signs.Length];
    }
}
