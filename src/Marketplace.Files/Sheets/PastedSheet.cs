using Marketplace.Core;
using Marketplace.Core.Imports;

namespace Marketplace.Files.Sheets;

/// <summary>Reads what somebody copied out of a spreadsheet or typed, with or without headers.</summary>
public static class PastedSheet
{
    /// <summary>Problems: <see cref="SheetTooLarge"/>, <see cref="SheetQuotesBroken"/>, <see cref="SheetTooLong"/>, <see cref="SheetEmpty"/>.</summary>
    public static Result<Sheet> Read(string text)
    {
        if (text.Length > Sheet.MostBytes)
        {
            return new(new SheetTooLarge());
        }

        var read = CsvSheet.Read(text.TrimStart('\uFEFF'), DelimiterOf(text));
        return read.Failed(out _, out var sheet) || sheet.Rows.Count > 0 ? read : new(new SheetEmpty());
    }

    /// <summary>Spreadsheets copy tabs. What is typed has semicolons or commas, whichever more lines have; commas also stand in numbers.</summary>
    private static char DelimiterOf(string text)
    {
        if (text.Contains('\t', StringComparison.Ordinal))
        {
            return '\t';
        }

        var lines = text.Split('\n');
        return lines.Count(line => line.Contains(';', StringComparison.Ordinal)) is > 0 and var semicolons
            && semicolons >= lines.Count(line => line.Contains(',', StringComparison.Ordinal)) ? ';' : ',';
    }
}
