using System.Text.Json.Nodes;
using Marketplace.Core.Search;
using Marketplace.Search.Answering;
using Marketplace.Search.Reading;

namespace Marketplace.Search.Elasticsearch;

/// <summary>Answers what one query needs in few requests: one for each attempt, and one for each round of questions about words.</summary>
internal sealed class ElasticsearchEngine(ElasticsearchQuestions questions, SearchQuery query, CancellationToken cancellationToken) : ISearchEngine
{
    private const string Known = "known";

    private readonly AskedWords _words = new();

    public async ValueTask<T> AskAsync<T>(Func<IIndexWords, T> question)
    {
        while (true)
        {
            var answer = question(_words);
            if (_words.Unanswered() is not { } body)
            {
                return answer;
            }

            _words.Learn(await questions.AskAsync(body, cancellationToken));
        }
    }

    public async ValueTask<int> KnownAsync(IReadOnlyList<Clause> clauses)
    {
        if (clauses.Count == 0)
        {
            return 0;
        }

        var queries = new ClauseQueries(clauses, KindOfThing.Unknown);
        var filters = Enumerable.Range(0, clauses.Count).Select(i => KeyValuePair.Create($"{i}", (JsonNode?)queries.Found(i, ElasticsearchFields.All)));
        var answer = await questions.AskAsync(
            new JsonObject
            {
                ["size"] = 0,
                ["track_total_hits"] = false,
                ["aggs"] = new JsonObject { [Known] = new JsonObject { ["filters"] = new JsonObject { ["filters"] = new JsonObject(filters) } } },
            },
            cancellationToken);
        return answer["aggregations"]![Known]!["buckets"]!.AsObject().Count(bucket => (int)bucket.Value!["doc_count"]! > 0);
    }

    public async ValueTask<IFound> FindAsync(Attempt attempt)
    {
        var body = new SearchBody(query, attempt);
        if (!body.HasCursor)
        {
            return new ElasticsearchFound(query, attempt, body, await questions.AskAsync(body.Page(), cancellationToken), beyond: null);
        }

        var answers = await questions.AskAsync([body.Page(), body.BeyondCursor()], cancellationToken);
        return new ElasticsearchFound(query, attempt, body, answers[0], answers[1]);
    }
}
