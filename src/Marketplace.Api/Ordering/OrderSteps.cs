using GraphQL;
using Marketplace.Api.Ordering;
using Marketplace.Core;
using Marketplace.Core.Ordering;

namespace Marketplace.Api;

/// <summary>An order, and the version of it that was seen.</summary>
[Name("OrderStepInput")]
public class OrderStepInput
{
    /// <summary>The order's id.</summary>
    [Id]
    public required string Order { get; init; }

    /// <summary>The version that was read.</summary>
    public required int Version { get; init; }

    /// <summary>1 to 64 characters, made by the client: sent again, the step is not taken a second time.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>A step with a reason that the other side reads.</summary>
[Name("OrderReasonInput")]
public sealed class OrderReasonInput : OrderStepInput
{
    /// <summary>1 to 1,000 characters.</summary>
    public required string Reason { get; init; }
}

/// <summary>So many of an order's line.</summary>
[Name("OrderLineQuantityInput")]
public sealed class OrderLineQuantityInput
{
    /// <summary>The line's id.</summary>
    [Id]
    public required string Line { get; init; }

    /// <summary>Units, from 1.</summary>
    public required int Quantity { get; init; }
}

/// <summary>What is sent.</summary>
[Name("ShipOrderInput")]
public sealed class ShipOrderInput : OrderStepInput
{
    /// <summary>Lines that are sent now; all that is left unless told.</summary>
    public IReadOnlyList<OrderLineQuantityInput>? Lines { get; init; }

    /// <summary>Carrier and number of the parcel, up to 1,000 characters.</summary>
    public string? Parcel { get; init; }
}

/// <summary>What came back.</summary>
[Name("ReturnOrderInput")]
public sealed class ReturnOrderInput : OrderStepInput
{
    /// <summary>In the order in which they were put in.</summary>
    public required IReadOnlyList<OrderLineQuantityInput> Lines { get; init; }

    /// <summary>1 to 1,000 characters.</summary>
    public required string Reason { get; init; }
}

/// <summary>A buyer calls an order off.</summary>
[Name("CancelOrderInput")]
public sealed class CancelOrderInput : OrderStepInput
{
    /// <summary>1 to 1,000 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>From a guest's link; not needed by whoever is signed in.</summary>
    public string? Secret { get; init; }
}

/// <summary>A few words to the other side.</summary>
[Name("OrderMessageInput")]
public sealed class OrderMessageInput
{
    /// <summary>The order's id.</summary>
    [Id]
    public required string Order { get; init; }

    /// <summary>1 to 1,000 characters.</summary>
    public required string Message { get; init; }

    /// <summary>From a guest's link; not needed by whoever is signed in.</summary>
    public string? Secret { get; init; }

    /// <summary>1 to 64 characters, made by the client: sent again, the message is not written a second time.</summary>
    public required string RequestKey { get; init; }
}

/// <summary>The order as it is now.</summary>
[Name("OrderPayload")]
public sealed class OrderPayload : Payload
{
    internal OrderPayload(IEnumerable<IProblem> problems, Ask ask, Order? order = null, OrderGroup? group = null)
        : base(problems, ask) => Order = order is null ? null : new(order, group!);

