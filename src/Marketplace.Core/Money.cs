using System.Globalization;

namespace Marketplace.Core;

/// <summary>An amount in the smallest unit of its currency: 45,000 đồng is 45000 because đồng has no smaller unit, 12.50 US dollars is 1250.</summary>
public readonly record struct Money(long Amount, string Currency)
{
    /// <summary>The currency of every domestic price; prices inside Vietnam may not be shown in another one.</summary>
    public const string Vnd = "VND";

    private static readonly CultureInfo VietnameseCulture = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly CultureInfo EnglishCulture = CultureInfo.GetCultureInfo("en-US");

    /// <summary>How many decimal digits the currency has: 0 for đồng, 2 for dollars and euros.</summary>
    public int Digits => Currency == Vnd ? 0 : 2;

    public static Money Dong(long amount) => new(amount, Vnd);

    /// <summary>The amount as people of that language write it: "45.000 ₫" or "₫45,000".</summary>
    public string Format(Language language)
    {
        var culture = language == Language.En ? EnglishCulture : VietnameseCulture;
        var number = Digits == 0 ? Amount.ToString("N0", culture) : (Amount / 100m).ToString("N2", culture);
        var sign = Currency == Vnd ? "₫" : Currency + "\u00A0";
        return language == Language.En ? sign + number : number + "\u00A0" + sign.TrimEnd('\u00A0');
    }
}
