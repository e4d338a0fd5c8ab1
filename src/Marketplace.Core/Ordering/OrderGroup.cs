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

    /// <summary>The person who bought; null for a guest.</summary>
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
    public string? Reference { get; init; }

    /// <summary>What the buyer wants the producers to know.</summary>
    public string? Note { get; init; }

    /// <summary>ISO 4217 code of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>Of all orders, in the smallest unit of the currency.</summary>
    public required long Total { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime PlacedAt { get; init; }

    /// <summary>Until when payment is awaited, in UTC; null where the producers are asked at once, and once it is paid.</summary>
    public DateTime? PayBy { get; private set; }

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<Order> Orders => _orders;

    /// <summary>What is to be paid for all of it now.</summary>
    public long Due => _orders.Sum(order => order.Due);

    internal static OrderGroup Start(OrderGroup group, IEnumerable<Order> orders, bool paysFirst)
    {
        group._orders.AddRange(orders);
        group.PayBy = paysFirst ? group.PlacedAt + PaymentTime : null;
        return group;
    }

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
