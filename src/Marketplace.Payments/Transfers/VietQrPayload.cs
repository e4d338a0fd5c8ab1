using System.Globalization;
using System.Text;
using Marketplace.Core;
using Marketplace.Core.Payments;

namespace Marketplace.Payments.Transfers;

/// <summary>
/// The text of a VietQR code: fields of two digits, a length of two digits and a value, as EMVCo's standard for QR codes of merchants and NAPAS 247 have it.
/// </summary>
public static class VietQrPayload
{
    private const string Napas = "A000000727";
    private const string ToAccount = "QRIBFTTA";
    private const string DongByNumber = "704";
    private const int LongestAmount = 13;
    private const int LongestCode = 25;

    /// <summary>A code that fills in the amount and what is written on the transfer; with neither it is one to print and keep.</summary>
    /// <exception cref="ArgumentException">The account, amount or code has no form that banks take; whoever lets them in must check.</exception>
    public static string Of(BankAccount account, Money? amount = null, string? code = null)
    {
        if (!account.CanBePaid)
        {
            throw new ArgumentException($"Bank {account.Bin} and account {account.Number} cannot be paid.", nameof(account));
        }

        var payee = Field("00", Napas) + Field("01", Field("00", account.Bin) + Field("01", account.Number)) + Field("02", ToAccount);
        var text = Field("00", "01") + Field("01", amount is null ? "11" : "12") + Field("38", payee) + Field("53", DongByNumber)
            + (amount is { } asked ? Field("54", Digits(asked)) : "") + Field("58", "VN") + (code is null ? "" : Field("62", Field("08", Plain(code)))) + "6304";
        return text + Checksum(text).ToString("X4", CultureInfo.InvariantCulture);
    }

    /// <summary>CRC-16/CCITT-FALSE over the text up to and with its own "6304".</summary>
    internal static ushort Checksum(string text)
    {
        ushort sum = 0xFFFF;
        foreach (var octet in Encoding.ASCII.GetBytes(text))
        {
            sum ^= (ushort)(octet << 8);
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (ushort)((sum & 0x8000) == 0 ? sum << 1 : (sum << 1) ^ 0x1021);
            }
        }

        return sum;
    }

    private static string Field(string id, string value) => string.Create(CultureInfo.InvariantCulture, $"{id}{value.Length:00}{value}");

    private static string Digits(Money amount)
    {
        var digits = amount.Amount.ToString(CultureInfo.InvariantCulture);
        return amount is { Currency: Money.Vnd, Amount: > 0 } && digits.Length <= LongestAmount ? digits : throw new ArgumentException($"{amount} cannot be transferred by a code.", nameof(amount));
    }

    private static string Plain(string code) => code.Length is > 0 and <= LongestCode && code.All(char.IsAsciiLetterOrDigit)
        ? code : throw new ArgumentException($"\"{code}\" cannot be written on a transfer.", nameof(code));
}
