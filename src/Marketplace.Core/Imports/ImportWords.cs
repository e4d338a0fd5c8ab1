using System.Globalization;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Listings;

namespace Marketplace.Core.Imports;

/// <summary>How values of listings and offers are written into cells, in one language; what is read back unchanged is no change.</summary>
/// <param name="groups">Names of the product groups in force, by their codes.</param>
public sealed class ImportWords(IReadOnlyDictionary<string, LocalizedText> groups, Language language)
{
    private readonly Dictionary<string, string> _groups = CodesByName(groups);
    private static readonly Dictionary<string, string> CategoryCodes = CodesByName(Categories.Codes.ToDictionary(code => code, code => Categories.NameOf(code)!, StringComparer.Ordinal));

    public Language Language => language;

    /// <summary>The code of a group by its code or its name; null for none in force.</summary>
    public string? GroupOf(string text) => _groups.GetValueOrDefault(ImportColumn.Plain(text));

    /// <summary>The code of a category by its code or its name; null for none.</summary>
    public static string? CategoryOf(string text) => CategoryCodes.GetValueOrDefault(ImportColumn.Plain(text));

    public string NameOfGroup(string code) => groups.TryGetValue(code, out var name) && GroupOf(name.In(language)) == code ? name.In(language) : code;

    public string NameOfCategory(string code) => Categories.NameOf(code)?.In(language) is { } name && CategoryOf(name) == code ? name : code;

    public string YesNo(bool yes) => (yes, language) switch
    {
        (true, Language.Vi) => "Có",
        (false, Language.Vi) => "Không",
        (true, _) => "Yes",
        _ => "No",
    };

    /// <summary>What stands in a column of the listing's text.</summary>
    public string Written(ImportColumn column, ListingContent content) => column.Path switch
    {
        "name.vi" => content.Name.Vi,
        "name.en" => content.Name.En ?? "",
        "description.vi" => content.Description?.Vi ?? "",
        "description.en" => content.Description?.En ?? "",
        "packaging.vi" => content.Packaging?.Vi ?? "",
        "packaging.en" => content.Packaging?.En ?? "",
        "group" => NameOfGroup(content.Group),
        "category" => NameOfCategory(content.Category),
        "keywords" => Listed(content.Keywords),
        "season.harvestMonths" => string.Join(", ", content.Season?.HarvestMonths ?? []),
        "season.blackouts" => string.Join("; ", (content.Season?.Blackouts ?? []).Select(range => $"{Day(range.From)} – {Day(range.To)}")),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Path, "Not a column of the text."),
    };

    /// <summary>What stands in a column of the offer.</summary>
    public string Written(ImportColumn column, LocalizedText? pack, LocalizedText? unit, OfferTerms terms) => column.Path switch
    {
        "pack.vi" => pack?.Vi ?? "",
        "pack.en" => pack?.En ?? "",
        "unit.vi" => unit?.Vi ?? "",
        "unit.en" => unit?.En ?? "",
        "priceTiers.0.unitPrice" => terms.PriceTiers.Count > 0 ? Number(terms.PriceTiers[0].UnitPrice) : "",
        "priceTiers" => string.Join("; ", terms.PriceTiers.Skip(1).Select(tier => $"{Number(tier.Minimum)}: {Number(tier.UnitPrice)}")),
        "quantityRule.minimum" => Number(terms.QuantityRule.Minimum),
        "quantityRule.increment" => Number(terms.QuantityRule.Increment),
        "quantityRule.maximum" => Number(terms.QuantityRule.Maximum),
        "stock" => Number(terms.Stock),
        "madeToOrder" => YesNo(terms.MadeToOrder),
        "leadTimeDays" => Number(terms.LeadTimeDays),
        "weeklyCapacity" => Number(terms.WeeklyCapacity),
        "onSale" => YesNo(terms.OnSale),
        "blackoutDays" => string.Join(", ", terms.BlackoutDays.Select(Day)),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Path, "Not a column of an offer."),
    };

    /// <summary>One row of an export.</summary>
    /// <param name="edition">The listing's: see <see cref="RowVersion"/>.</param>
    /// <param name="offer">Null for a listing without one.</param>
    public IReadOnlyList<SheetCell> Row(string slug, ListingContent content, int edition, Offer? offer) =>
    [
        .. ImportColumn.All.Select(column => column.Kind switch
        {
            ColumnKind.Key => new SheetCell(column == ImportColumn.Slug ? slug : column == ImportColumn.Sku ? offer?.Sku ?? "" : new RowVersion(edition, offer?.Version).ToString()),
            ColumnKind.Text => new SheetCell(Written(column, content)),
            _ => offer is null ? new SheetCell("") : Typed(column, Written(column, offer.Pack, offer.Unit, offer.Terms)),
        }),
    ];

    /// <summary>The headers of an export.</summary>
    public IReadOnlyList<SheetCell> Headers() => [.. ImportColumn.All.Select(column => new SheetCell(column.Header.In(language)))];

    private static SheetCell Typed(ImportColumn column, string text) =>
        new(text, text.Length > 0 && column.Path is "priceTiers.0.unitPrice" or "stock" or "leadTimeDays" or "weeklyCapacity" or "quantityRule.minimum" or "quantityRule.increment" or "quantityRule.maximum"
            ? CellKind.Number : CellKind.Text);

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Listed(IReadOnlyList<string> words) => words is [{ } only] && only.Contains(',', StringComparison.Ordinal) ? only + ";" : string.Join("; ", words);

    private static Dictionary<string, string> CodesByName(IReadOnlyDictionary<string, LocalizedText> names)
    {
        Dictionary<string, string> codes = new(StringComparer.Ordinal);
        foreach (var (code, name) in names)
        {
            codes[ImportColumn.Plain(code)] = code;
        }

        foreach (var (code, name) in names)
        {
            codes.TryAdd(ImportColumn.Plain(name.Vi), code);
            codes.TryAdd(ImportColumn.Plain(name.En ?? name.Vi), code);
        }

        return codes;
    }
}
