using System.Globalization;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Listings;

namespace Marketplace.Core.Imports;

/// <summary>What there is of the things that a row is about.</summary>
/// <param name="Edition">The listing's: see <see cref="RowVersion"/>.</param>
/// <param name="IsLive">Whether the listing was approved once.</param>
public sealed record RowSubject(Listing? Listing, int Edition, bool IsLive, Offer? Offer);

/// <summary>What a row did. A listing or offer that was there has been changed in place.</summary>
/// <param name="Listing">The listing whose text was written, new or not; null when none was.</param>
/// <param name="NewOffer">To be added.</param>
public sealed record RowChange(ImportRowOutcome Outcome, Listing? Listing, Offer? NewOffer);

/// <summary>Lets rows act, by the rules of listings and offers and by no others. A row acts as a whole or not at all.</summary>
public sealed class ImportedRow
{
    private static readonly OfferTerms Nothing = new() { QuantityRule = new(1, 1, null), PriceTiers = [], Stock = 0 };

    private readonly List<ImportFault> _faults;
    private readonly RowReader _reader;
    private readonly PlannedRow _planned;
    private readonly ImportSheet _sheet;
    private readonly ImportWords _words;

    /// <summary>Whether it is clear which listing and offer are meant.</summary>
    private bool IsKnown => _planned.Faults.Count == 0;

    private ImportedRow(PlannedRow planned, ImportSheet sheet, ImportWords words)
    {
        (_planned, _sheet, _words, _faults) = (planned, sheet, words, [.. planned.Faults]);
        _reader = new RowReader(sheet, planned.Row, _faults);
    }

    /// <param name="slug">A free one, for a row that makes a listing.</param>
    public static RowChange Apply(PlannedRow planned, RowSubject subject, ImportSheet sheet, ImportWords words, Guid producerId, string slug, DateTimeOffset now) =>
        new ImportedRow(planned, sheet, words).Act(subject, producerId, slug, now);

    private RowChange Act(RowSubject subject, Guid producerId, string slug, DateTimeOffset now)
    {
        if (IsKnown && !_planned.Makes && subject.Listing is null)
        {
            Row(_planned.MadeIn is null ? FaultKind.ChangedMeanwhile : FaultKind.NotPossible, _planned.MadeIn is { } above
                ? new($"Dòng {Written(above)} tạo sản phẩm này đã không được nhận.", $"Row {Written(above)}, which would make the product, was refused.")
                : new("Sản phẩm này không còn nữa.", "The product is there no longer."));
        }

        // A row of which nobody knows what it is about is read all the same, so that whoever puts it right does it once.
        var seen = Seen();
        var content = _planned.WritesText || (!IsKnown && _reader.Says(ColumnKind.Text)) ? ContentOver(subject.Listing) : null;
        var offer = _planned.OfferId is not null || (!IsKnown && _reader.Says(ColumnKind.Offer)) ? OfferOver(subject) : null;
        if ((content is not null && seen?.Listing is { } edition && edition != subject.Edition)
            || (subject.Offer is { } there && offer is { Terms: var terms } && seen?.Offer is { } version && version != there.Version && !IsSame(there.Terms, terms)))
        {
            _reader.Fault(
                ImportColumn.Version, FaultKind.ChangedMeanwhile,
                "Dòng này đã được sửa ở nơi khác sau khi bạn lấy bảng. Hãy lấy bảng mới; hoặc xóa ô này nếu muốn ghi đè.",
                "This was changed elsewhere after you fetched the sheet. Fetch it anew, or clear this cell to overwrite.");
        }

        return _faults.Count > 0 ? new(Outcome(ImportRowStatus.Refused, subject.Listing?.Slug, subject.Offer?.Sku), null, null) : Take(subject, content, offer, producerId, slug, now);
    }

    private RowChange Take(RowSubject subject, ListingContent? content, (OfferTerms Terms, Offer? Trial)? offer, Guid producerId, string slug, DateTimeOffset now)
    {
        var listing = subject.Listing;
        if (_planned.Makes)
        {
            listing = Must(Listing.Start(_planned.ListingId, producerId, slug, content!, now));
        }
        else if (content is not null)
        {
            Must(listing!.Edit(content));
        }

        var (waits, changed) = (_planned.MakesOffer && !subject.IsLive, false);
        if (subject.Offer is { } there && offer is { Terms: var terms } && !IsSame(there.Terms, terms))
        {
            changed = true;
            Must(there.Change(terms, stated: _reader.Text(ImportColumn.Price).Length > 0 && _reader.Text(ImportColumn.Stock).Length > 0));
        }

        var made = _planned.MakesOffer && !waits ? offer!.Value.Trial : null;
        var status = waits ? ImportRowStatus.Waits
            : _planned.Makes || made is not null ? ImportRowStatus.Made
            : changed || content is not null ? ImportRowStatus.Changed
            : ImportRowStatus.Unchanged;
        var version = new RowVersion(
            subject.Listing is null ? 1 : subject.Edition + (content is not null ? 1 : 0),
            made?.Version ?? subject.Offer?.Version + (changed ? 1 : 0));
        return new(Outcome(status, listing!.Slug, made?.Sku ?? subject.Offer?.Sku) with { Version = version.ToString() }, _planned.Makes || content is not null ? listing : null, made);
    }

