using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Marketplace.Core.Search;
using Microsoft.Extensions.Logging;

namespace Marketplace.Search.Elasticsearch;

/// <summary>
/// The search engine of several nodes: an index on an Elasticsearch cluster, behind an alias of this installation's own. A build makes a new
/// index beside the live one and moves the alias. Writes carry versions, so that in whatever order they arrive the newest stays.
/// </summary>
public sealed class ElasticsearchIndex : ISearchIndex, IDisposable
{
    private const int EntriesAtOnce = 1000;
    private const string LongerLife = "1m";
    private static readonly string[] Kinds = [ElasticsearchFields.ProductKind, ElasticsearchFields.ProducerKind];

    private readonly IElasticsearch _engine;
    private readonly ElasticsearchConnection _connection;
    private readonly ElasticsearchVersions _versions;
    private readonly ElasticsearchWatch _watch;
    private readonly ElasticsearchSearch _search;

    internal ElasticsearchIndex(IElasticsearch engine, ElasticsearchConnection connection, Guid installation, TimeProvider clock, ILogger log)
    {
        (_engine, _connection) = (engine, connection);
        _versions = new ElasticsearchVersions(engine, AliasOf(installation), connection, clock);
        _watch = new ElasticsearchWatch(engine, _versions, clock, log);
        _search = new ElasticsearchSearch(engine, _versions.Alias);
    }

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    /// <remarks>What this node writes raises it at once, what another one writes within about a second. 0 while there is no usable index.</remarks>
    public long Generation => _watch.Generation;

    public static string AliasOf(Guid installation) => $"marketplace-{installation:N}";

    /// <inheritdoc/>
    public Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken) =>
        ReadAsync(() => _search.SearchAsync(query, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Suggestion>> SuggestAsync(SuggestQuery query, CancellationToken cancellationToken) =>
        ReadAsync(() => _search.SuggestAsync(query, cancellationToken));

    /// <inheritdoc/>
    /// <remarks>It never makes an index: where there is none it is unavailable until <see cref="RebuildAsync"/> made one.</remarks>
    public Task<IReadOnlyList<IndexRejection>> ApplyAsync(IndexBatch batch, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (_watch.Last.State != IndexState.Ready)
        {
            await UsableAsync(cancellationToken);
        }

        var bulk = new ElasticsearchBulk(_engine, _versions.Alias, _connection);
        await bulk.WriteAsync([.. batch.Changes.Select(BulkLine.Of)], refresh: true, cancellationToken);
        if (bulk.WrittenTo is { } index && index != _watch.Last.Live?.Index)
        {
            // The alias was moved meanwhile: documents of ours must not stay in an index of another format unnoticed.
            await UsableAsync(cancellationToken);
        }

        IReadOnlyList<IndexRejection> rejected = [.. bulk.Rejected];
        await ChangeMark.WriteAsync(bulk, cancellationToken);
        await _watch.LookAsync(cancellationToken);
        return rejected;
    });

    /// <inheritdoc/>
    /// <remarks>The caller sees to it that one node builds at a time. Should two do so, one of them fails and the index is whole.</remarks>
    public Task<IndexRebuild> RebuildAsync(IndexSource source, IProgress<int>? written, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await _watch.CheckEngineAsync(cancellationToken);
        var rebuilt = await new ElasticsearchRebuild(_engine, _versions, _connection).RunAsync(source, written, cancellationToken);
        await _watch.LookAsync(cancellationToken);
        return rebuilt;
    });

    /// <inheritdoc/>
    public async IAsyncEnumerable<IndexEntry> EntriesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var point = await TryAsync(async () => (string)(await _engine.OpenPointAsync(_versions.Alias, cancellationToken))["id"]!);
        try
        {
            for (JsonNode? after = null; ;)
            {
                var answer = await TryAsync(() => _engine.SearchPointAsync(Page(point, after), cancellationToken));
                point = (string?)answer["pit_id"] ?? point;
                var hits = answer["hits"]!["hits"]!.AsArray();
                foreach (var hit in hits)
                {
                    yield return new IndexEntry(Guid.ParseExact((string)hit!["_id"]!, "N"), (long)hit["fields"]![ElasticsearchFields.Fingerprint]![0]!);
                }

                if (hits.Count < EntriesAtOnce)
                {
                    break;
                }

                after = hits[^1]!["sort"]!.DeepClone();
            }
        }
        finally
        {
            await CloseAsync(point);
        }
    }

    /// <inheritdoc/>
    public async Task<IndexStatus> StatusAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _watch.CheckEngineAsync(cancellationToken);
            var view = await _watch.LookAsync(cancellationToken);
            return view.State != IndexState.Ready
                ? new IndexStatus(view.State, 0, 0, 0, view.Reason)
                : new IndexStatus(view.State, view.Live!.Sequence, await CountAsync(Kinds[0], cancellationToken), await CountAsync(Kinds[1], cancellationToken));
        }
        catch (Exception problem) when (problem is SearchUnavailableException or ElasticsearchRefusal)
        {
            return new IndexStatus(IndexState.Unreachable, 0, 0, 0, problem.Message);
        }
    }

    public void Dispose() => _watch.Dispose();

    private static JsonObject Page(string point, JsonNode? after)
    {
        var page = new JsonObject
        {
            ["size"] = EntriesAtOnce,
            ["query"] = new JsonObject { ["terms"] = new JsonObject { [ElasticsearchFields.Kind] = new JsonArray([.. Kinds.Select(kind => JsonValue.Create(kind))]) } },
            ["pit"] = new JsonObject { ["id"] = point, ["keep_alive"] = LongerLife },
            ["sort"] = new JsonArray(new JsonObject { ["_shard_doc"] = "asc" }),
            ["docvalue_fields"] = new JsonArray(ElasticsearchFields.Fingerprint),
            ["_source"] = false,
            ["track_total_hits"] = false,
        };
        if (after is not null)
        {
            page["search_after"] = after;
        }

        return page;
    }

    private async Task CloseAsync(string point)
    {
        try
        {
            await _engine.ClosePointAsync(new JsonObject { ["id"] = point }, CancellationToken.None);
        }
        catch (Exception problem) when (problem is SearchUnavailableException or ElasticsearchRefusal)
        {
            // It ends by itself after a minute.
        }
    }

    private async Task<int> CountAsync(string kind, CancellationToken cancellationToken)
    {
        var query = new JsonObject { ["query"] = new JsonObject { ["term"] = new JsonObject { [ElasticsearchFields.Kind] = kind } } };
        return (int?)(await _engine.CountAsync(_versions.Alias, query, cancellationToken))["count"] ?? 0;
    }

    private async Task UsableAsync(CancellationToken cancellationToken)
    {
        var view = await _watch.LookAsync(cancellationToken);
        if (view.State != IndexState.Ready)
        {
            throw new SearchUnavailableException(view.Reason!);
        }
    }

    /// <summary>Does not ask an index whose fields mean something else.</summary>
    private Task<T> ReadAsync<T>(Func<Task<T>> read) => _watch.Last is { State: not IndexState.Ready, Live: not null, Reason: { } reason }
        ? throw new SearchUnavailableException(reason)
        : TryAsync(read);

    /// <summary>To the caller a refusal of the engine is the same as no answer: search is not there now, and the message says why.</summary>
    private static async Task<T> TryAsync<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (ElasticsearchRefusal refusal)
        {
            throw BulkItem.Unavailable(refusal.Kind, refusal.Message);
        }
    }
}
