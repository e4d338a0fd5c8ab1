using System.Text.Json.Nodes;
using Marketplace.Core.Search;

namespace Marketplace.Search.Elasticsearch;

/// <summary>What became of one write.</summary>
internal enum BulkFate
{
    /// <summary>It is in the index, or a newer one is.</summary>
    Written,

    /// <summary>The cluster could not take it now.</summary>
    Again,

    /// <summary>The engine will never take it as it is.</summary>
    Rejected,
}

/// <summary>The engine's word on one write.</summary>
internal readonly record struct BulkItem(BulkFate Fate, string? Index, string Reason)
{
    private const int Ok = 299;
    private const int NotFound = 404;
    private const int Conflict = 409;
    private const int TooMany = 429;
    private const int ServerError = 500;

    /// <exception cref="SearchUnavailableException">It is the index that takes no writes, not this one write.</exception>
    public static BulkItem Of(JsonNode? item)
    {
        var about = item is JsonObject { Count: 1 } single ? single.First().Value as JsonObject : null;
        if ((int?)about?["status"] is not { } status)
        {
            throw new SearchUnavailableException("Elasticsearch answered a write with something that tells nothing of it.");
        }

        var index = (string?)about!["_index"];
        if (status <= Ok || status == Conflict || (status == NotFound && about["error"] is null))
        {
            // A conflict is a newer write that was quicker; what is removed need not have been there.
            return new BulkItem(BulkFate.Written, index, "");
        }

        var (kind, reason) = ElasticsearchRefusal.Read(about["error"]);
        if (IsBlock(kind) || status is 401 or 403 or NotFound)
        {
            throw Unavailable(kind, ElasticsearchRefusal.Sentence(status, kind, reason));
        }

        return new BulkItem(status is TooMany or >= ServerError ? BulkFate.Again : BulkFate.Rejected, index, ElasticsearchRefusal.Sentence(status, kind, reason));
    }

    /// <summary>The index is closed to writes, for which the engine has used 403 and 429.</summary>
    public static bool IsBlock(string kind) => kind == "cluster_block_exception";

    public static SearchUnavailableException Unavailable(string kind, string message) => new(
        kind == "index_not_found_exception" ? "There is no search index to write to: it has to be built anew."
        : IsBlock(kind) ? $"The search index takes no writes, as when a disk of the cluster is full. {message}"
        : message);
}
