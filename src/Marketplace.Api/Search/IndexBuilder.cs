using System.Runtime.CompilerServices;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Search;
using Marketplace.Data;
using Marketplace.Data.Catalogue;
using Marketplace.Data.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Search;

/// <summary>Carries the database into the index: all of it, or what a few ids stand for.</summary>
internal sealed class IndexBuilder(IDbContextFactory<MarketplaceDb> databases, ISearchIndex index)
{
    private const int BatchSize = 500;
    private const int MostMessages = 200;

    /// <summary>Below every version under which followers write.</summary>
    private const long RebuildVersion = 1;

    /// <summary>Builds the index anew from the database while the old one goes on answering.</summary>
    public async Task<IndexRebuild> RebuildAsync(IProgress<int>? written, CancellationToken cancellationToken)
    {
        // The sequence is read first: what changes during the build is told again by the outbox and does no harm twice.
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var sequence = await db.LastOutboxSequenceAsync(cancellationToken);
        return await index.RebuildAsync(new IndexSource(sequence, EverythingAsync(cancellationToken), ChangesAfterAsync), written, cancellationToken);
    }

    /// <summary>How many documents a rebuild will write.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ProductCountAsync(cancellationToken) + await db.ProducerCountAsync(ProducerChoice.All, cancellationToken);
    }

    /// <summary>What those messages touch; with a producer all of its products.</summary>
    public async Task<ChangedThings> TouchedAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        Guid[] renamed = [.. Of(OutboxSubject.Producer)];
        IReadOnlyList<Guid> theirs = [];
        if (renamed.Length > 0)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            theirs = await db.ProductIdsOfProducersAsync(renamed, cancellationToken);
        }

        return new([.. Of(OutboxSubject.Product).Union(theirs)], [.. renamed.Union(Of(OutboxSubject.ProducerEntry))], messages.Any(message => message.Subject == OutboxSubject.Reference));

        IEnumerable<Guid> Of(OutboxSubject subject) => messages.Where(message => message.Subject == subject).Select(message => message.SubjectId).Distinct();
    }

    /// <summary>The changes that bring those products and producers in the index up to the database; what is gone is removed.</summary>
    /// <param name="version">Drawn before the call, so that of two readings of one thing the later one has the higher number.</param>
    public async Task<IReadOnlyList<IndexChange>> ChangesAsync(
        IReadOnlyCollection<Guid> productIds, IReadOnlyCollection<Guid> producerIds, long version, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var reference = await db.ReferenceDataAsync(cancellationToken);
        var products = await db.ListedProductsAsync(productIds, cancellationToken);
        Guid[] makers = [.. producerIds.Union(products.Select(product => product.Product.ProducerId).OfType<Guid>())];
        var producers = (await db.ProducersAsync(makers, cancellationToken)).ToDictionary(producer => producer.Id);
        var counts = await db.ProductCountsAsync(producerIds, cancellationToken);

        var documents = products.Select(IndexDocument (product) => Document(product, producers, reference))
            .Concat(producerIds.Select(producers.GetValueOrDefault).OfType<Producer>().Select(producer => IndexDocuments.Of(producer, counts.GetValueOrDefault(producer.Id))))
            .ToDictionary(document => document.Id);
        return [.. productIds.Concat(producerIds).Select(id => new IndexChange(id, documents.GetValueOrDefault(id), version))];
    }

    /// <summary>What changed after that outbox row, up to the next change of reference data: with that one everything has to be built anew.</summary>
    private async Task<IndexBatch> ChangesAfterAsync(long sequence, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        OutboxMessage[] messages =
            [.. (await db.OutboxAfterAsync(sequence, MostMessages, cancellationToken)).TakeWhile(message => message.Subject != OutboxSubject.Reference)];
        if (messages.Length == 0)
        {
            return new IndexBatch([], sequence);
        }

        var touched = await TouchedAsync(messages, cancellationToken);
        return new IndexBatch(await ChangesAsync(touched.Products, touched.Producers, RebuildVersion, cancellationToken), messages[^1].Sequence);
    }

    /// <summary>Every document that the index should hold.</summary>
    public async IAsyncEnumerable<IndexDocument> EverythingAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var reference = await db.ReferenceDataAsync(cancellationToken);
        var producers = new Dictionary<Guid, Producer>();
        for (Guid? last = null; ;)
        {
            var batch = await db.ProducersAfterAsync(last, BatchSize, cancellationToken);
            var counts = await db.ProductCountsAsync([.. batch.Select(producer => producer.Id)], cancellationToken);
            foreach (var producer in batch)
            {
                producers[producer.Id] = producer;
                yield return IndexDocuments.Of(producer, counts.GetValueOrDefault(producer.Id));
            }

            if (batch.Count < BatchSize)
            {
                break;
            }

            last = batch[^1].Id;
        }

        for (Guid? last = null; ;)
        {
            var batch = await db.ListedProductsAfterAsync(last, BatchSize, cancellationToken);
            foreach (var product in batch)
            {
                yield return Document(product, producers, reference);
            }

            if (batch.Count < BatchSize)
            {
                yield break;
            }

            last = batch[^1].Product.Id;
        }
    }

    private static ProductDocument Document(ListedProduct product, Dictionary<Guid, Producer> producers, ReferenceData reference) =>
        IndexDocuments.Of(product, product.Product.ProducerId is { } id ? producers.GetValueOrDefault(id) : null, reference);
}

/// <summary>What a few outbox rows touch.</summary>
/// <param name="Reference">Whether everything is to be indexed anew.</param>
internal sealed record ChangedThings(IReadOnlyList<Guid> Products, IReadOnlyList<Guid> Producers, bool Reference)
{
    public IEnumerable<Guid> All => Products.Concat(Producers);
}
