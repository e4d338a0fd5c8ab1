using GraphQL.DataLoader;

namespace Marketplace.Api;

/// <summary>
/// Gathers the keys that one level of an answer asks for and fetches them together. Registered per request; what was fetched is remembered for the request.
/// </summary>
public abstract class BatchLoader<TKey, TValue>
    where TKey : notnull
{
    private readonly Dictionary<TKey, Batch> _batches = [];
    private Batch? _open;

    /// <summary>The value of that key; what <see cref="Missing"/> says where there is none.</summary>
    public IDataLoaderResult<TValue?> Load(TKey key) => new Pending(BatchOf(key), key);

    /// <summary>The value of that key, which must exist: its absence is our fault, not the client's.</summary>
    public IDataLoaderResult<TValue> LoadRequired(TKey key) => new Required(new Pending(BatchOf(key), key), key);

    /// <summary>Fetches all keys in one go. Keys that do not exist are left out.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> FetchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    /// <summary>What stands for a key that does not exist: null (zero for a number) unless overridden, for instance with an empty list.</summary>
    protected virtual TValue? Missing(TKey key) => default;

    // Resolvers of one request run one after the other, so nothing here needs a lock.
    private Batch BatchOf(TKey key)
    {
        if (!_batches.TryGetValue(key, out var batch))
        {
            _batches[key] = batch = _open ??= new Batch(this);
            batch.Keys.Add(key);
        }

        return batch;
    }

    private sealed class Batch(BatchLoader<TKey, TValue> loader)
    {
        private Task<IReadOnlyDictionary<TKey, TValue>>? _values;

        public BatchLoader<TKey, TValue> Loader => loader;

        public List<TKey> Keys { get; } = [];

        public Task<IReadOnlyDictionary<TKey, TValue>> ValuesAsync(CancellationToken cancellationToken)
        {
            if (_values is null)
            {
                loader._open = null;
                _values = loader.FetchAsync(Keys, cancellationToken);
            }

            return _values;
        }
    }

    private sealed class Pending(Batch batch, TKey key) : IDataLoaderResult<TValue?>
    {
        public async Task<TValue?> GetResultAsync(CancellationToken cancellationToken = default) =>
            (await batch.ValuesAsync(cancellationToken)).TryGetValue(key, out var value) ? value : batch.Loader.Missing(key);

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken);
    }

    private sealed class Required(Pending value, TKey key) : IDataLoaderResult<TValue>
    {
        public async Task<TValue> GetResultAsync(CancellationToken cancellationToken = default) =>
            await value.GetResultAsync(cancellationToken) ?? throw new InvalidOperationException($"Nothing of {typeof(TValue).Name} was found for {key}.");

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken);
    }
}
