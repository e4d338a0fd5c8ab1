namespace Marketplace.Core.Search;

/// <summary>A change to the index: a new or changed document, or a removal.</summary>
/// <param name="Version">Rises with every reading of the same thing: a shared index keeps what it holds under a higher one. An index of one writer does not look at it.</param>
public sealed record IndexChange(Guid Id, IndexDocument? Document, long Version);

/// <summary>Changes that are written together.</summary>
/// <param name="Sequence">The outbox row up to which an index of one node is current with them.</param>
public sealed record IndexBatch(IReadOnlyList<IndexChange> Changes, long Sequence);

/// <summary>A change that the engine will never take as it is: trying again is of no use.</summary>
public sealed record IndexRejection(Guid Id, string Reason);

/// <summary>What a rebuild reads: everything once, then what changed since it began, until nothing is left.</summary>
/// <param name="Sequence">The outbox row that was the last one before <paramref name="Documents"/> were read.</param>
/// <param name="ChangesAfter">The next changes after a row; an empty batch when there are none.</param>
public sealed record IndexSource(
    long Sequence, IAsyncEnumerable<IndexDocument> Documents, Func<long, CancellationToken, Task<IndexBatch>> ChangesAfter);

/// <param name="Sequence">The outbox row up to which the new index is current.</param>
public sealed record IndexRebuild(long Sequence, IReadOnlyList<IndexRejection> Rejected);

/// <summary>What the index holds of one thing, to be held against the database.</summary>
/// <param name="Fingerprint">The <see cref="IndexDocument.Fingerprint"/> of the document as it was written.</param>
public readonly record struct IndexEntry(Guid Id, long Fingerprint);
