using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Marketplace.Core.Imports;

namespace Marketplace.Files.Sheets;

/// <summary>Reads the cells of one workbook, and writes new ones.</summary>
internal sealed class XlsxCells
{
    /// <summary>The format of cells that hold text whatever is typed into them.</summary>
    public const uint TextFormat = 49;

    private const int LongestText = 32_767;
    private const int DaysBetweenCalendars = 1_462;

    /// <summary>Beyond 9999-12-31.</summary>
    private const double LastDay = 2_958_466;

    private readonly List<string> _shared = [];
    private readonly List<bool> _days = [];
    private readonly int _firstDay;

    public XlsxCells(WorkbookPart workbook)
    {
        if (workbook.SharedStringTablePart is { } shared)
        {
            using var reader = OpenXmlReader.Create(shared);
            while (reader.Read())
            {
                if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement && reader.LoadCurrentElement() is SharedStringItem item)
                {
                    _shared.Add(TextOf(item));
                }
            }
        }

        _firstDay = workbook.Workbook?.WorkbookProperties?.Date1904?.Value == true ? DaysBetweenCalendars : 0;
        if (workbook.WorkbookStylesPart?.Stylesheet is { CellFormats: { } formats } styles)
        {
            var own = (styles.NumberingFormats?.Elements<NumberingFormat>() ?? []).ToLookup(format => format.NumberFormatId?.Value, format => format.FormatCode?.Value ?? "");
            _days.AddRange(formats.Elements<CellFormat>().Select(format => format.NumberFormatId?.Value is { } id && (IsDay(id) || own[id].Any(IsDay))));
        }
    }

    public static Cell Of(SheetCell cell) => cell switch
    {
        { Text: "" } => new Cell(),
        { Kind: CellKind.Number } => new Cell { CellValue = new CellValue(cell.Text) },
        _ => new Cell { DataType = CellValues.InlineString, StyleIndex = 1, InlineString = new InlineString(new Text(Writable(cell.Text)) { Space = SpaceProcessingModeValues.Preserve }) },
    };

    /// <summary>In their places, up to the last one that shows something.</summary>
    public IReadOnlyList<SheetCell> Read(Row row)
    {
        List<SheetCell> cells = [];
        var place = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            place = cell.CellReference?.Value is { } reference ? PlaceOf(reference) : place;
            var read = Read(cell);
            if (read.Text.Length > 0)
            {
                // Whatever lies so far out is told of as one column too many.
                var at = Math.Min(place, Core.Imports.Sheet.MostColumns);
                while (cells.Count <= at)
                {
                    cells.Add(new(""));
                }

                cells[at] = read;
            }

            place++;
        }

        return cells;
    }

    private static int PlaceOf(string reference)
    {
        var place = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper))
        {
            place = checked((place * 26) + letter - 'A' + 1);
        }

        return place > 0 ? place - 1 : throw new FormatException("A cell without a column.");
    }

    private SheetCell Read(Cell cell)
    {
        var value = cell.CellValue?.Text;
        if (cell.CellFormula is not null && string.IsNullOrEmpty(value) && cell.DataType?.Value != CellValues.String)
        {
            return new("=", CellKind.Broken);
        }

        if (cell.DataType is not { Value: var type } || type == CellValues.Number)
        {
            return value is null ? new("") : NumberOf(value, cell.StyleIndex?.Value);
        }

        return type == CellValues.SharedString ? new(_shared[int.Parse(value!, NumberStyles.None, CultureInfo.InvariantCulture)])
            : type == CellValues.InlineString ? new(cell.InlineString is { } text ? TextOf(text) : "")
            : type == CellValues.Boolean ? new(value == "1" ? "TRUE" : "FALSE")
            : type == CellValues.Error ? new(value ?? "#", CellKind.Broken)
            : new(Decoded(value ?? ""));
    }

    private SheetCell NumberOf(string value, uint? style)
    {
        var number = double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);
        return style is { } at && at < _days.Count && _days[(int)at] && number + _firstDay is > 0 and < LastDay
            ? new(DateTime.FromOADate(number + _firstDay).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : new(number.ToString("0.###############", CultureInfo.InvariantCulture), CellKind.Number);
    }

    private static bool IsDay(uint format) => format is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58);

    private static bool IsDay(string format)
    {
        var code = new StringBuilder();
        var (quoted, bracketed) = (false, false);
        foreach (var letter in format)
        {
            quoted ^= letter == '"';
            bracketed = letter == '[' || (bracketed && letter != ']');
            if (!quoted && !bracketed)
            {
                code.Append(char.ToLowerInvariant(letter));
            }
        }

        return code.ToString() is var plain && plain.Contains('y', StringComparison.Ordinal) && plain.Contains('d', StringComparison.Ordinal);
    }

    /// <summary>Without the readings that some languages write over words.</summary>
    private static string TextOf(OpenXmlElement rich) =>
        Decoded(string.Concat(rich.Elements<Text>().Concat(rich.Elements<Run>().SelectMany(run => run.Elements<Text>())).Select(text => text.Text)));

    /// <summary>Workbooks write letters that XML cannot hold as _x000D_.</summary>
    private static string Decoded(string text) => text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text) : text;

    private static string Writable(string text)
    {
        var kept = text.Length > LongestText ? text[..LongestText] : text;
        return string.Concat(kept.Replace("_x", "_x005F_x", StringComparison.Ordinal).EnumerateRunes().Select(rune =>
            rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));
    }
}
