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

    /// <summary>The changes that bring those products and producers in the index up to the database; what is gone is removed.</summary>
    public async Task<IReadOnlyList<IndexChange>> ChangesAsync(
        IReadOnlyCollection<Guid> productIds, IReadOnlyCollection<Guid> producerIds, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var reference = await db.ReferenceDataAsync(cancellationToken);
        var products = await db.ListedProductsAsync(productIds, cancellationToken);
        Guid[] makers = [.. producerIds.Union(products.Select(product => product.Product.ProducerId).OfType<Guid>())];
        var producers = (await db.ProducersAsync(makers, cancellationToken)).ToDictionary(producer => producer.Id);
        var counts = await db.ProductCountsAsync(makers, cancellationToken);

        var documents = products.Select(IndexDocument (product) => Document(product, producers, reference))
            .Concat(producers.Values.Select(producer => IndexDocuments.Of(producer, counts.GetValueOrDefault(producer.Id))))
            .ToDictionary(document => document.Id);
        return [.. productIds.Concat(makers).Distinct().Select(id => new IndexChange(id, documents.GetValueOrDefault(id), Version: 1))];
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

        Guid[] producers = [.. messages.Where(message => message.Subject == OutboxSubject.Producer).Select(message => message.SubjectId).Distinct()];
        Guid[] products =
        [
            .. messages.Where(message => message.Subject == OutboxSubject.Product).Select(message => message.SubjectId)
                .Union(producers.Length == 0 ? [] : await db.ProductIdsOfProducersAsync(producers, cancellationToken)),
        ];
        return new IndexBatch(await ChangesAsync(products, producers, cancellationToken), messages[^1].Sequence);
    }

    private async IAsyncEnumerable<IndexDocument> EverythingAsync([EnumeratorCancellation] CancellationToken cancellationToken)
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
