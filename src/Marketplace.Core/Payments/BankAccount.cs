namespace Marketplace.Core.Payments;

/// <summary>An account at a Vietnamese bank.</summary>
/// <param name="Bin">The bank's number at NAPAS, six digits: 970436 is Vietcombank.</param>
/// <param name="Number">1 to 19 letters and digits.</param>
/// <param name="Holder">As the bank writes it; shown to buyers so that they can compare.</param>
public sealed record BankAccount(string Bin, string Number, string Holder)
{
    /// <summary>Most signs of an account's number.</summary>
    public const int LongestNumber = 19;

    /// <summary>Digits of a bank's number.</summary>
    public const int BinDigits = 6;

    /// <summary>Whether bank and number have the form that transfers need.</summary>
    public bool CanBePaid => Bin.Length == BinDigits && Bin.All(char.IsAsciiDigit) && Number.Length is > 0 and <= LongestNumber && Number.All(char.IsAsciiLetterOrDigit);
}

/// <summary>What a buyer writes on a transfer.</summary>
/// <param name="Code">Alone in the content, or among other words: see <see cref="TransferCode"/>.</param>
public sealed record TransferDetails(BankAccount Account, string Code, Money Amount);
