using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Marketplace.Core.Search;

namespace Marketplace.Search.Elasticsearch;

/// <summary>Puts search requests to the index that an alias stands for, and takes only whole answers.</summary>
/// <param name="preference">The same text asks the same copies of the index again, so that two pages of one search agree.</param>
internal sealed class ElasticsearchQuestions(IElasticsearch elasticsearch, string index, string preference)
{
    public async Task<JsonObject> AskAsync(JsonObject body, CancellationToken cancellationToken) =>
        Whole(await elasticsearch.SearchAsync(index, preference, body, cancellationToken));

    /// <summary>Several at once: https://www.elastic.co/guide/en/elasticsearch/reference/8.17/search-multi-search.html.</summary>
    public async Task<IReadOnlyList<JsonObject>> AskAsync(IReadOnlyList<JsonObject> bodies, CancellationToken cancellationToken)
    {
        var head = new JsonObject { ["preference"] = preference }.ToJsonString();
        var lines = string.Concat(bodies.Select(body => $"{head}\n{body.ToJsonString()}\n"));
        using var content = new StringContent(lines, Encoding.UTF8, "application/x-ndjson");
        var answer = await elasticsearch.SearchManyAsync(index, content, cancellationToken);
        return [.. answer["responses"]!.AsArray().Select(response => Whole(response!.AsObject()))];
    }

    /// <summary>An answer that some shard did not take part in would hide products: then there is none.</summary>
    private static JsonObject Whole(JsonObject answer)
    {
        if (answer["error"] is { } error)
        {
            var (kind, reason) = ElasticsearchRefusal.Read(error);
            throw new SearchUnavailableException(ElasticsearchRefusal.Sentence((int?)answer["status"] ?? 0, kind, reason) + ".");
        }

        if ((bool?)answer["timed_out"] == true || (int?)answer["_shards"]?["failed"] > 0)
        {
            throw new SearchUnavailableException(string.Create(CultureInfo.InvariantCulture, $"Elasticsearch answered for a part of the index only: {(int?)answer["_shards"]?["failed"] ?? 0} of {(int?)answer["_shards"]?["total"] ?? 0} shards failed."));
        }

        return answer;
    }
}
