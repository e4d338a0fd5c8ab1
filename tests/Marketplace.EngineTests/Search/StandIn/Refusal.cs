using System.Text.Json.Nodes;

namespace Marketplace.EngineTests.Search.StandIn;

/// <summary>What the stand-in will not do, in the shape in which Elasticsearch refuses.</summary>
internal sealed class Refusal(int status, string kind, string reason) : Exception(reason)
{
    public int Status => status;

    public JsonObject Error => new() { ["root_cause"] = new JsonArray(Cause()), ["type"] = kind, ["reason"] = Message };

    public JsonObject Body => new() { ["error"] = Error, ["status"] = status };

    public static Refusal Parsing(string reason) => new(400, "parsing_exception", reason);

    public static Refusal Illegal(string reason) => new(400, "illegal_argument_exception", reason);

    public static Refusal Document(string reason) => new(400, "document_parsing_exception", reason);

    public static Refusal NoIndex(string name) => new(404, "index_not_found_exception", $"no such index [{name}]");

    private JsonObject Cause() => new() { ["type"] = kind, ["reason"] = Message };
}

/// <summary>Takes JSON apart and refuses what nobody asked for, so that a misspelt name is found.</summary>
internal static class Strict
{
    public static JsonObject Object(JsonNode? node, string what) => node as JsonObject ?? throw Refusal.Parsing($"[{what}] must be an object");

    public static JsonArray Array(JsonNode? node, string what) => node as JsonArray ?? throw Refusal.Parsing($"[{what}] must be an array");

    /// <summary>The object, when it has no other members than these.</summary>
    public static JsonObject Only(JsonNode? node, string what, params string[] members)
    {
        var value = Object(node, what);
        return value.Select(member => member.Key).Except(members).FirstOrDefault() is { } unknown ? throw Refusal.Parsing($"[{what}] unknown field [{unknown}]") : value;
    }

    /// <summary>The one member of an object.</summary>
    public static (string Name, JsonNode? Value) Single(JsonNode? node, string what)
    {
        var value = Object(node, what);
        return value.Count == 1 ? (value.First().Key, value.First().Value) : throw Refusal.Parsing($"[{what}] must have one member and has {value.Count}");
    }

    public static JsonNode Need(JsonObject value, string member, string what) => value[member] ?? throw Refusal.Parsing($"[{what}] requires [{member}]");

    public static long Whole(JsonNode? node, string what) =>
        node is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number
            ? value.TryGetValue<long>(out var whole) ? whole : (long)value.GetValue<double>()
            : throw Refusal.Parsing($"[{what}] must be a number");

    public static string Text(JsonNode? node, string what) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw Refusal.Parsing($"[{what}] must be a string");
}
