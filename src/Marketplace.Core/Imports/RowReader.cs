using System.Globalization;

namespace Marketplace.Core.Imports;

/// <summary>Reads the cells of one row, each against what is there now. What cannot be read is noted as a fault.</summary>
internal sealed class RowReader(ImportSheet sheet, SheetRow row, List<ImportFault> faults)
{
    private static readonly string[] Yeses = ["co", "yes", "true", "x", "1", "dung", "y"];
    private static readonly string[] Noes = ["khong", "no", "false", "0", "sai", "n"];

    /// <summary>Whether anything stands in a column of that kind.</summary>
    public bool Says(ColumnKind kind) => ImportColumn.All.Any(column => column.Kind == kind && Text(column).Length > 0);

    /// <summary>What stands in the column; empty when the sheet has none.</summary>
    public string Text(ImportColumn column) => sheet.PlaceOf(column) is { } place ? row[place].Text.Trim() : "";

    public void Fault(ImportColumn column, FaultKind kind, string vi, string en) => faults.Add(new(row.Number, sheet.HeaderOf(column), kind, new(vi, en)));

    /// <summary>The cell as it is to be read: null to keep what is there, because the sheet has no such column, or says what we would write.</summary>
    public string? Changed(ImportColumn column, string written)
    {
        if (sheet.PlaceOf(column) is not { } place)
        {
            return null;
        }

        if (row[place].Kind == CellKind.Broken)
        {
            Fault(column, FaultKind.Unreadable, "Ô có lỗi hoặc có công thức chưa được tính; hãy ghi giá trị.", "The cell holds an error or a formula that was not worked out; write the value.");
            return null;
        }

        return Same(row[place].Text, written) ? null : row[place].Text.Trim();
    }

    /// <summary>A whole number: "25000", "25.000", "25 000 đ". Null when it cannot be read, which is noted, or when the cell is empty.</summary>
    public long? Whole(ImportColumn column, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (SheetNumber.Read(text, sheet.PlaceOf(column) is { } place && row[place].Kind == CellKind.Number) is { } number)
        {
            return number;
        }

        Fault(column, FaultKind.Unreadable, $"“{Short(text)}” không phải là số nguyên; hãy viết như 25000 hoặc 25.000.", $"“{Short(text)}” is no whole number; write it like 25000 or 25.000.");
        return null;
    }

    /// <summary>Yes or no; null when it cannot be read, which is noted.</summary>
    public bool? YesNo(ImportColumn column, string text)
    {
        var plain = ImportColumn.Plain(text);
        if (Yeses.Contains(plain, StringComparer.Ordinal) || Noes.Contains(plain, StringComparer.Ordinal))
        {
            return Yeses.Contains(plain, StringComparer.Ordinal);
        }

        Fault(column, FaultKind.Unreadable, $"“{Short(text)}” không rõ; hãy ghi Có hoặc Không.", $"“{Short(text)}” is not understood; write Yes or No.");
        return null;
    }

    /// <summary>Parts between semicolons or lines; between commas where there are neither.</summary>
    public static IReadOnlyList<string> Parts(string text) =>
        text.Split(text.AsSpan().ContainsAny(';', '\n') ? [';', '\n'] : [','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A day, as 2026-11-22 or 22/11/2026.</summary>
    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static bool Same(string cell, string written) =>
        string.Equals(cell.ReplaceLineEndings("\n").Trim(), written.ReplaceLineEndings("\n").Trim(), StringComparison.Ordinal);
}
