using System.Globalization;

namespace Marketplace.Core.Ordering.Documents;

/// <summary>The printed words of trade documents, and how days and numbers are written on them.</summary>
public static class TradeWords
{
    public static readonly LocalizedText Shop = new("Chợ Xứ Dừa", "Chợ Xứ Dừa");
    public static readonly LocalizedText Tagline = new("Đặc sản OCOP Bến Tre", "OCOP specialities of Bến Tre");

    public static readonly LocalizedText Demonstration = new("SỐ LIỆU MINH HỌA – không có giá trị giao dịch", "DEMONSTRATION DATA – not a real transaction");
    public static readonly LocalizedText NoTaxInvoice = new(
        "Chứng từ này không phải là hóa đơn theo pháp luật về thuế và không dùng để kê khai, khấu trừ thuế.",
        "This document is not a tax invoice and cannot be used to declare or deduct tax.");

    public static readonly LocalizedText Number = new("Số", "Number");
    public static readonly LocalizedText IssuedOn = new("Ngày lập", "Date");
    public static readonly LocalizedText Order = new("Đơn hàng", "Order");
    public static readonly LocalizedText OrderedOn = new("Ngày đặt hàng", "Ordered on");
    public static readonly LocalizedText BuyerReference = new("Số của bên mua", "Buyer’s reference");
    public static readonly LocalizedText ValidUntil = new("Giá có hiệu lực đến", "Prices valid until");
    public static readonly LocalizedText ReadyOn = new("Sẵn sàng giao từ", "Ready to be sent");

    public static readonly LocalizedText Seller = new("Bên bán", "Seller");
    public static readonly LocalizedText Buyer = new("Bên mua", "Buyer");
    public static readonly LocalizedText Recipient = new("Giao đến", "Deliver to");
    public static readonly LocalizedText TaxCode = new("Mã số thuế", "Tax code");
    public static readonly LocalizedText Phone = new("Điện thoại", "Phone");
    public static readonly LocalizedText Email = new("Email", "E-mail");

    public static readonly LocalizedText Position = new("STT", "#");
    public static readonly LocalizedText Sku = new("Mã hàng", "SKU");
    public static readonly LocalizedText Goods = new("Tên hàng, quy cách", "Description");
    public static readonly LocalizedText Unit = new("ĐVT", "Unit");
    public static readonly LocalizedText Quantity = new("Số lượng", "Quantity");
    public static readonly LocalizedText UnitPrice = new("Đơn giá", "Unit price");
    public static readonly LocalizedText LineTotal = new("Thành tiền", "Amount");
    public static readonly LocalizedText Received = new("Thực nhận", "Received");
    public static readonly LocalizedText Packed = new("Đã đóng", "Packed");
    public static readonly LocalizedText Package = new("Kiện số", "Package");

    public static readonly LocalizedText GoodsTotal = new("Cộng tiền hàng", "Subtotal");
    public static readonly LocalizedText Released = new("Trừ hàng không giao, trả lại", "Less goods not sent or returned");
    public static readonly LocalizedText Delivery = new("Phí giao hàng", "Delivery");
    public static readonly LocalizedText Total = new("Tổng cộng", "Total");
    public static readonly LocalizedText InWords = new("Bằng chữ", "In words");
    public static readonly LocalizedText TaxIncluded = new("Giá đã gồm thuế.", "Prices include tax.");
    public static readonly LocalizedText LineCount = new("Số mặt hàng", "Lines");
    public static readonly LocalizedText QuantityTotal = new("Tổng số lượng", "Total quantity");
    public static readonly LocalizedText PaymentTerms = new("Điều kiện thanh toán", "Payment terms");
    public static readonly LocalizedText Remarks = new("Ghi chú", "Remarks");
    public static readonly LocalizedText SignHere = new("(Ký, ghi rõ họ tên)", "(Signature and full name)");

    public static LocalizedText TitleOf(TradeDocumentKind kind) => kind switch
    {
        TradeDocumentKind.OrderConfirmation => new("Xác nhận đơn hàng", "Order confirmation"),
        TradeDocumentKind.ProFormaInvoice => new("Hóa đơn chiếu lệ", "Pro forma invoice"),
        TradeDocumentKind.DeliveryNote => new("Phiếu giao hàng", "Delivery note"),
        _ => new("Phiếu đóng gói", "Packing list"),
    };

    /// <summary>Who signs, from left to right.</summary>
    public static IReadOnlyList<LocalizedText> SignersOf(TradeDocumentKind kind) => kind switch
    {
        TradeDocumentKind.DeliveryNote => [new("Người lập phiếu", "Issued by"), new("Người giao hàng", "Delivered by"), new("Người nhận hàng", "Received by")],
        TradeDocumentKind.PackingList => [new("Người đóng gói", "Packed by"), new("Người kiểm tra", "Checked by")],
        _ => [new("Đại diện bên bán", "For the seller"), new("Đại diện bên mua", "For the buyer")],
    };

    public static LocalizedText Certificate(CertificateOfDay certificate) => new(
        $"OCOP {certificate.Stars} sao · số {certificate.Number} · đến {Day(certificate.ValidUntil, Language.Vi)}",
        $"OCOP {certificate.Stars} stars · no. {certificate.Number} · until {Day(certificate.ValidUntil, Language.En)}");

    /// <summary>22/11/2026, or 22 November 2026: figures alone are read in two ways in English.</summary>
    public static string Day(DateOnly day, Language language) => day.ToString(language == Language.En ? "d MMMM yyyy" : "dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>1.200, or 1,200.</summary>
    public static string Whole(long number, Language language) => number.ToString("N0", CultureInfo.GetCultureInfo(language == Language.En ? "en-US" : "vi-VN"));
}
