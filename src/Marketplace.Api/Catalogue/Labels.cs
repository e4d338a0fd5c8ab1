using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;

namespace Marketplace.Api.Catalogue;

/// <summary>What people call the values of enumerations.</summary>
internal static class Labels
{
    public static LocalizedText Of(ProducerKind kind) => kind switch
    {
        ProducerKind.Cooperative => new("Hợp tác xã", "Co-operative"),
        ProducerKind.CooperativeGroup => new("Tổ hợp tác", "Co-operative group"),
        ProducerKind.Enterprise => new("Doanh nghiệp", "Enterprise"),
        _ => new("Hộ kinh doanh", "Household business"),
    };

    public static LocalizedText Of(CertificateState state) => state switch
    {
        CertificateState.NotYetValid => new("Chưa có hiệu lực", "Not yet valid"),
        CertificateState.Valid => new("Còn hiệu lực", "Valid"),
        CertificateState.Expiring => new("Sắp hết hạn", "Expiring soon"),
        CertificateState.Extended => new("Được gia hạn trong khi chờ đánh giá lại", "Extended while being re-evaluated"),
        CertificateState.Expired => new("Đã hết hạn", "Expired"),
        CertificateState.Revoked => new("Đã bị thu hồi", "Revoked"),
        _ => new("Đã được thay bằng giấy mới", "Replaced by a newer certificate"),
    };

    public static LocalizedText Of(CertificateEventKind kind) => kind switch
    {
        CertificateEventKind.RenewalFiled => new("Nộp hồ sơ đánh giá lại", "Renewal filed"),
        CertificateEventKind.Extended => new("Gia hạn", "Extended"),
        CertificateEventKind.Revoked => new("Thu hồi", "Revoked"),
        _ => new("Thay bằng giấy mới", "Replaced by a newer certificate"),
    };

    public static LocalizedText Of(AvailabilityState state) => state switch
    {
        AvailabilityState.InStock => new("Còn hàng", "In stock"),
        AvailabilityState.MadeToOrder => new("Làm theo đơn đặt", "Made to order"),
        _ => new("Tạm hết hàng", "Out of stock"),
    };

    public static LocalizedText OfFacet(string facet) => facet switch
    {
        Core.Search.FacetNames.Group => new("Nhóm sản phẩm", "Product group"),
        Core.Search.FacetNames.Stars => new("Hạng sao OCOP", "OCOP stars"),
        Core.Search.FacetNames.District => new("Huyện, thành phố", "District"),
        Core.Search.FacetNames.Commune => new("Xã, phường", "Commune"),
        Core.Search.FacetNames.ProducerKind => new("Loại chủ thể", "Kind of producer"),
        Core.Search.FacetNames.Certification => new("Chứng nhận khác", "Other certifications"),
        Core.Search.FacetNames.Price => new("Giá mỗi đơn vị", "Price per unit"),
        _ => new("Tình trạng hàng", "Availability"),
    };

    /// <summary>A country as people name it; its code where it has no name here.</summary>
    public static LocalizedText OfMarket(string code) => code switch
    {
        HsCodes.General => new("Chung (quốc tế)", "General (international)"),
        "VN" => new("Việt Nam", "Vietnam"),
        "GB" => new("Vương quốc Anh", "United Kingdom"),
        "US" => new("Hoa Kỳ", "United States"),
        "CN" => new("Trung Quốc", "China"),
        "AU" => new("Úc", "Australia"),
        "CA" => new("Canada", "Canada"),
        "JP" => new("Nhật Bản", "Japan"),
        "DE" => new("Đức", "Germany"),
        "IT" => new("Ý", "Italy"),
        "LA" => new("Lào", "Laos"),
        "KH" => new("Campuchia", "Cambodia"),
        "HK" => new("Hồng Kông", "Hong Kong"),
        "EU" => new("Liên minh châu Âu", "European Union"),
        "KR" => new("Hàn Quốc", "South Korea"),
        "NL" => new("Hà Lan", "Netherlands"),
        "IN" => new("Ấn Độ", "India"),
        "MY" => new("Malaysia", "Malaysia"),
        "TW" => new("Đài Loan", "Taiwan"),
        _ => new(code, code),
    };
}
