using System.Text.Json.Nodes;
using Marketplace.Search.Answering;
using Marketplace.Search.Ranking;

namespace Marketplace.Search.Elasticsearch;

/// <summary>
/// The ranking as a number that Elasticsearch adds up by itself. Each criterion is a digit, the first the highest; a digit is
/// the number of its filters that hold, and its weight is one more than all lower digits can make together. So comparing two
/// scores compares criterion by criterion, as <see cref="RankingCriteria"/> does. A score is a float, which holds whole numbers
/// up to 2^24: where all digits together are larger, the lowest are left out.
/// </summary>
internal sealed class ExactScore
{
    private const long Largest = 1L << 24;

    private readonly List<(Part[] Parts, int Weight)> _digits = [];

    private ExactScore(IEnumerable<Part[]> digits)
    {
        var kept = digits.Where(parts => parts.Length > 0).ToList();
        while (kept.Aggregate(1L, (product, parts) => Math.Min(product * (parts.Length + 1), Largest * 2)) > Largest)
        {
            kept.RemoveAt(kept.Count - 1);
            IsWhole = false;
        }

        var weight = 1;
        foreach (var parts in Enumerable.Reverse(kept))
        {
            _digits.Insert(0, (parts, weight));
            weight *= parts.Length + 1;
        }
    }

    /// <summary>Whether every criterion is in it.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>The queries that add it up.</summary>
    public IEnumerable<JsonObject> Queries => _digits.SelectMany(digit => digit.Parts.Select(part => Query.Worth(part.Filter(), digit.Weight)));

    /// <summary>The stars alone, for what has no text.</summary>
    public static ExactScore OfStars(int day) => new([Stars(day)]);

    /// <summary>In the order of <see cref="RankingCriteria.All"/>.</summary>
    public static ExactScore Of(Attempt attempt, int day)
    {
        var queries = new ClauseQueries(attempt.Clauses, attempt.Kind);
        int[] all = [.. Enumerable.Range(0, attempt.Clauses.Count)];
        var hasAll = !attempt.NeedsKind && attempt.AtLeast == queries.Required.Count;
        return new ExactScore(
        [
            [.. queries.Required.Where(i => !IsMet(i)).Select(i => new Part(() => queries.Found(i, ElasticsearchFields.All), found => found.Of[i].IsMatched))],
            attempt.Kind.Units.Length == 0 ? [] : [new(queries.IsKind, found => found.Kind >= 1), new(queries.IsNounOfKind, found => found.Kind == 2)],
            [.. all.Where(i => !IsMet(i) || !attempt.Clauses[i].Alternatives.All(alternative => alternative.IsTyped)).Select(i => new Part(() => queries.Typed(i), found => found.Of[i].IsTyped))],
            [.. all.Where(MayBeMarked).Select(i => new Part(() => queries.Marked(i), found => found.Of[i].IsMarked))],
            queries.Required.Count == 0 ? [] : [new(queries.IsInName, found => found.NamePhrase >= 1), new(queries.IsNounOfName, found => found.NamePhrase == 2)],
            [.. all.Select(i => new Part(() => queries.Found(i, ElasticsearchFields.Names), found => (found.Of[i].In & Slots.Names) != 0))],
            [.. all.Select(i => new Part(() => queries.Found(i, ElasticsearchFields.Leading), found => (found.Of[i].In & Slots.Leading) != 0))],
            [.. all.SkipLast(1).Select(i => new Part(() => queries.Pair(i, i + 1, ElasticsearchFields.All), found => found.IsPair(i)))],
            attempt.Clauses is [.., { IsPrefix: true }] ? [new(() => queries.Typed(all.Length - 1), found => found.Of[^1].IsTyped)] : [],
            Stars(day),
        ]);

        // What holds for every product of the attempt makes no difference between them.
        bool IsMet(int i) => !attempt.Clauses[i].IsWeak && (hasAll || (attempt.NeedsKind && attempt.Kind.Units.Contains(i)));

        bool MayBeMarked(int i) => attempt.Clauses[i].Alternatives is var alternatives
            && alternatives.Any(alternative => alternative is { IsTyped: true, Form: Reading.TermForm.Marked })
            && !(IsMet(i) && alternatives.All(alternative => alternative is { IsTyped: true, Form: Reading.TermForm.Marked }));
    }

    /// <summary>The same number, of what is known of one product.</summary>
    public int Measure(Evidence found) => _digits.Sum(digit => digit.Weight * digit.Parts.Count(part => part.Holds(found)));

    private static Part[] Stars(int day) =>
        [.. Enumerable.Range(1, ElasticsearchFields.MostStars).Select(stars => new Part(() => SelectionQueries.HasStars(day, stars), found => found.Stars >= stars))];

    private sealed record Part(Func<JsonObject> Filter, Func<Evidence, bool> Holds);
}
