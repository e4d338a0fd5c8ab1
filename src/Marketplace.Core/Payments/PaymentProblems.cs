namespace Marketplace.Core.Payments;

/// <summary>The gateway does not take this currency.</summary>
/// <param name="Taken">Those that it takes.</param>
public sealed record CurrencyNotTaken(string Currency, IReadOnlyList<string> Taken) : IProblem
{
    public LocalizedText Message => new(
        $"Hình thức thanh toán này không nhận {Currency}, chỉ nhận {string.Join(", ", Taken)}.",
        $"This way to pay does not take {Currency}; it takes {string.Join(", ", Taken)}.");
}

/// <summary>The gateway takes neither as little nor as much in one payment.</summary>
public sealed record AmountOutOfBounds(Money Least, Money Most) : IProblem
{
    public LocalizedText Message => new(
        $"Hình thức thanh toán này nhận từ {Least.Format(Language.Vi)} đến {Most.Format(Language.Vi)} mỗi lần.",
        $"This way to pay takes {Least.Format(Language.En)} to {Most.Format(Language.En)} at a time.");
}

/// <summary>The buyer's bank or card says no. Nothing was paid; another way may work.</summary>
public sealed record PaymentDeclined : IProblem
{
    public LocalizedText Message => new(
        "Thanh toán bị từ chối và bạn chưa bị trừ tiền. Hãy thử thẻ khác hoặc chọn hình thức khác.",
        "The payment was declined and nothing was taken. Try another card or another way to pay.");
}

/// <summary>Nobody knows whether the provider heard us. The same attempt may be tried again: it is paid once at most.</summary>
public sealed record GatewayUnreachable(string Gateway) : IProblem
{
    public LocalizedText Message => new(
        "Hiện chưa kết nối được với đơn vị thanh toán. Hãy thử lại sau ít phút; bạn không bị trừ tiền hai lần.",
        "The payment provider cannot be reached at the moment. Try again in a few minutes; you will not be charged twice.");
}

/// <summary>The provider will not do it, and would not if asked again: a setting or the account is wrong, or the thing is in no state for it.</summary>
/// <param name="Code">The provider's stable code, for the log; its sentences are kept from people.</param>
public sealed record GatewayRefused(string Gateway, string Code) : IProblem
{
    public LocalizedText Message => new(
        "Đơn vị thanh toán không nhận yêu cầu này. Hãy chọn hình thức khác; chúng tôi đã ghi nhận lỗi.",
        "The payment provider did not accept this. Choose another way to pay; the fault has been noted.");
}

/// <summary>The gateway gives nothing back by itself: somebody transfers the money and records it.</summary>
public sealed record RefundByHand : IProblem
{
    public LocalizedText Message => new(
        "Hình thức này không tự hoàn tiền được. Hãy chuyển khoản trả người mua rồi ghi nhận.",
        "This way to pay gives nothing back by itself. Transfer the money to the buyer and record it.");
}

/// <summary>More would be given back than is left of what was paid.</summary>
public sealed record RefundExceedsPayment(Money Left) : IProblem
{
    public LocalizedText Message => new(
        $"Chỉ còn hoàn được tối đa {Left.Format(Language.Vi)}.", $"At most {Left.Format(Language.En)} can still be refunded.");
}

/// <summary>Why an event from outside was not taken.</summary>
public enum EventFault
{
    /// <summary>No signature, or not one of ours.</summary>
    Forged,

    /// <summary>Signed too long ago, or in the future: it may have been sent before.</summary>
    Stale,

    /// <summary>A test event where money is real, or the other way about.</summary>
    OtherMode,

    /// <summary>Written in a version of the provider's interface that this build does not read.</summary>
    OtherVersion,

    /// <summary>Signed well and still not what an event looks like.</summary>
    Unreadable,
}

/// <summary>An event from outside that was not taken. The provider sends it again as long as it is told so.</summary>
public sealed record EventRefused(EventFault Fault) : IProblem
{
    public LocalizedText Message => Fault switch
    {
        EventFault.Forged => new("Chữ ký của sự kiện không đúng.", "The event's signature is wrong."),
        EventFault.Stale => new("Sự kiện được ký quá lâu, hoặc đồng hồ lệch.", "The event was signed too long ago, or clocks differ."),
        EventFault.OtherMode => new("Sự kiện thử nghiệm gửi tới nơi nhận tiền thật, hoặc ngược lại.", "A test event where payments are live, or the other way about."),
        EventFault.OtherVersion => new("Sự kiện viết theo phiên bản giao diện khác; hãy đặt lại phiên bản của webhook.", "The event is written in another version; set the webhook's version."),
        _ => new("Nội dung sự kiện không đọc được.", "The event cannot be read."),
    };
}
