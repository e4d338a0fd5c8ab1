using System.Text.Json.Nodes;

namespace Marketplace.EngineTests.Search.Faults;

/// <summary>Indices, aliases and documents with their versions, as Elasticsearch keeps them.</summary>
internal sealed class KeptIndices
{
    private const int Found = 200;
    private const int Bad = 400;
    private const int Missing = 404;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, KeptIndex> _indices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _points = [];

    public string Version { get; set; } = "8.15.3";

    public int Nodes { get; set; } = 1;

    public IReadOnlyList<string> Names
    {
        get
        {
            lock (_gate)
            {
                return [.. _indices.Keys];
            }
        }
    }

    public KeptIndex this[string name]
    {
        get
        {
            lock (_gate)
            {
                return _indices[name];
            }
        }
    }

    /// <summary>The indices that an alias stands for.</summary>
    public IReadOnlyList<string> Behind(string alias)
    {
        lock (_gate)
        {
            return [.. _indices.Where(index => index.Value.Aliases.Contains(alias)).Select(index => index.Key)];
        }
    }

    public void Remove(string name)
    {
        lock (_gate)
        {
            _indices.Remove(name);
        }
    }

    public void Add(string name, KeptIndex index)
    {
        lock (_gate)
        {
            _indices.Add(name, index);
        }
    }

    public (int Status, JsonObject Answer) Answer(Asked asked)
    {
        lock (_gate)
        {
            var parts = asked.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
            return (asked.Method, parts) switch
            {
                (_, []) => (Found, new JsonObject { ["version"] = new JsonObject { ["number"] = Version }, ["tagline"] = "You Know, for Search" }),
                ("POST", ["_aliases"]) => MoveAliases(asked),
                ("POST", ["_search"]) => SearchPoint(asked),
                ("DELETE", ["_pit"]) => (_points.Remove((string)Body(asked)["id"]!) ? Found : Missing, new JsonObject { ["succeeded"] = true }),
                ("GET", ["_cluster", "health", _]) => (Found, new JsonObject { ["status"] = "yellow", ["number_of_data_nodes"] = Nodes }),
                ("PUT", [var name]) => Create(name, asked),
                ("DELETE", [var name]) => _indices.Remove(name) ? (Found, Acknowledged()) : NoIndex(name),
                ("POST", [var name, "_bulk"]) => Bulk(name, asked),
                _ => OfIndex(asked, parts),
            };
        }
    }

    private (int Status, JsonObject Answer) OfIndex(Asked asked, string[] parts)
    {
        var found = Resolve(parts[0]);
        if (asked.Method == "GET" && parts is [_, "_mapping"])
        {
            return found.Count == 0 && !parts[0].Contains('*', StringComparison.Ordinal) ? NoIndex(parts[0])
                : (Found, new JsonObject(found.Select(index => KeyValuePair.Create(index.Key, (JsonNode?)new JsonObject { ["mappings"] = index.Value.Mappings.DeepClone() }))));
        }

        if (found.Count != 1)
        {
            return found.Count == 0 ? NoIndex(parts[0]) : Refused(Bad, "illegal_argument_exception", $"alias [{parts[0]}] has more than one index associated with it");
        }

        var (name, index) = found[0];
        switch (asked.Method, parts)
        {
            case ("GET", [_, "_doc", var id]):
                return index.Documents.TryGetValue(id, out var document) && document.Source is not null
                    ? (Found, new JsonObject { ["_index"] = name, ["_id"] = id, ["_version"] = document.Version, ["found"] = true, ["_source"] = document.Source.DeepClone() })
                    : (Missing, new JsonObject { ["_index"] = name, ["_id"] = id, ["found"] = false });
            case ("PUT", [_, "_settings"]):
                index.Apply(Body(asked));
                return (Found, Acknowledged());
            case ("POST", [_, "_refresh"]):
                return (Found, new JsonObject { ["_shards"] = new JsonObject { ["failed"] = 0 } });
            case ("POST", [_, "_count"]):
                var kind = (string)Body(asked)["query"]!["term"]!["kind"]!;
                return (Found, new JsonObject { ["count"] = index.Living.Count(document => (string?)document.Value.Source!["kind"] == kind) });
            case ("POST", [_, "_pit"]):
                var point = $"point-{_points.Count + 1}";
                _points.Add(point, name);
                return (Found, new JsonObject { ["id"] = point });
            default:
                return Refused(Bad, "illegal_argument_exception", $"no handler found for uri [/{asked.Path}] and method [{asked.Method}]");
        }
    }

    private (int Status, JsonObject Answer) Create(string name, Asked asked)
    {
        if (_indices.ContainsKey(name))
        {
            return Refused(Bad, "resource_already_exists_exception", $"index [{name}] already exists");
        }

        _indices.Add(name, new KeptIndex(Body(asked)));
        return (Found, Acknowledged());
    }

