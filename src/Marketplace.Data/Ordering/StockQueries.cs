using Marketplace.Core.Ordering;
using Marketplace.Data.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Ordering;

/// <summary>How stock and capacity change: one statement for each row, which does nothing where too little is left. Rows are taken in the order of their ids.</summary>
public static class StockQueries
{
    /// <summary>Of so many or more the shop says that there is plenty: a unit less is no news for pages and search.</summary>
    public const int Plenty = 50;

    /// <summary>
    /// Makes the moves, inside the caller's transaction. False when one of them cannot be made: then the transaction is to be given up.
    /// Adds what leads the change to pages and search where less than <see cref="Plenty"/> is left; the caller saves it.
    /// </summary>
    public static async Task<bool> MoveAsync(this MarketplaceDb db, Moves moves, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var move in moves.Stock)
        {
            if (await db.MoveStockAsync(move, now, cancellationToken) == 0)
            {
                return false;
            }
        }

        foreach (var move in moves.Weeks)
        {
            if (move.Promise > 0)
            {
                await db.OpenWeekAsync(move, cancellationToken);
            }

            if (await db.MoveWeekAsync(move, cancellationToken) == 0)
            {
                return false;
            }
        }

        if (moves.Stock.Count > 0)
        {
            var reserved = moves.Stock.ToDictionary(move => move.OfferId, move => move.Reserve + move.Take);
            var told = (await db.AvailableOfAsync(reserved.Keys, cancellationToken)).Where(offer => Math.Min(offer.Available, offer.Available + reserved[offer.OfferId]) < Plenty);
            db.Outbox.AddRange(told.Select(offer => offer.ProductId).Distinct().Select(product => OutboxMessage.Of(OutboxSubject.Product, product, now)));
        }

        return true;
    }

    /// <summary>Changes one offer's stock, where enough of it is promised to nobody. Its version rises only when something leaves the stock: that is what a producer counts.</summary>
    /// <returns>1, or 0 where too little is left.</returns>
    public static Task<int> MoveStockAsync(this MarketplaceDb db, StockMove move, DateTime now, CancellationToken cancellationToken)
    {
        var (id, reserve, take) = (move.OfferId, move.Reserve, move.Take);
        var risen = take == 0 ? 0 : 1;
        return db.Offers
            .Where(offer => offer.Id == id && offer.Reserved + reserve >= 0 && offer.Reserved + reserve <= offer.Stock - take && (reserve <= 0 || offer.OnSale))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(offer => offer.Reserved, offer => offer.Reserved + reserve)
                    .SetProperty(offer => offer.Stock, offer => offer.Stock - take)
                    .SetProperty(offer => offer.Version, offer => offer.Version + risen)
                    .SetProperty(offer => offer.UpdatedAt, now),
                cancellationToken);
    }

    /// <summary>Changes what is promised of one week's making, where there is room.</summary>
    /// <returns>1, or 0 where there is none.</returns>
    public static Task<int> MoveWeekAsync(this MarketplaceDb db, WeekMove move, CancellationToken cancellationToken)
    {
        var (id, day, promise) = (move.OfferId, move.Week, move.Promise);
        return db.CapacityWeeks
            .Where(week => week.OfferId == id && week.Week == day && week.Promised + promise >= 0
                && (promise < 0 || week.Promised + promise <= db.Offers.Where(offer => offer.Id == id && offer.OnSale).Select(offer => offer.WeeklyCapacity).First()))
            .ExecuteUpdateAsync(set => set.SetProperty(week => week.Promised, week => week.Promised + promise), cancellationToken);
    }

    /// <summary>Sees to it that the week has its row.</summary>
    public static Task<int> OpenWeekAsync(this MarketplaceDb db, WeekMove move, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "CapacityWeeks" ("OfferId", "Week", "Promised") SELECT {move.OfferId}, {move.Week}, 0
        WHERE NOT EXISTS (SELECT 1 FROM "CapacityWeeks" WHERE "OfferId" = {move.OfferId} AND "Week" = {move.Week})
        """,
        cancellationToken);

    /// <summary>What those offers have that nobody has been promised. One statement.</summary>
    public static async Task<IReadOnlyList<AvailableOffer>> AvailableOfAsync(this MarketplaceDb db, IReadOnlyCollection<Guid> offers, CancellationToken cancellationToken) =>
        await db.Offers.Where(offer => offers.Contains(offer.Id)).Select(offer => new AvailableOffer(offer.Id, offer.ProductId, offer.Stock - offer.Reserved)).ToListAsync(cancellationToken);
}

/// <summary>What an offer has that nobody has been promised.</summary>
public sealed record AvailableOffer(Guid OfferId, Guid ProductId, int Available);
