using GraphQL;
using Marketplace.Api.Ordering;
using Marketplace.Core.Ordering;
using Marketplace.Data;
using Marketplace.Data.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A page of a buyer's orders.</summary>
[Name("OrderGroupPage")]
public sealed class OrderGroupPageGraph
{
    internal OrderGroupPageGraph(IReadOnlyList<OrderGroup> groups, int size)
    {
        Nodes = [.. groups.Take(size).Select(group => new OrderGroupGraph(group))];
        Next = groups.Count > size ? Nodes[^1].Id : null;
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<OrderGroupGraph> Nodes { get; }

    /// <summary>For <c>after</c> of the next page; null on the last one.</summary>
    [Id]
    public string? Next { get; }
}

/// <summary>A page of a producer's orders.</summary>
[Name("SalePage")]
public sealed class SalePageGraph
{
    internal SalePageGraph(IReadOnlyList<OrderGroup> groups, int size)
    {
        var orders = groups.SelectMany(group => group.Orders.Select(order => (Order: order, Group: group)))
            .OrderByDescending(sale => sale.Order.PlacedAt).ThenByDescending(sale => sale.Order.Id).ToList();
        Nodes = [.. orders.Take(size).Select(sale => new OrderGraph(sale.Order, sale.Group))];
        Next = orders.Count > size ? Nodes[^1].Id : null;
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<OrderGraph> Nodes { get; }

    /// <summary>For <c>after</c> of the next page; null on the last one.</summary>
    [Id]
    public string? Next { get; }
}

public sealed partial class Query
{
    /// <summary>An order by its number, with or without the dash; null when there is none, or when it is not for whoever asks to see.</summary>
    /// <param name="secret">From a guest's link; not needed by whoever is signed in.</param>
    [Cost(10)]
    public static async Task<OrderGroupGraph?> Order(
        string number, Buyer buyer, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken, string? secret = null)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return OrderNumber.TryRead(number, out var code) && await db.OrderGroupOfNumberAsync(code, cancellationToken) is { } group && OrderAccess.IsTheirs(group, buyer, secret) ? new(group) : null;
    }

    /// <summary>What the organisation ordered for which the person acts, or the person for himself; newest first. Nothing for guests. 1 to 100, 20 unless told.</summary>
    [Cost(20)]
    public static async Task<OrderGroupPageGraph> Orders(
        Buyer buyer, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken, int first = 20, [Id] string? after = null)
    {
        var size = PageArguments.From(first, after: null, last: null, before: null).Size;
        if (buyer.Person is not { } person)
        {
            return new([], size);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var place = GlobalId.TryDecode(after, "OrderGroup", out var id)
            ? await db.OrderGroups.Where(group => group.Id == id).Select(group => new OrderPlace(group.PlacedAt, group.Id)).SingleOrDefaultAsync(cancellationToken)
            : null;
        return new(await db.OrderGroupsAsync(person.AccountId, buyer.Actor?.OrganisationId, place, size, cancellationToken), size);
    }

    /// <summary>What is ordered of a producer and paid for, or need not be; newest first. 1 to 100, 20 unless told.</summary>
    /// <param name="states">How far they have come; all unless told.</param>
    [Cost(20)]
    public static async Task<SalePageGraph> Sales(
        ProducerMember member, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken, IReadOnlyList<OrderState>? states = null, int first = 20, [Id] string? after = null)
    {
        var size = PageArguments.From(first, after: null, last: null, before: null).Size;
        if (member.Actor.ProducerId is not { } producer)
        {
            return new([], size);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var place = GlobalId.TryDecode(after, "Order", out var id)
            ? await db.Orders.Where(order => order.Id == id).Select(order => new OrderPlace(order.PlacedAt, order.Id)).SingleOrDefaultAsync(cancellationToken)
            : null;
        return new(await db.SalesAsync(producer, states ?? [], place, size, cancellationToken), size);
    }

    /// <summary>One of a producer's orders by its number; null when there is none.</summary>
    [Cost(10)]
    public static async Task<OrderGraph?> Sale(string number, ProducerMember member, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await db.Orders.Where(order => order.Number == number && order.ProducerId == member.Actor.ProducerId && order.State != OrderState.AwaitingPayment)
            .Select(order => (Guid?)order.Id).SingleOrDefaultAsync(cancellationToken);
        return found is { } id && await db.OrderGroupOfAsync(id, cancellationToken) is { } group ? new(group.Orders.First(order => order.Id == id), group) : null;
    }

    /// <summary>The provinces and cities of today, for addresses; in the order of their codes.</summary>
    public static IReadOnlyList<ProvinceGraph> Provinces => [.. Province.All.Select(province => new ProvinceGraph(province))];
}
