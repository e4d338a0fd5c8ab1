using System.Text.Json.Nodes;

namespace Marketplace.Search.Elasticsearch;

/// <summary>The few queries of Elasticsearch that are asked: https://www.elastic.co/guide/en/elasticsearch/reference/8.17/query-dsl.html.</summary>
internal static class Query
{
    public static JsonObject Everything => new() { ["match_all"] = new JsonObject() };

    public static JsonObject Nothing => new() { ["match_none"] = new JsonObject() };

    public static JsonObject Term(string field, JsonNode value) => new() { ["term"] = new JsonObject { [field] = value } };

    public static JsonObject Terms(string field, IReadOnlyCollection<string> values) =>
        values.Count == 1 ? Term(field, values.First()) : new() { ["terms"] = new JsonObject { [field] = ArrayOf(values) } };

    public static JsonObject Phrase(string field, IEnumerable<string> terms) => new() { ["match_phrase"] = new JsonObject { [field] = string.Join(' ', terms) } };

    public static JsonObject Range(string field, long from, long? to)
    {
        var range = new JsonObject { ["gte"] = from };
        if (to is { } end)
        {
            range["lte"] = end;
        }

        return new() { ["range"] = new JsonObject { [field] = range } };
    }

    /// <summary>Single terms in neighbouring places, each one of several.</summary>
    public static JsonObject InARow(string field, params IReadOnlyCollection<string>[] places)
    {
        if (places.All(place => place.Count == 1))
        {
            return Phrase(field, places.Select(place => place.First()));
        }

        var clauses = places.Select(place => place.Count == 1 ? Span(field, place.First()) : new JsonObject
        {
            ["span_or"] = new JsonObject { ["clauses"] = new JsonArray([.. place.Select(term => Span(field, term))]) },
        });
        return new() { ["span_near"] = new JsonObject { ["clauses"] = new JsonArray([.. clauses]), ["slop"] = 0, ["in_order"] = true } };
    }

    public static JsonObject All(IReadOnlyList<JsonObject> filters) => filters.Count switch
    {
        0 => Everything,
        1 => filters[0],
        _ => new() { ["bool"] = new JsonObject { ["filter"] = new JsonArray([.. filters]) } },
    };

    public static JsonObject Any(IReadOnlyList<JsonObject> filters) => AtLeast(1, filters);

    public static JsonObject AtLeast(int count, IReadOnlyList<JsonObject> filters) =>
        count <= 0 ? Everything
        : count > filters.Count ? Nothing
        : filters.Count == 1 ? filters[0]
        : new() { ["bool"] = new JsonObject { ["should"] = new JsonArray([.. filters]), ["minimum_should_match"] = count } };

    public static JsonObject Not(JsonObject filter) => new() { ["bool"] = new JsonObject { ["must_not"] = new JsonArray(filter) } };

    /// <summary>Adds so much to the score of what matches.</summary>
    public static JsonObject Worth(JsonObject filter, int score) => new() { ["constant_score"] = new JsonObject { ["filter"] = filter, ["boost"] = score } };

    public static JsonArray ArrayOf(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)value)]);

    private static JsonObject Span(string field, string term) => new() { ["span_term"] = new JsonObject { [field] = term } };
}
