using System.Text.Json.Nodes;
using Refit;

namespace Marketplace.Search.Elasticsearch;

/// <summary>
/// The calls that are made of Elasticsearch 8 or 9. Each gives the answer as it is and throws <see cref="ElasticsearchRefusal"/> where the
/// engine will not do what was asked, and <see cref="Core.Search.SearchUnavailableException"/> where it cannot be asked.
/// </summary>
internal interface IElasticsearch
{
    /// <summary>Which product answers, and its version.</summary>
    [Get("/")]
    Task<JsonObject> RootAsync(CancellationToken cancellationToken);

    /// <summary>The fields and notes of every index that a name, an alias or a pattern stands for.</summary>
    [Get("/{index}/_mapping")]
    Task<JsonObject> MappingsAsync(string index, CancellationToken cancellationToken);

    [Get("/{index}/_doc/{id}")]
    Task<JsonObject> DocumentAsync(string index, string id, CancellationToken cancellationToken);

    [Post("/{index}/_search")]
    Task<JsonObject> SearchAsync(string index, [Body] JsonObject body, CancellationToken cancellationToken);

    /// <param name="preference">The same text asks the same copies of the index again.</param>
    [Post("/{index}/_search")]
    Task<JsonObject> SearchAsync(string index, string preference, [Body] JsonObject body, CancellationToken cancellationToken);

    /// <summary>Searches a point in time, which the body names.</summary>
    [Post("/_search")]
    Task<JsonObject> SearchPointAsync([Body] JsonObject body, CancellationToken cancellationToken);

    /// <param name="lines">A head and a body on a line each, for every search.</param>
    [Post("/{index}/_msearch")]
    Task<JsonObject> SearchManyAsync(string index, [Body] HttpContent lines, CancellationToken cancellationToken);

    [Post("/{index}/_count")]
    Task<JsonObject> CountAsync(string index, [Body] JsonObject body, CancellationToken cancellationToken);

    [Post("/{index}/_terms_enum")]
    Task<JsonObject> TermsAsync(string index, [Body] JsonObject body, CancellationToken cancellationToken);

    [Post("/{index}/_pit?keep_alive=1m")]
    Task<JsonObject> OpenPointAsync(string index, CancellationToken cancellationToken);

    [Delete("/_pit")]
    Task<JsonObject> ClosePointAsync([Body] JsonObject body, CancellationToken cancellationToken);

    /// <summary>Writes many documents. It never makes an index: what is written to is an alias that is there.</summary>
    /// <param name="refresh">Whether the answer waits until searches find what was written.</param>
    /// <param name="lines">An action and its document on a line each.</param>
    [Post("/{alias}/_bulk?require_alias=true")]
    Task<JsonObject> BulkAsync(string alias, string refresh, [Body] HttpContent lines, CancellationToken cancellationToken);

    [Post("/{index}/_refresh")]
    Task<JsonObject> RefreshAsync(string index, CancellationToken cancellationToken);

    [Put("/{index}")]
    Task<JsonObject> CreateAsync(string index, [Body] JsonObject body, CancellationToken cancellationToken);

    [Put("/{index}/_settings")]
    Task<JsonObject> ChangeSettingsAsync(string index, [Body] JsonObject body, CancellationToken cancellationToken);

    [Delete("/{index}")]
    Task<JsonObject> RemoveAsync(string index, CancellationToken cancellationToken);

    /// <summary>Moves aliases, all at once.</summary>
    [Post("/_aliases")]
    Task<JsonObject> MoveAliasesAsync([Body] JsonObject body, CancellationToken cancellationToken);

    [Get("/_cluster/health/{index}")]
    Task<JsonObject> HealthAsync(string index, CancellationToken cancellationToken);

    /// <summary>Waits until every copy of the index is there; answers after half a minute either way.</summary>
    [Get("/_cluster/health/{index}?wait_for_status=green&timeout=30s")]
    Task<JsonObject> WaitForCopiesAsync(string index, CancellationToken cancellationToken);
}
