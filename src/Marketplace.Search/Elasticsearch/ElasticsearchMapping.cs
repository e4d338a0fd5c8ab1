using System.Text.Json.Nodes;
using Marketplace.Core;
using Marketplace.Search.Facets;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Elasticsearch;

/// <summary>What an index is made with: every field said explicitly, analysis from parts that every Elasticsearch has.</summary>
internal static class ElasticsearchMapping
{
    /// <summary>Raise it when fields change. Text rules and the platform's collation are part of the format, because they are written into terms and keys.</summary>
    private const string Fields = "1";

    private const string Analyzer = "words";
    private const string BothForms = "both_forms";

    /// <summary>Longer beginnings of a word are not asked for (<see cref="ElasticsearchNames.LongestPrefix"/>), and a marked word has a sign before it.</summary>
    private const int LongestPrefixTerm = ElasticsearchNames.LongestPrefix + 1;

    public static string Format { get; } = string.Join(' ', Fields, VietnameseText.Rules, VietnameseOrder.Version);

    /// <param name="settings">The operator's: shards, copies.</param>
    /// <param name="notes">What the index remembers of itself, beside its format.</param>
    public static JsonObject Body(JsonObject settings, JsonObject notes)
    {
        notes["format"] = Format;

        // A removal is remembered this long, so that an older write which comes late does not bring the product back.
        settings["gc_deletes"] = "1h";
        settings["analysis"] = Analysis();
        return new JsonObject
        {
            ["settings"] = settings,
            ["mappings"] = new JsonObject { ["dynamic"] = "strict", ["_meta"] = notes, ["properties"] = Properties() },
        };
    }

    /// <summary>
    /// Words come ready made, because Vietnamese rules are ours: only the two forms of each are taken apart.
    /// https://www.elastic.co/guide/en/elasticsearch/reference/8.17/analysis-pattern-capture-tokenfilter.html
    /// </summary>
    private static JsonObject Analysis() => new()
    {
        ["filter"] = new JsonObject
        {
            [BothForms] = new JsonObject { ["type"] = "pattern_capture", ["preserve_original"] = false, ["patterns"] = new JsonArray(@"^([^|]+)\|", @"\|([^|]+)$") },
        },
        ["analyzer"] = new JsonObject
        {
            [Analyzer] = new JsonObject { ["type"] = "custom", ["tokenizer"] = "whitespace", ["filter"] = new JsonArray(BothForms) },
        },
    };

    private static JsonObject Properties() => new()
    {
        [ElasticsearchFields.Kind] = Of("keyword"),
        [ElasticsearchFields.NameVi] = Text(ElasticsearchFields.Names, ElasticsearchFields.Leading, ElasticsearchFields.All),
        [ElasticsearchFields.NameEn] = Text(ElasticsearchFields.Names, ElasticsearchFields.Leading, ElasticsearchFields.All),
        [ElasticsearchFields.Shelf] = Text(ElasticsearchFields.Leading, ElasticsearchFields.All),
        [ElasticsearchFields.Other] = Text(ElasticsearchFields.All),
        [ElasticsearchFields.Names] = Completed(),
        [ElasticsearchFields.Leading] = Text(),
        [ElasticsearchFields.All] = Text(),
        ["words"] = Group("keyword", ["folded", "marked", "pairs", "shelf", "noun"]),
        [ElasticsearchFields.Facets] = Group("keyword", FacetFields.Names.Where(name => name is not (Core.Search.FacetNames.Stars or FacetFields.Certified))),

        // Days by their number: no time zone and no rounding can get into them.
        [ElasticsearchFields.Stars] = Group("integer_range", Enumerable.Range(1, ElasticsearchFields.MostStars).Select(stars => $"s{stars}")),
        [ElasticsearchFields.Price] = Of("long"),
        [ElasticsearchFields.Listed] = Of("long"),
        [ElasticsearchFields.Order] = Of("keyword"),
        [ElasticsearchFields.Fingerprint] = Of("long"),
        [ElasticsearchFields.Document] = new JsonObject { ["type"] = "object", ["enabled"] = false },
    };

    private static JsonObject Of(string type) => new() { ["type"] = type };

    private static JsonObject Group(string type, IEnumerable<string> names) =>
        new() { ["properties"] = new JsonObject(names.Select(name => KeyValuePair.Create(name, (JsonNode?)Of(type)))) };

    private static JsonObject Text(params string[] copies)
    {
        // Lengths and rarity mean nothing here: the ranking is ours.
        var text = new JsonObject { ["type"] = "text", ["analyzer"] = Analyzer, ["search_analyzer"] = "whitespace", ["norms"] = false, ["position_increment_gap"] = 100 };
        if (copies.Length > 0)
        {
            text["copy_to"] = new JsonArray([.. copies.Select(copy => (JsonNode)copy)]);
        }

        return text;
    }

    /// <summary>Every beginning of every word is a term of its own, so that completing visits no dictionary and cuts nothing off.</summary>
    private static JsonObject Completed()
    {
        var text = Text();
        text["index_prefixes"] = new JsonObject { ["min_chars"] = 1, ["max_chars"] = LongestPrefixTerm };
        return text;
    }
}
