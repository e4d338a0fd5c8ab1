namespace Marketplace.Core.Ordering;

/// <summary>How an order is paid.</summary>
public enum PaymentMethod
{
    /// <summary>By card or wallet on a page of the payment service, before the producers are asked.</summary>
    Card,

    /// <summary>By bank transfer from a QR code, before the producers are asked.</summary>
    VietQr,

    /// <summary>By bank transfer within some days of delivery; for organisations whose papers the office has seen.</summary>
    Terms,

    /// <summary>In cash when the goods arrive.</summary>
    CashOnDelivery,
}

/// <summary>What a buyer ordered at once: one order for each producer, which go their own ways. Its own state is read from theirs.</summary>
public sealed class OrderGroup
{
    public const int EmailLength = 254;
    public const int ReferenceLength = 64;

    /// <summary>So long are goods kept while payment is awaited.</summary>
    public static readonly TimeSpan PaymentTime = TimeSpan.FromMinutes(30);

    /// <summary>So many days after it was placed, an order on terms is to be paid.</summary>
    public const int TermsDays = 30;

    private readonly List<Order> _orders = [];

    public required Guid Id { get; init; }

    /// <summary>See <see cref="OrderNumber"/>.</summary>
    public required string Number { get; init; }

    /// <summary>The person who bought; null for a guest, and for somebody who was forgotten.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>For which organisation; null for a private person.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Hash of the secret in a guest's link to the order.</summary>
    public required string SecretHash { get; init; }

    /// <summary>Hash of everything that was asked for: the same key with another wish is told from a wish repeated.</summary>
    public required string InputHash { get; init; }

    /// <summary>Where letters go; null where the buyer gave none.</summary>
    public string? Email { get; set; }

    /// <summary>In which letters and papers are written.</summary>
    public required Language Language { get; init; }

    public required Recipient Recipient { get; set; }

    public required PaymentMethod Method { get; init; }

    /// <summary>The buyer's own number for it.</summary>
    public string? Reference { get; set; }

    /// <summary>What the buyer wants the producers to know.</summary>
    public string? Note { get; set; }

    /// <summary>ISO 4217 code of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>Of all orders, in the smallest unit of the currency.</summary>
    public required long Total { get; set; }

    /// <summary>In UTC.</summary>
    public required DateTime PlacedAt { get; init; }

    /// <summary>Until when payment is awaited, in UTC; null where the producers are asked at once, and once it is paid.</summary>
    public DateTime? PayBy { get; private set; }

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<Order> Orders => _orders;

    /// <summary>What is to be paid for all of it now.</summary>
    public long Due => _orders.Sum(order => order.Due);

    /// <summary>What is paid for and still kept for a choice of the buyer: the price of refused orders about which it has not chosen.</summary>
    public long AwaitsChoice => _orders.Where(order => order.RemedyBy is not null).Sum(order => order.Released);

    internal static OrderGroup Start(OrderGroup group, IEnumerable<Order> orders, bool paysFirst)
    {
        group._orders.AddRange(orders);
        group.PayBy = paysFirst ? group.PlacedAt + PaymentTime : null;
        return group;
    }

    /// <summary>An owner of the organisation agreed to what a member may not order alone; said in each order.</summary>
    public void NoteApproved(OrderDeed owner) => _orders.ForEach(order => order.NoteApproved(owner));

    /// <summary>Payment came in time, or too late. In time: every order that waits for it is placed. Too late: said in each order that had expired.</summary>
    public void Pay(OrderDeed deed)
    {
        PayBy = null;
        foreach (var order in _orders)
        {
            if (order.Pay(deed).Failed(out _, out _) && order.State == OrderState.Cancelled && order.Timeline.Any(entry => entry.Kind == OrderEventKind.Expired))
            {
                order.NotePaidTooLate(deed);
            }
        }
    }

    /// <summary>
    /// Something else in the place of a line of a refused order: another order in the group, of whoever makes it. Refused with
    /// <see cref="CreditTooSmall"/> where it was paid for and costs more than is left of that.
    /// </summary>
    /// <param name="refused">One of the group's, about which the buyer has yet to choose.</param>
    /// <param name="substitute">Made by <see cref="Placement.Substitute"/>.</param>
    /// <param name="credit">What was paid and is still kept for a choice; null where nothing is paid in advance.</param>
    public Result<Moves> Replace(Order refused, Order substitute, long? credit, OrderDeed deed)
    {
        if (refused.RemedyBy is null)
        {
            return new(new WrongOrderState(refused.Number, refused.State));
        }

        if (credit < substitute.Total)
        {
            return new(new CreditTooSmall(new(credit.Value, Currency), new(substitute.Total, Currency)));
        }

        _orders.Add(substitute);
        Total += substitute.Total;
        refused.NoteReplaced(deed, substitute.Number);
        return new(Moves.Holding(substitute.Lines));
    }

    /// <summary>
    /// Who bought for themselves is forgotten: the pseudonym stands where the name stood, and nothing leads to the person any more. Commune and
    /// province stay, so that the books tell where goods went.
    /// </summary>
    public void Forget(string pseudonym)
    {
        (AccountId, Email, Reference, Note) = (null, null, null, null);
        Recipient = Recipient with { Name = pseudonym, Phone = "", Street = "" };
        foreach (var entry in _orders.SelectMany(order => order.Timeline).Where(entry => entry.Party == OrderParty.Buyer))
        {
            entry.Name = pseudonym;
        }
    }

    /// <summary>The time for payment is over: what waits for it is called off, and what was kept is free again.</summary>
    public Moves Expire(OrderDeed deed)
    {
        PayBy = null;
        List<Moves> moves = [];
        foreach (var order in _orders)
        {
            if (!order.Expire(deed).Failed(out _, out var freed))
            {
                moves.Add(freed);
            }
        }

        return Moves.Of(moves.SelectMany(move => move.Stock), moves.SelectMany(move => move.Weeks));
    }
}

/// <summary>What was paid for the refused order does not reach for it.</summary>
/// <param name="Credit">What is left.</param>
/// <param name="Price">What it costs.</param>
public sealed record CreditTooSmall(Money Credit, Money Price) : IProblem
{
    public LocalizedText Message => new(
        $"Tiền còn lại từ đơn bị từ chối là {Credit.Format(Language.Vi)}, không đủ {Price.Format(Language.Vi)}. Hãy chọn ít hơn, hoặc nhận lại tiền rồi đặt đơn mới.",
        $"{Credit.Format(Language.En)} is left of the refused order, which is less than {Price.Format(Language.En)}. Take fewer, or have the money back and order anew.");
}
