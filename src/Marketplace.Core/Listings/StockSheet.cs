using System.Globalization;
using Marketplace.Core.Catalogue;

namespace Marketplace.Core.Listings;

/// <summary>What becomes of good rows beside bad ones.</summary>
public enum SheetPolicy
{
    /// <summary>One bad row, and nothing is changed.</summary>
    AllOrNothing,

    /// <summary>Good rows are applied, bad ones are told.</summary>
    KeepGoodRows,
}

/// <summary>A change of one offer.</summary>
/// <param name="Version">The version of the offer that was seen.</param>
/// <param name="Stock">Units ready to be sent; null leaves it.</param>
/// <param name="UnitPrice">Price of one unit at the minimum quantity, in đồng; null leaves it. Prices for more units stay as they are and must not come to lie above it.</param>
public sealed record StockRow(Guid OfferId, int Version, int? Stock, long? UnitPrice);

/// <summary>What a sheet did.</summary>
/// <param name="Applied">Places of the rows that were applied, from 0.</param>
/// <param name="Faults">All faults by row: "rows.3.unitPrice".</param>
public sealed record SheetOutcome(IReadOnlyList<int> Applied, IReadOnlyList<FieldFault> Faults);

/// <summary>Changes stock and prices of many offers at once.</summary>
public static class StockSheet
{
    public const int MostRows = 2000;

    /// <summary>Checks every row before the first is applied. Rows of one offer may occur once; a row that changes nothing is good.</summary>
    /// <param name="offers">The offers that the caller may change, by their ids: all others are unknown.</param>
    public static SheetOutcome Apply(IReadOnlyList<StockRow> rows, IReadOnlyDictionary<Guid, Offer> offers, SheetPolicy policy)
    {
        if (rows.Count > MostRows)
        {
            return new([], [new("rows", FaultKind.TooLong, new($"Có {rows.Count} dòng, tối đa {MostRows}.", $"There are {rows.Count} rows; {MostRows} at most."))]);
        }

        HashSet<Guid> seen = [];
        List<FieldFault> faults = [];
        List<(int Row, Offer Offer, OfferTerms Terms)> good = [];
        foreach (var (at, row) in rows.Index())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"rows.{at}");
            if (OfferOf(row, offers, seen, path, faults) is not { } offer)
            {
                continue;
            }

            var terms = TermsOf(row, offer);
            var wrong = offer.FaultsOf(terms);
            if (wrong.Count == 0)
            {
                good.Add((at, offer, terms));
            }

            faults.AddRange(wrong.Select(fault => fault with { Path = path + "." + ColumnOf(fault.Path) }));
        }

        if (faults.Count > 0 && policy == SheetPolicy.AllOrNothing)
        {
            return new([], faults);
        }

        foreach (var (at, offer, terms) in good)
        {
            // One of the two alone leaves the other made up.
            if (offer.Change(terms, stated: rows[at] is { Stock: not null, UnitPrice: not null }).Failed(out var problem, out _))
            {
                throw new InvalidOperationException(problem.Message.En);
            }
        }

        return new([.. good.Select(row => row.Row)], faults);
    }

    private static Offer? OfferOf(StockRow row, IReadOnlyDictionary<Guid, Offer> offers, HashSet<Guid> seen, string path, List<FieldFault> faults)
    {
        if (!offers.TryGetValue(row.OfferId, out var offer))
        {
            faults.Add(new(path + ".offerId", FaultKind.Unknown, new("Không có mặt hàng này trong gian hàng của bạn.", "You have no such offer.")));
            return null;
        }

        if (!seen.Add(row.OfferId))
        {
            faults.Add(new(path + ".offerId", FaultKind.Twice, new($"{offer.Sku} đã có ở một dòng trên.", $"{offer.Sku} is in a row above already.")));
            return null;
        }

        if (row.Version != offer.Version)
        {
            faults.Add(new(path + ".version", FaultKind.ChangedMeanwhile, new(
                $"{offer.Sku} đã được thay đổi sau khi bạn mở bảng; hãy tải lại.", $"{offer.Sku} has been changed since you opened the sheet; load it again.")));
            return null;
        }

        return offer;
    }

    private static OfferTerms TermsOf(StockRow row, Offer offer)
    {
        var terms = offer.Terms;
        return terms with
        {
            Stock = row.Stock ?? terms.Stock,
            PriceTiers = row.UnitPrice is { } price && terms.PriceTiers.Count > 0
                ? [terms.PriceTiers[0] with { UnitPrice = price }, .. terms.PriceTiers.Skip(1)]
                : terms.PriceTiers,
        };
    }

    /// <summary>The column of the sheet that a fault of the terms belongs to.</summary>
    private static string ColumnOf(string path) => path.StartsWith("priceTiers", StringComparison.Ordinal) ? "unitPrice" : path;
}
