using System.Globalization;
using System.Text.Json.Nodes;

namespace Marketplace.EngineTests.Search.StandIn;

/// <summary>Answers one search over documents, in the shape of the reference.</summary>
internal static class SearchRequest
{
    private const int DefaultSize = 10;

    public static JsonObject Answer(JsonObject body, IReadOnlyList<StoredDocument> documents, Mapping mapping, string index)
    {
        Strict.Only(body, "search", "size", "_source", "track_total_hits", "query", "sort", "search_after", "post_filter", "aggs", "pit", "docvalue_fields");
        var query = body["query"] is { } given ? Queries.Read(given, mapping) : _ => 1;
        var matched = new List<(StoredDocument Document, float Score)>();
        foreach (var document in documents)
        {
            if (query(document) is { } score)
            {
                matched.Add((document, score));
            }
        }

        var post = body["post_filter"] is { } filter ? Queries.Read(filter, mapping) : null;
        var sorts = body["sort"] is { } sort ? Strict.Array(sort, "sort").Select(by => Sorting.Read(by, mapping)).ToList() : [];
        var hits = matched.Where(hit => post?.Invoke(hit.Document) is not null || post is null)
            .Select((hit, i) => (hit.Document, hit.Score, Values: sorts.ConvertAll(by => by.ValueOf(hit.Document, hit.Score, i)))).ToList();
        var total = hits.Count;
        if (sorts.Count > 0)
        {
            hits.Sort((one, other) => Sorting.Compare(sorts, one.Values, other.Values));
        }

        if (body["search_after"] is { } after)
        {
            var values = Sorting.ReadAfter(sorts, Strict.Array(after, "search_after"));
            hits = hits.FindAll(hit => Sorting.Compare(sorts, hit.Values, values) > 0);
        }

        var size = body["size"] is { } wanted ? (int)Strict.Whole(wanted, "size") : DefaultSize;
        var isScored = sorts.Count == 0 || sorts.Exists(by => by.Field == "_score");
        var found = new JsonObject { ["max_score"] = null };
        AddTotal(found, body["track_total_hits"], total);
        found["hits"] = new JsonArray([.. hits.Take(size).Select(hit => Hit(hit.Document, isScored ? hit.Score : null, hit.Values, body, index))]);
        var answer = new JsonObject
        {
            ["took"] = 1,
            ["timed_out"] = false,
            ["_shards"] = new JsonObject { ["total"] = 1, ["successful"] = 1, ["skipped"] = 0, ["failed"] = 0 },
            ["hits"] = found,
        };
        if (body["aggs"] is { } aggregations)
        {
            answer["aggregations"] = Aggregations.Answer(aggregations, [.. matched.Select(hit => hit.Document)], documents, mapping);
        }

        return answer;
    }

    private static void AddTotal(JsonObject found, JsonNode? tracked, int total)
    {
        var most = tracked is null ? 10_000 : tracked.GetValueKind() == System.Text.Json.JsonValueKind.True ? int.MaxValue
            : tracked.GetValueKind() == System.Text.Json.JsonValueKind.False ? -1 : (int)Strict.Whole(tracked, "track_total_hits");
        if (most >= 0)
        {
            found["total"] = new JsonObject { ["value"] = Math.Min(total, most), ["relation"] = total > most ? "gte" : "eq" };
        }
    }

    private static JsonNode Hit(StoredDocument document, float? score, List<object> values, JsonObject body, string index)
    {
        var source = body["_source"];
        var hit = new JsonObject { ["_index"] = index, ["_id"] = document.Id, ["_score"] = score };
        if (source is null || source is JsonArray)
        {
            var members = source?.AsArray().Select(member => (string)member!).ToList();
            hit["_source"] = new JsonObject(document.Source.Where(member => members?.Contains(member.Key) != false).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        }
        else if (source.GetValueKind() != System.Text.Json.JsonValueKind.False)
        {
            throw Refusal.Parsing("[_source] is a list of names or false here");
        }

        if (body["docvalue_fields"] is { } fields)
        {
            hit["fields"] = new JsonObject(Strict.Array(fields, "docvalue_fields").Select(field => (string)field!).Where(document.Longs.ContainsKey)
                .Select(field => KeyValuePair.Create(field, (JsonNode?)new JsonArray(document.Longs[field]))));
        }

        if (values.Count > 0)
        {
            // A score is written with its point, as Java does.
            hit["sort"] = new JsonArray([.. values.Select(value => value is float number
                ? JsonNode.Parse(number.ToString("0.0", CultureInfo.InvariantCulture))
                : value is long whole ? (JsonNode)whole : (JsonNode)(string)value)]);
        }

        return hit;
    }
}
