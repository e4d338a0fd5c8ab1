using Lucene.Net.Index;
using Marketplace.Core.Search;

namespace Marketplace.Search.Lucene;

/// <summary>What is selected in every facet: by the filter, and by what a text was read as. Values of one facet are alternatives.</summary>
internal sealed class FacetSelection
{
    private static readonly int Stars = FacetFields.IndexOf(FacetNames.Stars);
    private static readonly int Price = FacetFields.IndexOf(FacetNames.Price);
    private static readonly int Certified = FacetFields.IndexOf(FacetFields.Certified);

    private readonly HashSet<string>[] _values = [.. FacetFields.Names.Select(_ => new HashSet<string>())];
    private readonly bool? _certified;
    private readonly long? _priceMin;
    private readonly long? _priceMax;

    private FacetSelection(ProductFilter filter, IReadOnlyList<(string Facet, string Value)> understood)
    {
        Add(FacetNames.Group, filter.Groups);
        Add(FacetNames.Stars, filter.Stars.Select(stars => stars.ToString(System.Globalization.CultureInfo.InvariantCulture)));
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

        (_certified, _priceMin, _priceMax) = (filter.Certified, filter.PriceMin, filter.PriceMax);
        for (var facet = 0; facet < _values.Length; facet++)
        {
            Active |= _values[facet].Count > 0 ? 1 << facet : 0;
        }

        Active |= _certified is null ? 0 : 1 << Certified;
        Active |= _priceMin is null && _priceMax is null ? 0 : 1 << Price;
    }

    /// <summary>The facets in which something is selected, a bit each.</summary>
    public int Active { get; }

    public static FacetSelection Of(ProductFilter filter, IReadOnlyList<(string Facet, string Value)> understood) => new(filter, understood);

    public bool Has(int facet, string value) =>
        _values[facet].Contains(value) || (facet == Price && (_priceMin ?? _priceMax) is not null && FacetFields.IsBand(value, _priceMin, _priceMax));

    /// <summary>Selected values, also those that no product has.</summary>
    public IEnumerable<string> Of(int facet) => facet == Price ? FacetFields.PriceBands.Where(band => Has(Price, band)) : _values[facet];

    public InSegment For(AtomicReader reader, SegmentColumns columns, byte[] stars) => new(this, reader, columns, stars);

    private void Add(string facet, IEnumerable<string> values) => _values[FacetFields.IndexOf(facet)].UnionWith(values);

    /// <summary>The selection in a segment's own numbers.</summary>
    public sealed class InSegment
    {
        private readonly FacetSelection _selection;
        private readonly SegmentColumns _columns;
        private readonly byte[] _stars;
        private readonly bool[] _selected;
        private readonly bool[] _selectedStars = new bool[10];
        private readonly NumericDocValues? _prices;

        public InSegment(FacetSelection selection, AtomicReader reader, SegmentColumns columns, byte[] stars)
        {
            (_selection, _columns, _stars) = (selection, columns, stars);
            _selected = new bool[columns.Values.Length];
            for (var i = 0; i < _selected.Length && selection.Active != 0; i++)
            {
                var facet = columns.FacetOf[i];
                _selected[i] = facet != Price && selection._values[facet].Contains(columns.Values[i]);
            }

            foreach (var value in selection._values[Stars])
            {
                if (value.Length == 1 && char.IsAsciiDigit(value[0]))
                {
                    _selectedStars[value[0] - '0'] = true;
                }
            }

            _prices = (selection.Active & (1 << Price)) == 0 ? null : reader.GetNumericDocValues(DocumentFields.Price);
        }

        /// <summary>The facets whose selection the product does not meet, a bit each; 0 when it is found.</summary>
        public int Failed(int document)
        {
            if (_selection.Active == 0)
            {
                return 0;
            }

            var met = _selectedStars[_stars[document]] ? 1 << Stars : 0;
            foreach (var value in _columns.Of(document))
            {
                met |= _selected[value] ? 1 << _columns.FacetOf[value] : 0;
            }

            if (_selection._certified == _stars[document] > 0)
            {
                met |= 1 << Certified;
            }

            if (_prices?.Get(document) is >= 0 and var price && price >= (_selection._priceMin ?? 0) && price <= (_selection._priceMax ?? long.MaxValue))
            {
                met |= 1 << Price;
            }

            return _selection.Active & ~met;
        }
    }
}
