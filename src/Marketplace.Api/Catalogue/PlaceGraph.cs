using GraphQL;
using GraphQL.DataLoader;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Search;

namespace Marketplace.Api.Catalogue;

/// <summary>A district-level unit of the former Bến Tre province. The level ended on 30 June 2025; goods are still known by these names.</summary>
[Name("District")]
public sealed class DistrictGraph
{
    private readonly District _district;
    private readonly Reference _reference;

    internal DistrictGraph(District district, Reference reference) => (_district, _reference) = (district, reference);

    /// <summary>Stable code, as filters take it.</summary>
    public string Code => _district.Code;

    /// <summary>In both languages.</summary>
    public LocalizedText Names => _district.Name;

    /// <summary>"city" or "district".</summary>
    public string Kind => _district.Kind;

    /// <summary>First day; null when it is older than the catalogue's records (2018).</summary>
    public DateOnly? ValidFrom => _district.ValidFrom;

    /// <summary>Last day; null while the unit exists.</summary>
    public DateOnly? ValidTo => _district.ValidTo;

    /// <summary>Approximate centre, degrees north.</summary>
    public double? Latitude => _district.Latitude;

    /// <summary>Approximate centre, degrees east.</summary>
    public double? Longitude => _district.Longitude;

    /// <summary>All communes, wards and townships that are known to have belonged to it, in Vietnamese alphabetical order.</summary>
    public IReadOnlyList<CommuneGraph> Communes => _reference.CommunesOf(Code);

    /// <summary>In the reader's language.</summary>
    public string Name(Ask ask) => _district.Name.In(ask.Language);

    /// <summary>Products listed there.</summary>
    public Task<int> ProductCount(Ask ask, [FromServices] CatalogueFigures figures, CancellationToken cancellationToken) =>
        figures.CountAsync(FacetNames.District, Code, ask, cancellationToken);
}

/// <summary>A commune-level unit of some time: commune (xã), ward (phường) or township (thị trấn).</summary>
[Name("Commune")]
public sealed class CommuneGraph
{
    private readonly Commune _commune;

    internal CommuneGraph(Commune commune, DistrictGraph? district, CommuneGraph? successor) =>
        (_commune, District, Successor) = (commune, district, successor);

    /// <summary>Stable code, as filters take it.</summary>
    public string Code => _commune.Code;

    /// <summary>In both languages.</summary>
    public LocalizedText Names => _commune.Name;

    /// <summary>"commune", "ward" or "township".</summary>
    public string Kind => _commune.Kind;

    /// <summary>First day; null when it is older than the catalogue's records (2018).</summary>
    public DateOnly? ValidFrom => _commune.ValidFrom;

    /// <summary>Last day; null while the unit exists.</summary>
    public DateOnly? ValidTo => _commune.ValidTo;

    /// <summary>The unit that took over its land, or the next one on the way; null while it exists, or where the chain is not known.</summary>
    public CommuneGraph? Successor { get; }

    /// <summary>Its district; null for units made after districts ended.</summary>
    public DistrictGraph? District { get; }

    /// <summary>In the reader's language.</summary>
    public string Name(Ask ask) => _commune.Name.In(ask.Language);

    /// <summary>Products whose sources name this unit; those of the units that it took over or that followed it are not counted.</summary>
    public IDataLoaderResult<int> ProductCount([FromServices] CommuneProductCounts counts) => counts.Load(Code);
}

/// <summary>Counts the products of all communes on a level of an answer together.</summary>
public sealed class CommuneProductCounts(CatalogueCache catalogue) : BatchLoader<string, int>
{
    protected override Task<IReadOnlyDictionary<string, int>> FetchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        catalogue.CommuneProductCountsAsync(keys, cancellationToken);
}

/// <summary>A product group (nhóm sản phẩm) of one legal text.</summary>
[Name("ProductGroup")]
public sealed class ProductGroupGraph
{
    private readonly ProductGroup _group;

    internal ProductGroupGraph(ProductGroup group, LegalTextGraph legalText, ProductGroupGraph? becomes) =>
        (_group, LegalText, Becomes) = (group, legalText, becomes);

    /// <summary>Stable code, as filters take it.</summary>
    public string Code => _group.Code;

    /// <summary>Its number in the legal text, I to VI. The same number means different groups under different texts.</summary>
    public string Roman => _group.Roman;

    /// <summary>In both languages.</summary>
    public LocalizedText Names => _group.Name;

    /// <summary>The text that defines it.</summary>
    public LegalTextGraph LegalText { get; }

    /// <summary>The group in force that took over its products; null while it is in force itself.</summary>
    public ProductGroupGraph? Becomes { get; }

    internal DateOnly ValidFrom => _group.ValidFrom;

    internal DateOnly? ValidTo => _group.ValidTo;

    internal int Position => _group.Position;

    /// <summary>In the reader's language.</summary>
    public string Name(Ask ask) => _group.Name.In(ask.Language);

    /// <summary>What belongs to it, in the reader's language.</summary>
    public string? Description(Ask ask) => _group.Description?.In(ask.Language);

    /// <summary>Products listed in it.</summary>
    public Task<int> ProductCount(Ask ask, [FromServices] CatalogueFigures figures, CancellationToken cancellationToken) =>
        figures.CountAsync(FacetNames.Group, Code, ask, cancellationToken);
}
