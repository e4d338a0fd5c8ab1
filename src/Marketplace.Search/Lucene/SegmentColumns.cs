using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Marketplace.Search.Facets;

namespace Marketplace.Search.Lucene;

/// <summary>
/// One segment's counted facet values as flat arrays. A segment never changes, so they are made once and live as long as it;
/// deletions do not touch them, which keeps fresh readers cheap. Values that only filter are not here: there are as many
/// producers as there are, and a search must not look at each of them.
/// </summary>
internal sealed class SegmentColumns
{
    // Lazy, so that searches that come together make them once.
    private static readonly ConditionalWeakTable<object, Lazy<SegmentColumns>> Made = [];

    public const int MostStars = 9;

    private readonly int[] _offsets;
    private readonly int[] _values;
    private readonly List<(int Document, byte[] Periods)> _starred = [];
    private StarsOfDay? _stars;
    private CountsOfAll? _all;

    private SegmentColumns(AtomicReader reader)
    {
        Products = new FixedBitSet(Math.Max(1, reader.MaxDoc));
        if (reader.GetTermDocsEnum(new Term(DocumentFields.Kind, DocumentFields.ProductKind)) is { } products)
        {
            while (products.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                Products.Set(products.DocID);
            }
        }

        Orders = new int[reader.MaxDoc];
        var orders = reader.GetSortedDocValues(DocumentFields.Order);
        for (var document = 0; document < reader.MaxDoc && orders is not null; document++)
        {
            Orders[document] = orders.GetOrd(document);
        }

        var facets = reader.GetSortedSetDocValues(DocumentFields.Facets);
        var numbers = NumbersOf(facets);
        var values = new List<int>(reader.MaxDoc * 6);
        _offsets = new int[reader.MaxDoc + 1];
        for (var document = 0; document < reader.MaxDoc; document++)
        {
            _offsets[document] = values.Count;
            facets?.SetDocument(document);
            for (var ordinal = facets?.NextOrd() ?? SortedSetDocValues.NO_MORE_ORDS; ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = facets!.NextOrd())
            {
                if (numbers[ordinal] >= 0)
                {
                    values.Add(numbers[ordinal]);
                }
            }
        }

        _offsets[reader.MaxDoc] = values.Count;
        _values = [.. values];
        ReadPeriods(reader);
    }

    public FixedBitSet Products { get; }

    /// <summary>Every document's place in the segment's alphabet.</summary>
    public int[] Orders { get; }

    /// <summary>The counted values by their number in this segment, without the facet's name.</summary>
    public List<string> Values { get; } = [];

    /// <summary>Which facet a value belongs to, by the value's number.</summary>
    public List<int> FacetOf { get; } = [];

    public static SegmentColumns Of(AtomicReader reader) => Made.GetValue(reader.CoreCacheKey, _ => new Lazy<SegmentColumns>(() => new SegmentColumns(reader))).Value;

    /// <summary>The numbers of a document's values.</summary>
    public ReadOnlySpan<int> Of(int document) => _values.AsSpan(_offsets[document], _offsets[document + 1] - _offsets[document]);

    /// <summary>Every document's stars on a day. Made once a day and segment: nothing has to run at midnight.</summary>
    public byte[] StarsOn(DateOnly today)
    {
        var stars = _stars;
        if (stars?.Day != today)
        {
            stars = new StarsOfDay(today, new byte[_offsets.Length - 1]);
            foreach (var (document, periods) in _starred)
            {
                stars.Stars[document] = StarsIn(periods, today.DayNumber);
            }

            _stars = stars;
        }

        return stars.Stars;
    }

    /// <summary>Counts over every product that is there on a day. Made anew only when products have gone or another day has come.</summary>
    public CountsOfAll CountAll(AtomicReader reader, DateOnly today)
    {
        var known = _all;
        return known?.Day == today && known.Deleted == reader.NumDeletedDocs ? known : _all = Counted(reader, today);
    }

    // Whoever comes meanwhile must not see counts that are half made.
    private CountsOfAll Counted(AtomicReader reader, DateOnly today)
    {
        var all = new CountsOfAll(today, reader.NumDeletedDocs, new int[Values.Count], new int[MostStars + 1]);
        var (stars, live, end) = (StarsOn(today), reader.LiveDocs, _offsets.Length - 1);
        for (var document = 0; document < end && Products.NextSetBit(document) is >= 0 and var next; document = next + 1)
        {
            if (live?.Get(next) != false)
            {
                all.OfStars[stars[next]]++;
                foreach (var value in Of(next))
                {
                    all.OfValues[value]++;
                }
            }
        }

        return all;
    }

    private int[] NumbersOf(SortedSetDocValues? facets)
    {
        var numbers = new int[facets?.ValueCount ?? 0];
        var bytes = new BytesRef();
        for (var ordinal = 0; ordinal < numbers.Length; ordinal++)
        {
            facets!.LookupOrd(ordinal, bytes);
            var (name, value) = FacetFields.Parts(bytes.Utf8ToString());
            var facet = FacetFields.IndexOf(name);
            numbers[ordinal] = facet < FacetFields.Counted ? Values.Count : -1;
            if (facet < FacetFields.Counted)
            {
                Values.Add(value);
                FacetOf.Add(facet);
            }
        }

        return numbers;
    }

    private void ReadPeriods(AtomicReader reader)
    {
        var bytes = new BytesRef();
        var periods = reader.GetBinaryDocValues(DocumentFields.Stars);
        for (var document = 0; document < reader.MaxDoc && periods is not null; document++)
        {
            periods.Get(document, bytes);
            if (bytes.Length > 0)
            {
                _starred.Add((document, bytes.Bytes.AsSpan(bytes.Offset, bytes.Length).ToArray()));
            }
        }
    }

    private static byte StarsIn(ReadOnlySpan<byte> periods, int day)
    {
        for (; periods.Length > 0; periods = periods[DocumentFields.StarPeriodSize..])
        {
            if (BinaryPrimitives.ReadInt32BigEndian(periods[1..]) <= day && day <= BinaryPrimitives.ReadInt32BigEndian(periods[5..]))
            {
                return periods[0];
            }
        }

        return 0;
    }

    private sealed record StarsOfDay(DateOnly Day, byte[] Stars);
}

/// <summary>How many products of a segment have each value, by the value's number, and how many have so many stars.</summary>
internal sealed record CountsOfAll(DateOnly Day, int Deleted, int[] OfValues, int[] OfStars)
{
    public int Products => OfStars.Sum();
}
