using Marketplace.Core.Ordering;
using Marketplace.Data;
using Marketplace.Data.Ordering;

namespace Marketplace.Api.Ordering;

/// <summary>So many of an offer, as somebody wanted it at another time.</summary>
/// <param name="SeenUnitPrice">The price of one unit then, in đồng; null where none was kept.</param>
internal sealed record Wanted(Guid OfferId, int Quantity, long? SeenUnitPrice = null)
{
    public static IReadOnlyCollection<Wanted> Of(ApprovalRequest request) => [.. request.Lines.Select(line => new Wanted(line.OfferId, line.Quantity, line.UnitPrice))];
}

/// <summary>What was wanted at another time, as it is today.</summary>
internal static class WantedGoods
{
    /// <summary>What a cart of it would be at this moment; nothing is put into any. Six statements, however many lines.</summary>
    public static async Task<CartGraph> TodayAsync(this MarketplaceDb db, IReadOnlyCollection<Wanted> wanted, Buyer buyer, Ask ask, CancellationToken cancellationToken)
    {
        var goods = await db.GoodsAsync([.. wanted.Select(line => line.OfferId)], buyer.Actor?.OrganisationId, ask.Today, cancellationToken);
        var cart = new Cart { Id = Guid.Empty };
        foreach (var (offer, quantity, seen) in wanted)
        {
            var now = goods.TryGetValue(offer, out var known) && !known.PriceOf(quantity, ask.Today).Failed(out _, out var price) ? price.Unit.Amount : 0;
            cart.Set(offer, quantity, seen ?? now);
        }

        return new CartGraph(cart, goods, ask);
    }
}