    /// <summary>Null when there is none of that id for whoever asks.</summary>
    public OrderGraph? Order { get; }
}

public sealed partial class Mutation
{
    /// <summary>A producer takes an order on. Problems: NOTHING_THERE, CHANGED_MEANWHILE, WRONG_ORDER_STATE.</summary>
    public static Task<OrderPayload> ConfirmOrder(OrderStepInput input, Seller seller, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        SellAsync(input, seller, "confirmOrder", ask, services, (order, deed) => order.Confirm(deed), cancellationToken);

    /// <summary>A producer cannot deliver an order: its goods are free again, and its price need not be paid or is paid back. Its siblings go on. Problems: NOTHING_THERE, CHANGED_MEANWHILE, WRONG_ORDER_STATE, MISSING, TOO_LONG.</summary>
    public static Task<OrderPayload> RefuseOrder(OrderReasonInput input, Seller seller, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        SellAsync(input, seller, "refuseOrder", ask, services, (order, deed) => order.State == OrderState.PartlyShipped ? order.CloseShort(deed, input.Reason) : order.Refuse(deed, input.Reason), cancellationToken);

    /// <summary>An order is packed. Problems: NOTHING_THERE, CHANGED_MEANWHILE, WRONG_ORDER_STATE.</summary>
    public static Task<OrderPayload> PackOrder(OrderStepInput input, Seller seller, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        SellAsync(input, seller, "packOrder", ask, services, (order, deed) => order.Pack(deed), cancellationToken);

    /// <summary>Some of an order is sent, or all that is left: what was kept leaves the stock. Problems: NOTHING_THERE, CHANGED_MEANWHILE, WRONG_ORDER_STATE, UNKNOWN, OUT_OF_RANGE, MISSING.</summary>
    public static Task<OrderPayload> ShipOrder(ShipOrderInput input, Seller seller, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        SellAsync(input, seller, "shipOrder", ask, services, (order, deed) => order.Ship(deed, input.Lines is null ? null : Quantities(input.Lines), input.Parcel ?? ""), cancellationToken);

    /// <summary>An order has arrived. Problems: NOTHING_THERE, CHANGED_MEANWHILE, WRONG_ORDER_STATE.</summary>
    public static Task<OrderPayload> DeliverOrder(OrderStepInput input, Seller seller, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        SellAsync(input, seller, "deliverOrder", ask, services, (order, deed) => order.Deliver(deed), cancellationToken);

    /// <summary>Goods came back to the producer: their price is to be paid back. Problems: NOTHING_THERE, CHANGED_MEANWHILE, WRONG_ORDER_STATE, OUT_OF_RANGE, MISSING.</summary>
    public static Task<OrderPayload> ReturnOrder(ReturnOrderInput input, Seller seller, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        SellAsync(input, seller, "returnOrder", ask, services, (order, deed) => order.Return(deed, Quantities(input.Lines), input.Reason), cancellationToken);

    /// <summary>A buyer calls an order off, as long as it is not packed. Problems: NOTHING_THERE, CHANGED_MEANWHILE, WRONG_ORDER_STATE, MISSING, TOO_LONG.</summary>
    public static Task<OrderPayload> CancelOrder(CancelOrderInput input, Purchaser purchaser, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<OrderWork>().StepAsync(
            OrderAccess.Of(purchaser.Buyer, input.Secret), input.Order, input.Version, input.RequestKey, "cancelOrder", ask, (order, deed) => order.Cancel(deed, input.Reason), cancellationToken);

    /// <summary>A buyer writes to the producer. Problems: NOTHING_THERE, MISSING, TOO_LONG.</summary>
    public static Task<OrderPayload> WriteToProducer(OrderMessageInput input, Purchaser purchaser, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<OrderWork>().StepAsync(
            OrderAccess.Of(purchaser.Buyer, input.Secret), input.Order, version: null, input.RequestKey, "writeToProducer", ask, (order, deed) => order.Say(deed, input.Message), cancellationToken);

    /// <summary>A producer writes to the buyer. Problems: NOTHING_THERE, MISSING, TOO_LONG.</summary>
    public static Task<OrderPayload> WriteToBuyer(OrderMessageInput input, Seller seller, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<OrderWork>().StepAsync(
            OrderAccess.Of(seller.Actor), input.Order, version: null, input.RequestKey, "writeToBuyer", ask, (order, deed) => order.Say(deed, input.Message), cancellationToken);

    private static Task<OrderPayload> SellAsync(
        OrderStepInput input, Seller seller, string action, Ask ask, IServiceProvider services, Func<Order, OrderDeed, Result<Moves>> step, CancellationToken cancellationToken) =>
        services.GetRequiredService<OrderWork>().StepAsync(OrderAccess.Of(seller.Actor), input.Order, input.Version, input.RequestKey, action, ask, step, cancellationToken);

    /// <summary>Lines that are named twice are added up; what is no line of anything stays unknown.</summary>
    private static Dictionary<Guid, int> Quantities(IReadOnlyList<OrderLineQuantityInput> lines) => lines
        .GroupBy(line => GlobalId.TryDecode(line.Line, "OrderLine", out var id) ? id : Guid.Empty)
        .ToDictionary(same => same.Key, same => (int)Math.Clamp(same.Sum(line => (long)line.Quantity), int.MinValue, int.MaxValue));
}
