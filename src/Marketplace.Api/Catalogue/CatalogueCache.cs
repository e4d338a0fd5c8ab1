using System.Collections.Concurrent;
using Marketplace.Api.Telemetry;
using Marketplace.Data;
using Marketplace.Data.Catalogue;
using Marketplace.Data.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Marketplace.Api.Catalogue;

/// <summary>
/// The catalogue as it is shown, read once and kept until the outbox tells of a change: within the second on this node. It takes at most a
/// quarter of the memory that the process may have; everything in it is immutable.
/// </summary>
public sealed class CatalogueCache(IDbContextFactory<MarketplaceDb> databases, long? mostBytes = null) : IDisposable
{
    private const string Demonstration = "demonstration";

    /// <summary>Bytes, about: of an entry beside what it holds, and of a producer with its papers.</summary>
    private const int EntrySize = 400;
    private const int ProducerSize = 2_000;

    // In a container the process may have what the container's limit leaves it.
    private readonly MemoryCache _entries = new(new MemoryCacheOptions { SizeLimit = mostBytes ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 });
    private ConcurrentDictionary<Guid, int> _productCounts = new();
    private Task<Reference>? _reference;
    private long _changes;

    /// <summary>Rises with everything that is forgotten.</summary>
    internal long Changes => Volatile.Read(ref _changes);

    /// <summary>Products in the order of the ids; ids of nothing are left out. No statement when all are known, four at most otherwise.</summary>
    public async ValueTask<IReadOnlyList<ProductGraph>> ProductsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var products = new ProductGraph?[ids.Count];
        List<Guid>? missing = null;
        foreach (var (at, id) in ids.Index())
        {
            products[at] = _entries.Get<ProductGraph>(id);
            if (products[at] is null)
            {
                (missing ??= []).Add(id);
            }
        }

        Instruments.Looked("catalogue", found: true, ids.Count - (missing?.Count ?? 0));
        if (missing is null)
        {
            return products!;
        }

