using Marketplace.Core.Search;

namespace Marketplace.Search.Elasticsearch;

/// <summary>One building of the index anew, beside the live one.</summary>
internal sealed class ElasticsearchRebuild(IElasticsearch engine, ElasticsearchVersions versions, ElasticsearchConnection connection)
{
    /// <summary>Portions that are on their way at once: enough to keep a cluster busy, and few enough to hold in memory.</summary>
    private const int AtOnce = 4;

    /// <summary>Whatever changes has a higher version than what was there when the build began.</summary>
    private const long First = 1;

    private readonly Dictionary<Guid, IndexRejection> _rejected = [];
    private int _written;

    public async Task<IndexRebuild> RunAsync(IndexSource source, IProgress<int>? written, CancellationToken cancellationToken)
    {
        await versions.RemoveOthersAsync(cancellationToken);
        var fresh = await versions.CreateAsync(source.Sequence, cancellationToken);
        long sequence;
        try
        {
            await FillAsync(fresh, source.Documents, written, cancellationToken);
            await versions.OpenAsync(fresh, cancellationToken);
            sequence = await CatchUpAsync(ElasticsearchVersions.MakingOf(fresh), source, source.Sequence, cancellationToken);
            await versions.PublishAsync(fresh, cancellationToken);
        }
        catch
        {
            await LeaveAsync(fresh);
            throw;
        }

        // What other nodes wrote between the last look and the swap went into the old version: their rows are there, and are told again.
        sequence = await CatchUpAsync(versions.Alias, source, sequence, cancellationToken);
        await versions.RemoveOthersAsync(cancellationToken);
        return new IndexRebuild(sequence, [.. _rejected.Values]);
    }

    private async Task FillAsync(string fresh, IAsyncEnumerable<IndexDocument> documents, IProgress<int>? written, CancellationToken cancellationToken)
    {
        var making = ElasticsearchVersions.MakingOf(fresh);
        var lines = documents.Select(document => BulkLine.Of(document.Id, document, First));
        var ahead = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(ElasticsearchBulk.PortionsAsync(lines, cancellationToken), ahead, async (portion, stop) =>
        {
            var bulk = new ElasticsearchBulk(engine, making, connection);
            await bulk.WriteAsync(portion, refresh: false, stop);
            lock (_rejected)
            {
                Note(bulk.Rejected);
            }

            written?.Report(Interlocked.Add(ref _written, portion.Count));
        });
        await ChangeMark.WriteAsync(new ElasticsearchBulk(engine, making, connection), cancellationToken);
    }

    private async Task<long> CatchUpAsync(string target, IndexSource source, long sequence, CancellationToken cancellationToken)
    {
        while (await source.ChangesAfter(sequence, cancellationToken) is { Changes.Count: > 0 } batch)
        {
            var bulk = new ElasticsearchBulk(engine, target, connection);
            await bulk.WriteAsync([.. batch.Changes.Select(BulkLine.Of)], refresh: true, cancellationToken);
            foreach (var change in batch.Changes)
            {
                _rejected.Remove(change.Id);
            }

            Note(bulk.Rejected);
            await ChangeMark.WriteAsync(bulk, cancellationToken);
            sequence = batch.Sequence;
        }

        return sequence;
    }

    private void Note(IReadOnlyList<IndexRejection> rejections)
    {
        foreach (var rejection in rejections)
        {
            _rejected[rejection.Id] = rejection;
        }
    }

    /// <summary>Takes the half-built version away; where that is not possible, the next build does.</summary>
    private async Task LeaveAsync(string fresh)
    {
        try
        {
            await versions.RemoveAsync(fresh, CancellationToken.None);
        }
        catch (Exception problem) when (problem is SearchUnavailableException or ElasticsearchRefusal)
        {
            // Why the build ended is what the caller must hear.
        }
    }
}
