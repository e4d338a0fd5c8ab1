using System.Text.Json;
using GraphQL;
using Marketplace.Api.Catalogue;
using Marketplace.Core;
using Marketplace.Core.Ordering;
using Marketplace.Core.Payments;
using Marketplace.Data;
using Marketplace.Data.Payments;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>What people have to do about money.</summary>
[Name("MoneyForPeople")]
public sealed class MoneyForPeopleGraph
{
    internal MoneyForPeopleGraph(IReadOnlyList<MoneyEventGraph> events, IReadOnlyList<RefundForPeopleGraph> refunds) => (Events, Refunds) = (events, refunds);

    /// <summary>Reported, and settled by no rule: money that names no order, too little or too much of it, too late, or asked back. Oldest first.</summary>
    public IReadOnlyList<MoneyEventGraph> Events { get; }

    /// <summary>Money that somebody has to send back: no gateway does, or it has failed. Oldest first.</summary>
    public IReadOnlyList<RefundForPeopleGraph> Refunds { get; }
}

/// <summary>Something that happened to money and that a person has to look at.</summary>
[Name("MoneyEvent")]
public sealed class MoneyEventGraph
{
    private readonly PaymentRecord _record;
    private readonly PaidOrder? _order;

    internal MoneyEventGraph(PaymentRecord record, PaidOrder? order) => (_record, _order) = (record, order);

    /// <summary>Who reported it.</summary>
    public string Gateway => _record.Gateway;

    /// <summary>The reporter's id for it.</summary>
    public string Event => _record.EventId;

    /// <summary>What happened.</summary>
    public PaymentEventKind Kind => _record.Kind;

    /// <summary>What it changed.</summary>
    public PaymentChange Change => _record.Change;

    /// <summary>Of a transfer, what became of it; null for all others.</summary>
    public TransferOutcome? Outcome => _record.Outcome;

    /// <summary>How much; null where it says nothing of that.</summary>
    public MoneyGraph? Amount => _record is { Amount: { } amount, Currency: { } currency } ? new(new Money(amount, currency)) : null;

    /// <summary>The bank's or provider's name for the money; null where it has none.</summary>
    public string? Reference => _record.Reference;

    /// <summary>What the buyer wrote on the transfer; null where nothing was transferred.</summary>
    public string? Words
    {
        get
        {
            using var payload = JsonDocument.Parse(_record.Payload);
            return payload.RootElement.TryGetProperty("content", out var words) ? words.GetString() : null;
        }
    }

    /// <summary>When, by the reporter's clock.</summary>
    public DateTime At => _record.OccurredAt;

    /// <summary>The number of the order that it is about; null where none was found.</summary>
    public string? Number => _order is null ? null : OrderNumber.Written(_order.Number);

    /// <summary>Whether <c>assignTransfer</c> may say which order it pays.</summary>
    public bool Assignable => _record.IsAssignable;
}

/// <summary>Money that somebody has to send back.</summary>
[Name("RefundForPeople")]
public sealed class RefundForPeopleGraph
{
    private readonly Refund _refund;
    private readonly PaidOrder _order;

    internal RefundForPeopleGraph(Refund refund, PaidOrder order) => (_refund, _order) = (refund, order);

    /// <summary>Opaque.</summary>
    [Id]
    public string Id => GlobalId.Encode("Refund", _refund.Id);

    /// <summary>Whether the gateway does not send it by itself, or could not.</summary>
    public RefundWork Work => _refund.Work;

    /// <summary>How much.</summary>
    public MoneyGraph Amount => new(new Money(_refund.Amount, _refund.Currency));

    /// <summary>How it was paid: the gateway's code.</summary>
    public string Gateway => _refund.Gateway;

    /// <summary>The bank's or provider's name for the money that came in: leads to whom it came from.</summary>
    public string Payment => _refund.Payment;

    /// <summary>Since when it waits.</summary>
    public DateTime AskedAt => _refund.AskedAt;

    /// <summary>The number of the order.</summary>
    public string Number => OrderNumber.Written(_order.Number);

    /// <summary>Whom to call about the account.</summary>
    public RecipientGraph Recipient => new(_order.Recipient);
}

public sealed partial class Query
{
    /// <summary>What people have to do about money. 1 to 100 of each, 50 unless told.</summary>
    [Cost(20)]
    public static async Task<MoneyForPeopleGraph> MoneyForPeople(Officer officer, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken, int first = 50)
    {
        _ = officer;
        var size = PageArguments.From(first, after: null, last: null, before: null).Size;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var records = await db.RecordsForPeopleAsync(size, cancellationToken);
        var refunds = await db.RefundsForPeopleAsync(size, cancellationToken);
        var orders = await db.OrdersOfAttemptsAsync([.. records.Select(record => record.AttemptId).OfType<Guid>(), .. refunds.Select(refund => refund.AttemptId)], cancellationToken);
        return new(
            [.. records.Select(record => new MoneyEventGraph(record, record.AttemptId is { } attempt ? orders[attempt] : null))],
            // What failed was set aside anew since, and waits no more.
            [.. refunds.Where(refund => refund.Work == RefundWork.ByHand || refund.Amount <= orders[refund.AttemptId].Attempt.Refundable.Amount).Select(refund => new RefundForPeopleGraph(refund, orders[refund.AttemptId]))]);
    }
}
