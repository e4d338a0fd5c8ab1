namespace Marketplace.Core.Imports;

/// <summary>A sheet whose headers were understood.</summary>
public sealed class ImportSheet
{
    private readonly Dictionary<ImportColumn, int> _places;
    private readonly SheetRow _headers;

    private ImportSheet(SheetRow headers, Dictionary<ImportColumn, int> places, IReadOnlyList<string> unknown, IReadOnlyList<SheetRow> rows) =>
        (_headers, _places, UnknownHeaders, Rows) = (headers, places, unknown, rows);

    /// <summary>Headers that name no column of ours: what stands below them is left alone.</summary>
    public IReadOnlyList<string> UnknownHeaders { get; }

    /// <summary>Below the headers.</summary>
    public IReadOnlyList<SheetRow> Rows { get; }

    /// <summary>As they stand in the file.</summary>
    public SheetRow Headers => _headers;

    /// <summary>Where the column stands, from 0; null when the sheet has none.</summary>
    public int? PlaceOf(ImportColumn column) => _places.TryGetValue(column, out var place) ? place : null;

    /// <summary>The header as the file writes it; null when the sheet has no such column.</summary>
    public string? HeaderOf(ImportColumn column) => PlaceOf(column) is { } place ? _headers[place].Text.Trim() : null;

    /// <summary>Reads the headers. Faults are about the file as a whole: a header that is there twice, or none by which rows could be told apart.</summary>
    public static (ImportSheet Sheet, IReadOnlyList<ImportFault> Faults) Of(Sheet sheet)
    {
        var headers = sheet.Rows[0];
        Dictionary<ImportColumn, int> places = [];
        List<string> unknown = [];
        List<ImportFault> faults = [];
        foreach (var (place, cell) in headers.Cells.Index())
        {
            var header = cell.Text.Trim();
            if (ImportColumn.Of(header) is not { } column)
            {
                if (header.Length > 0)
                {
                    unknown.Add(header);
                }
            }
            else if (column.Kind != ColumnKind.Result && !places.TryAdd(column, place))
            {
                var first = headers[places[column]].Text.Trim();
                faults.Add(new(headers.Number, header, FaultKind.Twice, new($"Cột “{header}” trùng với cột “{first}”.", $"The column “{header}” is the same as “{first}”.")));
            }
        }

        if (!places.ContainsKey(ImportColumn.Slug) && !places.ContainsKey(ImportColumn.Sku) && !places.ContainsKey(ImportColumn.NameVi))
        {
            faults.Add(new(headers.Number, null, FaultKind.Missing, new(
                $"Thiếu cột để nhận ra sản phẩm: cần “{ImportColumn.NameVi.Header.Vi}”, “{ImportColumn.Slug.Header.Vi}” hoặc “{ImportColumn.Sku.Header.Vi}”.",
                $"No column tells the products apart: “{ImportColumn.NameVi.Header.En}”, “{ImportColumn.Slug.Header.En}” or “{ImportColumn.Sku.Header.En}” is needed.")));
        }

        return (new(headers, places, unknown, [.. sheet.Rows.Skip(1)]), faults);
    }
}
