using System.Text.Json.Nodes;

namespace Marketplace.EngineTests.Search.StandIn;

/// <summary>One value that is sorted by.</summary>
internal sealed record Sorting(string Field, bool IsDescending, long? Missing)
{
    private const string Score = "_score";
    private const string Place = "_shard_doc";

    public static Sorting Read(JsonNode? node, Mapping mapping)
    {
        var (field, value) = Strict.Single(node, "sort");
        var order = value is JsonValue text ? new JsonObject { ["order"] = text.GetValue<string>() } : Strict.Only(value, field, "order", "missing");
        if (field is not (Score or Place))
        {
            mapping.Need(field, "keyword", "long");
        }

        return new Sorting(
            field,
            (string?)order["order"] switch { "asc" => false, "desc" => true, var other => throw Refusal.Illegal($"no order [{other}]") },
            order["missing"] is { } missing ? Strict.Whole(missing, "missing") : null);
    }

    public object ValueOf(StoredDocument document, float score, int place) =>
        Field == Score ? score
        : Field == Place ? (long)place
        : document.Keywords.TryGetValue(Field, out var words) ? words.Single()
        : document.Longs.TryGetValue(Field, out var value) ? value
        : Missing ?? throw Refusal.Illegal($"this stand-in needs [missing] where [{Field}] is not in every document");

    /// <summary>The values to go on after, of the types that are sorted by.</summary>
    public static List<object> ReadAfter(List<Sorting> sorts, JsonArray after) =>
        sorts.Count != after.Count
            ? throw Refusal.Illegal($"search_after has {after.Count} value(s) but sort has {sorts.Count}.")
            : [.. sorts.Select((sort, i) => sort.Field == Score ? (float)Strict.Whole(after[i], Score)
                : after[i]!.GetValueKind() == System.Text.Json.JsonValueKind.String ? (object)(string)after[i]! : Strict.Whole(after[i], sort.Field))];

    public static int Compare(List<Sorting> sorts, List<object> one, List<object> other)
    {
        for (var i = 0; i < sorts.Count; i++)
        {
            var order = one[i] is string text ? string.CompareOrdinal(text, (string)other[i]) : ((IComparable)one[i]).CompareTo(other[i]);
            if (order != 0)
            {
                return sorts[i].IsDescending ? -order : order;
            }
        }

        return 0;
    }
}
