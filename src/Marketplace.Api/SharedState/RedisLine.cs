using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Marketplace.Api.SharedState;

/// <summary>The line to Redis, which may break: then nothing is found and nothing is kept there for a while, and the host goes on without it.</summary>
internal sealed partial class RedisLine(ConfigurationOptions options, TimeProvider clock, ILogger<RedisLine> log) : IDistributedCache, IDisposable
{
    private const string Prefix = "marketplace:";

    private readonly RedisCache _redis = new(Options.Create(new RedisCacheOptions { ConfigurationOptions = options, InstanceName = Prefix }));
    private readonly Lock _gate = new();
    private long? _failedAt;

    /// <summary>Asks Redis, also where it was left alone, and tells whether it answers.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        await TryAsync(() => _redis.GetAsync("answers", cancellationToken), insists: true);
        return !HasFailed;
    }

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => TryAsync(() => _redis.GetAsync(key, token));

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
        TryAsync(() => Done(_redis.SetAsync(key, value, options, token)));

    public Task RefreshAsync(string key, CancellationToken token = default) => TryAsync(() => Done(_redis.RefreshAsync(key, token)));

    public Task RemoveAsync(string key, CancellationToken token = default) => TryAsync(() => Done(_redis.RemoveAsync(key, token)));

    public byte[]? Get(string key) => throw NotWithoutWaiting();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw NotWithoutWaiting();

    public void Refresh(string key) => throw NotWithoutWaiting();

    public void Remove(string key) => throw NotWithoutWaiting();

    public void Dispose() => _redis.Dispose();

    private bool HasFailed
    {
        get
        {
            lock (_gate)
            {
                return _failedAt is not null;
            }
        }
    }

    private static NotSupportedException NotWithoutWaiting() => new("No thread waits for Redis.");

    private static async Task<byte[]?> Done(Task task)
    {
        await task;
        return null;
    }

    private async Task<byte[]?> TryAsync(Func<Task<byte[]?>> use, bool insists = false)
    {
        if (!insists && IsLeftAlone())
        {
            return null;
        }

        try
        {
            var found = await use();
            Note(failed: false, why: null);
            return found;
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException)
        {
            Note(failed: true, failure.GetType().Name);
            return null;
        }
    }

    private bool IsLeftAlone()
    {
        lock (_gate)
        {
            return _failedAt is { } at && clock.GetElapsedTime(at) < Lifetimes.LeftAlone;
        }
    }

    /// <summary>Says a change once, however many find it.</summary>
    private void Note(bool failed, string? why)
    {
        bool before;
        lock (_gate)
        {
            before = _failedAt is not null;
            _failedAt = failed ? clock.GetTimestamp() : null;
        }

        if (failed && !before)
        {
            // The message of the failure names servers.
            Lost(why);
        }
        else if (before && !failed)
        {
            Back();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis does not answer ({Why}): the host goes on without it, and each node makes for itself what it would find there.")]
    private partial void Lost(string? why);

    [LoggerMessage(Level = LogLevel.Information, Message = "Redis answers again.")]
    private partial void Back();
}
