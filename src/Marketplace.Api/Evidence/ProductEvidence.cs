using GraphQL;
using Marketplace.Core.Certification;
using Marketplace.Core.Evidence;

namespace Marketplace.Api;

/// <summary>A paper about a product, or about all that its producer makes, that an officer has accepted and whose term is not over.</summary>
[Name("ProductEvidence")]
public sealed class ProductEvidenceGraph
{
    private readonly EvidenceFile _evidence;

    internal ProductEvidenceGraph(EvidenceFile evidence) => _evidence = evidence;

    /// <summary>What it is.</summary>
    public EvidenceKind Kind => _evidence.Details.Kind;

    /// <summary>As printed; plain text.</summary>
    public string Title => _evidence.Details.Title;

    /// <summary>As printed; null where it has none.</summary>
    public string? Number => _evidence.Details.Number;

    /// <summary>Whoever issued it.</summary>
    public string IssuedBy => _evidence.Details.IssuedBy;

    /// <summary>When it was issued.</summary>
    public DateOnly IssuedOn => _evidence.Details.IssuedOn;

    /// <summary>Its last day; null for one without a term.</summary>
    public DateOnly? ExpiresOn => _evidence.Details.ExpiresOn;

    /// <summary>What an officer found it to be worth. Only A and B1 prove what it says.</summary>
    public EvidenceGrade Grade => _evidence.Grade!.Value;

    /// <summary>The file.</summary>
    public PaperGraph File => new(_evidence);
}
