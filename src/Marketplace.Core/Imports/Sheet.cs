namespace Marketplace.Core.Imports;

/// <summary>Kinds of files that hold a sheet.</summary>
public enum SheetFormat
{
    /// <summary>Text with commas, semicolons or tabs between the cells, in UTF-8.</summary>
    Csv,

    /// <summary>A workbook of Excel 2007 and later, of which the first visible sheet counts.</summary>
    Xlsx,
}

/// <summary>What a file says of a cell.</summary>
public enum CellKind
{
    /// <summary>As somebody typed it.</summary>
    Text,

    /// <summary>A number: a full stop in it stands before the fraction and never divides thousands.</summary>
    Number,

    /// <summary>An error, or a formula whose value the file does not hold. Formulas are never worked out here.</summary>
    Broken,
}

/// <summary>One cell as its file holds it.</summary>
/// <param name="Text">What is shown; days as yyyy-MM-dd.</param>
public readonly record struct SheetCell(string Text, CellKind Kind = CellKind.Text);

/// <param name="Number">As the spreadsheet shows it, from 1.</param>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>Empty beyond the last one.</summary>
    public SheetCell this[int place] => place < Cells.Count ? Cells[place] : new("");

    public bool IsBlank => Cells.All(cell => string.IsNullOrWhiteSpace(cell.Text));
}

/// <summary>A table read from a file. Blank rows are left out; the first that is there holds the headers, where there are any.</summary>
/// <param name="Delimiter">Between the cells of text; null in a workbook.</param>
public sealed record Sheet(IReadOnlyList<SheetRow> Rows, char? Delimiter = null)
{
    /// <summary>Most rows below the headers.</summary>
    public const int MostRows = 10_000;

    public const int MostColumns = 100;

    /// <summary>Most bytes of the file, 10 MiB.</summary>
    public const int MostBytes = 10 * 1024 * 1024;
}

/// <summary>
/// A text that begins like a formula runs when a spreadsheet opens the file. An apostrophe before it makes it text; it is taken off when the file
/// is read back, and so a text that already began like that gets a second one.
/// </summary>
public static class FormulaGuard
{
    private const char Mark = '\'';

    /// <summary>The text as it may stand in a CSV file.</summary>
    public static string Guard(string text) => IsFormula(text.AsSpan().TrimStart(Mark)) ? Mark + text : text;

    /// <summary>What was guarded.</summary>
    public static string Unguard(string text) => text.StartsWith(Mark) && IsFormula(text.AsSpan().TrimStart(Mark)) ? text[1..] : text;

    private static bool IsFormula(ReadOnlySpan<char> text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..];
}
