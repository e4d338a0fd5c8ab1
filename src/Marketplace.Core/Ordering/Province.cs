namespace Marketplace.Core.Ordering;

/// <summary>A province or city directly under the government, as there have been since 1 July 2025 (Resolution 202/2025/QH15, codes of Decision 19/2025/QĐ-TTg). Communes stand directly below; there are no districts.</summary>
public sealed record Province(string Code, string Name)
{
    /// <summary>All thirty-four, in the order of their codes.</summary>
    public static readonly IReadOnlyList<Province> All =
    [
        new("01", "Hà Nội"), new("04", "Cao Bằng"), new("08", "Tuyên Quang"), new("11", "Điện Biên"), new("12", "Lai Châu"), new("14", "Sơn La"),
        new("15", "Lào Cai"), new("19", "Thái Nguyên"), new("20", "Lạng Sơn"), new("22", "Quảng Ninh"), new("24", "Bắc Ninh"), new("25", "Phú Thọ"),
        new("31", "Hải Phòng"), new("33", "Hưng Yên"), new("37", "Ninh Bình"), new("38", "Thanh Hóa"), new("40", "Nghệ An"), new("42", "Hà Tĩnh"),
        new("44", "Quảng Trị"), new("46", "Huế"), new("48", "Đà Nẵng"), new("51", "Quảng Ngãi"), new("52", "Gia Lai"), new("56", "Khánh Hòa"),
        new("66", "Đắk Lắk"), new("68", "Lâm Đồng"), new("75", "Đồng Nai"), new("79", "Thành phố Hồ Chí Minh"), new("80", "Tây Ninh"), new("82", "Đồng Tháp"),
        new("86", "Vĩnh Long"), new("91", "An Giang"), new("92", "Cần Thơ"), new("96", "Cà Mau"),
    ];

    /// <summary>The province of that code; null where there is none today.</summary>
    public static Province? Of(string? code) => All.FirstOrDefault(province => province.Code == code);
}
