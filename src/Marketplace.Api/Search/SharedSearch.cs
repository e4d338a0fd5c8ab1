using Marketplace.Api.SharedState;
using Marketplace.Core.Search;
using Microsoft.Extensions.Caching.Hybrid;

namespace Marketplace.Api.Search;

/// <summary>
/// Shares the answers of an engine that all nodes use: what one node has asked, the next finds in Redis. Only for such an engine: the embedded one
/// answers from memory sooner than Redis could. Answers that this node has had before are found
/// one step earlier, by <see cref="CachedSearch"/>, as the objects they are.
/// </summary>
internal sealed class SharedSearch(ISearchIndex engine, IndexMark mark, HybridCache answers, SharedKeys keys) : ISearchIndex
{
    private static readonly HybridCacheEntryOptions Kept = new() { Expiration = Lifetimes.Answer, Flags = HybridCacheEntryFlags.DisableLocalCache };

    public bool IsShared => engine.IsShared;

    public long Generation => engine.Generation;

    public Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken) =>
        FindAsync(CachedSearch.Key(query), stop => engine.SearchAsync(query, stop), cancellationToken);

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(SuggestQuery query, CancellationToken cancellationToken) =>
        FindAsync(CachedSearch.Key(query), stop => engine.SuggestAsync(query, stop), cancellationToken);

    public Task<IReadOnlyList<IndexRejection>> ApplyAsync(IndexBatch batch, CancellationToken cancellationToken) => engine.ApplyAsync(batch, cancellationToken);

    public Task<IndexRebuild> RebuildAsync(IndexSource source, IProgress<int>? written, CancellationToken cancellationToken) =>
        engine.RebuildAsync(source, written, cancellationToken);

    public IAsyncEnumerable<IndexEntry> EntriesAsync(CancellationToken cancellationToken) => engine.EntriesAsync(cancellationToken);

    public Task<IndexStatus> StatusAsync(CancellationToken cancellationToken) => engine.StatusAsync(cancellationToken);

    /// <summary>The mark is read before the answer: one that is newer than its key says does no harm, an older one would.</summary>
    private async Task<T> FindAsync<T>(string query, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken) => mark() is { } held
        ? await answers.GetOrCreateAsync(keys.Of("answer", $"{held} {query}"), ask, static async (ask, stop) => await ask(stop), Kept, tags: null, cancellationToken)
        : await ask(cancellationToken);
}
