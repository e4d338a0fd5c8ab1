using Lucene.Net.Index;
using Marketplace.Search.Answering;
using Marketplace.Search.Ranking;

namespace Marketplace.Search.Lucene;

/// <summary>A product of the page, read from its segment as far as it is wanted.</summary>
internal sealed class LuceneHit(SearchAttempt attempt, AtomicReader segment, Ranked ranked, bool hasScore) : FoundProduct
{
    private Evidence? _evidence;
    private Cursor? _place;

    public override Guid Id => Place.Id;

    public override Cursor Place => _place ??= attempt.PlaceOf(ranked);

    public override bool IsNear =>
        attempt.Attempt.Clauses.Count > 0 && (hasScore ? RankingCriteria.IsNear(ranked.Primary) : (_evidence = attempt.EvidenceOf(ranked)).Missing > 0);

    /// <remarks>All hits share one object: it is right until the next hit is read.</remarks>
    public override Evidence ReadEvidence() => _evidence ??= attempt.EvidenceOf(ranked);

    public override IReadOnlyList<(string Field, string Text)> ReadTexts() => StoredFields.TextsOf(segment, ranked.Document);
}
