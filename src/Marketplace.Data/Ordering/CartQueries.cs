using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Ordering;

/// <summary>How carts are cleared away.</summary>
public static class CartQueries
{
    /// <summary>Deletes carts of guests that were last changed before that time, the oldest first; carts of members stay. One statement.</summary>
    /// <returns>How many were deleted.</returns>
    public static Task<int> ClearGuestCartsAsync(this MarketplaceDb db, DateTime before, int take, CancellationToken cancellationToken) =>
        db.Carts.Where(cart => cart.AccountId == null && cart.ChangedAt < before).OrderBy(cart => cart.ChangedAt).Take(take).ExecuteDeleteAsync(cancellationToken);
}
