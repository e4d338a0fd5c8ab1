using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Imports;
using Marketplace.Core.Listings;
using Marketplace.Tests.Listings;

namespace Marketplace.Tests.Imports;

/// <summary>What one row of a sheet means for a listing and an offer, without a database.</summary>
public sealed class ImportRowTests
{
    private static readonly Dictionary<string, LocalizedText> Groups = new(StringComparer.Ordinal) { ["food"] = new("Thực phẩm", "Food") };
    private static readonly ImportWords Words = new(Groups, Language.Vi);

    private readonly Listing _listing = Listing.Of(Some.Product(), Some.Producer);
    private readonly Offer _offer = Some.Offer();

    [Theory]
    [InlineData("25000", 25_000)]
    [InlineData("25.000", 25_000)]
    [InlineData("25,000", 25_000)]
    [InlineData("25 000 đ", 25_000)]
    [InlineData("25.000 ₫", 25_000)]
    [InlineData("1.250.000 VNĐ", 1_250_000)]
    [InlineData("25.000,00", 25_000)]
    [InlineData("0", 0)]
    [InlineData("-3", -3)]
    [InlineData("2.5", null)]
    [InlineData("25.00", null)]
    [InlineData("1.25.000", null)]
    [InlineData("0.500", null)]
    [InlineData("1.000,5", null)]
    [InlineData("1,000.000", null)]
    [InlineData("hai mươi", null)]
    [InlineData("25k", null)]
    [InlineData("1e3", null)]
    public void Numbers_are_read_as_people_write_them_where_they_mean_one_thing(string text, int? number)
    {
        Assert.Equal(number, SheetNumber.Read(text, isNumber: false));
    }

    [Theory]
    [InlineData("25.125")]
    [InlineData("0.5")]
    public void A_fraction_in_a_workbook_is_never_taken_for_thousands(string number)
    {
        Assert.Null(SheetNumber.Read(number, isNumber: true));
    }

    [Theory]
    [InlineData("TEN (TIENG VIET)", "name.vi")]
    [InlineData("tên", "name.vi")]
    [InlineData(" Price ", "priceTiers.0.unitPrice")]
    [InlineData("GIÁ", "priceTiers.0.unitPrice")]
    [InlineData("ton kho", "stock")]
    [InlineData("Stock", "stock")]
    [InlineData("ma hang (sku)", "sku")]
    [InlineData("Làm theo đơn", "madeToOrder")]
    public void Headers_are_known_in_both_languages_in_any_case_with_or_without_marks(string header, string path)
    {
        Assert.Equal(path, ImportColumn.Of(header)?.Path);
    }

    [Fact]
    public void Every_header_that_we_write_is_read_as_the_column_it_stands_for()
    {
        Assert.All(ImportColumn.All, column => Assert.Equal((column, column), (ImportColumn.Of(column.Header.Vi), ImportColumn.Of(column.Header.En!))));
    }

    [Fact]
    public void Unknown_headers_are_named_and_missing_or_doubled_ones_are_faults_of_the_file()
    {
        var (sheet, none) = ImportSheet.Of(Table("Tên|Ghi chú||Giá", "Kẹo|x||1"));
        var (_, missing) = ImportSheet.Of(Table("Giá|Tồn kho", "1|2"));
        var (_, twice) = ImportSheet.Of(Table("SKU|Giá|Price", "1|2|3"));

        Assert.Equal(["Ghi chú"], sheet.UnknownHeaders);
        Assert.Empty(none);
        Assert.Equal((1, null, FaultKind.Missing), Told(Assert.Single(missing)));
        Assert.Equal((1, "Price", FaultKind.Twice), Told(Assert.Single(twice)));
    }

    [Fact]
    public void An_export_read_back_changes_nothing()
    {
        var rows = new[] { Words.Headers(), Words.Row(_listing.Slug, _listing.Content, edition: 0, _offer) }.Select((cells, at) => new SheetRow(at + 1, cells)).ToList();

        var change = Assert.Single(Apply(new Sheet(rows)));

        Assert.Equal(ImportRowStatus.Unchanged, change.Outcome.Status);
        Assert.Equal((_listing.Slug, _offer.Sku), (change.Outcome.Slug, change.Outcome.Sku));
        Assert.Equal(ListingState.Approved, _listing.State);
    }

