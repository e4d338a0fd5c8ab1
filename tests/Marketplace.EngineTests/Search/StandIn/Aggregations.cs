using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Marketplace.EngineTests.Search.StandIn;

/// <summary>Counts: filter, filters, global and terms, as the reference answers them.</summary>
internal static class Aggregations
{
    private static readonly string[] Kinds = ["filter", "filters", "global", "terms"];

    public static JsonObject Answer(JsonNode aggregations, IReadOnlyList<StoredDocument> matched, IReadOnlyList<StoredDocument> all, Mapping mapping)
    {
        var answer = new JsonObject();
        foreach (var (name, node) in Strict.Object(aggregations, "aggs"))
        {
            if (name.AsSpan().ContainsAny("[]>"))
            {
                throw Refusal.Parsing($"Invalid aggregation name [{name}].");
            }

            var aggregation = Strict.Only(node, name, [.. Kinds, "aggs"]);
            var kind = Kinds.Single(aggregation.ContainsKey);
            answer[name] = kind switch
            {
                "filter" => Bucket(matched, Queries.Read(aggregation[kind], mapping)),
                "global" => Bucket(all, _ => 1),
                "filters" => new JsonObject
                {
                    ["buckets"] = new JsonObject(Strict.Object(Strict.Only(aggregation[kind], kind, "filters")["filters"], "filters")
                        .Select(filter => KeyValuePair.Create(filter.Key, (JsonNode?)Bucket(matched, Queries.Read(filter.Value, mapping))))),
                },
                _ => Terms(Strict.Only(aggregation[kind], kind, "field", "size", "include", "order"), matched, mapping),
            };

            JsonObject Bucket(IReadOnlyList<StoredDocument> documents, Matcher filter)
            {
                var kept = documents.Where(document => filter(document) is not null).ToList();
                var bucket = new JsonObject { ["doc_count"] = kept.Count };
                foreach (var (inner, value) in aggregation["aggs"] is { } below ? Answer(below, kept, all, mapping) : [])
                {
                    bucket[inner] = value?.DeepClone();
                }

                return bucket;
            }
        }

        return answer;
    }

    private static JsonObject Terms(JsonObject terms, IReadOnlyList<StoredDocument> matched, Mapping mapping)
    {
        var (field, size) = (Strict.Text(terms["field"], "field"), (int)Strict.Whole(terms["size"], "size"));
        mapping.Need(field, "keyword");
        if (size <= 0)
        {
            throw Refusal.Illegal("[size] must be greater than 0");
        }

        var isWanted = terms["include"] switch
        {
            null => _ => true,
            JsonArray exact => exact.Select(value => (string)value!).ToHashSet().Contains,
            var pattern => Pattern(Strict.Text(pattern, "include")),
        };
        var counts = matched.SelectMany(document => document.Keywords.TryGetValue(field, out var words) ? words.AsEnumerable() : [])
            .Where(isWanted).GroupBy(word => word).Select(group => (Key: group.Key, Count: group.Count()));
        var byKey = terms["order"] is JsonObject order && (string?)order["_key"] == "asc";
        var sorted = byKey ? counts.OrderBy(count => count.Key, StringComparer.Ordinal) : counts.OrderByDescending(count => count.Count).ThenBy(count => count.Key, StringComparer.Ordinal);
        return new JsonObject
        {
            ["doc_count_error_upper_bound"] = 0,
            ["sum_other_doc_count"] = 0,
            ["buckets"] = new JsonArray([.. sorted.Take(size).Select(count => (JsonNode)new JsonObject { ["key"] = count.Key, ["doc_count"] = count.Count })]),
        };
    }

    private static Func<string, bool> Pattern(string pattern)
    {
        var word = pattern.EndsWith(".*", StringComparison.Ordinal) ? pattern[..^2] : throw Refusal.Illegal("this stand-in knows only patterns that end in [.*]");
        return Regex.Escape(word) == word ? text => text.StartsWith(word, StringComparison.Ordinal) : throw Refusal.Illegal($"[{word}] has signs with a meaning in a pattern");
    }
}
