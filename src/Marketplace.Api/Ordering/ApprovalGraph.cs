using GraphQL;
using Marketplace.Api.Catalogue;
using Marketplace.Api.Ordering;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Core.Ordering;
using Marketplace.Data;
using Marketplace.Data.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>What a member of an organisation wants to order and may not order alone. Nothing is kept for it until an owner approves.</summary>
[Name("Approval")]
public sealed class ApprovalGraph
{
    private readonly ApprovalRequest _request;
    private readonly Buyer _buyer;

    internal ApprovalGraph(ApprovalRequest request, Buyer buyer) => (_request, _buyer) = (request, buyer);

    /// <summary>Opaque.</summary>
    [Id]
    public string Id => GlobalId.Encode("Approval", _request.Id);

    /// <summary>Rises with every change; approveOrder, declineOrder and withdrawApproval take it.</summary>
    public int Version => _request.Version;

    /// <summary>What the member who asks was called then.</summary>
    public string Name => _request.Name;

    /// <summary>Whether whoever looks is that member.</summary>
    public bool Mine => _buyer.Person?.AccountId == _request.AccountId;

    /// <summary>When it was asked for.</summary>
    public DateTime AskedAt => _request.AskedAt;

    /// <summary>Until when it can be decided: 14 days.</summary>
    public DateTime ExpiresAt => _request.ExpiresAt;

    /// <summary>What it cost when it was asked for.</summary>
    public MoneyGraph Total => new(new Money(_request.Total, _request.Currency));

    /// <summary>The most that the member might order alone then.</summary>
    public MoneyGraph Limit => new(new Money(_request.Limit, _request.Currency));

    /// <summary>Who gets the goods, and where.</summary>
    public RecipientGraph Recipient => new(_request.Recipient);

    /// <summary>How it is paid once it is an order.</summary>
    public PaymentMethod Method => _request.Method;

    /// <summary>The buyer's own number for it.</summary>
    public string? Reference => _request.Reference;

    /// <summary>What the member wants the producers to know.</summary>
    public string? Note => _request.Note;

    /// <summary>Who approved, declined or took it back; null while nobody did.</summary>
    public string? DecidedBy => _request.DecidedBy;

    /// <summary>When.</summary>
    public DateTime? DecidedAt => _request.DecidedAt;

    /// <summary>Why it was declined.</summary>
    public string? Reason => _request.Reason;

    /// <summary>Different offers in it.</summary>
    public int LineCount => _request.Lines.Count;

    /// <summary>How far it has come.</summary>
    public ApprovalState State([FromServices] TimeProvider clock) => _request.StateAt(clock.GetUtcNow().UtcDateTime);

    /// <summary>Whether whoever looks may decide over it.</summary>
    public bool MayDecide([FromServices] TimeProvider clock) => State(clock) == ApprovalState.Open && _buyer.Actor?.Role == MemberRole.Owner;

    /// <summary>What a cart of it would be at this moment; seenUnitPrice is the price of then, where it is another one now. Six statements.</summary>
    [Cost(20)]
    public async Task<CartGraph> Today(Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.TodayAsync(Wanted.Of(_request), _buyer, ask, cancellationToken);
    }

    /// <summary>The order that it became; null where it became none. Four statements.</summary>
    [Cost(10)]
    public async Task<OrderGroupGraph?> OrderGroup([FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        if (_request.State != ApprovalState.Approved)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.OrderGroupAsync(_request.Id, cancellationToken) is { } group ? new(group) : null;
    }
}

/// <summary>A page of requests for approval.</summary>
[Name("ApprovalPage")]
public sealed class ApprovalPageGraph
{
    internal ApprovalPageGraph(IReadOnlyList<ApprovalRequest> requests, int size, Buyer buyer)
    {
        Nodes = [.. requests.Take(size).Select(request => new ApprovalGraph(request, buyer))];
        Next = requests.Count > size ? Nodes[^1].Id : null;
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ApprovalGraph> Nodes { get; }

    /// <summary>For <c>after</c> of the next page; null on the last one.</summary>
    [Id]
    public string? Next { get; }
}

public sealed partial class Query
{
    /// <summary>Requests for approval of the organisation for which the person acts: for its owners all, for other members their own. Newest first, 1 to 100, 20 unless told.</summary>
    /// <param name="open">Those that can be decided; false for the others.</param>
    [Cost(10)]
    public static async Task<ApprovalPageGraph> Approvals(
        Buyer buyer, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] TimeProvider clock, CancellationToken cancellationToken, bool open = true, int first = 20, [Id] string? after = null)
    {
        var size = PageArguments.From(first, after: null, last: null, before: null).Size;
        if (buyer.Actor is not { } actor)
        {
            return new([], size, buyer);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var place = GlobalId.TryDecode(after, "Approval", out var id)
            ? await db.ApprovalRequests.Where(request => request.Id == id).Select(request => new OrderPlace(request.AskedAt, request.Id)).SingleOrDefaultAsync(cancellationToken)
            : null;
        Guid? account = actor.Role == MemberRole.Owner ? null : actor.AccountId;
        return new(await db.ApprovalsAsync(actor.OrganisationId, account, open, clock.GetUtcNow().UtcDateTime - ApprovalRequest.Lifetime, place, size, cancellationToken), size, buyer);
    }

    /// <summary>One of them; null when there is none of that id for whoever asks.</summary>
    public static async Task<ApprovalGraph?> Approval([Id] string id, Buyer buyer, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        await services.GetRequiredService<ApprovalWork>().FindAsync(id, buyer, cancellationToken) is { } request ? new(request, buyer) : null;

    /// <summary>The most that one order of whoever asks may cost without an owner's approval; null where there is no limit. One statement.</summary>
    public static async Task<MoneyGraph?> OrderLimit(Buyer buyer, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        if (buyer.Actor is not { Role: not MemberRole.Owner } actor)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return (await db.MembershipAsync(actor.OrganisationId, actor.AccountId, cancellationToken))?.OrderLimit is { } limit ? new(Money.Dong(limit)) : null;
    }
}