    [Fact]
    public void Stock_and_price_alone_change_the_offer_and_leave_the_text()
    {
        var change = Apply(Table("SKU|Tồn kho|Giá", $"{_offer.Sku}|7|31.000 đ"))[0];

        Assert.Equal(ImportRowStatus.Changed, change.Outcome.Status);
        Assert.Equal((7, 31_000L, 3), (_offer.Stock, _offer.PriceTiers[0].UnitPrice, _offer.PriceTiers.Count));
        Assert.Equal(ListingState.Approved, _listing.State);
    }

    [Fact]
    public void A_changed_text_becomes_a_draft()
    {
        var change = Apply(Table("Mã sản phẩm|Tên|Loại hàng|Nhóm", $"{_listing.Slug}|Kẹo dừa sữa|banh keo|Food"))[0];

        Assert.Equal(ImportRowStatus.Changed, change.Outcome.Status);
        Assert.Equal((ListingState.Draft, "Kẹo dừa sữa", "confectionery", "food"), (_listing.State, _listing.Content.Name.Vi, _listing.Content.Category, _listing.Content.Group));
        Assert.Equal("Pandan coconut candy", _listing.Content.Name.En);
    }

    [Fact]
    public void Every_fault_of_a_row_is_told_with_its_row_and_the_header_of_its_column()
    {
        var faults = Apply(Table("sku|Price|Stock|Minimum|On sale|Tên|Category", $"{_offer.Sku}|2.5|-1|0|maybe|{new string('x', 201)}|nonsense"))[0].Outcome.Faults;

        Assert.Equal(
            [(2, "Category", FaultKind.Unknown), (2, "Minimum", FaultKind.OutOfRange), (2, "On sale", FaultKind.Unreadable), (2, "Price", FaultKind.Unreadable), (2, "Stock", FaultKind.OutOfRange), (2, "Tên", FaultKind.TooLong)],
            faults.Where(fault => fault.Column is not null).Select(Told).Distinct().OrderBy(fault => fault.Column, StringComparer.Ordinal));
        Assert.Equal((50, ListingState.Approved), (_offer.Stock, _listing.State));
    }

    [Fact]
    public void A_row_with_one_fault_changes_nothing_at_all()
    {
        Apply(Table("sku|Tên|Tồn kho|Giá", $"{_offer.Sku}|Tên mới|9|không rõ"));
        Apply(Table("sku|Tên|Tồn kho|Giá", $"{_offer.Sku}|Tên\u0007mới|9|30000"));

        Assert.Equal((50, "Kẹo dừa lá dứa"), (_offer.Stock, _listing.Content.Name.Vi));
    }

    [Fact]
    public void A_new_offer_needs_pack_unit_price_and_stock_and_belongs_to_a_product_that_was_approved_once()
    {
        var bare = Apply(Table("Mã sản phẩm|Gói bán|Đơn vị|Giá|Tồn kho", $"{_listing.Slug}|Túi 1 kg|||"))[0];
        var made = Apply(Table("Mã sản phẩm|Gói bán|Đơn vị|Giá|Tồn kho|Giá sỉ", $"{_listing.Slug}|Túi 1 kg|túi|90.000|5|10: 80.000; 50: 75.000"))[0];
        var waits = Apply(Table("Mã sản phẩm|Gói bán|Đơn vị|Giá|Tồn kho", $"{_listing.Slug}|Túi 1 kg|túi|90000|5"), isLive: false)[0];

        Assert.Equal(["Giá", "Tồn kho", "Đơn vị"], bare.Outcome.Faults.Select(fault => fault.Column).Order(StringComparer.Ordinal));
        Assert.Equal([new PriceTier(1, 90_000), new(10, 80_000), new(50, 75_000)], made.NewOffer!.PriceTiers);
        Assert.Equal((ImportRowStatus.Made, ImportRowStatus.Waits, null), (made.Outcome.Status, waits.Outcome.Status, waits.NewOffer));
    }

