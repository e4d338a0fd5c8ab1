namespace Marketplace.Core.Search;

/// <summary>A full-text index of the catalogue. Every engine behind it answers the same query with the same order, facets and reasons.</summary>
public interface ISearchIndex
{
    /// <summary>Rises with every visible change: an answer given under it is right as long as it has not moved. Cheap to read.</summary>
    long Generation { get; }

    /// <summary>Finds products. Reads what <paramref name="query"/> asks for and no more: facets and totals cost only when wanted.</summary>
    /// <exception cref="InvalidCursorException">The cursor was not made by this index for this sort.</exception>
    Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken);

    /// <summary>Completes what a person is typing with products, producers and groups.</summary>
    Task<IReadOnlyList<Suggestion>> SuggestAsync(SuggestQuery query, CancellationToken cancellationToken);

    /// <summary>Writes the batch and makes it findable before it returns. <paramref name="sequence"/> is the outbox row up to which the index is then current.</summary>
    Task ApplyAsync(IReadOnlyList<IndexChange> changes, long sequence, CancellationToken cancellationToken);

    /// <summary>Builds a new index beside the live one and swaps them; searches are answered from the old one until then.</summary>
    Task RebuildAsync(IAsyncEnumerable<IndexDocument> documents, long sequence, IProgress<int>? written, CancellationToken cancellationToken);

    /// <summary>What the index holds and whether it can be used as it is.</summary>
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
}

/// <param name="Sequence">The last outbox row that the index contains.</param>
/// <param name="Products">Products in the index.</param>
/// <param name="Producers">Producers in the index.</param>
public sealed record IndexStatus(IndexState State, long Sequence, int Products, int Producers);

/// <summary>The cursor was not made by this index for this sort order.</summary>
public sealed class InvalidCursorException() : Exception("The cursor was not made by this search.");
