using System.Globalization;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Imports;

namespace Marketplace.Core.Ordering;

/// <param name="Row">As the sheet shows it, from 1.</param>
/// <param name="Sku">As the catalogue writes it.</param>
/// <param name="Quantity">From 1 to 1,000,000; rows of the same SKU are added up.</param>
/// <param name="Added">Further rows that are in the quantity.</param>
public sealed record OrderPadLine(int Row, string Sku, int Quantity, IReadOnlyList<int> Added);

/// <summary>Something done with a row that its writer should know of, and that is no fault.</summary>
public sealed record OrderPadNotice(int Row, LocalizedText Message);

/// <summary>A row that was not taken, as it was written; what is wrong with it is among the faults of its row.</summary>
/// <param name="Near">SKUs that are one slip away from the one that was written.</param>
public sealed record OrderPadRefusal(int Row, string Sku, string Quantity, IReadOnlyList<string> Near);

/// <summary>What a distributor wants, read from a sheet of SKUs and quantities. Every row with something in it is in a line, in a fault, or told of in a notice.</summary>
/// <param name="Lines">In the order of the sheet, each SKU once.</param>
/// <param name="Faults">Rows that were not taken: with what was wrong and what would be right.</param>
/// <param name="Refused">The same rows, each once, as they were written.</param>
public sealed record OrderPad(IReadOnlyList<OrderPadLine> Lines, IReadOnlyList<ImportFault> Faults, IReadOnlyList<OrderPadNotice> Notices, IReadOnlyList<OrderPadRefusal> Refused)
{
    public const int MostRows = Cart.MostLines;

    /// <summary>Most units of one SKU.</summary>
    public const int MostUnits = OfferTerms.MostUnits;

    /// <summary>
    /// Headers are not needed: without them the first column holds SKUs and the first one of figures quantities. Other columns are left alone.
    /// Problems: <see cref="SheetEmpty"/>, <see cref="OrderPadTooLong"/>, <see cref="OrderColumnMissing"/>, <see cref="OrderColumnTwice"/>.
    /// </summary>
    public static Result<OrderPad> Read(Sheet sheet, KnownSkus known)
    {
        var (columns, problem) = OrderPadColumns.Of(sheet);
        return columns is null ? new(problem!)
            : columns.Rows.Count == 0 ? new(new SheetEmpty())
            : columns.Rows.Count > MostRows ? new(new OrderPadTooLong(columns.Rows.Count))
            : new(Read(columns, known));
    }

    /// <summary>The same sheet as text that can be read again: SKUs and quantities alone, with tabs between them, each in its row. Problems as of reading, where the columns are not clear.</summary>
    public static Result<string> TextOf(Sheet sheet)
    {
        var (columns, problem) = OrderPadColumns.Of(sheet);
        return columns is null ? new(problem!) : new(columns.Text);
    }

    /// <summary>A sheet to be filled in: headers alone.</summary>
    public static IReadOnlyList<IReadOnlyList<SheetCell>> Template(Language language) => OrderPadColumns.Template(language);

    private static OrderPad Read(OrderPadColumns columns, KnownSkus known)
    {
        List<ImportFault> faults = [];
        List<OrderPadRefusal> refused = [];
        List<OrderPadNotice> notices = [.. columns.Above.Select(row => new OrderPadNotice(row, new("Dòng nằm trên dòng tiêu đề nên không được đọc.", "The row stands above the headers and is not read.")))];
        Dictionary<string, OrderPadLine> lines = new(StringComparer.Ordinal);
        var quantities = new OrderQuantities(columns);
        foreach (var row in columns.Rows)
        {
            var before = faults.Count;
            var sku = SkuOf(row, columns, known, faults);
            var quantity = quantities.Read(row, faults);
            if (faults.Count > before)
            {
                refused.Add(new(row.Number, Written(row, columns.Sku), Written(row, columns.Quantity), sku is null ? known.Near(Written(row, columns.Sku)) : []));
                continue;
            }

            if (lines.TryGetValue(sku!, out var line))
            {
                if (Together(line, row, quantity!.Value, columns, faults) is { } sum)
                {
                    lines[sku!] = sum;
                    notices.Add(new(row.Number, new(
                        string.Create(CultureInfo.InvariantCulture, $"{sku} đã có ở dòng {line.Row}; số lượng được cộng lại thành {sum.Quantity}."),
                        string.Create(CultureInfo.InvariantCulture, $"{sku} is in row {line.Row} too; together they are {sum.Quantity}."))));
                }
                else
                {
                    refused.Add(new(row.Number, sku!, Written(row, columns.Quantity), []));
                }
            }
            else
            {
                lines.Add(sku!, new(row.Number, sku!, quantity!.Value, []));
            }
        }

        return new([.. lines.Values], faults, notices, refused);
    }

    private static string Written(SheetRow row, int place) => row[place].Text.Trim();

    private static string? SkuOf(SheetRow row, OrderPadColumns columns, KnownSkus known, List<ImportFault> faults)
    {
        var typed = Written(row, columns.Sku);
        if (known.Find(typed) is { } sku)
        {
            return sku;
        }

        var shown = RowReader.Short(typed);
        var near = string.Join(", ", known.Near(typed));
        faults.Add(new(row.Number, columns.HeaderOf(columns.Sku), typed.Length == 0 ? FaultKind.Missing : FaultKind.Unknown, (typed.Length, near.Length) switch
        {
            (0, _) => new("Thiếu mã hàng.", "The SKU is missing."),
            (_, 0) => new($"Không có mã hàng “{shown}”.", $"There is no SKU “{shown}”."),
            _ => new($"Không có mã hàng “{shown}”. Có phải là {near}?", $"There is no SKU “{shown}”. Is it {near}?"),
        }));
        return null;
    }

    /// <summary>The line with the row added; null, which is noted, when that is more than anybody may order.</summary>
    private static OrderPadLine? Together(OrderPadLine line, SheetRow row, int quantity, OrderPadColumns columns, List<ImportFault> faults)
    {
        if (line.Quantity + quantity <= MostUnits)
        {
            return line with { Quantity = line.Quantity + quantity, Added = [.. line.Added, row.Number] };
        }

        faults.Add(new(row.Number, columns.HeaderOf(columns.Quantity), FaultKind.OutOfRange, new(
            string.Create(CultureInfo.InvariantCulture, $"Cộng với các dòng trên, {line.Sku} có hơn 1.000.000; đã đọc {line.Quantity}."),
            string.Create(CultureInfo.InvariantCulture, $"With the rows above, {line.Sku} comes to more than 1,000,000; {line.Quantity} were read."))));
        return null;
    }
}
