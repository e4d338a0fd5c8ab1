using Marketplace.Core.Ordering;
using Marketplace.Core.Payments;

namespace Marketplace.Core.PersonalData;

/// <summary>How long an order has to know where its buyer is, once that person has been erased.</summary>
public static class BuyerData
{
    /// <summary>So long after the last news of it, what was sent counts as arrived although nobody has said so.</summary>
    public static readonly TimeSpan OnTheWay = TimeSpan.FromDays(30);

    /// <summary>Whether goods or money may still have to find the buyer.</summary>
    public static bool IsNeeded(OrderGroup group, IReadOnlyCollection<PaymentAttempt> attempts, DateTime now) =>
        group.Orders.Any(order => !IsOver(order, now))
        || Settlement.Kept(attempts) > group.Due
        || (group.Method != PaymentMethod.CashOnDelivery && Settlement.Open(group, attempts) > 0)
        || attempts.Any(attempt => attempt.Refunds.Any(refund => refund.State == RefundState.Asked));

    private static bool IsOver(Order order, DateTime now) => order.State switch
    {
        OrderState.Refused => order.RemedyBy is null,
        OrderState.Cancelled or OrderState.Delivered or OrderState.Returned => true,
        OrderState.Shipped => order.Timeline.Max(entry => entry.At) + OnTheWay <= now,
        _ => false,
    };
}
