using Marketplace.Core.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Ordering;

/// <summary>A list without its lines.</summary>
public sealed record SavedListHead(Guid Id, string Name, DateTime ChangedAt, int Version, int LineCount);

/// <summary>How the lists of buyers are read.</summary>
public static class SavedListQueries
{
    /// <summary>The lists of one buyer, changed last first. One statement, 100 rows at most.</summary>
    /// <param name="owner">The organisation, or the account of somebody who buys for himself.</param>
    public static async Task<IReadOnlyList<SavedListHead>> SavedListsAsync(this MarketplaceDb db, Guid owner, CancellationToken cancellationToken) =>
        await db.SavedLists.Where(list => list.OwnerId == owner).OrderByDescending(list => list.ChangedAt).ThenByDescending(list => list.Id)
            .Select(list => new SavedListHead(list.Id, list.Name, list.ChangedAt, list.Version, list.Lines.Count)).ToListAsync(cancellationToken);

    /// <summary>One of a buyer's lists with its lines, to be changed; null where there is none. One statement.</summary>
    public static Task<SavedList?> SavedListAsync(this MarketplaceDb db, Guid owner, Guid id, CancellationToken cancellationToken) =>
        db.SavedLists.SingleOrDefaultAsync(list => list.Id == id && list.OwnerId == owner, cancellationToken);

    /// <summary>Those of the offers that there are, on sale or not. One statement.</summary>
    public static async Task<IReadOnlySet<Guid>> OffersThereAsync(this MarketplaceDb db, IReadOnlyCollection<Guid> offers, CancellationToken cancellationToken) =>
        await db.Offers.Where(offer => offers.Contains(offer.Id)).Select(offer => offer.Id).ToHashSetAsync(cancellationToken);
}
