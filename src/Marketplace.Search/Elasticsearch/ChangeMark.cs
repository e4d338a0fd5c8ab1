using System.Text.Json.Nodes;

namespace Marketplace.Search.Elasticsearch;

/// <summary>
/// A document beside the others that every batch writes anew once its changes can be found: its version tells every node that the index is not
/// what it was, and its index tells which one is live. It is no product and no producer, so nothing finds it.
/// </summary>
internal static class ChangeMark
{
    private const string Id = "changed";

    /// <param name="Index">What the alias stands for.</param>
    /// <param name="Version">Rises with every batch.</param>
    public readonly record struct Seen(string Index, long Version);

    /// <summary>Null when there is no index, or one without the mark.</summary>
    public static async Task<Seen?> ReadAsync(IElasticsearch engine, string alias, CancellationToken cancellationToken)
    {
        try
        {
            var mark = await engine.DocumentAsync(alias, Id, cancellationToken);
            return new Seen((string)mark["_index"]!, (long?)mark["_version"] ?? 0);
        }
        catch (ElasticsearchRefusal refusal) when (refusal.IsMissing)
        {
            return null;
        }
    }

    public static Task WriteAsync(ElasticsearchBulk bulk, CancellationToken cancellationToken)
    {
        var action = new JsonObject { ["index"] = new JsonObject { ["_id"] = Id } };
        return bulk.WriteAsync([new BulkLine(Guid.Empty, BulkLine.Written(action, new JsonObject { [ElasticsearchFields.Kind] = Id }))], refresh: false, cancellationToken);
    }
}
