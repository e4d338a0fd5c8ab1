using GraphQL;
using Marketplace.Core.Certification;
using Marketplace.Core.Search;

namespace Marketplace.Api.Catalogue;

/// <summary>An OCOP certificate: a dated recognition of one product of one producer. Its state is computed for today.</summary>
[Name("Certificate")]
public sealed class CertificateGraph : INode
{
    private readonly Certificate _certificate;
    private readonly StarPeriod? _starPeriod;

    internal CertificateGraph(Certificate certificate, LegalTextGraph legalText, ProductGraph product)
    {
        _certificate = certificate;
        _starPeriod = certificate.StarPeriod;
        LegalText = legalText;
        Product = product;
        Events = [.. certificate.Events.Select(entry => new CertificateEventGraph(entry))];
    }

    /// <inheritdoc/>
    [Id]
    public string Id => GlobalId.Encode("Certificate", _certificate.Id);

    /// <summary>As printed on the certificate; opaque.</summary>
    public string Number => _certificate.Number;

    /// <summary>3, 4 or 5.</summary>
    public int Stars => _certificate.Stars;

    /// <summary>Day of issue.</summary>
    public DateOnly IssuedOn => _certificate.IssuedOn;

    /// <summary>Last day of the regular term, 36 calendar months after issue.</summary>
    public DateOnly ExpiresOn => _certificate.ExpiresOn;

    /// <summary>Last day on which it is valid, with extension, revocation and supersession considered.</summary>
    public DateOnly ValidUntil => _certificate.ValidUntil;

    /// <summary>The authority in the certificate's own words; it may have ceased to exist.</summary>
    public string Issuer => _certificate.Issuer;

    /// <summary>Number of the recognition decision; null where no source gives it.</summary>
    public string? DecisionNumber => _certificate.DecisionNumber;

    /// <summary>How well the recognition is backed.</summary>
    public EvidenceGrade EvidenceGrade => _certificate.EvidenceGrade;

    /// <summary>The legal text under which it was issued.</summary>
    public LegalTextGraph LegalText { get; }

    /// <summary>What happened to it, oldest first.</summary>
    public IReadOnlyList<CertificateEventGraph> Events { get; }

    /// <summary>True when number and dates are made up for demonstration.</summary>
    public bool Demonstration => _certificate.IsDemonstration;

    /// <summary>What was certified.</summary>
    public ProductGraph Product { get; }

    internal Guid Key => _certificate.Id;

    /// <summary>Its standing today.</summary>
    public CertificateState State(Ask ask) => _certificate.StateOn(ask.Today);

    /// <summary>Its standing today in words.</summary>
    public string StateLabel(Ask ask) => Labels.Of(_certificate.StateOn(ask.Today)).In(ask.Language);

    /// <summary>Whether the product may show these stars today.</summary>
    public bool ShowsStars(Ask ask) => _starPeriod?.Holds(ask.Today) == true;
}

/// <summary>An entry in a certificate's history.</summary>
[Name("CertificateEvent")]
public sealed class CertificateEventGraph
{
    private readonly CertificateEvent _event;

    internal CertificateEventGraph(CertificateEvent entry) => _event = entry;

    /// <summary>What happened.</summary>
    public CertificateEventKind Kind => _event.Kind;

    /// <summary>The first day on which it has effect.</summary>
    public DateOnly On => _event.On;

    /// <summary>Of an extension: the last day of validity.</summary>
    public DateOnly? Until => _event.Until;

    /// <summary>Of a revocation: the ground of the law.</summary>
    public RevocationGround? Ground => _event.Ground;

    /// <summary>Why, in the authority's words; of a supersession the newer certificate's number.</summary>
    public string? Reason => _event.Reason;

    /// <summary>What proves it: a file number, a decision.</summary>
    public string? Evidence => _event.Evidence;

    /// <summary>What happened, in words.</summary>
    public string Label(Ask ask) => Labels.Of(_event.Kind).In(ask.Language);
}

/// <summary>A decision or law whose rules the marketplace applies.</summary>
[Name("LegalText")]
public sealed class LegalTextGraph
{
    private readonly LegalText _text;

    internal LegalTextGraph(LegalText text) => _text = text;

    /// <summary>Stable code.</summary>
    public string Code => _text.Code;

    /// <summary>First day in force.</summary>
    public DateOnly ValidFrom => _text.ValidFrom;

    /// <summary>Last day in force; null while it is.</summary>
    public DateOnly? ValidTo => _text.ValidTo;

    /// <summary>Where it was read.</summary>
    public string Source => _text.Source;

    /// <summary>In the reader's language.</summary>
    public string Title(Ask ask) => _text.Title.In(ask.Language);
}

internal sealed class CertificateNodes(CatalogueCache catalogue) : INodeLoader
{
    public string TypeName => "Certificate";

    public async Task<IReadOnlyDictionary<Guid, object>> LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var products = await catalogue.ProductsOfCertificatesAsync(ids, cancellationToken);
        return products.SelectMany(product => product.Certificates).Where(c => ids.Contains(c.Key)).ToDictionary(c => c.Key, object (c) => c);
    }
}
