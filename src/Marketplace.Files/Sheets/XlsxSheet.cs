using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Marketplace.Core;
using Marketplace.Core.Imports;
using Sheet = Marketplace.Core.Imports.Sheet;
using WorkbookSheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;
using WorkbookSheets = DocumentFormat.OpenXml.Spreadsheet.Sheets;

namespace Marketplace.Files.Sheets;

/// <summary>Sheets of workbooks. Only values are read: what a formula showed when the file was saved, never the formula.</summary>
internal static class XlsxSheet
{
    /// <summary>Most bytes that a workbook may unpack to, 128 MiB, and most files in it.</summary>
    private const long MostUnpacked = 128L * 1024 * 1024;
    private const int MostParts = 1_000;

    public static Result<Sheet> Read(byte[] file)
    {
        try
        {
            return UnpacksTooFar(file) ? new(new SheetBlownUp()) : RowsOf(file);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or OpenXmlPackageException or FileFormatException or FormatException
            or InvalidOperationException or ArgumentException or NotSupportedException or KeyNotFoundException or OverflowException or IOException)
        {
            return new(new SheetBroken());
        }
    }

    public static byte[] Write(IEnumerable<IReadOnlyList<SheetCell>> rows)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            workbook.Workbook = new Workbook(new WorkbookSheets(new WorkbookSheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "1" }));
            using var writer = OpenXmlWriter.Create(sheet);
            writer.WriteStartElement(new Worksheet());
            writer.WriteStartElement(new SheetData());
            foreach (var row in rows)
            {
                writer.WriteStartElement(new Row());
                foreach (var cell in row)
                {
                    writer.WriteElement(XlsxCells.Of(cell));
                }

                writer.WriteEndElement();
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return bytes.ToArray();
    }

    /// <summary>The second is for texts, which stay texts when somebody types over them.</summary>
    private static Stylesheet Styles() => new(
        new Fonts(new Font()),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = XlsxCells.TextFormat, ApplyNumberFormat = true, QuotePrefix = true }));

    /// <summary>Unpacks everything once and keeps nothing: sizes that an archive states may be lies.</summary>
    private static bool UnpacksTooFar(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostParts)
        {
            return true;
        }

        var buffer = new byte[1 << 16];
        var unpacked = 0L;
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            int read;
            while ((read = content.Read(buffer)) > 0)
            {
                unpacked += read;
                if (unpacked > MostUnpacked)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static Result<Sheet> RowsOf(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file, writable: false), isEditable: false);
        if (document.WorkbookPart is not { Workbook: { } workbook } part
            || workbook.Sheets?.Elements<WorkbookSheet>().FirstOrDefault(sheet => sheet.State is null || sheet.State.Value == SheetStateValues.Visible) is not { Id.Value: { } id }
            || part.GetPartById(id) is not WorksheetPart sheet)
        {
            return new(new SheetBroken());
        }

        var cells = new XlsxCells(part);
        List<SheetRow> rows = [];
        var number = 0;
        using var reader = OpenXmlReader.Create(sheet);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement || reader.LoadCurrentElement() is not Row row)
            {
                continue;
            }

            number = row.RowIndex is { Value: var index } ? checked((int)index) : number + 1;
            var read = new SheetRow(number, cells.Read(row));
            if (read.IsBlank)
            {
                continue;
            }

            rows.Add(read);
            if (rows.Count > Sheet.MostRows + 1 || read.Cells.Count > Sheet.MostColumns)
            {
                return new(new SheetTooLong());
            }
        }

        return new(new Sheet(rows));
    }
}
