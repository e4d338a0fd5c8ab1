using Lucene.Net.Index;
using Marketplace.Core.Search;
using Marketplace.Search.Ranking;
using Marketplace.Search.Reading;

namespace Marketplace.Search.Lucene;

/// <summary>One walk over the index with one set of clauses.</summary>
internal sealed class SearchAttempt
{
    private readonly IReadOnlyList<AtomicReaderContext> _segments;
    private readonly SearchQuery _query;
    private readonly QueryReading _reading;
    private readonly FacetSelection _selection;
    private readonly Evidence _evidence;
    private readonly int _atLeast;
    private readonly bool _needsKind;
    private readonly PageOfHits _page;
    private readonly FacetCounter? _facets;

    /// <param name="atLeast">How many of the clauses that are not weak a product must meet.</param>
    /// <param name="needsKind">Whether a product that lacks a word must at least be the kind of thing that was asked for.</param>
    public SearchAttempt(IReadOnlyList<AtomicReaderContext> segments, SearchQuery query, QueryReading reading, Evidence evidence, int atLeast, bool needsKind)
    {
        (_segments, _query, _reading, _evidence, _atLeast, _needsKind) = (segments, query, reading, evidence, atLeast, needsKind);
        _selection = FacetSelection.Of(query.Filter, reading.Selection);
        _page = new PageOfHits(query.Page, query.Sort);
        _facets = query.WantFacets ? new FacetCounter(_selection) : null;
    }

    public QueryReading Reading => _reading;

    public Evidence Evidence => _evidence;

    /// <summary>Products that the text means, whatever filter is set beside it: it alone decides how the text is read.</summary>
    public int Meant { get; private set; }

    public int Total { get; private set; }

    public PageOfHits Page => _page;

    public IReadOnlyList<FacetCounts> Facets => _facets?.Result() ?? [];

    public SearchAttempt Run(CancellationToken cancellationToken)
    {
        var understood = _reading.Selection.Count == 0 || _query.Filter == ProductFilter.None ? null : FacetSelection.Of(ProductFilter.None, _reading.Selection);
        foreach (var segment in _segments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RunIn(segment.AtomicReader, understood);
        }

        return this;
    }

    /// <summary>Only how many there are.</summary>
    public int Count(CancellationToken cancellationToken)
    {
        foreach (var segment in _segments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var columns = SegmentColumns.Of(segment.AtomicReader);
            var selected = _selection.For(segment.AtomicReader, columns, columns.StarsOn(_query.Today));
            var matcher = new TextMatcher(segment.AtomicReader, columns, _evidence, _atLeast, _needsKind);
            while (matcher.Next())
            {
                Total += selected.Failed(matcher.Document) == 0 ? 1 : 0;
            }
        }

        return Total;
    }

    /// <summary>Reads again what one hit has of the clauses.</summary>
    public Evidence EvidenceOf(Ranked hit)
    {
        var reader = _segments[hit.Segment].AtomicReader;
        var columns = SegmentColumns.Of(reader);
        var matcher = new TextMatcher(reader, columns, _evidence, _atLeast, _needsKind);
        matcher.GoTo(hit.Document);
        _evidence.Stars = columns.StarsOn(_query.Today)[hit.Document];
        return matcher.ReadEvidence();
    }

    private void RunIn(AtomicReader reader, FacetSelection? understood)
    {
        var columns = SegmentColumns.Of(reader);
        var stars = columns.StarsOn(_query.Today);
        var selected = _selection.For(reader, columns, stars);
        var meant = understood?.For(reader, columns, stars);
        var matcher = new TextMatcher(reader, columns, _evidence, _atLeast, _needsKind);
        var primary = PrimaryOf(reader, stars);
        var hasText = _evidence.Of.Length > 0 && (_query.Sort == ProductSort.Relevance || _needsKind);
        _page.Begin(reader);
        _facets?.Begin(columns, stars);
        while (matcher.Next())
        {
            var document = matcher.Document;
            if (hasText)
            {
                _evidence.Stars = stars[document];
                matcher.ReadEvidence();
                if (_needsKind && !_evidence.IsOfKind && _evidence.Missing > 0)
                {
                    continue;
                }
            }

            var failed = selected.Failed(document);
            Meant += (meant?.Failed(document) ?? (_query.Filter == ProductFilter.None ? failed : 0)) == 0 ? 1 : 0;
            _facets?.Count(document, failed);
            if (failed == 0)
            {
                Total++;
                _page.Add(primary(document), document);
            }
        }

        _facets?.End();
    }

    /// <summary>The value a sort compares, the greater first.</summary>
    private Func<int, long> PrimaryOf(AtomicReader reader, byte[] stars)
    {
        switch (_query.Sort)
        {
            case ProductSort.Name:
                return _ => 0;
            case ProductSort.PriceAsc:
                var cheap = reader.GetNumericDocValues(DocumentFields.Price);
                return document => cheap?.Get(document) is >= 0 and var price ? -price : long.MinValue;
            case ProductSort.PriceDesc:
                var dear = reader.GetNumericDocValues(DocumentFields.Price);
                return document => dear?.Get(document) ?? DocumentFields.NoPrice;
            case ProductSort.Newest:
                var listed = reader.GetNumericDocValues(DocumentFields.Listed);
                return document => listed?.Get(document) ?? 0;
            case ProductSort.Relevance when _evidence.Of.Length > 0:
                return _ => RankingCriteria.Score(_evidence);
            default:
                return document => stars[document];
        }
    }
}
