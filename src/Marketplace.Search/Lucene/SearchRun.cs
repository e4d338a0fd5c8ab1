using Lucene.Net.Index;
using Marketplace.Core.Search;
using Marketplace.Search.Ranking;
using Marketplace.Search.Reading;

namespace Marketplace.Search.Lucene;

/// <summary>
/// Answers one query. A text is first read as it stands; only when that finds nothing is it read in other ways. How it is
/// read depends on the text and the index alone, never on the filter set beside it: so the number at a facet's value is
/// the number of products that selecting it leaves.
/// </summary>
internal sealed class SearchRun(IndexReader reader, SearchQuery query, CancellationToken cancellationToken)
{
    /// <summary>With fewer products than this, those that lack a word but are the same kind of thing follow the complete ones.</summary>
    public const int FewHits = 10;

    private readonly IndexWords _words = new(reader);
    private int _otherSpellings;

    public SearchPage Answer()
    {
        var reading = QueryReader.Read(query.Text, query.Vocabulary, query.Understand);
        if (reading.IsEmpty)
        {
            // Something was typed, but nothing that is a word: that is not a wish to see everything.
            return string.IsNullOrWhiteSpace(query.Text) ? PageOf(Attempt(reading, [], 0), null) : Nothing();
        }

        if (Complete(reading) is { } found)
        {
            return PageOf(found, null);
        }

        if (CompleteWithPrefix(reading) is { } begun)
        {
            return PageOf(begun, null);
        }

        var (best, bestText) = (reading, (string?)null);
        foreach (var text in Corrections.Of(query.Text!, _words))
        {
            (best, bestText) = (QueryReader.Read(text, query.Vocabulary, query.Understand), text);
            if (Complete(best) is { } corrected)
            {
                return PageOf(corrected, text);
            }
        }

        if (Near(best) is { } near)
        {
            return PageOf(near, bestText);
        }

        // Stars that no such product has: then they are words like the others.
        var literal = QueryReader.Read(query.Text, query.Vocabulary, understand: false);
        return reading.Selection.Count > 0 && (Complete(literal) ?? Near(literal)) is { } literally ? PageOf(literally, null) : Nothing();
    }

    /// <summary>Products that have all the words, and after a few of them those that come close. Null when no product has all.</summary>
    private SearchAttempt? Complete(QueryReading reading)
    {
        if (query.Marks == DiacriticMatching.Auto && reading.HasMarks && Complete(reading, ClauseList.Of(reading, marked: true)) is { } marked)
        {
            _otherSpellings = OtherSpellings(reading, marked);
            return marked.WithNear;
        }

        return Complete(reading, ClauseList.Of(reading, marked: false))?.WithNear;
    }

    private (SearchAttempt Alone, SearchAttempt WithNear)? Complete(QueryReading reading, List<Clause> clauses)
    {
        var required = clauses.Count(clause => !clause.IsWeak);
        var alone = Attempt(reading, clauses, required);
        if (alone.Meant == 0)
        {
            return null;
        }

        // In another order than by relevance they would stand among the complete ones.
        var mayHaveNear = alone.Meant < FewHits && required > 1 && query.Sort == ProductSort.Relevance;
        return (alone, mayHaveNear ? Attempt(reading, clauses, required - (required / 2), needsKind: true) : alone);
    }

    private SearchAttempt? CompleteWithPrefix(QueryReading reading)
    {
        if (reading.Units is not [.., { Name: null } last] || query.Text!.Length > 0 && char.IsWhiteSpace(query.Text[^1]))
        {
            return null;
        }

        foreach (var marked in query.Marks == DiacriticMatching.Auto && last.Words[0].HasMarks ? new[] { true, false } : [false])
        {
            if (_words.Completions(last.Words[0], marked) is { Count: > 0 } completions && Complete(reading, ClauseList.Of(reading, marked, completions)) is { } found)
            {
                return found.WithNear;
            }
        }

        return null;
    }

    /// <summary>The last resort: products with at least half of the words that the index knows.</summary>
    private SearchAttempt? Near(QueryReading reading)
    {
        var clauses = ClauseList.Of(reading, marked: false);
        var known = clauses.Count(clause => !clause.IsWeak && IsKnown(clause));
        if (known == 0)
        {
            return null;
        }

        var half = Attempt(reading, clauses, known - (known / 2));
        return half.Meant > 0 ? half : Attempt(reading, clauses, 1) is { Meant: > 0 } any ? any : null;
    }

    private int OtherSpellings(QueryReading reading, (SearchAttempt Alone, SearchAttempt WithNear) marked)
    {
        var folded = ClauseList.Of(reading, marked: false);
        var all = new SearchAttempt([.. reader.Leaves], query, reading, new Evidence(folded, KindOfThing.Unknown), folded.Count(clause => !clause.IsWeak), needsKind: false);
        return Math.Max(0, all.Count(cancellationToken) - marked.Alone.Total);
    }

    private SearchAttempt Attempt(QueryReading reading, IReadOnlyList<Clause> clauses, int atLeast, bool needsKind = false) =>
        new SearchAttempt([.. reader.Leaves], query, reading, new Evidence(clauses, KindOfThing.In(reading, _words)), atLeast, needsKind).Run(cancellationToken);

    private bool IsKnown(Clause clause) => clause.Alternatives.Any(alternative => reader.Leaves.Any(segment =>
        Occurrences.Of(segment.AtomicReader, alternative)?.Advance(0) is { } document && document != Occurrences.End));

    private SearchPage PageOf(SearchAttempt attempt, string? didYouMean)
    {
        var (hits, hasPrevious, hasNext) = attempt.Page.Result();
        return new SearchPage(
            [.. hits.Select(hit => HitOf(attempt, hit))],
            hasNext,
            hasPrevious,
            query.WantTotal ? attempt.Total : null,
            attempt.Facets,
            didYouMean,
            new Understanding(attempt.Reading.Text, attempt.Reading.Filters, _otherSpellings));
    }

    private SearchPage Nothing()
    {
        var facets = query.WantFacets ? new FacetCounter(FacetSelection.Of(query.Filter, [])).Result() : [];
        return new SearchPage([], HasNext: false, HasPrevious: false, query.WantTotal ? 0 : null, facets, DidYouMean: null, new Understanding(query.Text!.Trim(), [], 0));
    }

    private SearchHit HitOf(SearchAttempt attempt, Ranked hit)
    {
        var segment = reader.Leaves[hit.Segment].AtomicReader;
        var hasScore = attempt.Evidence.Of.Length > 0 && query.Sort == ProductSort.Relevance;
        var evidence = attempt.Evidence.Of.Length > 0 && (query.WantWhy || !hasScore) ? attempt.EvidenceOf(hit) : null;
        return new SearchHit(
            StoredFields.IdOf(segment, hit.Document),
            attempt.Page.CursorOf(hit, query.Sort),
            query.WantWhy && evidence is not null ? RankingCriteria.Why(evidence) : [],
            query.WantHighlights ? StoredFields.HighlightsOf(segment, hit.Document, attempt.Evidence.Clauses) : [],
            IsNear: hasScore ? RankingCriteria.IsNear(hit.Primary) : evidence?.Missing > 0);
    }
}
