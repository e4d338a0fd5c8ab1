using Marketplace.Core.Search;
using Marketplace.Search.Facets;

namespace Marketplace.Search.Lucene;

/// <summary>Counts values over the products found. A product that fails in one facet only still counts there: a facet's counts ignore its own selection.</summary>
internal sealed class FacetCounter(FacetSelection selection)
{
    private static readonly int Stars = FacetFields.IndexOf(FacetNames.Stars);

    private readonly Dictionary<string, int>[] _counts = FacetLists.NewCounts();
    private readonly int[] _stars = new int[SegmentColumns.MostStars + 1];

    // Products that were found wait here and are counted many in a row: then the processor fetches the values of several at once.
    private readonly int[] _found = new int[256];
    private int _waiting;
    private SegmentColumns? _columns;
    private int[] _segment = [];
    private byte[] _segmentStars = [];

    public void Begin(SegmentColumns columns, byte[] stars)
    {
        (_columns, _segmentStars, _segment) = (columns, stars, new int[columns.Values.Count]);
    }

    public void Count(CountsOfAll all)
    {
        for (var stars = 0; stars < _stars.Length; stars++)
        {
            _stars[stars] += all.OfStars[stars];
        }

        _segment = all.OfValues;
    }

    /// <param name="failed">The facets whose selection the product does not meet.</param>
    public void Count(int document, int failed)
    {
        if ((failed & (failed - 1)) != 0)
        {
            return;
        }

        if (failed == 0)
        {
            if (_waiting == _found.Length)
            {
                CountFound();
            }

            _found[_waiting++] = document;
            return;
        }

        if (failed == 1 << Stars)
        {
            _stars[_segmentStars[document]]++;
        }

        foreach (var value in _columns!.Of(document))
        {
            _segment[value] += failed == 1 << _columns.FacetOf[value] ? 1 : 0;
        }
    }

    public void End()
    {
        CountFound();
        for (var i = 0; i < _segment.Length; i++)
        {
            if (_segment[i] > 0)
            {
                var counts = _counts[_columns!.FacetOf[i]];
                counts[_columns.Values[i]] = counts.GetValueOrDefault(_columns.Values[i]) + _segment[i];
            }
        }
    }

    private void CountFound()
    {
        var (columns, counts, stars) = (_columns!, _segment, _segmentStars);
        foreach (var document in _found.AsSpan(0, _waiting))
        {
            _stars[stars[document]]++;
            foreach (var value in columns.Of(document))
            {
                counts[value]++;
            }
        }

        _waiting = 0;
    }

    public IReadOnlyList<FacetCounts> Result()
    {
        for (var stars = 1; stars < _stars.Length; stars++)
        {
            if (_stars[stars] > 0)
            {
                _counts[Stars][((char)('0' + stars)).ToString()] = _stars[stars];
            }
        }

        return FacetLists.Of(selection, _counts);
    }
}
