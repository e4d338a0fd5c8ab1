using System.Text.Json.Nodes;

namespace Marketplace.EngineTests.Search.StandIn;

/// <summary>
/// Indices, aliases and points in time, and the calls that are made of them. This is no Elasticsearch: it is our own reading
/// of the reference, strict about everything that is not used here, so that our requests can be tried without a cluster.
/// </summary>
internal sealed class StandInCluster
{
    private readonly Lock _one = new();
    private readonly SortedDictionary<string, StoredIndex> _indices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _aliases = [];
    private readonly Dictionary<string, (StoredIndex Index, IReadOnlyList<StoredDocument> Documents)> _points = [];
    private int _opened;

    public string Version { get; set; } = "8.17.0";

    /// <summary>Points in time that nobody has closed.</summary>
    public int OpenPoints
    {
        get
        {
            lock (_one)
            {
                return _points.Count;
            }
        }
    }

    /// <summary>Answers a call, or throws a <see cref="Refusal"/>.</summary>
    public JsonObject Answer(string method, string path, IReadOnlyDictionary<string, string> parameters, string body)
    {
        lock (_one)
        {
            string[] parts = [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
            return (method, parts) switch
            {
                ("GET", []) => new() { ["name"] = "stand-in", ["cluster_name"] = "stand-in", ["version"] = new JsonObject { ["number"] = Version }, ["tagline"] = "You Know, for Search" },
                ("POST", ["_search"]) => SearchPoint(Read(body)),
                ("POST", ["_aliases"]) => MoveAliases(Read(body)),
                ("DELETE", ["_pit"]) => ClosePoint(Read(body)),
                ("GET", ["_cluster", "health", var name]) => Health(name),
                ("PUT", [var name]) => Create(name, Read(body)),
                ("DELETE", [var name]) => Remove(name),
                ("GET", [var name, "_mapping"]) => Mappings(name),
                ("PUT", [var name, "_settings"]) => ChangeSettings(Of(name), Read(body)),
                ("GET", [var name, "_doc", var id]) => Document(Of(name), id),
                ("POST", [var name, "_search"]) => Search(Of(name), Read(body)),
                ("POST", [var name, "_msearch"]) => SearchMany(Of(name), body),
                ("POST", [var name, "_count"]) => Count(Of(name), Read(body)),
                ("POST", [var name, "_pit"]) => OpenPoint(Of(name)),
                ("POST", [var name, "_bulk"]) => BulkLines.Answer(body, name, parameters, target => Writable(target, parameters)),
                ("POST", [var name, "_refresh"]) => Refresh(Of(name)),
                ("POST", [var name, "_forcemerge"]) => Refresh(Of(name)),
                _ => throw new Refusal(400, "illegal_argument_exception", $"no handler found for uri [{path}] and method [{method}]"),
            };
        }
    }

    private static JsonObject Read(string body)
    {
        try
        {
            return Strict.Object(body.Length == 0 ? new JsonObject() : JsonNode.Parse(body), "body");
        }
        catch (System.Text.Json.JsonException broken)
        {
            throw new Refusal(400, "parsing_exception", broken.Message);
        }
    }

    private StoredIndex Of(string name) => Matching(name) is [var only] ? only : throw Refusal.NoIndex(name);

    private List<StoredIndex> Matching(string name) =>
        _aliases.TryGetValue(name, out var behind) ? [.. behind.Select(index => _indices[index])]
        : name.EndsWith('*') ? [.. _indices.Values.Where(index => index.Name.StartsWith(name[..^1], StringComparison.Ordinal))]
        : _indices.TryGetValue(name, out var there) ? [there] : [];

    private StoredIndex Writable(string name, IReadOnlyDictionary<string, string> parameters) =>
        parameters.GetValueOrDefault("require_alias") == "true" && !_aliases.ContainsKey(name)
            ? throw new Refusal(404, "index_not_found_exception", $"no such index [{name}] and [require_alias] request flag is [true] and [{name}] is not an alias")
            : Of(name);

    private JsonObject Create(string name, JsonObject body)
    {
        if (_indices.ContainsKey(name) || _aliases.ContainsKey(name))
        {
            throw new Refusal(400, "resource_already_exists_exception", $"index [{name}] already exists");
        }

        _indices[name] = new StoredIndex(name, body);
        foreach (var (alias, _) in body["aliases"] as JsonObject ?? [])
        {
            Behind(alias).Add(name);
        }

        return new() { ["acknowledged"] = true, ["shards_acknowledged"] = true, ["index"] = name };
    }

    private JsonObject Remove(string name)
    {
        var matching = name.Contains('*', StringComparison.Ordinal) || _aliases.ContainsKey(name) ? throw Refusal.Illegal("an index is removed by its own name") : Of(name);
        _indices.Remove(matching.Name);
        foreach (var (alias, behind) in _aliases.ToList())
        {
            behind.Remove(matching.Name);
            if (behind.Count == 0)
            {
                _aliases.Remove(alias);
            }
        }

        return new() { ["acknowledged"] = true };
    }

    private JsonObject MoveAliases(JsonObject body)
    {
        foreach (var action in Strict.Array(Strict.Only(body, "aliases", "actions")["actions"], "actions"))
        {
            var (kind, value) = Strict.Single(action, "action");
            var move = Strict.Only(value, kind, "index", "alias", "must_exist", "is_write_index");
            var name = Strict.Text(move["index"], "index");
            switch (kind)
            {
                case "add":
                    Behind(Strict.Text(move["alias"], "alias")).Add(Of(name).Name);
                    break;
                case "remove":
                    var alias = Strict.Text(move["alias"], "alias");
                    var removed = Matching(name).Count(index => _aliases.TryGetValue(alias, out var behind) && behind.Remove(index.Name));
                    _ = removed > 0 || (bool?)move["must_exist"] == false ? true : throw new Refusal(404, "aliases_not_found_exception", $"aliases [{alias}] missing");
                    break;
                case "remove_index":
                    Remove(name);
                    break;
                default:
                    throw Refusal.Parsing($"unknown action [{kind}]");
            }
        }

        foreach (var empty in _aliases.Where(alias => alias.Value.Count == 0).Select(alias => alias.Key).ToList())
        {
            _aliases.Remove(empty);
        }

        return new() { ["acknowledged"] = true };
    }

    private SortedSet<string> Behind(string alias) => _aliases.TryGetValue(alias, out var behind) ? behind : _aliases[alias] = new(StringComparer.Ordinal);

    private JsonObject Mappings(string name) => name.EndsWith('*') || Matching(name).Count > 0
        ? new(Matching(name).Select(index => KeyValuePair.Create(index.Name, (JsonNode?)new JsonObject { ["mappings"] = index.Mapping.Definition.DeepClone() })))
        : throw Refusal.NoIndex(name);

    private static JsonObject ChangeSettings(StoredIndex index, JsonObject body)
    {
        foreach (var (name, value) in body["index"] as JsonObject ?? body)
        {
            index.Settings[name] = value?.DeepClone();
        }

        return new() { ["acknowledged"] = true };
    }

    private JsonObject Health(string name) => Matching(name) is { Count: > 0 } found
        ? new() { ["cluster_name"] = "stand-in", ["status"] = "green", ["timed_out"] = false, ["number_of_nodes"] = 1, ["number_of_data_nodes"] = 1, ["active_shards"] = found.Count }
        : throw Refusal.NoIndex(name);

    private static JsonObject Document(StoredIndex index, string id) => index.Find(id) is { } document
        ? new() { ["_index"] = index.Name, ["_id"] = id, ["_version"] = document.Version, ["found"] = true, ["_source"] = document.Source.DeepClone() }
        : throw new Refusal(404, "", $"no document [{id}]");

    private static JsonObject Search(StoredIndex index, JsonObject body) =>
        body.ContainsKey("pit") ? throw Refusal.Illegal("[indices] cannot be used with point in time") : SearchRequest.Answer(body, index.Visible, index.Mapping, index.Name);

    private static JsonObject SearchMany(StoredIndex index, string body)
    {
        var lines = body.EndsWith('\n') ? body.Split('\n')[..^1] : throw Refusal.Illegal("The msearch request must be terminated by a newline [\\n]");
        var responses = new JsonArray();
        for (var i = 0; i + 1 < lines.Length; i += 2)
        {
            try
            {
                Strict.Only(Read(lines[i]), "header", "preference");
                var answer = Search(index, Read(lines[i + 1]));
                answer["status"] = 200;
                responses.Add(answer);
            }
            catch (Refusal refusal)
            {
                responses.Add(refusal.Body);
            }
        }

        return new() { ["took"] = 1, ["responses"] = responses };
    }

    private static JsonObject Count(StoredIndex index, JsonObject body)
    {
        var query = body["query"] is { } given ? Queries.Read(given, index.Mapping) : _ => 1;
        return new() { ["count"] = index.Visible.Count(document => query(document) is not null), ["_shards"] = new JsonObject { ["total"] = 1, ["successful"] = 1, ["skipped"] = 0, ["failed"] = 0 } };
    }

    private JsonObject OpenPoint(StoredIndex index)
    {
        var id = $"point-{++_opened}";
        _points[id] = (index, index.Visible);
        return new() { ["id"] = id };
    }

    private JsonObject ClosePoint(JsonObject body)
    {
        var isThere = _points.Remove(Strict.Text(Strict.Only(body, "pit", "id")["id"], "id"));
        return isThere ? new() { ["succeeded"] = true, ["num_freed"] = 1 } : throw new Refusal(404, "", "no such point in time");
    }

    private JsonObject SearchPoint(JsonObject body)
    {
        var id = Strict.Text(Strict.Only(body["pit"], "pit", "id", "keep_alive")["id"], "id");
        var point = _points.TryGetValue(id, out var there) ? there : throw new Refusal(404, "search_context_missing_exception", $"No search context found for id [{id}]");
        var answer = SearchRequest.Answer(body, point.Documents, point.Index.Mapping, point.Index.Name);
        answer["pit_id"] = id;
        return answer;
    }

    private static JsonObject Refresh(StoredIndex index)
    {
        index.Refresh();
        return new() { ["_shards"] = new JsonObject { ["total"] = 1, ["successful"] = 1, ["failed"] = 0 } };
    }
}
