using System.Globalization;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Listings;

namespace Marketplace.Core.Pricing;

/// <summary>What a producer says of a price list, as it was sent.</summary>
/// <param name="Name">Up to 120 characters.</param>
/// <param name="ReductionBasisPoints">0 to 9,999.</param>
/// <param name="ValidTo">Last day; null without an end.</param>
/// <param name="Prices">Of single offers, in any order; an offer may have several, each from a quantity on.</param>
public sealed record PriceListTerms(string Name, int ReductionBasisPoints, DateOnly ValidFrom, DateOnly? ValidTo, IReadOnlyList<ListedPrice> Prices)
{
    /// <summary>The terms tidied up; refused with every wrong field, prices by their places from 0.</summary>
    /// <param name="own">The offers of the producer: nobody prices what somebody else sells.</param>
    public Result<PriceListTerms> Checked(IReadOnlySet<Guid> own)
    {
        List<FieldFault> faults = [];
        var name = PlainText.Clean(Name, "name", PriceList.NameLength, lines: false, faults);
        if (name.Length == 0 && faults.Count == 0)
        {
            faults.Add(new("name", FaultKind.Missing, new("Hãy đặt tên cho bảng giá.", "Give the price list a name.")));
        }

        Range(faults, "reductionBasisPoints", ReductionBasisPoints, 0, PriceList.WholeInBasisPoints - 1);
        if (ValidTo < ValidFrom)
        {
            faults.Add(new("validTo", FaultKind.OutOfOrder, new("Ngày cuối không được trước ngày đầu.", "The last day must not come before the first.")));
        }

        if (Prices.Count > PriceList.MostPrices)
        {
            faults.Add(new("prices", FaultKind.TooLong, new($"Tối đa {PriceList.MostPrices} mức giá riêng.", $"{PriceList.MostPrices} prices of single offers at most.")));
        }
        else
        {
            PriceFaults(own, faults);
        }

        return faults.Count > 0 ? new(new FieldsRefused(faults)) : new(this with { Name = name });
    }

    private void PriceFaults(IReadOnlySet<Guid> own, List<FieldFault> faults)
    {
        foreach (var (at, price) in Prices.Index())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"prices.{at}");
            if (!own.Contains(price.OfferId))
            {
                faults.Add(new(path + ".offer", FaultKind.Unknown, new("Đây không phải là quy cách của cơ sở.", "This is no offer of the producer’s.")));
            }

            Range(faults, path + ".minimum", price.Minimum, 1, OfferTerms.MostUnits);
            Range(faults, path + ".unitPrice", price.UnitPrice, 1, OfferTerms.DearestUnit);
        }

        foreach (var ladder in Prices.Index().GroupBy(price => price.Item.OfferId).Select(same => same.OrderBy(price => price.Item.Minimum).ToList()))
        {
            foreach (var ((_, fewer), (at, more)) in ladder.Zip(ladder.Skip(1)))
            {
                var path = string.Create(CultureInfo.InvariantCulture, $"prices.{at}");
                if (fewer.Minimum == more.Minimum)
                {
                    faults.Add(new(path + ".minimum", FaultKind.Twice, new("Số lượng này đã có giá.", "There is a price for this quantity already.")));
                }
                else if (more.UnitPrice > fewer.UnitPrice)
                {
                    faults.Add(new(path + ".unitPrice", FaultKind.OutOfOrder, new(
                        $"Mua từ {more.Minimum} không được đắt hơn mua ít ({fewer.UnitPrice} đồng).", $"{more.Minimum} or more must not cost more each than fewer do ({fewer.UnitPrice} đồng).")));
                }
            }
        }
    }

    private static void Range(List<FieldFault> faults, string path, long value, long least, long most)
    {
        if (value < least || value > most)
        {
            faults.Add(FieldFault.Outside(path, value, least, most));
        }
    }
}
