using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Marketplace.Search.Facets;

namespace Marketplace.Search.Lucene;

/// <summary>
/// One segment's facet values as flat arrays. A segment never changes, so they are made once and live as long as it;
/// deletions do not touch them, which keeps fresh readers cheap.
/// </summary>
internal sealed class SegmentColumns
{
    private static readonly ConditionalWeakTable<object, SegmentColumns> Made = [];

    private readonly int[] _offsets;
    private readonly int[] _ordinals;
    private readonly byte[][] _periods;
    private StarsOfDay? _stars;

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

        var values = reader.GetSortedSetDocValues(DocumentFields.Facets);
        var stars = reader.GetBinaryDocValues(DocumentFields.Stars);
        Values = new string[values?.ValueCount ?? 0];
        FacetOf = new int[Values.Length];
        var bytes = new BytesRef();
        for (var i = 0; i < Values.Length; i++)
        {
            values!.LookupOrd(i, bytes);
            var (facet, value) = FacetFields.Parts(bytes.Utf8ToString());
            (FacetOf[i], Values[i]) = (FacetFields.IndexOf(facet), value);
        }

        var ordinals = new List<int>(reader.MaxDoc * 8);
        _offsets = new int[reader.MaxDoc + 1];
        _periods = new byte[reader.MaxDoc][];
        for (var document = 0; document < reader.MaxDoc; document++)
        {
            _offsets[document] = ordinals.Count;
            values?.SetDocument(document);
            for (var ordinal = values?.NextOrd() ?? SortedSetDocValues.NO_MORE_ORDS; ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values!.NextOrd())
            {
                ordinals.Add((int)ordinal);
            }

            stars?.Get(document, bytes);
            _periods[document] = stars is null || bytes.Length == 0 ? [] : bytes.Bytes.AsSpan(bytes.Offset, bytes.Length).ToArray();
        }

        _offsets[reader.MaxDoc] = ordinals.Count;
        _ordinals = [.. ordinals];
    }

    public FixedBitSet Products { get; }

    /// <summary>The values by their number in this segment, without the facet's name.</summary>
    public string[] Values { get; }

    /// <summary>Which facet a value belongs to, by the value's number.</summary>
    public int[] FacetOf { get; }

    public static SegmentColumns Of(AtomicReader reader) => Made.GetValue(reader.CoreCacheKey, _ => new SegmentColumns(reader));

    public ReadOnlySpan<int> Of(int document) => _ordinals.AsSpan(_offsets[document], _offsets[document + 1] - _offsets[document]);

    /// <summary>Every document's stars on a day. Made once a day and segment: nothing has to run at midnight.</summary>
    public byte[] StarsOn(DateOnly today)
    {
        var stars = _stars;
        if (stars?.Day != today)
        {
            _stars = stars = new StarsOfDay(today, [.. _periods.Select(periods => StarsIn(periods, today.DayNumber))]);
        }

        return stars.Stars;
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