        Instruments.Looked("catalogue", found: false, missing.Count);
        var read = await ReadAsync(missing, cancellationToken);
        return [.. ids.Select((id, at) => products[at] ?? read.GetValueOrDefault(id)).OfType<ProductGraph>()];
    }

    /// <summary>The products to which those certificates or offers belong.</summary>
    public async Task<IReadOnlyList<ProductGraph>> ProductsOfPartsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var parts = await db.ProductIdsOfPartsAsync(ids, cancellationToken);
        return await ProductsAsync([.. parts.Values.Distinct()], cancellationToken);
    }

    /// <summary>
    /// Products for the sake of their certificates, which stay public facts: hidden ones too, without offers. These are read each time and never kept.
    /// </summary>
    public async Task<IReadOnlyList<ProductGraph>> CertifiedProductsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var shown = await ProductsAsync(ids, cancellationToken);
        if (shown.Count == ids.Count)
        {
            return shown;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var hidden = await db.ListedProductsEvenHiddenAsync([.. ids.Except(shown.Select(product => product.Key))], cancellationToken);
        return [.. shown, .. (await GraphsAsync([.. hidden.Select(product => product with { Offers = [] })], cancellationToken)).Values];
    }

    /// <summary>The products of those certificates, hidden ones too.</summary>
    public async Task<IReadOnlyList<ProductGraph>> ProductsOfCertificatesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var parts = await db.ProductIdsOfPartsAsync(ids, cancellationToken);
        return await CertifiedProductsAsync([.. parts.Values.Distinct()], cancellationToken);
    }

    /// <summary>Producers in the order of the ids; ids of nothing are left out.</summary>
    public async ValueTask<IReadOnlyList<ProducerGraph>> ProducersAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        Guid[] missing = [.. ids.Where(id => _entries.Get<ProducerGraph>(id) is null)];
        Instruments.Looked("catalogue", found: true, ids.Count - missing.Length);
        Instruments.Looked("catalogue", found: false, missing.Length);
        var read = new Dictionary<Guid, ProducerGraph>();
        if (missing.Length > 0)
        {
            var changes = Volatile.Read(ref _changes);
            var reference = await ReferenceAsync(cancellationToken);
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            read = (await db.ShownProducersAsync(missing, cancellationToken)).ToDictionary(shown => shown.Producer.Id, shown => new ProducerGraph(shown, reference));
            Keep(read, changes);
        }

        return [.. ids.Select(id => read.GetValueOrDefault(id) ?? _entries.Get<ProducerGraph>(id)).OfType<ProducerGraph>()];
    }

    /// <summary>How many products each producer lists. No statement when all are known, one otherwise.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> ProductCountsAsync(IReadOnlyList<Guid> producerIds, CancellationToken cancellationToken)
    {
        var known = Volatile.Read(ref _productCounts);
        Guid[] missing = [.. producerIds.Where(id => !known.ContainsKey(id))];
        if (missing.Length > 0)
        {
            // Should something change meanwhile, the counts go into a dictionary that nobody reads any more.
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var counts = await db.ProductCountsAsync(missing, cancellationToken);
            Array.ForEach(missing, id => known[id] = counts.GetValueOrDefault(id));
        }

        return known;
    }

    /// <summary>How many products name each commune. One statement.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CommuneProductCountsAsync(IReadOnlyList<string> codes, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.CommuneProductCountsAsync(codes, cancellationToken);
    }

    public async ValueTask<ProductGraph?> ProductAsync(string slug, CancellationToken cancellationToken) => await OfSlugAsync(
        "product/" + slug, db => db.ProductIdAsync(slug, cancellationToken), async id => (await ProductsAsync([id], cancellationToken)).FirstOrDefault(), cancellationToken);

    /// <summary>Products in the order of the slugs; null for slugs of nothing. No statement when all are known, five at most otherwise.</summary>
    public async Task<IReadOnlyList<ProductGraph?>> ProductsAsync(IReadOnlyList<string> slugs, CancellationToken cancellationToken)
    {
        var known = slugs.Distinct(StringComparer.Ordinal).Select(slug => _entries.Get<Guid>("product/" + slug)).Where(id => id != default);
        var shown = (await ProductsAsync([.. known], cancellationToken)).ToDictionary(product => product.Slug, StringComparer.Ordinal);
        string[] missing = [.. slugs.Where(slug => !shown.ContainsKey(slug)).Distinct(StringComparer.Ordinal)];
        if (missing.Length > 0)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var ids = await db.ProductIdsAsync(missing, cancellationToken);
            foreach (var product in await ProductsAsync([.. ids.Values], cancellationToken))
            {
                shown[product.Slug] = product;
                Remember("product/" + product.Slug, product.Key);
            }
        }

        return [.. slugs.Select(slug => shown.GetValueOrDefault(slug))];
    }

    public async ValueTask<ProducerGraph?> ProducerAsync(string slug, CancellationToken cancellationToken) => await OfSlugAsync(
        "producer/" + slug, db => db.ProducerIdAsync(slug, cancellationToken), async id => (await ProducersAsync([id], cancellationToken)).FirstOrDefault(), cancellationToken);

    internal Task<Reference> ReferenceAsync(CancellationToken cancellationToken)
    {
        var known = Volatile.Read(ref _reference);
        if (known is { IsFaulted: false, IsCanceled: false })
        {
            return known.WaitAsync(cancellationToken);
        }

        lock (_entries)
        {
            // One read for all who ask meanwhile. A failed one is not kept, and one that began before a change is forgotten with it.
            if (_reference is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _reference = Task.Run(ReadReferenceAsync, CancellationToken.None);
            }

            return _reference.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Whether anything made up for demonstration is shown.</summary>
    internal async Task<bool> HasDemonstrationDataAsync(CancellationToken cancellationToken)
    {
        if (_entries.TryGetValue(Demonstration, out bool known))
        {
            return known;
        }

        var changes = Volatile.Read(ref _changes);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var has = await db.HasDemonstrationDataAsync(cancellationToken);
        Keep(new Dictionary<object, bool> { [Demonstration] = has }, changes);
        return has;
    }

    /// <summary>Forgets what changed. Called by the follower of the outbox.</summary>
    internal void Forget(IEnumerable<Guid> ids)
    {
        Interlocked.Increment(ref _changes);
        Volatile.Write(ref _productCounts, new());
        foreach (var id in ids)
        {
            _entries.Remove(id);
        }

        _entries.Remove(Demonstration);
    }

    /// <summary>Forgets everything: reference data is shown with every product.</summary>
    internal void ForgetAll()
    {
        lock (_entries)
        {
            Interlocked.Increment(ref _changes);
            _reference = null;
        }

        Volatile.Write(ref _productCounts, new());
        _entries.Clear();
    }

    public void Dispose() => _entries.Dispose();

    private async Task<Dictionary<Guid, ProductGraph>> ReadAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var changes = Volatile.Read(ref _changes);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var read = await GraphsAsync(await db.ListedProductsAsync(ids, cancellationToken), cancellationToken);
        Keep(read, changes);
        return read;
    }

    private async Task<Dictionary<Guid, ProductGraph>> GraphsAsync(IReadOnlyList<ListedProduct> listed, CancellationToken cancellationToken)
    {
        var reference = await ReferenceAsync(cancellationToken);
        Guid[] producerIds = [.. listed.Select(product => product.Product.ProducerId).OfType<Guid>().Distinct()];
        var producers = (await ProducersAsync(producerIds, cancellationToken)).ToDictionary(producer => producer.Key);
        return listed.ToDictionary(
            product => product.Product.Id,
            product => new ProductGraph(product, product.Product.ProducerId is { } id ? producers.GetValueOrDefault(id) : null, reference));
    }

    /// <summary>Keeps what was read, unless something changed meanwhile: then it may be the state of before.</summary>
    private void Keep<TKey, T>(IReadOnlyDictionary<TKey, T> read, long changes)
        where TKey : notnull
    {
        foreach (var (id, value) in read)
        {
            _entries.Set(id, value, new MemoryCacheEntryOptions { Size = EntrySize + Size(value) });

            // Looked at afterwards: a change that comes later still removes what was set, one that came before is seen here.
            if (Volatile.Read(ref _changes) != changes)
            {
                _entries.Remove(id);
            }
        }
    }

    private static int Size<T>(T value) => value switch
    {
        ProductGraph product => product.Size,
        ProducerGraph => ProducerSize,
        _ => 0,
    };

    /// <summary>A slug never moves to another thing while the thing exists; after a deletion it may be given anew, so a miss is looked up again.</summary>
    private async ValueTask<T?> OfSlugAsync<T>(string key, Func<MarketplaceDb, Task<Guid?>> read, Func<Guid, ValueTask<T?>> show, CancellationToken cancellationToken)
        where T : class
    {
        if (_entries.TryGetValue(key, out Guid known) && await show(known) is { } shown)
        {
            return shown;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await read(db) is not { } id)
        {
            _entries.Remove(key);
            return null;
        }

        Remember(key, id);
        return await show(id);
    }

    private void Remember(string key, Guid id) => _entries.Set(key, id, new MemoryCacheEntryOptions { Size = EntrySize });

    private async Task<Reference> ReadReferenceAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        return new Reference(await db.ReferenceDataAsync(CancellationToken.None));
    }
}
