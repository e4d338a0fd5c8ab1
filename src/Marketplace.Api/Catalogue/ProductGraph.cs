using GraphQL;
using Marketplace.Api.Search;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Search;
using Marketplace.Data.Catalogue;

namespace Marketplace.Api.Catalogue;

/// <summary>A good or service of one producer.</summary>
[Name("Product")]
public sealed class ProductGraph : INode
{
    private readonly Product _product;

    internal ProductGraph(ListedProduct listed, ProducerGraph? producer, Reference reference)
    {
        _product = listed.Product;
        Producer = producer;
        Group = reference.Group(_product.GroupCode) ?? throw new InvalidOperationException($"No group {_product.GroupCode}.");
        District = reference.District(_product.DistrictCode);
        Commune = reference.Commune(_product.CommuneCode);
        Category = new CategoryGraph(_product.Category);
        Offers = [.. listed.Offers.Select(offer => new OfferGraph(offer))];
        Certificates = [.. listed.Certificates.Select(certificate => new CertificateGraph(certificate, reference.LegalText(certificate.LegalTextCode), this))];
        Certifications = [.. _product.Certifications.OrderBy(certification => certification.Number).Select(certification => new CertificationGraph(certification))];
        Images = listed.Pictures.Count > 0 ? [.. listed.Pictures.Select(picture => new ImageGraph(_product, picture))] : [new ImageGraph(_product, picture: null)];
        ExportMarkets = [.. _product.ExportMarkets.Select(code => new ExportMarketGraph(code))];
        UpdatedAt = listed.Offers.Select(offer => offer.UpdatedAt).Concat(listed.Certificates.Select(certificate => certificate.UpdatedAt))
            .Concat(listed.Pictures.Select(picture => picture.UpdatedAt)).Append(_product.UpdatedAt).Max();
        IndicativePrice = _product.IndicativePrice is { } price ? new IndicativePriceGraph(price) : null;
    }

    /// <inheritdoc/>
    [Id]
    public string Id => field ??= GlobalId.Encode("Product", _product.Id);

    /// <summary>Names the product in addresses; never changes.</summary>
    public string Slug => _product.Slug;

    /// <summary>In both languages.</summary>
    public LocalizedText Names => _product.Name;

    /// <summary>In both languages.</summary>
    public LocalizedText? Descriptions => _product.Description;

    /// <summary>Its group under the legal text in force.</summary>
    public ProductGroupGraph Group { get; }

    /// <summary>The shelf it stands on: finer than groups, ours and not official.</summary>
    public CategoryGraph Category { get; }

    /// <summary>All its certificates, newest first, ended ones too.</summary>
    public IReadOnlyList<CertificateGraph> Certificates { get; }

    /// <summary>Certifications and protected signs other than OCOP, as sources name them.</summary>
    public IReadOnlyList<CertificationGraph> Certifications { get; }

    /// <summary>Whoever makes it; null where the sources name no business.</summary>
    public ProducerGraph? Producer { get; }

    /// <summary>District-level unit of the former province; null where not known or province-wide.</summary>
    public DistrictGraph? District { get; }

    /// <summary>Commune of its sources' time, with the unit that followed it; null where not known.</summary>
    public CommuneGraph? Commune { get; }

    /// <summary>Photographs, the main one first; without any, one drawing that stands in for them. Never empty.</summary>
    public IReadOnlyList<ImageGraph> Images { get; }

    /// <summary>Packs that can be bought.</summary>
    public IReadOnlyList<OfferGraph> Offers { get; }

    /// <summary>Markets it is sold to, as sources name them.</summary>
    public IReadOnlyList<ExportMarketGraph> ExportMarkets { get; }

    /// <summary>Web pages on which the record rests.</summary>
    public IReadOnlyList<string> Sources => _product.Sources;

    /// <summary>A price that a source named in some year, for orientation only; nothing can be bought at it.</summary>
    public IndicativePriceGraph? IndicativePrice { get; }

    /// <summary>When the listing was made, in UTC.</summary>
    public DateTime ListedAt => _product.ListedAt;

