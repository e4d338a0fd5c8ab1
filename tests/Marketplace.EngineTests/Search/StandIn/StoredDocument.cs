using System.Text.Json.Nodes;

namespace Marketplace.EngineTests.Search.StandIn;

/// <summary>One document with the terms that its fields have.</summary>
internal sealed class StoredDocument
{
    private static readonly int[] None = [];
    private readonly Dictionary<string, Dictionary<string, List<int>>> _texts = [];
    private readonly Dictionary<string, int> _ends = [];

    public StoredDocument(string id, long version, JsonObject source, Mapping mapping)
    {
        (Id, Version, Source) = (id, version, source);
        Read("", source, mapping);
    }

    public string Id { get; }

    public long Version { get; }

    public JsonObject Source { get; }

    public Dictionary<string, HashSet<string>> Keywords { get; } = [];

    public Dictionary<string, long> Longs { get; } = [];

    public Dictionary<string, List<(long From, long To)>> Ranges { get; } = [];

    public bool HasTerm(string field, string term) => _texts.TryGetValue(field, out var terms) && terms.ContainsKey(term);

    public IReadOnlyList<int> PlacesOf(string field, string term) => _texts.TryGetValue(field, out var terms) && terms.TryGetValue(term, out var places) ? places : None;

    public IEnumerable<int> PlacesBeginning(string field, string start) =>
        _texts.TryGetValue(field, out var terms) ? terms.Where(term => term.Key.StartsWith(start, StringComparison.Ordinal)).SelectMany(term => term.Value) : [];

    private void Read(string prefix, JsonObject values, Mapping mapping)
    {
        foreach (var (name, node) in values)
        {
            var path = prefix + name;
            if (mapping.IsOpaque(path))
            {
                continue;
            }

            if (!mapping.Has(path))
            {
                Read(path + '.', node as JsonObject is { } inner && (inner.Count == 0 || inner.Any(member => mapping.Has($"{path}.{member.Key}"))) ? inner
                    : throw new Refusal(400, "strict_dynamic_mapping_exception", $"mapping set to strict, dynamic introduction of [{path}] within [_doc] is not allowed"), mapping);
                continue;
            }

            foreach (var value in node is JsonArray several ? several : [node?.DeepClone()])
            {
                Add(path, value, mapping);
            }
        }
    }

    private void Add(string field, JsonNode? value, Mapping mapping)
    {
        try
        {
            switch (mapping.TypeOf(field))
            {
                case "keyword":
                    (Keywords.TryGetValue(field, out var words) ? words : Keywords[field] = []).Add(Strict.Text(value, field));
                    break;
                case "long":
                    Longs[field] = Strict.Whole(value, field);
                    break;
                case "integer_range":
                    var range = Strict.Only(value, field, "gte", "lte");
                    (Ranges.TryGetValue(field, out var ranges) ? ranges : Ranges[field] = []).Add((Strict.Whole(range["gte"], field), Strict.Whole(range["lte"], field)));
                    break;
                default:
                    AddText(field, Strict.Text(value, field), mapping);
                    foreach (var copy in mapping.CopiesOf(field))
                    {
                        AddText(copy, Strict.Text(value, field), mapping);
                    }

                    break;
            }
        }
        catch (Refusal refusal)
        {
            throw Refusal.Document($"failed to parse field [{field}] of type [{mapping.TypeOf(field)}]: {refusal.Message}");
        }
    }

    private void AddText(string field, string text, Mapping mapping)
    {
        var terms = _texts.TryGetValue(field, out var there) ? there : _texts[field] = [];
        var start = _ends.TryGetValue(field, out var end) ? end + mapping.GapOf(field) : 0;
        foreach (var (term, position) in mapping.Written(field, text))
        {
            (terms.TryGetValue(term, out var places) ? places : terms[term] = []).Add(start + position);
            _ends[field] = start + position + 1;
        }
    }
}
