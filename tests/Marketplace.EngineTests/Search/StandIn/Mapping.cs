using System.Text.Json.Nodes;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Pattern;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Marketplace.EngineTests.Search.StandIn;

/// <summary>The fields of one index and how their texts become terms, by our own reading of the reference; the analysis is Lucene's.</summary>
internal sealed class Mapping
{
    private readonly Dictionary<string, JsonObject> _fields = [];
    private readonly Dictionary<string, Analyzer> _analyzers = new() { ["whitespace"] = Of(source => new WhitespaceTokenizer(LuceneVersion.LUCENE_48, source), []) };

    public Mapping(JsonObject body)
    {
        Strict.Only(body, "index", "settings", "mappings", "aliases");
        var settings = Strict.Only(body["settings"] ?? new JsonObject(), "settings", "number_of_shards", "number_of_replicas", "gc_deletes", "analysis", "refresh_interval", "auto_expand_replicas");
        Definition = Strict.Only(body["mappings"], "mappings", "dynamic", "_meta", "properties");
        if ((string?)Definition["dynamic"] != "strict")
        {
            throw Refusal.Illegal("this stand-in knows only [dynamic: strict]");
        }

        AddAnalyzers(Strict.Only(settings["analysis"] ?? new JsonObject(), "analysis", "filter", "analyzer"));
        AddFields("", Strict.Object(Definition["properties"], "properties"));
    }

    public JsonObject Definition { get; }

    public bool Has(string field) => _fields.ContainsKey(field);

    public string TypeOf(string field) => _fields.TryGetValue(field, out var definition) ? (string)definition["type"]! : "";

    /// <summary>A field that is not there matches nothing in Elasticsearch; here it is a mistake of ours.</summary>
    public void Need(string field, params string[] types)
    {
        if (!types.Contains(TypeOf(field)))
        {
            throw Refusal.Illegal($"field [{field}] is not one of {string.Join(", ", types)} but [{TypeOf(field)}]");
        }
    }

    public bool IsOpaque(string field) => _fields.TryGetValue(field, out var definition) && (bool?)definition["enabled"] == false;

    public IEnumerable<string> CopiesOf(string field) => _fields[field]["copy_to"] is JsonArray copies ? copies.Select(copy => (string)copy!) : [];

    public int GapOf(string field) => (int?)_fields[field]["position_increment_gap"] ?? 100;

    public (int Least, int Most)? PrefixesOf(string field) =>
        _fields[field]["index_prefixes"] is JsonObject prefixes ? ((int)prefixes["min_chars"]!, (int)prefixes["max_chars"]!) : null;

    public List<(string Term, int Position)> Written(string field, string text) => Analyse((string)_fields[field]["analyzer"]!, text);

    public string[] Searched(string field, string text) => [.. Analyse((string?)_fields[field]["search_analyzer"] ?? (string)_fields[field]["analyzer"]!, text).Select(term => term.Term)];

    private List<(string Term, int Position)> Analyse(string analyzer, string text)
    {
        var terms = new List<(string Term, int Position)>();
        using var stream = _analyzers[analyzer].GetTokenStream("field", new StringReader(text));
        var (term, step) = (stream.AddAttribute<ICharTermAttribute>(), stream.AddAttribute<IPositionIncrementAttribute>());
        var position = -1;
        for (stream.Reset(); stream.IncrementToken();)
        {
            terms.Add((term.ToString()!, position += step.PositionIncrement));
        }

        stream.End();
        return terms;
    }

    private void AddFields(string prefix, JsonObject properties)
    {
        foreach (var (name, node) in properties)
        {
            var path = prefix + name;
            var field = Strict.Only(node, path, "type", "analyzer", "search_analyzer", "norms", "position_increment_gap", "copy_to", "index_prefixes", "properties", "enabled");
            if (field["properties"] is JsonObject inner)
            {
                AddFields(path + '.', inner);
                continue;
            }

            var type = (string?)field["type"];
            if (type is not ("keyword" or "text" or "long" or "integer_range" or "object"))
            {
                throw new Refusal(400, "mapper_parsing_exception", $"No handler for type [{type}] declared on field [{path}]");
            }

            foreach (var analyzer in new[] { "analyzer", "search_analyzer" }.Where(key => field[key] is not null))
            {
                _ = _analyzers.ContainsKey((string)field[analyzer]!) ? true : throw new Refusal(400, "mapper_parsing_exception", $"analyzer [{field[analyzer]}] has not been configured in mappings");
            }

            _fields[path] = field;
        }

        foreach (var copy in _fields.Keys.ToList().SelectMany(CopiesOf).Where(copy => prefix.Length == 0 && !Has(copy)))
        {
            throw Refusal.Illegal($"[copy_to] names [{copy}], which is no field");
        }
    }

    private void AddAnalyzers(JsonObject analysis)
    {
        var filters = new Dictionary<string, Func<TokenStream, TokenStream>>();
        foreach (var (name, node) in Strict.Object(analysis["filter"] ?? new JsonObject(), "filter"))
        {
            var filter = Strict.Only(node, name, "type", "preserve_original", "patterns");
            if ((string?)filter["type"] != "pattern_capture")
            {
                throw Refusal.Illegal($"this stand-in knows no token filter [{filter["type"]}]");
            }

            System.Text.RegularExpressions.Regex[] patterns = [.. filter["patterns"]!.AsArray().Select(pattern =>
                new System.Text.RegularExpressions.Regex((string)pattern!, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)))];
            filters[name] = stream => new PatternCaptureGroupTokenFilter(stream, (bool)filter["preserve_original"]!, patterns);
        }

        foreach (var (name, node) in Strict.Object(analysis["analyzer"] ?? new JsonObject(), "analyzer"))
        {
            var analyzer = Strict.Only(node, name, "type", "tokenizer", "filter");
            if (((string?)analyzer["type"], (string?)analyzer["tokenizer"]) != ("custom", "whitespace"))
            {
                throw Refusal.Illegal($"this stand-in knows only custom analyzers with the tokenizer [whitespace]");
            }

            _analyzers[name] = Of(source => new WhitespaceTokenizer(LuceneVersion.LUCENE_48, source), [.. analyzer["filter"]!.AsArray().Select(filter =>
                filters.GetValueOrDefault((string)filter!) ?? throw Refusal.Illegal($"Custom Analyzer [{name}] failed to find filter under name [{filter}]"))]);
        }
    }

    private static Analyzer Of(Func<TextReader, Tokenizer> tokenizer, Func<TokenStream, TokenStream>[] filters) => Analyzer.NewAnonymous((_, source) =>
    {
        var start = tokenizer(source);
        return new TokenStreamComponents(start, filters.Aggregate((TokenStream)start, (stream, filter) => filter(stream)));
    });
}
