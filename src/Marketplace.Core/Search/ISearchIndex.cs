namespace Marketplace.Core.Search;

/// <summary>A full-text index of the catalogue. Every engine behind it answers the same query with the same order, facets and reasons.</summary>
public interface ISearchIndex
{
    /// <summary>Whether all nodes use this one index, so that the work of keeping it current is shared between them; otherwise each node has one of its own.</summary>
    bool IsShared { get; }

    /// <summary>Rises with every visible change: an answer given under it is right as long as it has not moved. Cheap to read.</summary>
    long Generation { get; }

    /// <summary>Finds products. Reads what <paramref name="query"/> asks for and no more: facets and totals cost only when wanted.</summary>
    /// <exception cref="InvalidCursorException">The cursor was not made by this index for this sort.</exception>
    /// <exception cref="SearchUnavailableException">The engine cannot be asked now.</exception>
    Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken);

    /// <summary>Completes what a person is typing with products, producers and groups.</summary>
    /// <exception cref="SearchUnavailableException">The engine cannot be asked now.</exception>
    Task<IReadOnlyList<Suggestion>> SuggestAsync(SuggestQuery query, CancellationToken cancellationToken);

    /// <summary>Writes the batch and makes it findable before it returns. What the engine will never take comes back, each with the reason; the rest is written.</summary>
    /// <exception cref="SearchUnavailableException">The engine cannot be asked now: nothing or a part was written, and writing all of it again does no harm.</exception>
    Task<IReadOnlyList<IndexRejection>> ApplyAsync(IndexBatch batch, CancellationToken cancellationToken);

    /// <summary>Builds a new index beside the live one, brings it up to what changed meanwhile and swaps them; searches are answered from the old one until then.</summary>
    /// <returns>The change up to which the new index is current, and what the engine would not take.</returns>
    Task<IndexRebuild> RebuildAsync(IndexSource source, IProgress<int>? written, CancellationToken cancellationToken);

    /// <summary>Everything that the index holds, in no particular order, as it was at one moment.</summary>
    IAsyncEnumerable<IndexEntry> EntriesAsync(CancellationToken cancellationToken);

    /// <summary>What the index holds and whether it can be used as it is. Does not throw when the engine cannot be asked: that is a state.</summary>
    Task<IndexStatus> StatusAsync(CancellationToken cancellationToken);
}

/// <summary>Whether an index can be used.</summary>
public enum IndexState
{
    /// <summary>Usable.</summary>
    Ready,

    /// <summary>There is none yet.</summary>
    Missing,

    /// <summary>It was written by a version with another format or other text rules.</summary>
    Outdated,

    /// <summary>Its files cannot be read.</summary>
    Damaged,

    /// <summary>Its engine does not answer, or refuses: what it holds is not known.</summary>
    Unreachable,
}

/// <param name="Sequence">The last outbox row that the index contains; of a shared index the one it was built at.</param>
/// <param name="Products">Products in the index.</param>
/// <param name="Producers">Producers in the index.</param>
/// <param name="Reason">What is wrong, for the log and the operator; null when nothing is.</param>
public sealed record IndexStatus(IndexState State, long Sequence, int Products, int Producers, string? Reason = null);

/// <summary>The cursor was not made by this index for this sort order.</summary>
public sealed class InvalidCursorException() : Exception("The cursor was not made by this search.");

/// <summary>The search engine cannot be asked now; the database can. The message says why, for the log: it holds no secret and no search text.</summary>
public sealed class SearchUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
