using System.Globalization;
using System.Text;

namespace Marketplace.Core.Listings;

/// <summary>
/// Text as people type it: composed (NFC), trimmed, without control characters. HTML is kept as the text that it is; whoever shows it escapes it.
/// Invisible characters, which make two different texts look alike, are taken out.
/// </summary>
public static class PlainText
{
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>The text as it is kept; empty where nothing was written. What cannot be kept is noted as a fault.</summary>
    /// <param name="longest">Most characters (UTF-16 units, as the tables count them).</param>
    /// <param name="lines">Whether the text may have several lines.</param>
    public static string Clean(string? text, string path, int longest, bool lines, ICollection<FieldFault> faults)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (IsBroken(text))
        {
            faults.Add(NotPlain(path, lines));
            return "";
        }

        var kept = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormC).Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            var plain = letter switch
            {
                '\r' or '\u2028' or '\u2029' => '\n',
                '\t' => ' ',
                _ => letter,
            };
            if (char.IsControl(plain) && !(lines && plain == '\n'))
            {
                faults.Add(NotPlain(path, lines));
                return "";
            }

            if (!IsInvisible(plain, kept))
            {
                kept.Append(plain);
            }
        }

        var clean = kept.ToString().Trim();
        if (clean.Length > longest)
        {
            faults.Add(new(path, FaultKind.TooLong, new($"Dài {clean.Length} ký tự, tối đa {longest}.", $"Is {clean.Length} characters long; {longest} at most.")));
        }

        return clean;
    }

    /// <inheritdoc cref="Clean"/>
    /// <returns>Null when nothing is written in either language.</returns>
    public static LocalizedText? CleanOptional(LocalizedText? text, string path, int longest, bool lines, ICollection<FieldFault> faults)
    {
        var clean = new LocalizedText(Clean(text?.Vi, path + ".vi", longest, lines, faults), NullIfEmpty(Clean(text?.En, path + ".en", longest, lines, faults)));
        return clean is { Vi: "", En: null } ? null : clean;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static FieldFault NotPlain(string path, bool lines) => new(path, FaultKind.NotPlainText, lines
        ? new("Có ký tự điều khiển hoặc ký tự hỏng; chỉ dùng chữ, số, dấu câu và xuống dòng.", "Holds control or broken characters; use letters, digits, punctuation and line breaks.")
        : new("Có ký tự điều khiển, ký tự hỏng hoặc xuống dòng; hãy viết trên một dòng.", "Holds control or broken characters or a line break; write one line."));

    /// <summary>Half of a pair of surrogates, or a code point that Unicode keeps for nobody: cannot be composed, nor stand in XML and so in a feed.</summary>
    private static bool IsBroken(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || text[i] is >= '\uFFFE' or (>= '\uFDD0' and <= '\uFDEF'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A joiner inside an emoji is what makes it one.</summary>
    private static bool IsInvisible(char letter, StringBuilder before) =>
        CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format
        && !(letter == ZeroWidthJoiner && before.Length > 0 && (char.IsSurrogate(before[^1]) || before[^1] == '\uFE0F'));
}
