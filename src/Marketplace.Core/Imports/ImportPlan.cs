using System.Globalization;

namespace Marketplace.Core.Imports;

/// <summary>Which listing and offer a row is about, found before anything is changed.</summary>
/// <param name="ListingId">Empty when the row is wrong.</param>
/// <param name="Makes">Whether the listing comes into being with this row.</param>
/// <param name="MadeIn">The row above that makes the listing; null when it is there already, or made here.</param>
/// <param name="WritesText">Whether the row is the one whose text counts: of several about one listing the first.</param>
/// <param name="OfferId">Null when the row says nothing of an offer.</param>
/// <param name="MakesOffer">Whether the offer is a new one.</param>
public sealed record PlannedRow(SheetRow Row, Guid ListingId, bool Makes, int? MadeIn, bool WritesText, Guid? OfferId, bool MakesOffer, IReadOnlyList<ImportFault> Faults);

/// <summary>Holds the rows of a sheet against one another and against what the producer has.</summary>
public sealed class ImportPlan
{
    private readonly ImportSheet _sheet;
    private readonly Holdings _holdings;
    private readonly Func<int, string, Guid> _newId;
    private readonly Dictionary<string, PlannedRow> _madeByName = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, SheetRow> _texts = [];
    private readonly Dictionary<Guid, int> _offers = [];
    private readonly Dictionary<(Guid, string), int> _packs = [];

    private ImportPlan(ImportSheet sheet, Holdings holdings, Func<int, string, Guid> newId) => (_sheet, _holdings, _newId) = (sheet, holdings, newId);

    /// <param name="newId">The id of what a row makes, "Listing" or "Offer": always the same for one import, so that a second run knows what the first has made.</param>
    public static IReadOnlyList<PlannedRow> Of(ImportSheet sheet, Holdings holdings, Func<int, string, Guid> newId)
    {
        var plan = new ImportPlan(sheet, holdings, newId);
        return [.. sheet.Rows.Select(plan.Planned)];
    }

    private PlannedRow Planned(SheetRow row)
    {
        List<ImportFault> faults = [];
        var reader = new RowReader(_sheet, row, faults);
        var (slug, sku) = (reader.Text(ImportColumn.Slug), reader.Text(ImportColumn.Sku));
        var offer = sku.Length == 0 ? null : OfferOf(reader, row, sku);
        var listing = slug.Length > 0 ? _holdings.BySlug(slug) : offer is null ? null : _holdings.ById(offer.ListingId);
        if (slug.Length > 0 && listing is null)
        {
            reader.Fault(ImportColumn.Slug, FaultKind.Unknown, $"Bạn không có sản phẩm “{RowReader.Short(slug)}”; để trống ô này nếu là sản phẩm mới.", $"You have no product “{RowReader.Short(slug)}”; leave the cell empty for a new one.");
        }
        else if (listing is not null && offer is not null && offer.ListingId != listing.Id)
        {
            reader.Fault(ImportColumn.Sku, FaultKind.Differs, $"{offer.Sku} thuộc sản phẩm khác.", $"{offer.Sku} belongs to another product.");
        }

        if (faults.Count > 0)
        {
            return Wrong(row, faults);
        }

        return listing is null ? New(row, reader, faults) : Known(row, reader, listing, offer, faults);
    }

    private static PlannedRow Wrong(SheetRow row, List<ImportFault> faults) => new(row, Guid.Empty, Makes: false, MadeIn: null, WritesText: false, OfferId: null, MakesOffer: false, faults);

    private HeldOffer? OfferOf(RowReader reader, SheetRow row, string sku)
    {
        if (_holdings.BySku(sku) is not { } offer)
        {
            reader.Fault(ImportColumn.Sku, FaultKind.Unknown, $"Bạn không có mặt hàng “{RowReader.Short(sku)}”; để trống ô này nếu là mặt hàng mới.", $"You have no offer “{RowReader.Short(sku)}”; leave the cell empty for a new one.");
            return null;
        }

        if (!_offers.TryAdd(offer.Id, row.Number))
        {
            reader.Fault(ImportColumn.Sku, FaultKind.Twice, $"{offer.Sku} đã có ở dòng {Written(_offers[offer.Id])}.", $"{offer.Sku} is in row {Written(_offers[offer.Id])} already.");
        }

        return offer;
    }

