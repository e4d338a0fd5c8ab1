using Lucene.Net.Index;
using Marketplace.Core.Search;
using Marketplace.Search.Facets;

namespace Marketplace.Search.Lucene;

/// <summary>The selection in a segment's own numbers. One object serves one walk, in the order of the documents.</summary>
internal sealed class SegmentSelection
{
    private static readonly int Stars = FacetFields.IndexOf(FacetNames.Stars);
    private static readonly int Price = FacetFields.IndexOf(FacetNames.Price);
    private static readonly int Certified = FacetFields.IndexOf(FacetFields.Certified);

    private readonly FacetSelection _selection;
    private readonly SegmentColumns _columns;
    private readonly byte[] _stars;
    private readonly bool[] _selected;
    private readonly bool[] _selectedStars = new bool[SegmentColumns.MostStars + 1];
    private readonly NumericDocValues? _prices;
    private readonly (int Bit, Occurrences[] Values)[] _uncounted;

    public SegmentSelection(FacetSelection selection, AtomicReader reader, SegmentColumns columns, byte[] stars)
    {
        (_selection, _columns, _stars) = (selection, columns, stars);
        _selected = new bool[selection.Active == 0 ? 0 : columns.Values.Count];
        for (var i = 0; i < _selected.Length; i++)
        {
            var facet = columns.FacetOf[i];
            _selected[i] = facet != Price && selection.ValuesOf(facet).Contains(columns.Values[i]);
        }

        foreach (var value in selection.ValuesOf(Stars))
        {
            if (value.Length == 1 && char.IsAsciiDigit(value[0]))
            {
                _selectedStars[value[0] - '0'] = true;
            }
        }

        _prices = selection.IsActive(Price) ? reader.GetNumericDocValues(DocumentFields.Price) : null;
        _uncounted =
        [
            .. Enumerable.Range(FacetFields.Counted, FacetFields.Names.Length - FacetFields.Counted)
                .Where(facet => selection.ValuesOf(facet).Count > 0)
                .Select(facet => (1 << facet, selection.ValuesOf(facet).Select(value => Occurrences.OfFacet(reader, facet, value)).OfType<Occurrences>().ToArray())),
        ];
    }

    /// <summary>
    /// The next document, from this one on, that can be found or counted. A product that fails in a facet that is not counted is neither: so a
    /// producer's list looks at that producer's products and at no others.
    /// </summary>
    public int Next(int document)
    {
        foreach (var (_, values) in _uncounted)
        {
            document = Math.Max(document, Nearest(values, document));
        }

        return document;
    }

    /// <summary>The facets whose selection the product does not meet, a bit each; 0 when it is found.</summary>
    public int Failed(int document)
    {
        if (_selection.Active == 0)
        {
            return 0;
        }

        var met = _selectedStars[_stars[document]] ? 1 << Stars : 0;
        foreach (var (bit, values) in _uncounted)
        {
            met |= Nearest(values, document) == document ? bit : 0;
        }

        foreach (var value in _columns.Of(document))
        {
            met |= _selected[value] ? 1 << _columns.FacetOf[value] : 0;
        }

        if (_selection.IsCertified == _stars[document] > 0)
        {
            met |= 1 << Certified;
        }

        if (_prices?.Get(document) is >= 0 and var price && price >= (_selection.PriceMin ?? 0) && price <= (_selection.PriceMax ?? long.MaxValue))
        {
            met |= 1 << Price;
        }

        return _selection.Active & ~met;
    }

    private static int Nearest(Occurrences[] values, int document)
    {
        var nearest = Occurrences.End;
        foreach (var value in values)
        {
            nearest = Math.Min(nearest, value.Advance(document));
        }

        return nearest;
    }
}
