using Marketplace.Core.Search;

namespace Marketplace.Core.Certification;

/// <summary>An OCOP recognition: a dated fact with an end, not a property of the product. Its state is computed for the day of reading.</summary>
public sealed class Certificate
{
    /// <summary>A certificate is called expiring from this many days before its last day; the window for filing anew opens then.</summary>
    public const int ExpiringDays = 180;

    private readonly List<CertificateEvent> _events = [];

    public required Guid Id { get; init; }

    public required Guid ProductId { get; init; }

    /// <summary>As printed on the certificate; opaque.</summary>
    public required string Number { get; init; }

    /// <summary>3, 4 or 5. One and two stars are never certified.</summary>
    public required int Stars { get; init; }

    /// <summary>Number of the recognition decision; null where no source gives it.</summary>
    public string? DecisionNumber { get; init; }

    /// <summary>The authority in the words of the certificate. Text, because issuers such as districts have ceased to exist.</summary>
    public required string Issuer { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>Last day of the regular term.</summary>
    public required DateOnly ExpiresOn { get; init; }

    public required EvidenceGrade EvidenceGrade { get; init; }

    /// <summary>The legal text under which it was issued.</summary>
    public required string LegalTextCode { get; init; }

    /// <summary>Made up for demonstration; the stars may be real, the dates and the number are not.</summary>
    public required bool IsDemonstration { get; init; }

    /// <summary>When this record last changed, in UTC; set when it is saved.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>What happened to it, oldest first.</summary>
    public IReadOnlyList<CertificateEvent> Events => _events;

    /// <summary>The last day on which it is valid, all events considered; before <see cref="IssuedOn"/> when it never was.</summary>
    public DateOnly ValidUntil
    {
        get
        {
            var last = _events.Where(e => e.Kind == CertificateEventKind.Extended).Select(e => e.Until ?? ExpiresOn).Append(ExpiresOn).Max();
            var cut = Ended?.On.AddDays(-1);
            return cut < last ? cut.Value : last;
        }
    }

    private CertificateEvent? Ended =>
        _events.Where(e => e.Kind is CertificateEventKind.Revoked or CertificateEventKind.Superseded).MinBy(e => e.On);

    /// <summary>Issues a certificate whose term follows the legal text: Decision 26/2026/QĐ-TTg and its predecessors give 36 calendar months.</summary>
    public static Result<Certificate> Issue(Guid id, Guid productId, CertificateGrant grant, LegalText legalText)
    {
        if (grant.Stars is < 3 or > 5)
        {
            return new(new StarsNotCertifiable(grant.Stars));
        }

        if (legalText.CertificateMonths is not { } months || !legalText.InForceOn(grant.IssuedOn))
        {
            return new(new LegalTextNotInForce(legalText.Code, grant.IssuedOn));
        }

        return new(new Certificate
        {
            Id = id,
            ProductId = productId,
            Number = grant.Number,
            Stars = grant.Stars,
            DecisionNumber = grant.DecisionNumber,
            Issuer = grant.Issuer,
            IssuedOn = grant.IssuedOn,
            ExpiresOn = grant.IssuedOn.AddMonths(months),
            EvidenceGrade = grant.EvidenceGrade,
            LegalTextCode = legalText.Code,
            IsDemonstration = grant.IsDemonstration,
        });
    }

    public CertificateState StateOn(DateOnly day)
    {
        if (day < IssuedOn)
        {
            return CertificateState.NotYetValid;
        }

        if (Ended is { } end && end.On <= day)
        {
            return end.Kind == CertificateEventKind.Revoked ? CertificateState.Revoked : CertificateState.Superseded;
        }

        if (day <= ExpiresOn)
        {
            return day.AddDays(ExpiringDays) >= ExpiresOn ? CertificateState.Expiring : CertificateState.Valid;
        }

        return day <= ValidUntil ? CertificateState.Extended : CertificateState.Expired;
    }

    /// <summary>Whether the product may show these stars on that day: the certificate holds, and a decision or the official press stands behind it.</summary>
    public bool ShowsStarsOn(DateOnly day) => StarPeriod?.Holds(day) == true;

    /// <summary>The days on which the stars may be shown; null when on none.</summary>
    public StarPeriod? StarPeriod =>
        EvidenceGrade is EvidenceGrade.A or EvidenceGrade.B1 && ValidUntil >= IssuedOn ? new StarPeriod(Stars, IssuedOn, ValidUntil) : null;

    /// <summary>Records that the holder has filed for renewal. Changes no right by itself.</summary>
    public Result<Certificate> FileRenewal(DateOnly on, string evidence) => Record(new CertificateEvent
    {
        Number = _events.Count + 1,
        Kind = CertificateEventKind.RenewalFiled,
        On = on,
        Evidence = evidence,
    });

    /// <summary>
    /// Keeps the certificate valid past its term while a filed renewal is decided. Decision 26/2026/QĐ-TTg allows it for ratings
    /// older than itself, at most 180 days past expiry, and never without proof of the pending file.
    /// </summary>
    public Result<Certificate> Extend(DateOnly on, DateOnly until, string evidence, LegalText inForce)
    {
        var latest = ExpiresOn.AddDays(inForce.ExtensionDays ?? 0);
        if (IssuedOn >= inForce.ValidFrom || until <= ExpiresOn || until > latest || string.IsNullOrWhiteSpace(evidence))
        {
            return new(new ExtensionRefused(Number, latest));
        }

        return Record(new CertificateEvent { Number = _events.Count + 1, Kind = CertificateEventKind.Extended, On = on, Until = until, Evidence = evidence });
    }

    /// <summary>Ends the certificate on a ground of the law.</summary>
    public Result<Certificate> Revoke(DateOnly on, RevocationGround ground, string reason) => Record(new CertificateEvent
    {
        Number = _events.Count + 1,
        Kind = CertificateEventKind.Revoked,
        On = on,
        Ground = ground,
        Reason = reason,
    });

    /// <summary>Ends the certificate because a newer one of the same product takes its place.</summary>
    public Result<Certificate> Supersede(Certificate newer) => Record(new CertificateEvent
    {
        Number = _events.Count + 1,
        Kind = CertificateEventKind.Superseded,
        On = newer.IssuedOn,
        Reason = newer.Number,
    });

    private Result<Certificate> Record(CertificateEvent what)
    {
        if (Ended is { } end)
        {
            return new(new CertificateAlreadyEnded(Number, end.On));
        }

        _events.Add(what);
        return new(this);
    }
}

/// <summary>What an authority grants; the term follows from the law.</summary>
public sealed record CertificateGrant(
    string Number, int Stars, string Issuer, DateOnly IssuedOn, EvidenceGrade EvidenceGrade, string? DecisionNumber = null, bool IsDemonstration = false);
