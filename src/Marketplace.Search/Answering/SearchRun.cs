using Marketplace.Core.Search;
using Marketplace.Search.Facets;
using Marketplace.Search.Ranking;
using Marketplace.Search.Reading;

namespace Marketplace.Search.Answering;

/// <summary>
/// Answers one query. A text is first read as it stands; only when that finds nothing is it read in other ways. How it is
/// read depends on the text and the index alone, never on the filter set beside it: so the number at a facet's value is
/// the number of products that selecting it leaves.
/// </summary>
internal sealed class SearchRun(ISearchEngine engine, SearchQuery query)
{
    /// <summary>With fewer products than this, those that lack a word but are the same kind of thing follow the complete ones.</summary>
    public const int FewHits = 10;

    private int _otherSpellings;

    public async ValueTask<SearchPage> AnswerAsync()
    {
        var reading = QueryReader.Read(query.Text, query.Vocabulary, query.Understand);
        if (reading.IsEmpty)
        {
            // Something was typed, but nothing that is a word: that is not a wish to see everything.
            return string.IsNullOrWhiteSpace(query.Text) ? PageOf(await engine.FindAsync(new Attempt(reading, [], KindOfThing.Unknown, 0)), null) : Nothing();
        }

        if (await CompleteAsync(reading) is { } found)
        {
            return PageOf(found, null);
        }

        if (await CompleteWithPrefixAsync(reading) is { } begun)
        {
            return PageOf(begun, null);
        }

        var (best, bestText) = (reading, (string?)null);
        var correction = Corrections.Of(query.Text!);
        while (await engine.AskAsync(words => Corrections.Next(correction, words)) is { } next)
        {
            correction = next;
            (best, bestText) = (QueryReader.Read(next.Text, query.Vocabulary, query.Understand), next.Text);
            if (await CompleteAsync(best) is { } corrected)
            {
                return PageOf(corrected, next.Text);
            }
        }

        if (await NearAsync(best) is { } near)
        {
            return PageOf(near, bestText);
        }

        // Stars that no such product has: then they are words like the others.
        var literal = QueryReader.Read(query.Text, query.Vocabulary, understand: false);
        return reading.Selection.Count > 0 && (await CompleteAsync(literal) ?? await NearAsync(literal)) is { } literally ? PageOf(literally, null) : Nothing();
    }

    /// <summary>Products that have all the words, and after a few of them those that come close. Null when no product has all.</summary>
    private async ValueTask<IFound?> CompleteAsync(QueryReading reading)
    {
        var kind = await KindAsync(reading);
        if (query.Marks == DiacriticMatching.Auto && reading.HasMarks
            && await CompleteAsync(reading, kind, ClauseList.Of(reading, marked: true), unmarked: query.WantOtherSpellings ? ClauseList.Of(reading, marked: false) : null) is { } marked)
        {
            _otherSpellings = query.WantOtherSpellings ? Math.Max(0, marked.Alone.CountUnmarked() - marked.Alone.Total) : 0;
            return marked.WithNear;
        }

        return (await CompleteAsync(reading, kind, ClauseList.Of(reading, marked: false)))?.WithNear;
    }

    private async ValueTask<(IFound Alone, IFound WithNear)?> CompleteAsync(
        QueryReading reading, KindOfThing kind, IReadOnlyList<Clause> clauses, IReadOnlyList<Clause>? unmarked = null)
    {
        var required = clauses.Count(clause => !clause.IsWeak);
        var attempt = new Attempt(reading, clauses, kind, required);
        var alone = await engine.FindAsync(attempt with { Unmarked = unmarked });
        if (alone.Meant == 0)
        {
            return null;
        }

        // In another order than by relevance they would stand among the complete ones.
        var mayHaveNear = alone.Meant < FewHits && required > 1 && query.Sort == ProductSort.Relevance;
        return (alone, mayHaveNear ? await engine.FindAsync(attempt with { AtLeast = required - (required / 2), NeedsKind = true }) : alone);
    }

    private async ValueTask<IFound?> CompleteWithPrefixAsync(QueryReading reading)
    {
        if (reading.Units is not [.., { Name: null } last] || query.Text!.Length > 0 && char.IsWhiteSpace(query.Text[^1]))
        {
            return null;
        }

        foreach (var marked in query.Marks == DiacriticMatching.Auto && last.Words[0].HasMarks ? new[] { true, false } : [false])
        {
            if (await engine.AskAsync(words => words.Completions(last.Words[0], marked)) is { Count: > 0 } completions
                && await CompleteAsync(reading, await KindAsync(reading), ClauseList.Of(reading, marked, completions)) is { } found)
            {
                return found.WithNear;
            }
        }

        return null;
    }

    /// <summary>The last resort: products with at least half of the words that the index knows.</summary>
    private async ValueTask<IFound?> NearAsync(QueryReading reading)
    {
        var clauses = ClauseList.Of(reading, marked: false);
        var known = await engine.KnownAsync([.. clauses.Where(clause => !clause.IsWeak)]);
        if (known == 0)
        {
            return null;
        }

        var attempt = new Attempt(reading, clauses, await KindAsync(reading), known - (known / 2));
        var half = await engine.FindAsync(attempt);
        return half.Meant > 0 ? half : await engine.FindAsync(attempt with { AtLeast = 1 }) is { Meant: > 0 } any ? any : null;
    }

    private ValueTask<KindOfThing> KindAsync(QueryReading reading) => engine.AskAsync(words => KindOfThing.In(reading, words));

    private SearchPage PageOf(IFound found, string? didYouMean)
    {
        var page = found.Page();
        var reading = found.Attempt.Reading;
        return new SearchPage(
            [.. page.Hits.Select(hit => HitOf(found.Attempt, hit))],
            page.HasNext,
            page.HasPrevious,
            query.WantTotal ? found.Total : null,
            found.Facets,
            didYouMean,
            new Understanding(reading.Text, reading.Filters, _otherSpellings));
    }

    private SearchPage Nothing()
    {
        var facets = query.WantFacets ? FacetLists.Of(FacetSelection.Of(query.Filter, []), FacetLists.NewCounts()) : [];
        return new SearchPage([], HasNext: false, HasPrevious: false, query.WantTotal ? 0 : null, facets, DidYouMean: null, new Understanding(query.Text!.Trim(), [], 0));
    }

    private SearchHit HitOf(Attempt attempt, FoundProduct hit) => new(
        hit.Id,
        hit.Place.Encode(query.Sort),
        query.WantWhy && attempt.Clauses.Count > 0 ? RankingCriteria.Why(hit.ReadEvidence()) : [],
        query.WantHighlights ? MatchedText.HighlightsOf(hit.ReadTexts(), attempt.Clauses) : [],
        hit.IsNear);
}