    /// <summary>When the listing last changed, its offers, certificates and pictures included, in UTC. The end of a certificate's term changes no listing.</summary>
    public DateTime UpdatedAt { get; }

    internal Guid Key => _product.Id;

    /// <summary>Bytes that it takes in memory, about: 4 KiB for an ordinary product, measured over a hundred thousand.</summary>
    internal int Size => 2_100
        + (600 * (Offers.Count + Certificates.Count + Images.Count))
        + (sizeof(char) * ((_product.Description?.Vi.Length ?? 0) + (_product.Description?.En?.Length ?? 0)));

    internal Guid? ProducerKey => _product.ProducerId;

    internal string CategoryNameVi => Categories.NameOf(_product.Category)?.Vi ?? _product.Name.Vi;

    /// <summary>In the reader's language.</summary>
    public string Name(Ask ask) => _product.Name.In(ask.Language);

    /// <summary>One or two sentences in the reader's language.</summary>
    public string? Description(Ask ask) => _product.Description?.In(ask.Language);

    /// <summary>Pack and size as a source gives them, in the reader's language.</summary>
    public string? Packaging(Ask ask) => _product.Packaging?.In(ask.Language);

    /// <summary>OCOP stars (3 to 5) that a certificate lets it show today; null when none does. Not a customers' review.</summary>
    public int? Stars(Ask ask) => Shown(ask)?.Stars;

    /// <summary>The certificate behind today's stars; without one, the newest certificate whatever its state; null when there never was one.</summary>
    public CertificateGraph? Certificate(Ask ask) => Shown(ask) ?? (Certificates.Count > 0 ? Certificates[0] : null);

    /// <summary>Papers that prove something of it or of all that its producer makes, the newest first: those that an officer has accepted and that hold today.</summary>
    public IReadOnlyList<ProductEvidenceGraph> Evidence(Ask ask) =>
        _product.Visibility == Visibility.Shown && Producer is { } maker ? [.. maker.EvidenceOf(Key, ask.Today).Select(evidence => new ProductEvidenceGraph(evidence))] : [];

    /// <summary>Other products of the same shelf, best match first; 1 to 20.</summary>
    [Cost(10)]
    public async Task<IReadOnlyList<ProductGraph>> Similar(
        Ask ask, [FromServices] ISearchIndex index, [FromServices] CatalogueCache catalogue, [FromServices] DatabaseListing listing,
        CancellationToken cancellationToken, int first = 6)
    {
        if (first is < 1 or > 20)
        {
            throw new BadInputException(new($"first phải từ 1 đến 20; đã nhận {first}.", $"first must be from 1 to 20; got {first}."));
        }

        var reference = await catalogue.ReferenceAsync(cancellationToken);
        var query = new SearchQuery
        {
            Text = CategoryNameVi,
            Understand = false,
            Filter = new() { Groups = [Group.Code] },
            Page = new(first + 1),
            Today = ask.Today,
            Vocabulary = reference.Vocabulary,
        };
        SearchPage page;
        try
        {
            page = await index.SearchAsync(query, cancellationToken);
        }
        catch (SearchUnavailableException)
        {
            // Products of the same group are the nearest that the database knows.
            (page, _) = await listing.ListAsync(query with { Text = null }, cancellationToken);
        }

        var products = await catalogue.ProductsAsync([.. page.Hits.Select(hit => hit.ProductId)], cancellationToken);
        return [.. products.Where(product => product.Key != Key).Take(first)];
    }

    private CertificateGraph? Shown(Ask ask)
    {
        foreach (var certificate in Certificates)
        {
            if (certificate.ShowsStars(ask))
            {
                return certificate;
            }
        }

        return null;
    }
}

internal sealed class ProductNodes(CatalogueCache catalogue) : INodeLoader
{
    public string TypeName => "Product";

    public async Task<IReadOnlyDictionary<Guid, object>> LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        (await catalogue.ProductsAsync(ids, cancellationToken)).ToDictionary(product => product.Key, object (product) => product);
}
