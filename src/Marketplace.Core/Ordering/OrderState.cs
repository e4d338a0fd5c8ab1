namespace Marketplace.Core.Ordering;

/// <summary>How far an order has come.</summary>
public enum OrderState
{
    /// <summary>Goods are kept, and payment is awaited until a moment.</summary>
    AwaitingPayment,

    /// <summary>The producer is to say whether it takes it on.</summary>
    Placed,

    /// <summary>The producer has taken it on.</summary>
    Confirmed,

    /// <summary>The producer cannot or will not deliver it; nothing is kept for it any more.</summary>
    Refused,

    /// <summary>It is packed.</summary>
    Packed,

    /// <summary>Some of it was sent.</summary>
    PartlyShipped,

    /// <summary>All of it was sent.</summary>
    Shipped,

    /// <summary>It has arrived.</summary>
    Delivered,

    /// <summary>It was called off, or not paid for in time; nothing is kept for it any more.</summary>
    Cancelled,

    /// <summary>All of it came back.</summary>
    Returned,
}

/// <summary>The order has come too far for it, or not far enough.</summary>
public sealed record WrongOrderState(string Number, OrderState State) : IProblem
{
    public LocalizedText Message => new(
        $"Đơn {Number} đang ở bước khác, nên không làm được việc này. Hãy tải lại trang.",
        $"The order {Number} stands at another step, so this cannot be done. Load the page again.");
}
