using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Caching.Hybrid;

namespace Marketplace.Api.SharedState;

/// <summary>Kept pages in this node's memory first and in Redis behind it, so that a page that one node made is not made by the next.</summary>
internal sealed class SharedPages(HybridCache pages, SharedKeys keys) : IOutputCacheStore
{
    private static readonly HybridCacheEntryOptions Look = new()
    {
        LocalCacheExpiration = Lifetimes.PageOfAnotherNode,
        Flags = HybridCacheEntryFlags.DisableUnderlyingData,
    };

    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) =>
        pages.GetOrCreateAsync<byte[]?>(keys.Of("page", key), static _ => default, Look, tags: null, cancellationToken);

    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        var lifetime = validFor < Lifetimes.Page ? validFor : Lifetimes.Page;
        return pages.SetAsync(keys.Of("page", key), value, new HybridCacheEntryOptions { Expiration = lifetime, LocalCacheExpiration = lifetime }, tags: null, cancellationToken);
    }

    /// <summary>Pages carry no tags: a change of the catalogue leads to other keys.</summary>
    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
