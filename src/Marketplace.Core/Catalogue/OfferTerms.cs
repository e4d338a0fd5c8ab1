using System.Globalization;
using Marketplace.Core.Listings;

namespace Marketplace.Core.Catalogue;

/// <summary>What a producer says of an offer and may change at any time without an officer.</summary>
public sealed record OfferTerms
{
    internal const int PackLength = 200;
    internal const int UnitLength = 64;

    /// <summary>Most units in stock, in one order line or in a week.</summary>
    public const int MostUnits = 1_000_000;

    /// <summary>Dearest unit, in đồng.</summary>
    public const long DearestUnit = 1_000_000_000;

    public const int MostTiers = 10;

    public const int LongestLeadTimeDays = 365;

    public const int MostBlackoutDays = 366;

    public required QuantityRule QuantityRule { get; init; }

    /// <summary>Smallest quantity first; see <see cref="Offer.PriceTiers"/>.</summary>
    public required IReadOnlyList<PriceTier> PriceTiers { get; init; }

    /// <summary>Units ready to be sent, from 0.</summary>
    public required int Stock { get; init; }

    public bool MadeToOrder { get; init; }

    /// <summary>Days from order to dispatch, 0 to 365.</summary>
    public int LeadTimeDays { get; init; }

    /// <summary>Most units that can be made in one ISO week; null while nothing is said, 0 while nothing is made.</summary>
    public int? WeeklyCapacity { get; init; }

    public bool OnSale { get; init; } = true;

    /// <summary>Days on which nothing of it is made or sent, 366 at most, each once.</summary>
    public IReadOnlyList<DateOnly> BlackoutDays { get; init; } = [];

    /// <summary>Null while no samples are offered.</summary>
    public SampleTerms? Sample { get; init; }

    /// <summary>Stock keeping unit of a new offer: "CX-" and ten letters and digits that nobody mistakes for one another (no I, L, O, U), from the random end of its id.</summary>
    public static string SkuOf(Guid id)
    {
        const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        Span<byte> bytes = stackalloc byte[16];
        _ = id.TryWriteBytes(bytes, bigEndian: true, out _);
        return "CX-" + string.Create(10, System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]), static (sku, random) =>
        {
            for (var i = sku.Length - 1; i >= 0; i--, random >>= 5)
            {
                sku[i] = Signs[(int)(random & 31)];
            }
        });
    }

    /// <summary>Everything that is wrong, by field; empty when nothing is.</summary>
    public IReadOnlyList<FieldFault> Faults()
    {
        List<FieldFault> faults = [];
        Range(faults, "stock", Stock, 0, MostUnits);
        Range(faults, "leadTimeDays", LeadTimeDays, 0, LongestLeadTimeDays);
        Range(faults, "weeklyCapacity", WeeklyCapacity ?? 0, 0, MostUnits);
        Range(faults, "quantityRule.minimum", QuantityRule.Minimum, 1, MostUnits);
        Range(faults, "quantityRule.increment", QuantityRule.Increment, 1, MostUnits);
        Range(faults, "quantityRule.maximum", QuantityRule.Maximum ?? MostUnits, Math.Max(1, QuantityRule.Minimum), MostUnits);
        Range(faults, "sample.unitPrice", Sample?.UnitPrice ?? 1, 1, DearestUnit);
        Range(faults, "sample.most", Sample?.Most ?? 1, 1, SampleTerms.LargestMost);
        TierFaults(faults);
        if (BlackoutDays.Count > MostBlackoutDays)
        {
            faults.Add(new("blackoutDays", FaultKind.TooLong, new($"Tối đa {MostBlackoutDays} ngày nghỉ.", $"{MostBlackoutDays} days off at most.")));
        }

        if (BlackoutDays.Distinct().Count() < BlackoutDays.Count)
        {
            faults.Add(new("blackoutDays", FaultKind.Twice, new("Có ngày nghỉ bị ghi hai lần.", "A day off is there twice.")));
        }

        return faults;
    }

    /// <summary>A text of an offer, which must be there in Vietnamese.</summary>
    internal static LocalizedText Text(LocalizedText text, string path, int longest, List<FieldFault> faults)
    {
        var before = faults.Count;
        var clean = PlainText.CleanOptional(text, path, longest, lines: false, faults);
        if (string.IsNullOrEmpty(clean?.Vi) && faults.Count == before)
        {
            faults.Add(new(path + ".vi", FaultKind.Missing, new("Thiếu nội dung tiếng Việt.", "The Vietnamese text is missing.")));
        }

        return clean ?? new("");
    }

    private static void Range(List<FieldFault> faults, string path, long value, long least, long most)
    {
        if (value < least || value > most)
        {
            faults.Add(FieldFault.Outside(path, value, least, most));
        }
    }

    private void TierFaults(List<FieldFault> faults)
    {
        if (PriceTiers.Count is 0 or > MostTiers)
        {
            faults.Add(PriceTiers.Count == 0
                ? new("priceTiers", FaultKind.Missing, new("Chưa có giá.", "There is no price."))
                : new("priceTiers", FaultKind.TooLong, new($"Tối đa {MostTiers} mức giá.", $"{MostTiers} price tiers at most.")));
            return;
        }

        for (var at = 0; at < PriceTiers.Count; at++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"priceTiers.{at}");
            var tier = PriceTiers[at];
            Range(faults, path + ".unitPrice", tier.UnitPrice, 1, DearestUnit);
            if (at == 0 && tier.Minimum != QuantityRule.Minimum)
            {
                faults.Add(new(path + ".minimum", FaultKind.OutOfOrder, new(
                    $"Mức giá đầu phải bắt đầu từ số lượng tối thiểu là {QuantityRule.Minimum}.", $"The first price must start at the minimum quantity, {QuantityRule.Minimum}.")));
            }

            if (tier.Minimum > (QuantityRule.Maximum ?? MostUnits))
            {
                faults.Add(new(path + ".minimum", FaultKind.OutOfRange, new("Không ai được mua đến số lượng này.", "Nobody may order that many.")));
            }

            if (at > 0 && tier.Minimum <= PriceTiers[at - 1].Minimum)
            {
                faults.Add(new(path + ".minimum", FaultKind.OutOfOrder, new("Số lượng phải tăng dần theo mức giá.", "Quantities must rise from tier to tier.")));
            }

            if (at > 0 && tier.UnitPrice > PriceTiers[at - 1].UnitPrice)
            {
                faults.Add(new(path + ".unitPrice", FaultKind.OutOfOrder, new(
                    $"Mua từ {tier.Minimum} không được đắt hơn mua ít ({PriceTiers[at - 1].UnitPrice} đồng).",
                    $"{tier.Minimum} or more must not cost more each than fewer do ({PriceTiers[at - 1].UnitPrice} đồng).")));
            }
        }
    }
}
