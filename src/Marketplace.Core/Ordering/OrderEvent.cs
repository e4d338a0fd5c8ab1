namespace Marketplace.Core.Ordering;

/// <summary>What can happen to an order.</summary>
public enum OrderEventKind
{
    /// <summary>The buyer placed it; where payment comes first, it waits for that.</summary>
    Placed,

    /// <summary>An owner of the organisation that buys agreed to it.</summary>
    Approved,

    /// <summary>It is paid for, or payment is agreed.</summary>
    Paid,

    /// <summary>The producer has taken it on.</summary>
    Confirmed,

    /// <summary>The producer cannot or will not deliver it.</summary>
    Refused,

    /// <summary>It is packed.</summary>
    Packed,

    /// <summary>Some of it was sent, or all.</summary>
    Shipped,

    /// <summary>It has arrived.</summary>
    Delivered,

    /// <summary>The buyer or the office called it off.</summary>
    Cancelled,

    /// <summary>It was not paid for in time.</summary>
    Expired,

    /// <summary>Goods came back.</summary>
    Returned,

    /// <summary>Money came after the order had expired, and the goods are gone.</summary>
    PaidTooLate,

    /// <summary>The buyer of a refused order takes the money back.</summary>
    RefundChosen,

    /// <summary>The buyer of a refused order waits, and the producer is asked once more.</summary>
    Waiting,

    /// <summary>The buyer of a refused order takes something else; the text is the number of the order in its place.</summary>
    Replaced,

    /// <summary>Somebody wrote something.</summary>
    Message,
}

/// <summary>Who did something to an order.</summary>
public enum OrderParty
{
    /// <summary>Whoever bought.</summary>
    Buyer,

    /// <summary>Whoever makes and sends it.</summary>
    Producer,

    /// <summary>The programme office.</summary>
    Office,

    /// <summary>The marketplace itself, by the clock or by a payment.</summary>
    Marketplace,
}

/// <summary>Who does a step, and when.</summary>
/// <param name="Name">As the other side reads it.</param>
/// <param name="At">In UTC.</param>
/// <param name="RequestId">Made from the key of the request, so that a repeated one is known; null without a key.</param>
public sealed record OrderDeed(OrderParty Party, string Name, DateTime At, Guid? RequestId = null);

/// <summary>An entry of an order's timeline. Never changed, but that a pseudonym takes the place of whoever is forgotten.</summary>
public sealed class OrderEvent
{
    public const int TextLength = 1000;

    public required Guid OrderId { get; init; }

    /// <summary>Its place in the timeline, from 1.</summary>
    public required int Number { get; init; }

    public required OrderEventKind Kind { get; init; }

    public required OrderParty Party { get; init; }

    /// <summary>Who did it.</summary>
    public required string Name { get; set; }

    /// <summary>In UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The reason, the message, or carrier and number of the parcel; null where nothing was said.</summary>
    public string? Text { get; init; }

    /// <summary>The request that did it; null where it bore no key.</summary>
    public Guid? RequestId { get; init; }
}
