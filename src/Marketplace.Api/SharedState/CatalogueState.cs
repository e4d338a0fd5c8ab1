using Marketplace.Api.FrontDoor;
using Marketplace.Core.Search;
using Microsoft.AspNetCore.OutputCaching;

namespace Marketplace.Api.SharedState;

/// <summary>
/// The state of the catalogue as pages show it, as a number under which they are kept; 0 while there is none. Caches have let go of what is older
/// before the index takes the next number.
/// </summary>
internal sealed class CatalogueState(ISearchIndex index, StorefrontPlace storefront, IOutputCacheStore pages, TimeProvider clock)
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

            var seen = _seen;
            if (seen.Generation != generation)
            {
                seen = new(generation, Number(generation), clock.GetTimestamp());
                _seen = seen;
            }

            return IsSettled(seen) ? seen.Number : 0;
        }
    }

    /// <summary>
    /// Each node counts the generations of its own index in its own way. The last change in it is the same on every node: their indexes hold at
    /// least everything up to it.
    /// </summary>
    private long Number(long generation)
    {
        if (!_isShared || index.IsShared)
        {
            return generation;
        }

        // An index of this node's own knows it without waiting; were it otherwise, nothing would be kept until the next look.
        var status = index.StatusAsync(CancellationToken.None);
        return status is { IsCompletedSuccessfully: true, Result: { State: IndexState.Ready } ready } ? ready.Sequence : 0;
    }

    /// <summary>
    /// A page is made of the answers of one node. Where that may be another one than this, or where the index is not this node's own and its
    /// caches may be a look behind it, a page made right after a change could show what was before it.
    /// </summary>
    private bool IsSettled(Seen seen) => (storefront.Remote is null && !index.IsShared) || clock.GetElapsedTime(seen.Since) >= Lifetimes.Settling;

    private sealed record Seen(long Generation, long Number, long Since);
}
