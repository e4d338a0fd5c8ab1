using Marketplace.Core.Search;

namespace Marketplace.Tests.SharedState;

/// <summary>The embedded engine as if all nodes used it: counts how often it is asked, and fails when told to.</summary>
internal sealed class SharedEngine(ISearchIndex index) : ISearchIndex
{
    public int Asked { get; private set; }

    public bool IsDown { get; set; }

    public IndexState State { get; set; } = IndexState.Ready;

    public bool IsShared => true;

    public long Generation { get; set; } = 7;

    public Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken) => Ask().SearchAsync(query, cancellationToken);

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(SuggestQuery query, CancellationToken cancellationToken) => Ask().SuggestAsync(query, cancellationToken);

    public Task<IReadOnlyList<IndexRejection>> ApplyAsync(IndexBatch batch, CancellationToken cancellationToken) => index.ApplyAsync(batch, cancellationToken);

    public Task<IndexRebuild> RebuildAsync(IndexSource source, IProgress<int>? written, CancellationToken cancellationToken) => index.RebuildAsync(source, written, cancellationToken);

    public IAsyncEnumerable<IndexEntry> EntriesAsync(CancellationToken cancellationToken) => index.EntriesAsync(cancellationToken);

    public Task<IndexStatus> StatusAsync(CancellationToken cancellationToken) => Task.FromResult(new IndexStatus(State, 0, 0, 0, "search.internal:9200 refused"));

    private ISearchIndex Ask()
    {
        Asked++;
        return IsDown ? throw new SearchUnavailableException("It is down.") : index;
    }
}
