using Lucene.Net.Index;
using Marketplace.Core.Search;
using Marketplace.Search.Answering;
using Marketplace.Search.Facets;
using Marketplace.Search.Ranking;
using Marketplace.Search.Reading;

namespace Marketplace.Search.Lucene;

/// <summary>One walk over the index with one set of clauses.</summary>
internal sealed class SearchAttempt : IFound
{
    private readonly IList<AtomicReaderContext> _segments;
    private readonly SearchQuery _query;
    private readonly FacetSelection _selection;
    private readonly Evidence _evidence;
    private readonly PageOfHits _page;
    private readonly FacetCounter? _facets;
    private readonly CancellationToken _cancellationToken;

    public SearchAttempt(IList<AtomicReaderContext> segments, SearchQuery query, Attempt attempt, CancellationToken cancellationToken)
    {
        (_segments, _query, Attempt, _cancellationToken) = (segments, query, attempt, cancellationToken);
        _evidence = new Evidence(attempt.Clauses, attempt.Kind);
        _selection = FacetSelection.Of(query.Filter, attempt.Reading.Selection);
        _page = new PageOfHits(query.Page, query.Sort);
        _facets = query.WantFacets ? new FacetCounter(_selection) : null;
    }

    public Attempt Attempt { get; }

    public int Meant { get; private set; }

    public int Total { get; private set; }

    /// <summary>Products that were looked at: what the work grows with.</summary>
    public int Looked { get; private set; }

    public IReadOnlyList<FacetCounts> Facets => _facets?.Result() ?? [];

    private bool HasScore => _evidence.Of.Length > 0 && _query.Sort == ProductSort.Relevance;

    public SearchAttempt Run()
    {
        var selection = Attempt.Reading.Selection;
        var understood = selection.Count == 0 || _query.Filter == ProductFilter.None ? null : FacetSelection.Of(ProductFilter.None, selection);
        foreach (var segment in _segments)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            RunIn(segment.AtomicReader, understood);
        }

        return this;
    }

    /// <inheritdoc/>
    public int CountUnmarked()
    {
        var (total, evidence) = (0, new Evidence(Attempt.Unmarked!, KindOfThing.Unknown));
        var atLeast = Attempt.Unmarked!.Count(clause => !clause.IsWeak);
        foreach (var segment in _segments)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var columns = SegmentColumns.Of(segment.AtomicReader);
            var selected = new SegmentSelection(_selection, segment.AtomicReader, columns, columns.StarsOn(_query.Today));
            var matcher = new TextMatcher(segment.AtomicReader, columns, evidence, atLeast, needsKind: false);
            while (matcher.Next())
            {
                total += selected.Failed(matcher.Document) == 0 ? 1 : 0;
            }
        }

        return total;
    }

    public PageOfFound Page()
    {
        var (hits, hasPrevious, hasNext) = _page.Result();
        return new PageOfFound([.. hits.Select(hit => new LuceneHit(this, _segments[hit.Segment].AtomicReader, hit, HasScore))], hasPrevious, hasNext);
    }

    public Cursor PlaceOf(Ranked hit) => _page.PlaceOf(hit);

    /// <summary>Reads again what one hit has of the clauses.</summary>
    public Evidence EvidenceOf(Ranked hit)
    {
        var reader = _segments[hit.Segment].AtomicReader;
        var columns = SegmentColumns.Of(reader);
        var matcher = MatcherIn(reader, columns);
        matcher.GoTo(hit.Document);
        _evidence.Stars = columns.StarsOn(_query.Today)[hit.Document];
        return matcher.ReadEvidence();
    }

    private TextMatcher MatcherIn(AtomicReader reader, SegmentColumns columns) => new(reader, columns, _evidence, Attempt.AtLeast, Attempt.NeedsKind);

    private void RunIn(AtomicReader reader, FacetSelection? understood)
    {
        var columns = SegmentColumns.Of(reader);
        var stars = columns.StarsOn(_query.Today);
        var selected = new SegmentSelection(_selection, reader, columns, stars);
        var meant = understood is null ? null : new SegmentSelection(understood, reader, columns, stars);
        var primary = PrimaryOf(reader, stars);
        _page.Begin(reader);
        _facets?.Begin(columns, stars);
        if (Attempt.Reading.IsEmpty)
        {
            Browse(reader, columns, selected, primary);
        }
        else
        {
            Search(MatcherIn(reader, columns), stars, selected, meant, primary);
        }

        _facets?.End();
    }

    private void Browse(AtomicReader reader, SegmentColumns columns, SegmentSelection selected, Func<int, long> primary)
    {
        var all = _selection.Active == 0 ? columns.CountAll(reader, _query.Today) : null;
        if (all is not null)
        {
            _facets?.Count(all);
            Total += all.Products;
        }

        var (products, live, end) = (columns.Products, reader.LiveDocs, reader.MaxDoc);
        for (var document = selected.Next(0); document < end && products.NextSetBit(document) is >= 0 and var next; document = selected.Next(next + 1))
        {
            Looked++;
            if (live?.Get(next) == false)
            {
                continue;
            }

            if (all is not null)
            {
                _page.Add(primary(next), next);
            }
            else
            {
                Take(next, selected.Failed(next), primary);
            }
        }
    }

    private void Search(TextMatcher matcher, byte[] stars, SegmentSelection selected, SegmentSelection? meant, Func<int, long> primary)
    {
        var hasScore = HasScore;
        while (matcher.Next())
        {
            Looked++;
            var document = matcher.Document;
            _evidence.Stars = stars[document];
            if (Attempt.NeedsKind && matcher.ReadEvidence() is { IsOfKind: false, Missing: > 0 })
            {
                continue;
            }

            var failed = selected.Failed(document);
            Meant += (meant?.Failed(document) ?? (_query.Filter == ProductFilter.None ? failed : 0)) == 0 ? 1 : 0;
            if (hasScore && failed == 0 && !Attempt.NeedsKind)
            {
                matcher.ReadEvidence();
            }

            Take(document, failed, primary);
        }
    }

    private void Take(int document, int failed, Func<int, long> primary)
    {
        _facets?.Count(document, failed);
        if (failed == 0)
        {
            Total++;
            _page.Add(primary(document), document);
        }
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
                return _ => RankingCriteria.Score(_evidence, _page.Lowest);
            default:
                return document => stars[document];
        }
    }
}
