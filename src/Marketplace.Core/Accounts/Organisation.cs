using Marketplace.Core.Catalogue;

namespace Marketplace.Core.Accounts;

/// <summary>What an organisation does on the marketplace.</summary>
public enum OrganisationKind
{
    /// <summary>Makes and lists products (chủ thể OCOP).</summary>
    Producer,

    /// <summary>Buys in bulk to sell on.</summary>
    Distributor,

    /// <summary>A company that buys for itself.</summary>
    Buyer,

    /// <summary>Runs the programme: evaluates, certifies, reports.</summary>
    ProgrammeOffice,
}

/// <summary>Whether the programme office has seen who stands behind an organisation.</summary>
public enum IdentityStatus
{
    /// <summary>Nobody has looked yet: listings wait until somebody has.</summary>
    Unverified,

    /// <summary>The papers were seen and agree.</summary>
    Verified,

    /// <summary>The papers were seen and do not agree.</summary>
    Refused,
}

/// <summary>Whoever acts on the marketplace beside private buyers: people act for it as its members.</summary>
public sealed class Organisation
{
    public const int NameLength = 200;

    public required Guid Id { get; init; }

    public required OrganisationKind Kind { get; init; }

    public required string Name { get; set; }

    /// <summary>The legal form of a producer; null for the others.</summary>
    public ProducerKind? Form { get; set; }

    /// <summary>Number of the business, co-operative or household registration.</summary>
    public string? RegistrationNumber { get; set; }

    /// <summary>Ten digits, with a dash and three more for a branch; twelve for a household that uses its citizen's number.</summary>
    public string? TaxCode { get; set; }

    /// <summary>Who signs for it.</summary>
    public string? LegalRepresentative { get; set; }

    public string? DistrictCode { get; set; }

    public IdentityStatus IdentityStatus { get; private set; }

    /// <summary>Why the identity was refused, for the organisation to read.</summary>
    public string? IdentityNote { get; private set; }

    /// <summary>The entry of the catalogue under which its products stand; null until it has one.</summary>
    public Guid? ProducerId { get; set; }

    /// <summary>Made up for demonstration.</summary>
    public bool IsDemonstration { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }

    /// <summary>Records that the office has seen the papers.</summary>
    public void Verify() => (IdentityStatus, IdentityNote) = (IdentityStatus.Verified, null);

    /// <summary>Records that the papers do not agree, with the reason that the organisation is told.</summary>
    public void Refuse(string note) => (IdentityStatus, IdentityNote) = (IdentityStatus.Refused, note);

    /// <summary>Puts new details in place. A changed name, number or representative has to be looked at again.</summary>
    public IReadOnlyList<IProblem> Describe(OrganisationDetails details)
    {
        var (checkedDetails, problems) = details.Checked(Kind);
        if (problems.Count > 0)
        {
            return problems;
        }

        var isOther = (Name, RegistrationNumber, TaxCode, LegalRepresentative, Form)
            != (checkedDetails.Name, checkedDetails.RegistrationNumber, checkedDetails.TaxCode, checkedDetails.LegalRepresentative, checkedDetails.Form);
        (Name, Form, RegistrationNumber, TaxCode, LegalRepresentative, DistrictCode) =
            (checkedDetails.Name, checkedDetails.Form, checkedDetails.RegistrationNumber, checkedDetails.TaxCode, checkedDetails.LegalRepresentative, checkedDetails.DistrictCode);
        if (isOther)
        {
            (IdentityStatus, IdentityNote) = (IdentityStatus.Unverified, null);
        }

        return [];
    }
}
