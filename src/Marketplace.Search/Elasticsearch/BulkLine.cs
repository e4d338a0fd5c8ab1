using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Marketplace.Core.Search;

namespace Marketplace.Search.Elasticsearch;

/// <summary>One write as the engine's bulk call takes it: an action and, unless it removes, the document.</summary>
internal readonly record struct BulkLine(Guid Id, ReadOnlyMemory<byte> Bytes)
{
    private static readonly byte[] NewLine = [(byte)'\n'];

    public static BulkLine Of(IndexChange change) => Of(change.Id, change.Document, change.Version);

    /// <summary>With a version of ours, an old write never takes the place of a newer one, in whatever order they arrive.</summary>
    public static BulkLine Of(Guid id, IndexDocument? document, long version)
    {
        var about = new JsonObject { ["_id"] = DocumentBody.IdOf(id), ["version"] = version, ["version_type"] = "external_gte" };
        return new BulkLine(id, Written(new JsonObject { [document is null ? "delete" : "index"] = about }, document is null ? null : DocumentBody.Of(document)));
    }

    public static ReadOnlyMemory<byte> Written(JsonObject action, JsonObject? document)
    {
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var line in document is null ? [action] : new[] { action, document })
        {
            using (var json = new Utf8JsonWriter(bytes))
            {
                line.WriteTo(json);
            }

            bytes.Write(NewLine);
        }

        return bytes.WrittenMemory;
    }
}
