using CsCheck;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Listings;

namespace Marketplace.Tests.Listings;

public sealed class StockSheetTests
{
    /// <summary>Rows over five offers: right and wrong stocks and prices, known and unknown offers, offers twice, versions seen and not.</summary>
    private static readonly Gen<List<(int Offer, int Version, int? Stock, long? Price)>> Rows = Gen.Select(
        Gen.Int[0, 5], Gen.Frequency((8, Gen.Const(0)), (1, Gen.Const(7))), Gen.Int[-2, 60].Nullable(), Gen.Long[-2_000, 60_000].Nullable()).List[0, 6];

    [Fact]
    public void All_or_nothing_changes_nothing_when_any_row_is_bad_and_everything_otherwise() => Rows.Sample(made =>
    {
        var offers = Offers();
        var rows = Sheet(made, offers);
        var before = Written(offers);

        var outcome = StockSheet.Apply(rows, Known(offers), SheetPolicy.AllOrNothing);

        if (outcome.Faults.Count > 0)
        {
            Assert.Empty(outcome.Applied);
            Assert.Equal(before, Written(offers));
        }
        else
        {
            Assert.Equal(Enumerable.Range(0, rows.Count), outcome.Applied);
            Assert.All(rows, row => AssertTaken(row, offers));
        }
    });

    [Fact]
    public void Keeping_good_rows_applies_exactly_those_without_a_fault() => Rows.Sample(made =>
    {
        var offers = Offers();
        var rows = Sheet(made, offers);
        var before = Written(offers);

        var outcome = StockSheet.Apply(rows, Known(offers), SheetPolicy.KeepGoodRows);

        var bad = outcome.Faults.Select(fault => int.Parse(fault.Path.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
        Assert.Equal(Enumerable.Range(0, rows.Count).Where(at => !bad.Contains(at)), outcome.Applied);
        Assert.All(outcome.Applied, at => AssertTaken(rows[at], offers));
        var touched = outcome.Applied.Select(at => rows[at].OfferId).ToHashSet();
        Assert.All(offers.Index().Where(offer => !touched.Contains(offer.Item.Id)), offer => Assert.Equal(before[offer.Index], Written(offers)[offer.Index]));
    });

    [Fact]
    public void Both_policies_find_the_same_faults() => Rows.Sample(made =>
    {
        var offers = Offers();
        var rows = Sheet(made, offers);

        var all = StockSheet.Apply(rows, Known(offers), SheetPolicy.AllOrNothing).Faults;
        Assert.True(all.Count == 0 || all.SequenceEqual(StockSheet.Apply(rows, Known(offers), SheetPolicy.KeepGoodRows).Faults));
    });

    [Fact]
    public void Every_fault_is_told_by_row_and_column()
    {
        var offers = Offers();

        var outcome = StockSheet.Apply(
            [
                new(offers[0].Id, 0, 40, 35_000),
                new(offers[1].Id, 0, -1, 0),
                new(offers[2].Id, 3, 5, null),
                new(offers[0].Id, 0, 5, null),
                new(Guid.Empty, 0, 5, null),
                new(offers[3].Id, 0, null, 20_000),
            ],
            Known(offers), SheetPolicy.KeepGoodRows);

        Assert.Equal([0], outcome.Applied);
        Assert.Equal(
            [
                ("rows.1.stock", FaultKind.OutOfRange), ("rows.1.unitPrice", FaultKind.OutOfRange), ("rows.1.unitPrice", FaultKind.OutOfOrder),
                ("rows.2.version", FaultKind.ChangedMeanwhile), ("rows.3.offerId", FaultKind.Twice), ("rows.4.offerId", FaultKind.Unknown), ("rows.5.unitPrice", FaultKind.OutOfOrder),
            ],
            outcome.Faults.Select(fault => (fault.Path, fault.Kind)));
        Assert.Equal((40, 35_000L), (offers[0].Stock, offers[0].PriceTiers[0].UnitPrice));
    }

    [Fact]
    public void A_sheet_that_is_too_long_is_refused_as_a_whole() => Assert.Equal(
        FaultKind.TooLong, Assert.Single(StockSheet.Apply([.. Enumerable.Repeat(new StockRow(Guid.Empty, 0, 1, 1), 2001)], Known([]), SheetPolicy.KeepGoodRows).Faults).Kind);

    [Theory]
    [InlineData(5, null, true)]
    [InlineData(null, 40_000L, true)]
    [InlineData(5, 40_000L, false)]
    public void A_made_up_offer_becomes_a_real_one_when_price_and_stock_are_both_stated(int? stock, long? price, bool demonstration)
    {
        var offer = MadeUp();

        Assert.Single(StockSheet.Apply([new(offer.Id, 0, stock, price)], Known([offer]), SheetPolicy.AllOrNothing).Applied);

        Assert.Equal(demonstration, offer.IsDemonstration);
    }

    private static Offer MadeUp() => Some.Good(new Offer
    {
        Id = Guid.CreateVersion7(Some.Now),
        ProductId = Guid.CreateVersion7(Some.Now),
        Sku = "BT-1",
        Pack = new("Hộp"),
        Unit = new("hộp"),
        Currency = Money.Vnd,
        QuantityRule = new(1, 1, null),
        Stock = 1,
        MadeToOrder = false,
        LeadTimeDays = 1,
        IsDemonstration = true,
    }.WithPrices([new(1, 30_000)]));

    private static List<Offer> Offers() => [.. Enumerable.Range(0, 5).Select(_ => Some.Offer(50, new(1, 30_000), new(10, 27_000)))];

    private static Dictionary<Guid, Offer> Known(IReadOnlyList<Offer> offers) => offers.ToDictionary(offer => offer.Id);

    private static List<StockRow> Sheet(List<(int Offer, int Version, int? Stock, long? Price)> made, IReadOnlyList<Offer> offers) =>
        [.. made.Select(row => new StockRow(row.Offer < offers.Count ? offers[row.Offer].Id : Guid.Empty, row.Version, row.Stock, row.Price))];

    private static List<string> Written(IReadOnlyList<Offer> offers) => [.. offers.Select(offer => $"{offer.Stock} {string.Join(' ', offer.PriceTiers)}")];

    private static void AssertTaken(StockRow row, IReadOnlyList<Offer> offers)
    {
        var offer = offers.Single(offer => offer.Id == row.OfferId);
        Assert.Equal((row.Stock ?? 50, row.UnitPrice ?? 30_000), (offer.Stock, offer.PriceTiers[0].UnitPrice));
        Assert.Equal(new(10, 27_000), offer.PriceTiers[1]);
    }
}
