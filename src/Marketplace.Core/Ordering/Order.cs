using Marketplace.Core.Listings;

namespace Marketplace.Core.Ordering;

/// <summary>What one producer is to deliver of what a buyer ordered. It goes its own way: what becomes of it moves none of its siblings.</summary>
public sealed class Order
{
    /// <summary>So long the buyer of a refused order may choose.</summary>
    public static readonly TimeSpan RemedyTime = TimeSpan.FromDays(3);

    private readonly List<OrderLine> _lines = [];
    private readonly List<OrderEvent> _timeline = [];

    public required Guid Id { get; init; }

    public required Guid GroupId { get; init; }

    /// <summary>The group's number and its place in it: "K7M42PXQR3-1".</summary>
    public required string Number { get; init; }

    public required Guid ProducerId { get; init; }

    /// <summary>The producer's name on the day of the order.</summary>
    public required LocalizedText Producer { get; init; }

    public OrderState State { get; private set; }

    /// <summary>Of all lines, in the smallest unit of the currency.</summary>
    public required long Total { get; init; }

    /// <summary>Of it, what need not be paid or is paid back, because goods were refused, called off or came back.</summary>
    public long Released { get; private set; }

    /// <summary>In UTC.</summary>
    public required DateTime PlacedAt { get; init; }

    /// <summary>Until when the buyer of a refused order may choose to wait or take something else, in UTC; what was paid is kept until then. Null where there is nothing to choose.</summary>
    public DateTime? RemedyBy { get; private set; }

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<OrderLine> Lines => _lines;

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<OrderEvent> Timeline => _timeline;

    /// <summary>The day on which all of it can be sent, as promised.</summary>
    public DateOnly ReadyOn => _lines.Max(line => line.ReadyOn);

    /// <summary>What is to be paid for it now.</summary>
    public long Due => Total - Released;

    internal static Order Start(Order order, IEnumerable<OrderLine> lines, bool paysFirst, OrderDeed deed)
    {
        order._lines.AddRange(lines);
        order.State = paysFirst ? OrderState.AwaitingPayment : OrderState.Placed;
        order.Note(OrderEventKind.Placed, deed);
        return order;
    }

    /// <summary>Payment came, or was agreed: the producer may be asked.</summary>
    public Result<Moves> Pay(OrderDeed deed) => Step(OrderEventKind.Paid, deed, text: null, [OrderState.AwaitingPayment], OrderState.Placed);

    /// <summary>The producer takes it on.</summary>
    public Result<Moves> Confirm(OrderDeed deed) => Step(OrderEventKind.Confirmed, deed, text: null, [OrderState.Placed], OrderState.Confirmed);

    /// <summary>The producer cannot deliver it. What was kept for it is free again; nothing of it was sent.</summary>
    public Result<Moves> Refuse(OrderDeed deed, string reason) => WithText(reason, "reason", text =>
    {
        var ended = End(OrderEventKind.Refused, deed, text, [OrderState.Placed, OrderState.Confirmed, OrderState.Packed], OrderState.Refused);
        RemedyBy = State == OrderState.Refused ? RemedyBy ?? deed.At + RemedyTime : RemedyBy;
        return ended;
    });

    /// <summary>The buyer of a refused order wants the money back, or has not chosen in time.</summary>
    public Result<Moves> GiveUp(OrderDeed deed)
    {
        if (RemedyBy is null)
        {
            return new(new WrongOrderState(Number, State));
        }

        RemedyBy = null;
        Note(OrderEventKind.RefundChosen, deed);
        return new(Moves.None);
    }

    /// <summary>The buyer of a refused order would rather wait: the producer is asked once more, with what can be promised now.</summary>
    /// <param name="promises">What can be promised of each line, by the line's id.</param>
    public Result<Moves> Wait(OrderDeed deed, IReadOnlyDictionary<Guid, Promise> promises)
    {
        if (RemedyBy is null)
        {
            return new(new WrongOrderState(Number, State));
        }

        foreach (var line in _lines)
        {
            var promise = promises[line.Id];
            (line.HeldStock, line.HeldWeeks, line.ReadyOn) = (promise.FromStock, promise.Weeks, promise.ReadyOn);
        }

        (State, Released, RemedyBy) = (OrderState.Placed, 0, null);
        Note(OrderEventKind.Waiting, deed);
        return new(Moves.Holding(_lines));
    }

