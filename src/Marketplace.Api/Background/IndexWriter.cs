using Marketplace.Core.Search;

namespace Marketplace.Api.Background;

/// <summary>
/// Writes batches to the index. When a batch fails for another reason than that the engine is away, the documents that cannot be written
/// are found by halving and put with the dead letters: they do not stop the others.
/// </summary>
internal sealed class IndexWriter(ISearchIndex index, DeadLetterBox letters, IndexLag lag)
{
    /// <summary>How often a document is tried alone before it is given up.</summary>
    internal const int Attempts = 3;

    /// <param name="from">The outbox row up to which the index was current before.</param>
    /// <param name="to">The row up to which it is afterwards.</param>
    /// <exception cref="SearchUnavailableException">The engine is away: all of it is to be written again.</exception>
    public async Task WriteAsync(IReadOnlyList<IndexChange> changes, long from, long to, CancellationToken cancellationToken)
    {
        List<RefusedChange> refused = [];
        try
        {
            Add(await index.ApplyAsync(new IndexBatch(changes, to), cancellationToken));
        }
        catch (Exception failure) when (IsOfDocuments(failure))
        {
            // An index that cannot be written at all fails here too, and no document is to blame.
            await index.ApplyAsync(new IndexBatch([], from), cancellationToken);
            await ApartAsync(changes, failure);
            await index.ApplyAsync(new IndexBatch([], to), cancellationToken);
        }

        lag.Applied(changes.Count - refused.Count);
        await letters.SettleAsync([.. changes.Select(change => change.Id).Except(refused.Select(change => change.Id))], refused, to, cancellationToken);

        void Add(IEnumerable<IndexRejection> rejections) =>
            refused.AddRange(rejections.Select(rejection => Refused(changes.First(change => change.Id == rejection.Id), rejection.Reason, attempts: 1)));

        async Task ApartAsync(IReadOnlyList<IndexChange> part, Exception failure)
        {
            if (part.Count > 1)
            {
                await TryAsync([.. part.Take(part.Count / 2)]);
                await TryAsync([.. part.Skip(part.Count / 2)]);
                return;
            }

            for (var attempt = 1; attempt < Attempts; attempt++)
            {
                try
                {
                    Add(await index.ApplyAsync(new IndexBatch(part, from), cancellationToken));
                    return;
                }
                catch (Exception again) when (IsOfDocuments(again))
                {
                    failure = again;
                }
            }

            refused.AddRange(part.Select(change => Refused(change, failure.Message, Attempts)));
        }

        async Task TryAsync(IReadOnlyList<IndexChange> part)
        {
            try
            {
                Add(await index.ApplyAsync(new IndexBatch(part, from), cancellationToken));
            }
            catch (Exception failure) when (IsOfDocuments(failure))
            {
                await ApartAsync(part, failure);
            }
        }
    }

    private static bool IsOfDocuments(Exception failure) => failure is not (SearchUnavailableException or OperationCanceledException);

    private static RefusedChange Refused(IndexChange change, string reason, int attempts) =>
        new(change.Id, DeadLetterBox.SubjectOf(change.Document is ProducerDocument), reason, attempts);
}
