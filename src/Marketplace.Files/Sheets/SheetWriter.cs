using Marketplace.Core.Imports;

namespace Marketplace.Files.Sheets;

/// <summary>Writes sheets that no spreadsheet takes for programs: in CSV what begins like a formula gets an apostrophe, in workbooks every text is a cell of text.</summary>
public static class SheetWriter
{
    /// <param name="delimiter">Between the cells of CSV.</param>
    public static byte[] Write(IEnumerable<IReadOnlyList<SheetCell>> rows, SheetFormat format, char delimiter = ',') =>
        format == SheetFormat.Csv ? CsvSheet.Write(rows, delimiter) : XlsxSheet.Write(rows);

    public static string EndingOf(SheetFormat format) => format == SheetFormat.Csv ? "csv" : "xlsx";

    public static string ContentTypeOf(SheetFormat format) =>
        format == SheetFormat.Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
