namespace Marketplace.Core.Certification;

/// <summary>The standing of a certificate on a day.</summary>
public enum CertificateState
{
    /// <summary>Its first day is still to come.</summary>
    NotYetValid,

    /// <summary>Valid for more than 180 days.</summary>
    Valid,

    /// <summary>Valid, with 180 days or fewer left: the holder may file anew.</summary>
    Expiring,

    /// <summary>Past its term, kept valid while a filed renewal is decided.</summary>
    Extended,

    /// <summary>Past its term.</summary>
    Expired,

    /// <summary>Withdrawn by the authority.</summary>
    Revoked,

    /// <summary>Replaced by a newer certificate of the same product.</summary>
    Superseded,
}

/// <summary>How well something is backed: stars by what is known of their decision, a claim by a paper.</summary>
public enum EvidenceGrade
{
    /// <summary>The signed decision or its annex; of a paper, a signed original of whoever issued it.</summary>
    A,

    /// <summary>The official press reports the recognition; a paper is found in what its authority or the official press has published.</summary>
    B1,

    /// <summary>A proposal, a scoring or an unsigned copy only; never shown as stars, and backs no claim.</summary>
    B2,

    /// <summary>The seller's own claim or declaration; never shown as stars, and backs no claim.</summary>
    C,
}

/// <summary>What can happen to a certificate after it was issued.</summary>
public enum CertificateEventKind
{
    /// <summary>The holder filed for renewal.</summary>
    RenewalFiled,

    /// <summary>Kept valid past its term while the renewal is decided.</summary>
    Extended,

    /// <summary>Withdrawn by the authority.</summary>
    Revoked,

    /// <summary>Replaced by a newer certificate.</summary>
    Superseded,
}

/// <summary>Grounds of revocation in Decision 26/2026/QĐ-TTg.</summary>
public enum RevocationGround
{
    /// <summary>Dishonest or forged papers.</summary>
    ForgedPapers,

    /// <summary>The criteria are no longer met.</summary>
    CriteriaNoLongerMet,

    /// <summary>Breach of quality, food-safety, environment, property or labelling law.</summary>
    BreachOfLaw,

    /// <summary>Misuse of the OCOP mark.</summary>
    MisuseOfMark,

    /// <summary>Production has stopped.</summary>
    ProductionStopped,

    /// <summary>Another finding of the authority.</summary>
    OtherFinding,
}

/// <summary>An entry in a certificate's history.</summary>
public sealed class CertificateEvent
{
    /// <summary>Its place in the history, from 1.</summary>
    public required int Number { get; init; }

    public required CertificateEventKind Kind { get; init; }

    /// <summary>The first day on which it has effect.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Of an extension: the last day of validity.</summary>
    public DateOnly? Until { get; init; }

    public RevocationGround? Ground { get; init; }

    /// <summary>Why, in words; of a supersession the newer certificate's number.</summary>
    public string? Reason { get; init; }

    /// <summary>What proves it: a file number, a decision.</summary>
    public string? Evidence { get; init; }
}

public sealed record StarsNotCertifiable(int Stars) : IProblem
{
    public LocalizedText Message => new(
        $"Chỉ công nhận 3, 4 hoặc 5 sao; không cấp giấy cho {Stars} sao.",
        $"Only 3, 4 or 5 stars are certified; {Stars} are not.");
}

public sealed record LegalTextNotInForce(string Code, DateOnly On) : IProblem
{
    public LocalizedText Message => new(
        $"Văn bản {Code} không cho phép cấp giấy vào ngày {On:dd/MM/yyyy}.",
        $"Legal text {Code} allows no certificate to be issued on {On:yyyy-MM-dd}.");
}

public sealed record ExtensionRefused(string Number, DateOnly Latest) : IProblem
{
    public LocalizedText Message => new(
        $"Giấy {Number} chỉ được gia hạn khi cấp trước quyết định hiện hành, có hồ sơ chứng minh và không quá ngày {Latest:dd/MM/yyyy}.",
        $"Certificate {Number} can be extended only if it is older than the decision in force, with proof of a pending file, and to {Latest:yyyy-MM-dd} at most.");
}

public sealed record CertificateAlreadyEnded(string Number, DateOnly On) : IProblem
{
    public LocalizedText Message => new(
        $"Giấy {Number} đã chấm dứt từ ngày {On:dd/MM/yyyy}.",
        $"Certificate {Number} ended on {On:yyyy-MM-dd}.");
}
