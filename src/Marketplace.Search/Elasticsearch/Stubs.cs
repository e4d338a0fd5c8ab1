using System.Text.Json.Nodes;
using Marketplace.Core;
using Marketplace.Core.Search;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Elasticsearch;

// These four stand in until the files that ask questions of the engine are there.
internal static class ElasticsearchFields
{
    public const string Kind = "kind";
    public const string ProductKind = "product";
    public const string ProducerKind = "producer";
    public const string Fingerprint = "fingerprint";
}

internal static class ElasticsearchMapping
{
    public static string Format { get; } = string.Join(' ', "1", VietnameseText.Rules, VietnameseOrder.Version);

    public static JsonObject Body(JsonObject settings, JsonObject notes)
    {
        notes["format"] = Format;
        settings["gc_deletes"] = "1h";
        return new JsonObject { ["settings"] = settings, ["mappings"] = new JsonObject { ["_meta"] = notes } };
    }
}

internal static class DocumentBody
{
    public static string IdOf(Guid id) => id.ToString("N");

    public static JsonObject Of(IndexDocument document) => new()
    {
        ["kind"] = document is ProductDocument ? "product" : "producer",
        ["fingerprint"] = document.Fingerprint,
        ["document"] = System.Text.Json.JsonSerializer.SerializeToNode(document),
    };
}

internal sealed class ElasticsearchSearch(IElasticsearch engine, string alias)
{
    public Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken) => throw NotYet();

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(SuggestQuery query, CancellationToken cancellationToken) => throw NotYet();

    private SearchUnavailableException NotYet() => new($"{alias} cannot be searched yet through {engine.GetType().Name}.");
}