    /// <summary>The buyer takes something else in the place of a line of a refused order.</summary>
    internal void NoteReplaced(OrderDeed deed, string number) => Note(OrderEventKind.Replaced, deed, number);

    /// <summary>It is packed.</summary>
    public Result<Moves> Pack(OrderDeed deed) => Step(OrderEventKind.Packed, deed, text: null, [OrderState.Confirmed], OrderState.Packed);

    /// <summary>The buyer calls it off, as long as nothing is packed.</summary>
    public Result<Moves> Cancel(OrderDeed deed, string reason) => WithText(reason, "reason", text => End(
        OrderEventKind.Cancelled, deed, text, [OrderState.AwaitingPayment, OrderState.Placed, OrderState.Confirmed], OrderState.Cancelled));

    /// <summary>It was not paid for in time.</summary>
    public Result<Moves> Expire(OrderDeed deed) => End(OrderEventKind.Expired, deed, text: null, [OrderState.AwaitingPayment], OrderState.Cancelled);

    /// <summary>Some of it is sent, or all that is left. What was kept leaves the stock.</summary>
    /// <param name="quantities">Units by line; lines that are not named send nothing. Null sends all that is left.</param>
    /// <param name="parcel">Carrier and number; empty where the producer brings it.</param>
    public Result<Moves> Ship(OrderDeed deed, IReadOnlyDictionary<Guid, int>? quantities, string parcel)
    {
        if (State is not (OrderState.Confirmed or OrderState.Packed or OrderState.PartlyShipped))
        {
            return new(new WrongOrderState(Number, State));
        }

        var sent = quantities ?? _lines.ToDictionary(line => line.Id, line => line.Quantity - line.Shipped);
        List<FieldFault> faults = [];
        var text = PlainText.Clean(parcel, "parcel", OrderEvent.TextLength, lines: false, faults);
        faults.AddRange(sent.Keys.Where(id => !_lines.Exists(line => line.Id == id)).Select(_ => new FieldFault("lines", FaultKind.Unknown, new("Dòng này không thuộc đơn hàng.", "The line is none of this order."))));
        faults.AddRange(_lines.Where(line => sent.GetValueOrDefault(line.Id) < 0 || sent.GetValueOrDefault(line.Id) > line.Quantity - line.Shipped).Select(line => new FieldFault("lines", FaultKind.OutOfRange, new(
            $"{line.Sku}: còn {line.Quantity - line.Shipped} chưa gửi.", $"{line.Sku}: {line.Quantity - line.Shipped} are not yet sent."))));
        if (faults.Count == 0 && sent.Values.All(quantity => quantity == 0))
        {
            faults.Add(new("lines", FaultKind.Missing, new("Chưa có gì để gửi.", "Nothing is to be sent.")));
        }

        if (faults.Count > 0)
        {
            return new(new FieldsRefused(faults));
        }

        List<StockMove> moves = [];
        foreach (var line in _lines)
        {
            var quantity = sent.GetValueOrDefault(line.Id);
            var fromStock = Math.Min(quantity, line.HeldStock);
            moves.Add(new(line.OfferId, -fromStock, fromStock));
            (line.HeldStock, line.Shipped) = (line.HeldStock - fromStock, line.Shipped + quantity);
        }

        State = _lines.TrueForAll(line => line.Shipped == line.Quantity) ? OrderState.Shipped : OrderState.PartlyShipped;
        Note(OrderEventKind.Shipped, deed, text.Length > 0 ? text : null);
        return new(Moves.Of(moves, []));
    }