    [Fact]
    public void Rows_of_one_new_product_make_it_once()
    {
        var changes = Apply(Table("Tên|Mô tả|Gói bán|Đơn vị|Giá|Tồn kho", "Mứt dừa|Dẻo|Hộp|hộp|1000|1", "Mứt dừa||Túi|túi|1000|1", "Mứt dừa|Khô|Bao|bao|1000|1", "Mứt dừa||Hộp|hộp|1000|1"));

        Assert.Equal([ImportRowStatus.Waits, ImportRowStatus.Waits, ImportRowStatus.Refused, ImportRowStatus.Refused], changes.Select(change => change.Outcome.Status));
        Assert.Equal(ListingState.Draft, Assert.Single(changes, change => change.Listing is not null).Listing!.State);
        Assert.Equal([(4, "Mô tả", FaultKind.Differs), (5, "Gói bán", FaultKind.Twice)], changes.SelectMany(change => change.Outcome.Faults).Select(Told));
    }

    [Fact]
    public void What_is_there_already_is_not_made_a_second_time()
    {
        var changes = Apply(
            Table("SKU|Mã sản phẩm|Tên|Gói bán|Đơn vị|Giá|Tồn kho", "||Kẹo dừa lá dứa||||", $"|{_listing.Slug}||Hộp 300 g|hộp|1|1", $"{_offer.Sku}|||||30000|1", $"{_offer.Sku}|||||30000|2", "CX-NONE|||||x|1", "|not-there|||||"));

        Assert.Equal(
            [(2, "Tên", FaultKind.Twice), (3, "Gói bán", FaultKind.Twice), (5, "SKU", FaultKind.Twice), (6, "SKU", FaultKind.Unknown), (6, "Giá", FaultKind.Unreadable), (7, "Mã sản phẩm", FaultKind.Unknown)],
            changes.SelectMany(change => change.Outcome.Faults).Select(Told));
    }

    [Fact]
    public void A_text_in_review_is_left_and_its_stock_is_not()
    {
        Some.Good(_listing.Edit(Some.Content with { Name = new("Kẹo dừa mới") }));
        Some.Good(_listing.Submit(Backing.None, Some.Groups, Some.Account, Some.Now));

        var stock = Apply(Table("SKU|Tên|Tồn kho", $"{_offer.Sku}|Kẹo dừa mới|8"))[0];
        var text = Apply(Table("SKU|Tên|Tồn kho", $"{_offer.Sku}|Kẹo dừa khác|9"))[0];

        Assert.Equal((ImportRowStatus.Changed, 8), (stock.Outcome.Status, _offer.Stock));
        Assert.Equal((2, null, FaultKind.NotPossible), Told(Assert.Single(text.Outcome.Faults)));
    }

    [Fact]
    public void A_formula_without_a_value_is_a_fault_of_its_cell()
    {
        var row = new SheetRow(2, [new(_offer.Sku), new("=", CellKind.Broken)]);

        var change = Apply(new Sheet([new SheetRow(1, [new("SKU"), new("Giá")]), row]))[0];

        Assert.Equal((2, "Giá", FaultKind.Unreadable), Told(Assert.Single(change.Outcome.Faults)));
    }

    private static (int Row, string? Column, FaultKind Kind) Told(ImportFault fault) => (fault.Row, fault.Column, fault.Kind);

    private static Sheet Table(params string[] lines) =>
        new([.. lines.Select((line, at) => new SheetRow(at + 1, [.. line.Split('|').Select(cell => new SheetCell(cell))]))]);

    private IReadOnlyList<RowChange> Apply(Sheet table, bool isLive = true)
    {
        var (sheet, faults) = ImportSheet.Of(table);
        Assert.Empty(faults);
        var holdings = new Holdings(
            [new(_listing.Id, _listing.Slug, _listing.Content.Name.Vi, isLive)], [new(_offer.Id, _listing.Id, _offer.Sku, _offer.Pack.Vi)]);
        Dictionary<Guid, Listing> listings = new() { [_listing.Id] = _listing };
        List<RowChange> changes = [];
        foreach (var row in ImportPlan.Of(sheet, holdings, (number, what) => new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)what.Length)))
        {
            var change = ImportedRow.Apply(
                row, new RowSubject(listings.GetValueOrDefault(row.ListingId), Edition: 0, isLive && row.ListingId == _listing.Id, row.OfferId == _offer.Id ? _offer : null), sheet, Words, Some.Producer, "mut-dua", Some.Now);
            if (change.Listing is { } listing)
            {
                listings[listing.Id] = listing;
            }

            changes.Add(change);
        }

        return changes;
    }
}
