namespace Marketplace.Core.Catalogue;

/// <summary>A customs code that goods are usually declared under in a market. For reference: the goods, and a ruling of that market's customs, decide.</summary>
/// <param name="Code">With dots, as tariffs print it: "1704.90".</param>
/// <param name="Market">ISO 3166 country code, or <see cref="HsCodes.General"/>.</param>
/// <param name="Note">Which goods it is for.</param>
/// <param name="Source">Address of the page where it was read; null where the note names the source and no address is known.</param>
public sealed record HsCode(string Code, string Market, LocalizedText Note, string? Source);

/// <summary>Customs codes by shelf. Only shelves whose goods a source names are here.</summary>
public static class HsCodes
{
    /// <summary>The first six digits are the same in every country that follows the Harmonized System.</summary>
    public const string General = "general";

    private const string Confectionery = "https://htshub.com/us-hs/head/1704";
    private const string FreshNuts = "https://portoria.app/hts/0801190120";
    private const string Fibre = "https://vietlinhagrimex.vn/product/procedures-for-exporting-coconut-fiber/";

    private static readonly ILookup<string, HsCode> All = new (string Category, HsCode Code)[]
    {
        ("coconut-candy", new("1704.90", General, new("Kẹo dừa không có ca cao", "Coconut candy without cocoa"), Confectionery)),
        ("coconut-candy", new("1806", General, new("Kẹo dừa có ca cao: nhóm 1704 không gồm kẹo có ca cao", "Coconut candy with cocoa: heading 1704 leaves out sweets with cocoa"), Confectionery)),
        ("coconut-ingredient", new("0801.11", General, new("Cơm dừa sấy khô", "Desiccated coconut"), "https://www.121-export.com/classifications/hs/v2022/080111")),
        ("fresh-coconut", new("0801.12", General, new("Dừa còn gáo (sọ dừa)", "Coconuts in the inner shell"), FreshNuts)),
        ("fresh-coconut", new("0801.19", General, new("Dừa tươi khác, chưa bóc hoặc gọt một phần vỏ", "Other fresh coconuts, whole or partly husked"), FreshNuts)),
        ("coconut-oil", new("1513.11", General, new("Dầu dừa nguyên chất, chưa tinh chế (dầu thô)", "Virgin coconut oil, not refined (crude oil)"), "https://go4worldbusiness.com/member/view/products/3387868/yara-indo-group.html")),
        ("drink", new("2009.89", "US", new("Chỉ nước dừa, không phải sữa dừa hay đồ uống pha", "Coconut water only, no coconut milk and no mixed drink"), "https://www.htshub.com/us-hs/search/Coconut-wax")),
        ("coconut-milk", new("2106.90", "US", new("Nước cốt dừa đóng hộp có chất ổn định", "Canned coconut milk with a stabiliser"), "https://checkoutapi.com/rulings/docview?doc_id=NY+N339781")),
        ("coconut-milk", new("2106.90", "GB", new("Nước cốt dừa đóng hộp có chất ổn định", "Canned coconut milk with a stabiliser"), "https://www.tax.service.gov.uk/search-for-advance-tariff-rulings/ruling/600010443")),
        ("preserve", new("2008.19", "US", new("Chỉ mứt dừa, dừa tẩm đường", "Sweetened and preserved coconut only"), "https://checkoutapi.com/rulings/docview?doc_id=888093")),
        ("snack", new("2008.19", "US", new("Chỉ dừa sấy giòn, dừa rang", "Crisp and toasted coconut only"), "https://checkoutapi.com/rulings/docview?doc_id=888093")),
        ("dried-fruit", new("2008.19", "US", new("Chỉ dừa sấy giòn, dừa rang", "Crisp and toasted coconut only"), "https://checkoutapi.com/rulings/docview?doc_id=888093")),
        ("dessert", new("2106.90", "JP", new("Thạch dừa; nước khác có thể xếp vào 2008", "Nata de coco; other countries may use 2008"), "https://www8.cao.go.jp/kisei-kaikaku/oto/otodb/english/kujyou/kobetu/oto514.html")),
        ("coir", new("5305.00", General, new("Xơ dừa chưa se sợi; không gồm lưới, thảm và hàng đã dệt", "Coir fibre, not spun; no nets, mats or woven goods"), Fibre)),
        ("coir", new("5305.00.20", "VN", new("Xơ dừa xuất khẩu từ Việt Nam", "Coir fibre exported from Vietnam"), Fibre)),
        ("charcoal", new("4402.20", General, new("Than gáo dừa, theo danh mục HS 2022", "Coconut-shell charcoal, in the nomenclature of 2022"), null)),
        ("charcoal", new("4402.90", "US", new("Than gáo dừa ép viên, theo phán quyết của hải quan Hoa Kỳ năm 2019, trước HS 2022", "Pressed coconut-shell charcoal, by a ruling of US customs in 2019, before the nomenclature of 2022"), null)),
    }.ToLookup(row => row.Category, row => row.Code);

    /// <summary>Codes of the shelves that have any.</summary>
    public static IEnumerable<string> Categories => All.Select(codes => codes.Key);

    /// <summary>The codes of that shelf, the general ones first; empty where none is known.</summary>
    public static IEnumerable<HsCode> Of(string category) => All[category];
}
