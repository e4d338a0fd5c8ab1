using System.Globalization;
using System.Text;
using Marketplace.Core.Listings;

namespace Marketplace.Core.Imports;

/// <summary>What a column is about.</summary>
public enum ColumnKind
{
    /// <summary>Says which listing or offer the row is about, and as of when.</summary>
    Key,

    /// <summary>Text of the listing, which an officer reviews.</summary>
    Text,

    /// <summary>Terms of the offer, which hold at once.</summary>
    Offer,

    /// <summary>Written by us beside each row of a result; not read.</summary>
    Result,
}

/// <summary>A column of the sheets that producers send and get.</summary>
/// <param name="Path">Of the field, as in faults of listings and offers: "name.vi", "priceTiers.0.unitPrice".</param>
/// <param name="Header">As we write it.</param>
/// <param name="Others">Further headers by which it is known.</param>
public sealed record ImportColumn(string Path, ColumnKind Kind, LocalizedText Header, params IReadOnlyList<string> Others)
{
    public static readonly ImportColumn Slug = new("slug", ColumnKind.Key, new("Mã sản phẩm", "Slug"), "listing", "đường dẫn", "product slug");
    public static readonly ImportColumn Sku = new("sku", ColumnKind.Key, new("Mã hàng (SKU)", "SKU"), "mã SKU", "mã hàng");
    public static readonly ImportColumn NameVi = new("name.vi", ColumnKind.Text, new("Tên (tiếng Việt)", "Name (Vietnamese)"), "tên", "tên sản phẩm", "name vi", "tên vi");
    public static readonly ImportColumn NameEn = new("name.en", ColumnKind.Text, new("Tên (tiếng Anh)", "Name (English)"), "name", "product name", "name en", "tên en");
    public static readonly ImportColumn DescriptionVi = new("description.vi", ColumnKind.Text, new("Mô tả (tiếng Việt)", "Description (Vietnamese)"), "mô tả", "description vi", "mô tả vi");
    public static readonly ImportColumn DescriptionEn = new("description.en", ColumnKind.Text, new("Mô tả (tiếng Anh)", "Description (English)"), "description", "description en", "mô tả en");
    public static readonly ImportColumn PackagingVi = new("packaging.vi", ColumnKind.Text, new("Quy cách (tiếng Việt)", "Packaging (Vietnamese)"), "quy cách", "packaging vi", "quy cách vi");
    public static readonly ImportColumn PackagingEn = new("packaging.en", ColumnKind.Text, new("Quy cách (tiếng Anh)", "Packaging (English)"), "packaging", "packaging en", "quy cách en");
    public static readonly ImportColumn Group = new("group", ColumnKind.Text, new("Nhóm sản phẩm", "Product group"), "nhóm", "group");
    public static readonly ImportColumn Category = new("category", ColumnKind.Text, new("Loại hàng", "Category"), "loại");
    public static readonly ImportColumn Keywords = new("keywords", ColumnKind.Text, new("Từ khóa", "Keywords"), "keyword");
    public static readonly ImportColumn HarvestMonths = new("season.harvestMonths", ColumnKind.Text, new("Tháng thu hoạch", "Harvest months"), "mùa vụ");
    public static readonly ImportColumn Breaks = new("season.blackouts", ColumnKind.Text, new("Đợt nghỉ", "Season breaks"));
    public static readonly ImportColumn PackVi = new("pack.vi", ColumnKind.Offer, new("Gói bán (tiếng Việt)", "Pack (Vietnamese)"), "gói bán", "gói", "pack vi", "gói vi");
    public static readonly ImportColumn PackEn = new("pack.en", ColumnKind.Offer, new("Gói bán (tiếng Anh)", "Pack (English)"), "pack", "pack en", "gói en");
    public static readonly ImportColumn UnitVi = new("unit.vi", ColumnKind.Offer, new("Đơn vị (tiếng Việt)", "Unit (Vietnamese)"), "đơn vị", "đơn vị tính", "ĐVT", "unit vi", "đơn vị vi");
    public static readonly ImportColumn UnitEn = new("unit.en", ColumnKind.Offer, new("Đơn vị (tiếng Anh)", "Unit (English)"), "unit", "unit en", "đơn vị en");
    public static readonly ImportColumn Price = new("priceTiers.0.unitPrice", ColumnKind.Offer, new("Giá (đồng)", "Price (VND)"), "giá", "giá bán", "đơn giá", "price", "unit price");
    public static readonly ImportColumn Tiers = new("priceTiers", ColumnKind.Offer, new("Giá theo số lượng", "Price tiers"), "giá sỉ", "bậc giá", "tier prices");
    public static readonly ImportColumn Minimum = new("quantityRule.minimum", ColumnKind.Offer, new("Mua tối thiểu", "Minimum"), "tối thiểu", "minimum quantity", "min");
    public static readonly ImportColumn Increment = new("quantityRule.increment", ColumnKind.Offer, new("Bước số lượng", "Increment"), "bước", "step");
    public static readonly ImportColumn Maximum = new("quantityRule.maximum", ColumnKind.Offer, new("Mua tối đa", "Maximum"), "tối đa", "maximum quantity", "max");
    public static readonly ImportColumn Stock = new("stock", ColumnKind.Offer, new("Tồn kho", "Stock"), "số lượng tồn", "tồn", "in stock");
    public static readonly ImportColumn MadeToOrder = new("madeToOrder", ColumnKind.Offer, new("Làm theo đơn", "Made to order"), "đặt làm");
    public static readonly ImportColumn LeadTime = new("leadTimeDays", ColumnKind.Offer, new("Số ngày chuẩn bị", "Lead time (days)"), "ngày chuẩn bị", "lead time", "lead time days");
    public static readonly ImportColumn Capacity = new("weeklyCapacity", ColumnKind.Offer, new("Công suất mỗi tuần", "Weekly capacity"), "công suất tuần", "công suất", "capacity");
    public static readonly ImportColumn OnSale = new("onSale", ColumnKind.Offer, new("Đang bán", "On sale"), "mở bán");
    public static readonly ImportColumn DaysOff = new("blackoutDays", ColumnKind.Offer, new("Ngày nghỉ", "Days off"), "blackout days");
    public static readonly ImportColumn Version = new("version", ColumnKind.Key, new("Phiên bản", "Version"));
    public static readonly ImportColumn Status = new("status", ColumnKind.Result, new("Kết quả", "Result"));
    public static readonly ImportColumn Faults = new("faults", ColumnKind.Result, new("Cần sửa", "To be put right"));

