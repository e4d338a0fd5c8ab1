namespace Marketplace.Core.Catalogue;

/// <summary>Certifications and protected signs that the catalogue knows by name.</summary>
public static class CertificationKinds
{
    /// <summary>Code, name, and the words by which a record's text names it. The first kind whose word occurs is meant.</summary>
    public static readonly IReadOnlyList<(string Code, LocalizedText Name, string Word)> All =
    [
        ("gi", new("Chỉ dẫn địa lý", "Geographical indication"), "Chỉ dẫn địa lý"),
        ("msc", new("MSC (đánh bắt bền vững)", "MSC (sustainable fishery)"), "MSC"),
        ("globalgap", new("GlobalGAP", "GlobalGAP"), "GlobalGAP"),
        ("vietgap", new("VietGAP", "VietGAP"), "VietGAP"),
        ("organic", new("Hữu cơ", "Organic"), "hữu cơ"),
        ("collective-mark", new("Nhãn hiệu tập thể", "Collective mark"), "Nhãn hiệu tập thể"),
        ("certification-mark", new("Nhãn hiệu chứng nhận", "Certification mark"), "Nhãn hiệu chứng nhận"),
        ("trade-mark", new("Nhãn hiệu đăng ký", "Registered trade mark"), "Nhãn hiệu đăng ký"),
        ("heritage", new("Di sản văn hóa phi vật thể quốc gia", "National intangible heritage"), "Di sản"),
        ("award", new("Sản phẩm công nghiệp nông thôn tiêu biểu", "Rural industry award"), "công nghiệp nông thôn"),
    ];

    public static LocalizedText NameOf(string code) =>
        All.Where(kind => kind.Code == code).Select(kind => kind.Name).FirstOrDefault() ?? new LocalizedText(code);
}
