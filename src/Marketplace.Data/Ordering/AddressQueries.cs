using Marketplace.Core.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Ordering;

/// <summary>How the addresses of buyers are read.</summary>
public static class AddressQueries
{
    /// <summary>All addresses of one buyer, to be changed. One statement, 50 rows at most.</summary>
    /// <param name="owner">The organisation, or the account of somebody who buys for himself.</param>
    public static async Task<IReadOnlyList<DeliveryAddress>> AddressesOfAsync(this MarketplaceDb db, Guid owner, CancellationToken cancellationToken) =>
        await db.DeliveryAddresses.Where(address => address.OwnerId == owner).ToListAsync(cancellationToken);
}