    /// <summary>What is not yet sent will not be: it need not be paid for, and what was kept for it is free again.</summary>
    public Result<Moves> CloseShort(OrderDeed deed, string reason) => WithText(reason, "reason", text =>
    {
        if (Step(OrderEventKind.Refused, deed, text, [OrderState.PartlyShipped], OrderState.Shipped).Failed(out var problem, out _))
        {
            return new(problem);
        }

        Released += _lines.Sum(line => line.Receipt.UnitPrice * (line.Quantity - line.Shipped));
        return new(Moves.Release(_lines));
    });

    /// <summary>All that was sent has arrived.</summary>
    public Result<Moves> Deliver(OrderDeed deed) => Step(OrderEventKind.Delivered, deed, text: null, [OrderState.Shipped], OrderState.Delivered);

    /// <summary>Goods came back: their price is to be paid back. They do not go into stock by themselves, because nobody has looked at them.</summary>
    /// <param name="quantities">Units by line.</param>
    public Result<Moves> Return(OrderDeed deed, IReadOnlyDictionary<Guid, int> quantities, string reason) => WithText(reason, "reason", text =>
    {
        if (State is not (OrderState.Delivered or OrderState.Shipped or OrderState.PartlyShipped))
        {
            return new(new WrongOrderState(Number, State));
        }

        var back = _lines.Select(line => (Line: line, Quantity: quantities.GetValueOrDefault(line.Id))).Where(part => part.Quantity != 0).ToList();
        if (back.Count != quantities.Count || back.Exists(part => part.Quantity < 0 || part.Quantity > part.Line.Shipped - part.Line.Returned))
        {
            return new(new FieldsRefused([new("lines", FaultKind.OutOfRange, new("Chỉ trả lại được hàng đã gửi.", "Only what was sent can come back."))]));
        }

        foreach (var (line, quantity) in back)
        {
            line.Returned += quantity;
            Released += line.Receipt.UnitPrice * quantity;
        }

        State = Released == Total ? OrderState.Returned : State;
        Note(OrderEventKind.Returned, deed, text);
        return new(Moves.None);
    });

    /// <summary>Somebody writes to the other side. Changes nothing else.</summary>
    public Result<Moves> Say(OrderDeed deed, string message) => WithText(message, "message", text =>
    {
        Note(OrderEventKind.Message, deed, text);
        return new(Moves.None);
    });

    /// <summary>An owner of the organisation that buys agreed to it.</summary>
    internal void NoteApproved(OrderDeed deed) => Note(OrderEventKind.Approved, deed);

    /// <summary>Money came for an order that had expired, and the goods are gone: it is to be paid back, or something else found.</summary>
    internal void NotePaidTooLate(OrderDeed deed) => Note(OrderEventKind.PaidTooLate, deed);

    private Result<Moves> End(OrderEventKind kind, OrderDeed deed, string? text, ReadOnlySpan<OrderState> from, OrderState to)
    {
        if (Step(kind, deed, text, from, to).Failed(out var problem, out _))
        {
            return new(problem);
        }

        Released = Total;
        return new(Moves.Release(_lines));
    }

    private Result<Moves> Step(OrderEventKind kind, OrderDeed deed, string? text, ReadOnlySpan<OrderState> from, OrderState to)
    {
        if (!from.Contains(State))
        {
            return new(new WrongOrderState(Number, State));
        }

        State = to;
        Note(kind, deed, text);
        return new(Moves.None);
    }

    private static Result<Moves> WithText(string text, string path, Func<string, Result<Moves>> step)
    {
        List<FieldFault> faults = [];
        var clean = PlainText.Clean(text, path, OrderEvent.TextLength, lines: true, faults);
        if (clean.Length == 0 && faults.Count == 0)
        {
            faults.Add(new(path, FaultKind.Missing, new("Hãy viết vài lời để bên kia hiểu.", "Write a few words, for the other side to understand.")));
        }

        return faults.Count > 0 ? new(new FieldsRefused(faults)) : step(clean);
    }

    private void Note(OrderEventKind kind, OrderDeed deed, string? text = null) => _timeline.Add(new OrderEvent
    {
        OrderId = Id,
        Number = _timeline.Count + 1,
        Kind = kind,
        Party = deed.Party,
        Name = deed.Name,
        At = deed.At,
        Text = text,
        RequestId = deed.RequestId,
    });
}
