using Marketplace.Core.Certification;
using Marketplace.Core.Listings;

namespace Marketplace.Core.Evidence;

/// <summary>What a paper is.</summary>
public enum EvidenceKind
{
    /// <summary>A laboratory's report of a test.</summary>
    TestReport,

    /// <summary>An organic certificate.</summary>
    Organic,

    /// <summary>A VietGAP certificate.</summary>
    VietGap,

    /// <summary>A GlobalGAP certificate.</summary>
    GlobalGap,

    /// <summary>A certificate of hazard analysis and critical control points.</summary>
    Haccp,

    /// <summary>A certificate of an ISO standard; its title names the number.</summary>
    Iso,

    /// <summary>The right to use a geographical indication.</summary>
    GeographicalIndication,

    /// <summary>A declaration of the product's quality.</summary>
    QualityDeclaration,

    /// <summary>A contract that says where the raw material comes from.</summary>
    OriginContract,

    /// <summary>A paper of a trade mark.</summary>
    TradeMark,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>Where a paper stands. That its term is over follows from the day and is no state.</summary>
public enum EvidenceState
{
    /// <summary>It waits for an officer; nobody else but its organisation sees it.</summary>
    InReview,

    /// <summary>An officer has accepted it; everybody may see it until its last day.</summary>
    Accepted,

    /// <summary>An officer has given it back with a reason.</summary>
    Returned,
}

/// <summary>What papers prove.</summary>
public static class EvidenceKinds
{
    /// <summary>The claim that such a paper backs; null for one that backs none by itself. Stars, the programme's name and cures are never among them.</summary>
    public static ClaimKind? Backs(this EvidenceKind kind) => kind switch
    {
        EvidenceKind.Organic => ClaimKind.Organic,
        EvidenceKind.VietGap => ClaimKind.VietGap,
        EvidenceKind.GlobalGap => ClaimKind.GlobalGap,
        EvidenceKind.Haccp => ClaimKind.Haccp,
        EvidenceKind.Iso => ClaimKind.Iso,
        EvidenceKind.GeographicalIndication => ClaimKind.GeographicalIndication,
        _ => null,
    };

    /// <summary>Whether a paper of that grade proves what it says: a signed original, or one that the authority or the official press has published.</summary>
    public static bool Proves(this EvidenceGrade grade) => grade is EvidenceGrade.A or EvidenceGrade.B1;
}