    /// <summary>The version that the row was written of; null where it does not say.</summary>
    private RowVersion? Seen()
    {
        if (_reader.Text(ImportColumn.Version) is not { Length: > 0 } text)
        {
            return null;
        }

        var seen = RowVersion.Read(text);
        if (seen is null)
        {
            _reader.Fault(ImportColumn.Version, FaultKind.Unreadable, "Ô này do bảng lấy về ghi sẵn; hãy để nguyên hoặc xóa trống.", "This cell is written when the sheet is fetched; leave it as it was, or clear it.");
        }

        return seen;
    }

    /// <summary>The text to be written; null when it is there already, or wrong.</summary>
    private ListingContent? ContentOver(Listing? listing)
    {
        var said = RowValues.Content(_reader, listing?.Content ?? new() { Name = new("") }, _words);
        if (said.Cleaned().Failed(out var problem, out var clean))
        {
            Rules(problem);
            return null;
        }

        // What was there before these rules is not changed by being read and written.
        if (listing is null || (ListingDifference.Between(listing.Content, said).Count > 0 && ListingDifference.Between(listing.Content, clean).Count > 0))
        {
            if (listing?.Allowed.Contains(ListingAction.Edit) == false && listing.Edit(clean).Failed(out var refusal, out _))
            {
                Row(FaultKind.NotPossible, refusal.Message);
            }

            return clean;
        }

        return null;
    }

    private (OfferTerms Terms, Offer? Trial)? OfferOver(RowSubject subject)
    {
        if (!IsKnown)
        {
            return TermsOver(Nothing, terms => terms.Faults());
        }

        if (_planned is { MakesOffer: true, OfferId: { } id })
        {
            var made = RowValues.Terms(_reader, Nothing, isNew: true, _words);
            if (Offer.Start(id, _planned.ListingId, Both(ImportColumn.PackVi, ImportColumn.PackEn), Both(ImportColumn.UnitVi, ImportColumn.UnitEn), made).Failed(out var problem, out var offer))
            {
                Rules(problem);
            }

            return (made, offer);
        }

        if (subject.Offer is not { } there)
        {
            Row(FaultKind.ChangedMeanwhile, new("Mặt hàng này không còn nữa.", "The offer is there no longer."));
            return null;
        }

        foreach (var column in (ImportColumn[])[ImportColumn.PackVi, ImportColumn.PackEn, ImportColumn.UnitVi, ImportColumn.UnitEn])
        {
            if (_reader.Changed(column, _words.Written(column, there.Pack, there.Unit, there.Terms)) is { Length: > 0 })
            {
                _reader.Fault(column, FaultKind.Fixed, "Gói và đơn vị của mặt hàng đã có thì không đổi được; hãy tạo mặt hàng mới.", "Pack and unit of an offer that is there cannot change; make a new one.");
            }
        }

        return TermsOver(there.Terms, there.FaultsOf);
    }

    private (OfferTerms Terms, Offer? Trial) TermsOver(OfferTerms before, Func<OfferTerms, IReadOnlyList<FieldFault>> faultsOf)
    {
        var terms = RowValues.Terms(_reader, before, isNew: false, _words);
        foreach (var fault in IsSame(before, terms) ? [] : faultsOf(terms))
        {
            Rule(fault);
        }

        return (terms, null);
    }

    private LocalizedText Both(ImportColumn vi, ImportColumn en) => new(_reader.Changed(vi, "") ?? "", _reader.Changed(en, "") ?? "");

    private void Rules(IProblem problem)
    {
        foreach (var fault in ((FieldsRefused)problem).Faults)
        {
            Rule(fault);
        }
    }

    /// <summary>A fault by the rules, unless the cell could not be read in the first place.</summary>
    private void Rule(FieldFault fault)
    {
        var column = fault is { Path: "priceTiers", Kind: FaultKind.Missing } ? ImportColumn.Price : ImportColumn.OfPath(fault.Path);
        var header = column is null ? null : _sheet.HeaderOf(column);
        var isTold = (fault.Kind == FaultKind.Missing && !IsKnown)
            || (header is not null && _faults.Exists(known => known.Column == header && (known.Kind == FaultKind.Unreadable || known.Kind == FaultKind.Missing)));
        if (!isTold)
        {
            Add(new(_planned.Row.Number, header, fault.Kind, fault.Message));
        }
    }

    private void Row(FaultKind kind, LocalizedText message) => Add(new(_planned.Row.Number, null, kind, message));

    private void Add(ImportFault fault)
    {
        if (!_faults.Contains(fault))
        {
            _faults.Add(fault);
        }
    }

    private ImportRowOutcome Outcome(ImportRowStatus status, string? slug, string? sku) => new(_planned.Row.Number, status, slug, sku, _faults);

    private static bool IsSame(OfferTerms before, OfferTerms after) =>
        before.PriceTiers.SequenceEqual(after.PriceTiers) && before.BlackoutDays.SequenceEqual(after.BlackoutDays.Order())
        && before with { PriceTiers = [], BlackoutDays = [] } == after with { PriceTiers = [], BlackoutDays = [] };

    private static T Must<T>(Result<T> result)
        where T : class => result.Failed(out var problem, out var value) ? throw new InvalidOperationException(problem.Message.En) : value;

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
