using System.Security.Cryptography;
using System.Text;
using Marketplace.Api.Catalogue;
using Marketplace.Api.FrontDoor;
using Marketplace.Core.Search;
using Microsoft.AspNetCore.OutputCaching;

namespace Marketplace.Api.SharedState;

/// <summary>
/// The state of the catalogue as pages show it, as a number under which they are kept; 0 while there is none. It rises with what is found and with
/// what the cache lets go of, whichever comes first.
/// </summary>
internal sealed class CatalogueState(ISearchIndex index, CatalogueCache catalogue, IndexMark mark, StorefrontPlace storefront, IOutputCacheStore pages, TimeProvider clock)
{
    private readonly bool _isShared = pages is SharedPages;
    private volatile Seen _seen = new(0, 0, 0);

    public long Now
    {
        get
        {
            var generation = index.Generation;
            if (generation == 0)
            {
                return 0;
            }

            generation += catalogue.Changes;
            var seen = _seen;
            if (seen.Generation != generation)
            {
                seen = new(generation, Number(generation), clock.GetTimestamp());
                _seen = seen;
            }

            return IsSettled(seen) ? seen.Number : 0;
        }
    }

    /// <summary>Each node counts generations in its own way: pages that nodes share are kept under what the index holds.</summary>
    private long Number(long generation) => !_isShared ? generation
        : mark() is { } word ? BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(word)))
        : 0;

    /// <summary>
    /// A page is made of the answers of one node. Where that may be another one than this, or where the index is not this node's own and its
    /// caches may be a look behind it, a page made right after a change could show what was before it.
    /// </summary>
    private bool IsSettled(Seen seen) => (storefront.Remote is null && !index.IsShared) || clock.GetElapsedTime(seen.Since) >= Lifetimes.Settling;

    private sealed record Seen(long Generation, long Number, long Since);
}