    private PlannedRow New(SheetRow row, RowReader reader, List<ImportFault> faults)
    {
        var name = ImportColumn.Words(reader.Text(ImportColumn.NameVi));
        if (name.Length == 0)
        {
            reader.Fault(ImportColumn.NameVi, FaultKind.Missing, "Thiếu tên tiếng Việt.", "The Vietnamese name is missing.");
            return Wrong(row, faults);
        }

        if (_madeByName.TryGetValue(name, out var first))
        {
            FollowsText(reader, first.Row, faults);
            return faults.Count > 0 ? Wrong(row, faults) : WithOffer(first with { Row = row, Makes = false, MadeIn = first.Row.Number, WritesText = false, Faults = faults }, reader, sku: null, faults);
        }

        var id = _newId(row.Number, "Listing");
        var there = _holdings.ByName(name);
        if (there is not null && there.Id != id)
        {
            reader.Fault(ImportColumn.NameVi, FaultKind.Twice, $"Bạn đã có sản phẩm tên này; hãy ghi mã “{there.Slug}” hoặc đổi tên.", $"You have a product of that name; write its slug “{there.Slug}” or change the name.");
            return Wrong(row, faults);
        }

        var made = WithOffer(new PlannedRow(row, id, Makes: true, MadeIn: null, WritesText: true, OfferId: null, MakesOffer: false, faults), reader, sku: null, faults);
        _madeByName.Add(name, made with { OfferId = null, MakesOffer = false });
        return made;
    }

    private PlannedRow Known(SheetRow row, RowReader reader, HeldListing listing, HeldOffer? offer, List<ImportFault> faults)
    {
        var writes = false;
        if (reader.Says(ColumnKind.Text) && !(writes = _texts.TryAdd(listing.Id, row)))
        {
            FollowsText(reader, _texts[listing.Id], faults);
        }

        return WithOffer(new PlannedRow(row, listing.Id, Makes: false, MadeIn: null, writes, OfferId: null, MakesOffer: false, faults), reader, offer, faults);
    }

    private PlannedRow WithOffer(PlannedRow planned, RowReader reader, HeldOffer? sku, List<ImportFault> faults)
    {
        if (!reader.Says(ColumnKind.Offer))
        {
            return planned;
        }

        if (sku is not null)
        {
            return planned with { OfferId = sku.Id };
        }

        var id = _newId(planned.Row.Number, "Offer");
        var pack = ImportColumn.Words(reader.Text(ImportColumn.PackVi));
        if (pack.Length > 0 && _holdings.ByPack(planned.ListingId, pack) is { } there && there.Id != id)
        {
            reader.Fault(ImportColumn.PackVi, FaultKind.Twice, $"Gói này đã có, mã hàng {there.Sku}; hãy ghi mã đó vào dòng.", $"That pack is there already: write its SKU, {there.Sku}, into the row.");
        }
        else if (pack.Length > 0 && !_packs.TryAdd((planned.ListingId, pack), planned.Row.Number))
        {
            var above = Written(_packs[(planned.ListingId, pack)]);
            reader.Fault(ImportColumn.PackVi, FaultKind.Twice, $"Gói này đã có ở dòng {above}.", $"That pack is in row {above} already.");
        }

        return planned with { OfferId = id, MakesOffer = true, Faults = faults };
    }

    /// <summary>Of several rows about one listing each says the same text, or none.</summary>
    private void FollowsText(RowReader reader, SheetRow first, List<ImportFault> faults)
    {
        var before = new RowReader(_sheet, first, faults);
        foreach (var column in ImportColumn.All.Where(column => column.Kind == ColumnKind.Text))
        {
            var text = reader.Text(column);
            if (text.Length > 0 && text != before.Text(column))
            {
                reader.Fault(column, FaultKind.Differs, $"Khác với dòng {Written(first.Number)} về cùng sản phẩm.", $"Differs from row {Written(first.Number)} about the same product.");
            }
        }
    }

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
