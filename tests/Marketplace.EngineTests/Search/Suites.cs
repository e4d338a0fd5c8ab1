namespace Marketplace.EngineTests.Search;

// Every suite on every engine. "OverStandIn" is our code for Elasticsearch against our own reading of its reference: no Elasticsearch is there.
public sealed class FacetTestsOnLucene() : FacetTests(SearchEngine.Lucene);

public sealed class FacetTestsOverStandIn() : FacetTests(SearchEngine.StandIn);

public sealed class FacetTestsOnElasticsearch() : FacetTests(SearchEngine.Elasticsearch);

public sealed class HeldOutQueryTestsOnLucene() : HeldOutQueryTests(SearchEngine.Lucene);

public sealed class HeldOutQueryTestsOverStandIn() : HeldOutQueryTests(SearchEngine.StandIn);

public sealed class HeldOutQueryTestsOnElasticsearch() : HeldOutQueryTests(SearchEngine.Elasticsearch);

public sealed class HighlightTestsOnLucene() : HighlightTests(SearchEngine.Lucene);

public sealed class HighlightTestsOverStandIn() : HighlightTests(SearchEngine.StandIn);

public sealed class HighlightTestsOnElasticsearch() : HighlightTests(SearchEngine.Elasticsearch);

public sealed class PagingTestsOnLucene() : PagingTests(SearchEngine.Lucene);

public sealed class PagingTestsOverStandIn() : PagingTests(SearchEngine.StandIn);

public sealed class PagingTestsOnElasticsearch() : PagingTests(SearchEngine.Elasticsearch);

public sealed class RankingTestsOnLucene() : RankingTests(SearchEngine.Lucene);

public sealed class RankingTestsOverStandIn() : RankingTests(SearchEngine.StandIn);

public sealed class RankingTestsOnElasticsearch() : RankingTests(SearchEngine.Elasticsearch);

public sealed class SearchQualityTestsOnLucene() : SearchQualityTests(SearchEngine.Lucene);

public sealed class SearchQualityTestsOverStandIn() : SearchQualityTests(SearchEngine.StandIn);

public sealed class SearchQualityTestsOnElasticsearch() : SearchQualityTests(SearchEngine.Elasticsearch);

public sealed class SearchReadingTestsOnLucene() : SearchReadingTests(SearchEngine.Lucene);

public sealed class SearchReadingTestsOverStandIn() : SearchReadingTests(SearchEngine.StandIn);

public sealed class SearchReadingTestsOnElasticsearch() : SearchReadingTests(SearchEngine.Elasticsearch);

public sealed class SearchRobustnessTestsOnLucene() : SearchRobustnessTests(SearchEngine.Lucene);

public sealed class SearchRobustnessTestsOverStandIn() : SearchRobustnessTests(SearchEngine.StandIn);

public sealed class SearchRobustnessTestsOnElasticsearch() : SearchRobustnessTests(SearchEngine.Elasticsearch);

public sealed class SuggestTestsOnLucene() : SuggestTests(SearchEngine.Lucene);

public sealed class SuggestTestsOverStandIn() : SuggestTests(SearchEngine.StandIn);

public sealed class SuggestTestsOnElasticsearch() : SuggestTests(SearchEngine.Elasticsearch);

public sealed class SameAsLuceneTestsOverStandIn() : SameAsLuceneTests(SearchEngine.StandIn);

public sealed class SameAsLuceneTestsOnElasticsearch() : SameAsLuceneTests(SearchEngine.Elasticsearch);

public sealed class ExactScoreTestsOverStandIn() : ExactScoreTests(SearchEngine.StandIn);

public sealed class ExactScoreTestsOnElasticsearch() : ExactScoreTests(SearchEngine.Elasticsearch);
