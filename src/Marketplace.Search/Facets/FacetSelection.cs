using System.Globalization;
using Marketplace.Core.Search;

namespace Marketplace.Search.Facets;

/// <summary>What is selected in every facet: by the filter, and by what a text was read as. Values of one facet are alternatives.</summary>
internal sealed class FacetSelection
{
    private static readonly int Price = FacetFields.IndexOf(FacetNames.Price);
    private static readonly int Certified = FacetFields.IndexOf(FacetFields.Certified);

    private readonly HashSet<string>[] _values = [.. FacetFields.Names.Select(_ => new HashSet<string>())];

    private FacetSelection(ProductFilter filter, IReadOnlyList<(string Facet, string Value)> understood)
    {
        Add(FacetNames.Group, filter.Groups);
        Add(FacetNames.Stars, filter.Stars.Select(stars => stars.ToString(CultureInfo.InvariantCulture)));
        Add(FacetNames.District, filter.Districts);
        Add(FacetNames.Commune, filter.Communes);
        Add(FacetFields.Producer, filter.ProducerIds.Select(id => id.ToString("N")));
        Add(FacetNames.ProducerKind, filter.ProducerKinds.Select(kind => kind.ToString()));
        Add(FacetNames.Certification, filter.Certifications);
        Add(FacetFields.ExportMarket, filter.ExportMarkets);
        if (filter.Available is { } available)
        {
            Add(FacetNames.Availability, [available ? "true" : "false"]);
        }

        foreach (var (facet, value) in understood.Where(read => FacetFields.IndexOf(read.Facet) >= 0))
        {
            Add(facet, [value]);
        }

        (IsCertified, PriceMin, PriceMax) = (filter.Certified, filter.PriceMin, filter.PriceMax);
        for (var facet = 0; facet < _values.Length; facet++)
        {
            Active |= _values[facet].Count > 0 ? 1 << facet : 0;
        }

        Active |= IsCertified is null ? 0 : 1 << Certified;
        Active |= PriceMin is null && PriceMax is null ? 0 : 1 << Price;
    }

    /// <summary>The facets in which something is selected, a bit each.</summary>
    public int Active { get; }

    /// <summary>Whether products must show stars; null when both will do.</summary>
    public bool? IsCertified { get; }

    public long? PriceMin { get; }

    public long? PriceMax { get; }

    public bool IsActive(int facet) => (Active & (1 << facet)) != 0;

    /// <summary>What is selected, by exact value; a price range is none.</summary>
    public IReadOnlySet<string> ValuesOf(int facet) => _values[facet];

    public static FacetSelection Of(ProductFilter filter, IReadOnlyList<(string Facet, string Value)> understood) => new(filter, understood);

    public bool Has(int facet, string value) =>
        _values[facet].Contains(value) || (facet == Price && (PriceMin ?? PriceMax) is not null && FacetFields.IsBand(value, PriceMin, PriceMax));

    /// <summary>Selected values, also those that no product has.</summary>
    public IEnumerable<string> Of(int facet) => facet == Price ? FacetFields.PriceBands.Where(band => Has(Price, band)) : _values[facet];

    private void Add(string facet, IEnumerable<string> values) => _values[FacetFields.IndexOf(facet)].UnionWith(values);
}
