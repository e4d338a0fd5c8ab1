using System.Globalization;

namespace Marketplace.Core;

/// <summary>Vietnamese alphabetical order (a ă â b c d đ e ê …; tones last) as keys that any store can compare byte by byte.</summary>
public static class VietnameseOrder
{
    private const int LongestName = 60;
    private static readonly CompareInfo Order = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;

    /// <summary>Changes when the platform's collation rules do: stored keys are then remade.</summary>
    public static string Version { get; } = Order.Version.FullVersion.ToString(CultureInfo.InvariantCulture) + "-" + Order.Version.SortId.ToString("N");

    /// <summary>A hexadecimal sort key: ordinal comparison of two keys orders the two names. Cut after 60 characters of the name.</summary>
    public static string Key(string name)
    {
        var text = name.Normalize(System.Text.NormalizationForm.FormC);
        return Convert.ToHexString(Order.GetSortKey(text.Length > LongestName ? text[..LongestName] : text, CompareOptions.IgnoreCase).KeyData);
    }
}
