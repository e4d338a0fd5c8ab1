using System.Text.Json.Nodes;

namespace Marketplace.EngineTests.Search.StandIn;

/// <summary>One index: what has been written, and what of it searches see since the last refresh.</summary>
internal sealed class StoredIndex(string name, JsonObject definition)
{
    private readonly Dictionary<string, StoredDocument> _written = [];
    private readonly Dictionary<string, long> _versions = [];

    public string Name => name;

    public Mapping Mapping { get; } = new(definition);

    public JsonObject Settings { get; } = (definition["settings"] as JsonObject)?.DeepClone().AsObject() ?? [];

    /// <summary>In the order of their ids, as at the last refresh.</summary>
    public IReadOnlyList<StoredDocument> Visible { get; private set; } = [];

    public void Refresh() => Visible = [.. _written.Values.OrderBy(document => document.Id, StringComparer.Ordinal)];

    public StoredDocument? Find(string id) => _written.GetValueOrDefault(id);

    /// <returns>The status and the result's name.</returns>
    public (int Status, string Result, long Version) Write(string id, JsonObject? source, long? version, string? versionType)
    {
        if (versionType is not (null or "external_gte" or "external"))
        {
            throw Refusal.Illegal($"No version type match [{versionType}]");
        }

        var there = _versions.TryGetValue(id, out var current);
        if (versionType is not null && version is null)
        {
            throw Refusal.Illegal("a version must be given with its type");
        }

        if (versionType is not null && there && (version < current || (version == current && versionType == "external")))
        {
            throw new Refusal(409, "version_conflict_engine_exception", $"[{id}]: version conflict, current version [{current}] is higher than the one provided [{version}]");
        }

        var next = version ?? current + 1;
        var wasWritten = _written.ContainsKey(id);
        if (source is null)
        {
            _written.Remove(id);
        }
        else
        {
            _written[id] = new StoredDocument(id, next, source, Mapping);
        }

        _versions[id] = next;
        return source is null ? wasWritten ? (200, "deleted", next) : (404, "not_found", next) : wasWritten ? (200, "updated", next) : (201, "created", next);
    }
}