    /// <summary>What a producer gets and sends, in the order of writing.</summary>
    public static readonly IReadOnlyList<ImportColumn> All =
    [
        Slug, Sku, NameVi, NameEn, DescriptionVi, DescriptionEn, PackagingVi, PackagingEn, Group, Category, Keywords, HarvestMonths, Breaks,
        PackVi, PackEn, UnitVi, UnitEn, Price, Tiers, Minimum, Increment, Maximum, Stock, MadeToOrder, LeadTime, Capacity, OnSale, DaysOff, Version,
    ];

    private static readonly Dictionary<string, ImportColumn> ByHeader = new[] { Status, Faults }.Concat(All)
        .SelectMany(column => column.Names().Select(header => (header, column)))
        .ToDictionary(known => known.header, known => known.column, StringComparer.Ordinal);

    /// <summary>The column that a header names, in either language, in any case, with or without marks; null for none of ours.</summary>
    public static ImportColumn? Of(string header) => ByHeader.GetValueOrDefault(Plain(header));

    /// <summary>Whether a header names this column, in either language, in any case, with or without marks.</summary>
    internal bool IsNamed(string header) => Names().Contains(Plain(header), StringComparer.Ordinal);

    /// <summary>The column to which a fault of that path belongs; null when it is about the row.</summary>
    public static ImportColumn? OfPath(string path) =>
        path.StartsWith("priceTiers.", StringComparison.Ordinal) ? path.StartsWith("priceTiers.0.", StringComparison.Ordinal) ? Price : Tiers
        : All.FirstOrDefault(column => column.Path == path) ?? All.FirstOrDefault(column => path.StartsWith(column.Path + ".", StringComparison.Ordinal));

    /// <summary>Letters and digits alone, small and without marks, as people type headers and choices from a list.</summary>
    internal static string Plain(string text) => FoldedText.Fold(Words(text));

    /// <summary>Letters and digits alone, small, with their marks: a name with other marks is another name, as coconut and pineapple are.</summary>
    internal static string Words(string text)
    {
        // Half of a pair of surrogates cannot be composed.
        var sound = text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())) : text;
        return string.Concat(sound.Normalize(NormalizationForm.FormC).ToLower(CultureInfo.InvariantCulture).Where(char.IsLetterOrDigit));
    }

    private IEnumerable<string> Names() => Others.Concat([Header.Vi, Header.En!, Path]).Select(Plain).Distinct(StringComparer.Ordinal);
}