    private (int Status, JsonObject Answer) MoveAliases(Asked asked)
    {
        foreach (var (verb, about) in Body(asked)["actions"]!.AsArray().Select(action => action!.AsObject().Single()))
        {
            var name = (string)about!["index"]!;
            switch (verb)
            {
                case "remove_index":
                    _indices.Remove(name);
                    break;
                case "add" when !_indices.ContainsKey(name):
                    return NoIndex(name);
                case "add":
                    _indices[name].Aliases.Add((string)about["alias"]!);
                    break;
                case "remove":
                    foreach (var (_, index) in Resolve(name))
                    {
                        index.Aliases.Remove((string)about["alias"]!);
                    }

                    break;
            }
        }

        return (Found, Acknowledged());
    }

    private (int Status, JsonObject Answer) Bulk(string target, Asked asked)
    {
        var found = Resolve(target);
        var isAlias = found is [var only] && only.Key != target;
        var lines = asked.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var items = new JsonArray();
        for (var i = 0; i < lines.Length; i++)
        {
            var (verb, about) = JsonNode.Parse(lines[i])!.AsObject().Single();
            var source = verb == "delete" ? null : JsonNode.Parse(lines[++i])!.AsObject();
            items.Add(new JsonObject
            {
                [verb] = isAlias
                    ? found[0].Value.Write(found[0].Key, (string)about!["_id"]!, (long?)about["version"], source)
                    : new JsonObject { ["_index"] = target, ["status"] = Missing, ["error"] = new JsonObject { ["type"] = "index_not_found_exception", ["reason"] = $"no such index [{target}] and [require_alias] request flag is [true] and [{target}] is not an alias" } },
            });
        }

        return (Found, new JsonObject { ["took"] = 1, ["errors"] = items.Any(item => (int)item!.AsObject().Single().Value!["status"]! > 299), ["items"] = items });
    }

    private (int Status, JsonObject Answer) SearchPoint(Asked asked)
    {
        var body = Body(asked);
        if (!_points.TryGetValue((string)body["pit"]!["id"]!, out var name) || !_indices.TryGetValue(name, out var index))
        {
            return Refused(Missing, "search_context_missing_exception", "No search context found");
        }

        var kinds = body["query"]!["terms"]!["kind"]!.AsArray().Select(kind => (string)kind!).ToHashSet();
        var after = (int?)body["search_after"]?[0] ?? -1;
        var hits = index.Living.Where(document => kinds.Contains((string?)document.Value.Source!["kind"] ?? ""))
            .Select((document, place) => (document.Key, document.Value.Source, Place: place))
            .Where(hit => hit.Place > after).Take((int)body["size"]!)
            .Select(hit => (JsonNode)new JsonObject { ["_id"] = hit.Key, ["sort"] = new JsonArray(hit.Place), ["fields"] = new JsonObject { ["fingerprint"] = new JsonArray(hit.Source!["fingerprint"]!.DeepClone()) } });
        return (Found, new JsonObject { ["pit_id"] = body["pit"]!["id"]!.DeepClone(), ["hits"] = new JsonObject { ["hits"] = new JsonArray([.. hits]) } });
    }

    private List<KeyValuePair<string, KeptIndex>> Resolve(string name) => name.EndsWith('*')
        ? [.. _indices.Where(index => index.Key.StartsWith(name[..^1], StringComparison.Ordinal))]
        : [.. _indices.Where(index => index.Key == name || index.Value.Aliases.Contains(name))];

    private static JsonObject Body(Asked asked) => JsonNode.Parse(asked.Body)!.AsObject();

    private static JsonObject Acknowledged() => new() { ["acknowledged"] = true };

    private static (int Status, JsonObject Answer) NoIndex(string name) => Refused(Missing, "index_not_found_exception", $"no such index [{name}]");

    private static (int Status, JsonObject Answer) Refused(int status, string kind, string reason) => (status, JsonNode.Parse(ScriptedElasticsearch.Error(kind, reason, status))!.AsObject());
}

/// <summary>One index. A document that was removed keeps its version.</summary>
internal sealed class KeptIndex(JsonObject made)
{
    public JsonObject Mappings { get; } = (made["mappings"]?.DeepClone() as JsonObject) ?? [];

    public JsonObject Settings { get; } = (made["settings"]?.DeepClone() as JsonObject) ?? [];

    public HashSet<string> Aliases { get; } = [.. (made["aliases"] as JsonObject ?? []).Select(alias => alias.Key)];

    public SortedDictionary<string, (long Version, JsonObject? Source)> Documents { get; } = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, (long Version, JsonObject? Source)>> Living => Documents.Where(document => document.Value.Source is not null);

    public void Apply(JsonObject settings)
    {
        foreach (var (name, value) in settings)
        {
            Settings[name] = value?.DeepClone();
        }
    }

    public JsonObject Write(string name, string id, long? version, JsonObject? source)
    {
        var answer = new JsonObject { ["_index"] = name, ["_id"] = id };
        var known = Documents.TryGetValue(id, out var old);
        if (version < old.Version)
        {
            answer["status"] = 409;
            answer["error"] = new JsonObject { ["type"] = "version_conflict_engine_exception", ["reason"] = $"[{id}]: version conflict" };
            return answer;
        }

        Documents[id] = (version ?? old.Version + 1, source);
        answer["status"] = source is null && (!known || old.Source is null) ? 404 : known ? 200 : 201;
        return answer;
    }
}
