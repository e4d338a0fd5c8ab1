using Marketplace.Core.Search;
using Marketplace.Search.Answering;
using Marketplace.Search.Elasticsearch;
using Marketplace.Search.Ranking;
using Marketplace.Search.Reading;

namespace Marketplace.EngineTests.Search;

/// <summary>The number that the engine adds up is the one that the ranking means.</summary>
public abstract class ExactScoreTests(SearchEngine engine) : EngineSuite(engine)
{
    [Fact]
    public async Task The_engine_adds_up_the_number_that_is_measured_of_the_product()
    {
        foreach (var judged in JudgedQuery.All)
        {
            foreach (var needsKind in new[] { false, true })
            {
                await IsMeasuredAsync(SeededSearch.Query(judged.Query, 100), needsKind);
            }
        }
    }

    private async Task IsMeasuredAsync(SearchQuery query, bool needsKind)
    {
        var asked = new ElasticsearchEngine(Seeded.Questions, query, TestContext.Current.CancellationToken);
        var reading = QueryReader.Read(query.Text, query.Vocabulary, query.Understand);
        var clauses = ClauseList.Of(reading, marked: false);
        var kind = await asked.AskAsync(words => KindOfThing.In(reading, words));
        var attempt = new Attempt(reading, clauses, kind, clauses.Count(clause => !clause.IsWeak) - (needsKind ? 1 : 0)) { NeedsKind = needsKind };
        var score = ExactScore.Of(attempt, query.Today.DayNumber);
        var before = long.MaxValue;

        foreach (var hit in (await asked.FindAsync(attempt)).Page().Hits)
        {
            var evidence = hit.ReadEvidence();

            Assert.True(score.Measure(evidence) == hit.Place.Primary, $"{query.Text}: {hit.Id} measures {score.Measure(evidence)} and is scored {hit.Place.Primary}");
            Assert.True(!score.IsWhole || RankingCriteria.Score(evidence) <= before, $"{query.Text}: {hit.Id} is out of order");
            before = RankingCriteria.Score(evidence);
        }
    }
}
