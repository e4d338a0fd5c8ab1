using Marketplace.Core.Ordering;

namespace Marketplace.Core.Ledger;

/// <summary>What happened to money or to what is owed.</summary>
public enum JournalKind
{
    /// <summary>An order was placed: the buyer owes its price, and the producer is owed it.</summary>
    Placed,

    /// <summary>Some of an order was refused, called off or came back: it is owed no more.</summary>
    Released,

    /// <summary>Money came in.</summary>
    Received,

    /// <summary>Money went back to the buyer.</summary>
    Refunded,
}

/// <summary>Whose balance a posting changes.</summary>
public enum JournalAccount
{
    /// <summary>What a buyer owes for a group of orders; below zero, what is to be paid back. The subject is the group.</summary>
    Buyer,

    /// <summary>What a producer is owed (below zero, as every debt of ours). The subject is the producer.</summary>
    Producer,

    /// <summary>Money at a payment service, in a bank account or in a courier's hands. The subject is empty.</summary>
    Money,
}

/// <summary>One side of an entry.</summary>
/// <param name="Number">Its place in the entry, from 1.</param>
/// <param name="Subject">Whose account of that kind.</param>
/// <param name="Amount">In the smallest unit of the entry's currency: above zero to the debit, below to the credit.</param>
public sealed record Posting(int Number, JournalAccount Account, Guid Subject, long Amount);

/// <summary>An entry of the journal: its postings sum to zero. Never changed and never deleted; what was wrong is posted the other way round.</summary>
public sealed class JournalEntry
{
    private readonly List<Posting> _postings = [];

    /// <summary>Made from what it tells of, so that nothing is posted twice.</summary>
    public required Guid Id { get; init; }

    public required JournalKind Kind { get; init; }

    /// <summary>The group of orders that it belongs to.</summary>
    public required Guid GroupId { get; init; }

    /// <summary>ISO 4217 code of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime At { get; init; }

    public IReadOnlyList<Posting> Postings => _postings;

    /// <summary>Orders of a group were placed.</summary>
    public static JournalEntry Placed(OrderGroup group, IReadOnlyCollection<Order> orders, Guid id, DateTime at) => Make(
        id, JournalKind.Placed, group, at, [(JournalAccount.Buyer, group.Id, orders.Sum(order => order.Total)), .. orders.Select(order => (JournalAccount.Producer, order.ProducerId, -order.Total))]);

    /// <summary>Some of an order is owed no more, or is owed again after all; null when nothing changed.</summary>
    /// <param name="before">What had been released of it before the step.</param>
    public static JournalEntry? Released(OrderGroup group, Order order, long before, Guid id, DateTime at) => order.Released == before ? null : Make(
        id, JournalKind.Released, group, at, [(JournalAccount.Buyer, group.Id, before - order.Released), (JournalAccount.Producer, order.ProducerId, order.Released - before)]);

    /// <summary>Money came in for a group.</summary>
    /// <param name="amount">Above zero.</param>
    public static JournalEntry Received(OrderGroup group, long amount, Guid id, DateTime at) => Make(
        id, JournalKind.Received, group, at, [(JournalAccount.Money, Guid.Empty, amount), (JournalAccount.Buyer, group.Id, -amount)]);

    /// <summary>Money went back to the buyer of a group.</summary>
    /// <param name="amount">Above zero.</param>
    public static JournalEntry Refunded(OrderGroup group, long amount, Guid id, DateTime at) => Make(
        id, JournalKind.Refunded, group, at, [(JournalAccount.Buyer, group.Id, amount), (JournalAccount.Money, Guid.Empty, -amount)]);

    private static JournalEntry Make(Guid id, JournalKind kind, OrderGroup group, DateTime at, IReadOnlyList<(JournalAccount Account, Guid Subject, long Amount)> postings)
    {
        var entry = new JournalEntry { Id = id, Kind = kind, GroupId = group.Id, Currency = group.Currency, At = at };
        entry._postings.AddRange(postings.Select((posting, at) => new Posting(at + 1, posting.Account, posting.Subject, posting.Amount)));
        return entry._postings.Sum(posting => posting.Amount) == 0 ? entry : throw new InvalidOperationException($"An entry of the journal does not balance: {kind} of {group.Number}.");
    }
}
