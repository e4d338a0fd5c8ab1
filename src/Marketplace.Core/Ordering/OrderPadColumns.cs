using Marketplace.Core.Imports;

namespace Marketplace.Core.Ordering;

/// <summary>Where SKUs and quantities stand in a sheet.</summary>
/// <param name="Headers">Null when the sheet has none.</param>
/// <param name="Rows">Below the headers.</param>
/// <param name="Above">Numbers of the rows above them: a title, a name, a day.</param>
/// <param name="CommasDivide">Whether cells end at commas, which also stand in numbers.</param>
internal sealed record OrderPadColumns(SheetRow? Headers, int Sku, int Quantity, IReadOnlyList<SheetRow> Rows, IReadOnlyList<int> Above, bool CommasDivide)
{
    /// <summary>How far down headers are looked for.</summary>
    private const int MostAbove = 10;

    private static readonly ImportColumn SkuColumn = ImportColumn.Sku with
    {
        Others = [.. ImportColumn.Sku.Others, "mã", "mã SP", "mã sản phẩm", "code", "item code", "product code", "item number"],
    };

    private static readonly ImportColumn QuantityColumn = new("quantity", ColumnKind.Key, new("Số lượng", "Quantity"), "SL", "số lượng đặt", "số lượng mua", "qty", "order quantity", "order qty");

    /// <summary>Headers alone, to be filled in.</summary>
    public static IReadOnlyList<IReadOnlyList<SheetCell>> Template(Language language) =>
        [[new(SkuColumn.Header.In(language)), new(QuantityColumn.Header.In(language))]];

    public static (OrderPadColumns? Columns, IProblem? Problem) Of(Sheet sheet)
    {
        if (HeadersOf(sheet) is not { } at)
        {
            return (new(null, 0, FiguresOf(sheet), sheet.Rows, [], sheet.Delimiter == ','), null);
        }

        var headers = sheet.Rows[at];
        var skus = PlacesOf(headers, SkuColumn);

        // Our own exports have a column for slugs that others use for SKUs.
        skus = skus.Count > 1 && PlacesOf(headers, ImportColumn.Sku) is [var own] ? [own] : skus;
        var quantities = PlacesOf(headers, QuantityColumn);
        return (skus, quantities) switch
        {
            ([var sku], [var quantity]) => (new(headers, sku, quantity, [.. sheet.Rows.Skip(at + 1)], [.. sheet.Rows.Take(at).Select(row => row.Number)], sheet.Delimiter == ','), null),
            ([_], _) => (null, ProblemOf(QuantityColumn, quantities.Count)),
            _ => (null, ProblemOf(SkuColumn, skus.Count)),
        };
    }

    /// <summary>Headers and rows with these two columns alone, each on the line of its number.</summary>
    public string Text
    {
        get
        {
            List<string> lines = [];
            foreach (var row in Headers is null ? Rows : [Headers, .. Rows])
            {
                lines.AddRange(Enumerable.Repeat("", Math.Clamp(row.Number - 1 - lines.Count, 0, Sheet.MostRows)));
                lines.Add($"{Plain(row[Sku])}\t{Plain(row[Quantity])}");
            }

            return string.Join('\n', lines);
        }
    }

    /// <summary>As the sheet writes it; null without headers.</summary>
    public string? HeaderOf(int place) => Headers?[place].Text.Trim();

    /// <summary>On one line and without marks of quotation. Three digits after a point get a nought, so that nobody takes a fraction for thousands.</summary>
    private static string Plain(SheetCell cell)
    {
        var text = cell.Text.Replace('"', ' ').ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
        return cell.Kind == CellKind.Number && text is [.., '.', _, _, _] ? text + "0" : text;
    }

    /// <summary>The first row that names both columns, or else the very first when it names one.</summary>
    private static int? HeadersOf(Sheet sheet)
    {
        var both = sheet.Rows.Take(MostAbove + 1).Index().Where(row => PlacesOf(row.Item, SkuColumn).Count > 0 && PlacesOf(row.Item, QuantityColumn).Count > 0).Select(row => (int?)row.Index).FirstOrDefault();
        return both ?? (sheet.Rows is [var first, ..] && (PlacesOf(first, SkuColumn).Count > 0 || PlacesOf(first, QuantityColumn).Count > 0) ? 0 : null);
    }

    private static List<int> PlacesOf(SheetRow headers, ImportColumn column) => [.. headers.Cells.Index().Where(cell => column.IsNamed(cell.Item.Text)).Select(cell => cell.Index)];

    private static IProblem ProblemOf(ImportColumn column, int count) => count == 0 ? new OrderColumnMissing(column.Header) : new OrderColumnTwice(column.Header);

    /// <summary>The first column after the SKUs that holds figures in most of its cells; the next to them when none does.</summary>
    private static int FiguresOf(Sheet sheet)
    {
        var widest = sheet.Rows.Select(row => row.Cells.Count).DefaultIfEmpty().Max();
        for (var place = 1; place < widest; place++)
        {
            var cells = sheet.Rows.Select(row => row[place].Text.Trim()).Where(text => text.Length > 0).ToList();
            if (cells.Count(OrderQuantities.LooksLikeOne) * 2 > cells.Count)
            {
                return place;
            }
        }

        return 1;
    }
}
