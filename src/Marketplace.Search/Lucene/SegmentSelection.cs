using Lucene.Net.Index;
using Marketplace.Core.Search;
using Marketplace.Search.Facets;

namespace Marketplace.Search.Lucene;

/// <summary>The selection in a segment's own numbers.</summary>
internal sealed class SegmentSelection
{
    private static readonly int Stars = FacetFields.IndexOf(FacetNames.Stars);
    private static readonly int Price = FacetFields.IndexOf(FacetNames.Price);
    private static readonly int Certified = FacetFields.IndexOf(FacetFields.Certified);

    private readonly FacetSelection _selection;
    private readonly SegmentColumns _columns;
    private readonly byte[] _stars;
    private readonly bool[] _selected;
    private readonly bool[] _selectedStars = new bool[10];
    private readonly NumericDocValues? _prices;

    public SegmentSelection(FacetSelection selection, AtomicReader reader, SegmentColumns columns, byte[] stars)
    {
        (_selection, _columns, _stars) = (selection, columns, stars);
        _selected = new bool[columns.Values.Length];
        for (var i = 0; i < _selected.Length && selection.Active != 0; i++)
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
}
