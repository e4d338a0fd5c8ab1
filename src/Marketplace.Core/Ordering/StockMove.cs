namespace Marketplace.Core.Ordering;

/// <summary>A change of what an offer has in stock and has promised of it. The database makes it in one statement, and only where enough is left.</summary>
/// <param name="Reserve">Added to what is promised; less than 0 gives back.</param>
/// <param name="Take">Units that leave the stock.</param>
public sealed record StockMove(Guid OfferId, int Reserve, int Take = 0);

/// <summary>A change of what is promised of a week's making.</summary>
/// <param name="Week">Its Monday.</param>
/// <param name="Promise">Added to what is promised; less than 0 gives back.</param>
public sealed record WeekMove(Guid OfferId, DateOnly Week, int Promise);

/// <summary>Everything that a step of an order changes in stock and capacity: one move for each offer and week, in the order of their ids, so that two orders never wait for each other in a circle.</summary>
public sealed record Moves(IReadOnlyList<StockMove> Stock, IReadOnlyList<WeekMove> Weeks)
{
    public static readonly Moves None = new([], []);

    /// <summary>The sum of single moves: two lines of one offer are one demand.</summary>
    public static Moves Of(IEnumerable<StockMove> stock, IEnumerable<WeekMove> weeks) => new(
        [.. stock.GroupBy(move => move.OfferId).OrderBy(moves => moves.Key)
            .Select(moves => new StockMove(moves.Key, moves.Sum(move => move.Reserve), moves.Sum(move => move.Take)))
            .Where(move => move is not { Reserve: 0, Take: 0 })],
        [.. weeks.GroupBy(move => (move.OfferId, move.Week)).OrderBy(moves => moves.Key.OfferId).ThenBy(moves => moves.Key.Week)
            .Select(moves => new WeekMove(moves.Key.OfferId, moves.Key.Week, moves.Sum(move => move.Promise)))
            .Where(move => move.Promise != 0)]);

    /// <summary>What lines take when they are ordered.</summary>
    public static Moves Holding(IEnumerable<OrderLine> lines)
    {
        OrderLine[] all = [.. lines];
        return Of(all.Select(line => new StockMove(line.OfferId, line.HeldStock)), all.SelectMany(line => line.HeldWeeks.Select(share => new WeekMove(line.OfferId, share.Week, share.Quantity))));
    }

    /// <summary>Gives back all that lines still hold, and lets them hold it no more.</summary>
    internal static Moves Release(IEnumerable<OrderLine> lines)
    {
        OrderLine[] all = [.. lines];
        var moves = Of(
            all.Select(line => new StockMove(line.OfferId, -line.HeldStock)),
            all.SelectMany(line => line.HeldWeeks.Select(share => new WeekMove(line.OfferId, share.Week, -share.Quantity))));
        Array.ForEach(all, line =>
        {
            line.HeldStock = 0;
            line.HeldWeeks = [];
        });
        return moves;
    }
}
