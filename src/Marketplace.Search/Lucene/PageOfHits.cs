using Lucene.Net.Index;
using Lucene.Net.Util;
using Marketplace.Core.Search;
using Marketplace.Search.Answering;

namespace Marketplace.Search.Lucene;

/// <summary>A found product and its place in the sort order: the greater value first, then the alphabet.</summary>
internal readonly record struct Ranked(long Primary, int Order, int Segment, int Document);

/// <summary>Keeps the products of one page while all that are found pass by.</summary>
internal sealed class PageOfHits
{
    private readonly PageRequest _page;
    private readonly Cursor? _cursor;
    private readonly List<Ranked> _kept = [];
    private readonly List<SortedDocValues?> _orders = [];
    private readonly Comparison<Ranked> _nearestFirst;
    private readonly int _wanted;
    private Ranked? _farthest;
    private int[] _ordersOfSegment = [];
    private int _cursorOrder;
    private bool _cursorIsThere;
    private bool _beyondCursor;

    public PageOfHits(PageRequest page, ProductSort sort)
    {
        _page = page;
        _wanted = Math.Clamp(page.Size, 1, 100) + 1;
        _cursor = page.Cursor is null ? null : Cursor.Decode(page.Cursor, sort);
        _nearestFirst = page.Backwards ? (one, other) => Compare(other, one) : Compare;
    }

    /// <summary>A product with a value below this cannot be on the page any more.</summary>
    public long Lowest { get; private set; } = long.MinValue;

    public void Begin(AtomicReader reader)
    {
        var order = reader.GetSortedDocValues(DocumentFields.Order);
        _orders.Add(order);
        _ordersOfSegment = SegmentColumns.Of(reader).Orders;
        if (_cursor is { } cursor && order is not null)
        {
            var found = order.LookupTerm(new BytesRef(cursor.Order));
            (_cursorOrder, _cursorIsThere) = (found >= 0 ? found : -found - 1, found >= 0);
        }
    }

    /// <summary>Whether a product that has this value at most cannot be on the page any more, wherever its name stands in the alphabet.</summary>
    public bool IsBeyond(long most) => most < Lowest;

    public void Add(long primary, int document)
    {
        if (IsBeyond(primary))
        {
            return;
        }

        var hit = new Ranked(primary, _ordersOfSegment[document], _orders.Count - 1, document);
        if (_cursor is { } cursor && !IsOnPage(hit, cursor))
        {
            _beyondCursor = true;
            return;
        }

        if (_farthest is { } farthest && _nearestFirst(hit, farthest) >= 0)
        {
            return;
        }

        _kept.Add(hit);
        if (_kept.Count >= _wanted * 4)
        {
            Cut();
        }
    }

    /// <summary>The page in sort order, and whether there is more on either side.</summary>
    public (IReadOnlyList<Ranked> Hits, bool HasPrevious, bool HasNext) Result()
    {
        Cut();
        var hasMore = _kept.Count == _wanted;
        if (hasMore)
        {
            _kept.RemoveAt(_kept.Count - 1);
        }

        if (!_page.Backwards)
        {
            return (_kept, _beyondCursor, hasMore);
        }

        _kept.Reverse();
        return (_kept, hasMore, _beyondCursor);
    }

    public Cursor PlaceOf(Ranked hit)
    {
        var bytes = new BytesRef();
        _orders[hit.Segment]!.LookupOrd(hit.Order, bytes);
        return new Cursor(hit.Primary, bytes.Bytes.AsSpan(bytes.Offset, bytes.Length).ToArray());
    }

    private bool IsOnPage(Ranked hit, Cursor cursor)
    {
        // The product at the cursor belongs to neither side of it.
        var side = hit.Primary != cursor.Primary ? cursor.Primary.CompareTo(hit.Primary)
            : hit.Order != _cursorOrder ? hit.Order.CompareTo(_cursorOrder)
            : _cursorIsThere ? 0 : 1;
        return _page.Backwards ? side < 0 : side > 0;
    }

    private void Cut()
    {
        _kept.Sort(_nearestFirst);
        if (_kept.Count >= _wanted)
        {
            _kept.RemoveRange(_wanted, _kept.Count - _wanted);
            _farthest = _kept[^1];

            // Behind a cursor every product counts: whether there is one before the page must be known.
            Lowest = _cursor is null && !_page.Backwards ? _kept[^1].Primary : long.MinValue;
        }
    }

    private int Compare(Ranked one, Ranked other)
    {
        if (one.Primary != other.Primary)
        {
            return other.Primary.CompareTo(one.Primary);
        }

        if (one.Segment == other.Segment)
        {
            return one.Order.CompareTo(other.Order);
        }

        // Numbers of two segments do not compare; their bytes do.
        var (first, second) = (new BytesRef(), new BytesRef());
        _orders[one.Segment]!.LookupOrd(one.Order, first);
        _orders[other.Segment]!.LookupOrd(other.Order, second);
        return first.CompareTo(second);
    }
}
