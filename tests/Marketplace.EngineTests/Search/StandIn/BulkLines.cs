using System.Text.Json;
using System.Text.Json.Nodes;

namespace Marketplace.EngineTests.Search.StandIn;

/// <summary>Many writes in one call: an action and its document on a line each, and an answer for each of them.</summary>
internal static class BulkLines
{
    public static JsonObject Answer(string body, string target, IReadOnlyDictionary<string, string> parameters, Func<string, StoredIndex> indexOf)
    {
        if (parameters.GetValueOrDefault("refresh") is not (null or "true" or "false" or "wait_for"))
        {
            throw Refusal.Illegal($"Unknown value for refresh: [{parameters["refresh"]}].");
        }

        var lines = body.EndsWith('\n') ? body.Split('\n')[..^1] : throw Refusal.Illegal("The bulk request must be terminated by a newline [\\n]");
        var items = new JsonArray();
        var touched = new HashSet<StoredIndex>();
        for (var i = 0; i < lines.Length; i++)
        {
            var (kind, head) = Strict.Single(JsonNode.Parse(lines[i]), "action");
            var action = Strict.Only(head, kind, "_index", "_id", "version", "version_type", "require_alias");
            var source = kind switch { "index" => lines[++i], "delete" => null, _ => throw Refusal.Illegal($"Malformed action/metadata line [{i + 1}], found [{kind}]") };
            var (name, id) = ((string?)action["_index"] ?? target, Strict.Text(action["_id"], "_id"));
            var item = new JsonObject { ["_index"] = name, ["_id"] = id };
            try
            {
                var index = indexOf(name);
                var (status, result, version) = index.Write(id, source is null ? null : Source(source), action["version"] is { } given ? Strict.Whole(given, "version") : null, (string?)action["version_type"]);
                touched.Add(index);
                (item["_index"], item["_version"], item["result"], item["status"]) = (index.Name, version, result, status);
            }
            catch (Refusal refusal)
            {
                (item["status"], item["error"]) = (refusal.Status, refusal.Error);
            }

            items.Add(new JsonObject { [kind] = item });
        }

        if (parameters.GetValueOrDefault("refresh") is "true" or "wait_for")
        {
            foreach (var index in touched)
            {
                index.Refresh();
            }
        }

        return new() { ["took"] = 1, ["errors"] = items.Any(item => item!.AsObject().First().Value!["error"] is not null), ["items"] = items };
    }

    private static JsonObject Source(string line)
    {
        try
        {
            return Strict.Object(JsonNode.Parse(line), "document");
        }
        catch (JsonException broken)
        {
            throw Refusal.Document(broken.Message);
        }
    }
}
