using System.Globalization;
using System.Text;

namespace Marketplace.Core.Imports;

/// <summary>Whole numbers as people write them: "25000", "25.000", "25 000 đ".</summary>
public static class SheetNumber
{
    private static readonly string[] Currency = ["vnđ", "vnd", "đồng", "đ", "₫"];

    /// <summary>Null for everything that could be read in two ways.</summary>
    public static long? Read(string text, bool isNumber)
    {
        var plain = isNumber ? text.Trim() : Composed(text.Trim());
        if (!isNumber && Currency.FirstOrDefault(sign => plain.EndsWith(sign, StringComparison.OrdinalIgnoreCase)) is { } sign)
        {
            plain = plain[..^sign.Length].TrimEnd();
        }

        var negative = plain.StartsWith('-');
        var unsigned = negative ? plain[1..] : plain;
        var digits = isNumber ? unsigned : Joined(unsigned);
        return digits is not null && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? negative ? -number : number : null;
    }

    /// <summary>The digits alone when they stand in groups of three with one sign between them; null otherwise.</summary>
    private static string? Joined(string text)
    {
        // A fraction of nothing, behind the sign that the groups do not use.
        var cut = text.Length > 3 && text[^2..] == "00" && text[^3] is '.' or ',' && text[..^3].AsSpan().IndexOfAny('.', ',') is >= 0 and var group && text[group] != text[^3] ? text[..^3] : text;
        var at = cut.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (at < 0)
        {
            return cut;
        }

        if (cut[at] is not ('.' or ',' or ' ' or '\u00A0' or '\u202F' or '\''))
        {
            return null;
        }

        var groups = cut.Split(cut[at]);
        return groups[0] is [>= '1' and <= '9'] or [>= '1' and <= '9', _] or [>= '1' and <= '9', _, _] && groups.Skip(1).All(group => group.Length == 3) ? string.Concat(groups) : null;
    }

    /// <summary>Half of a pair of surrogates cannot be composed, and is no number anyway.</summary>
    private static string Composed(string text) => text.Any(char.IsSurrogate) ? text : text.Normalize(NormalizationForm.FormC);
}
