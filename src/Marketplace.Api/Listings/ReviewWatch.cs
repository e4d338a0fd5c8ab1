using System.Runtime.CompilerServices;
using Marketplace.Api.Background;
using Marketplace.Data;
using Marketplace.Data.Listings;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>Watches review, whichever host its steps are taken on.</summary>
public sealed class ReviewWatch(IDbContextFactory<MarketplaceDb> databases, ListingSignal signal, TimeProvider clock)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(3);

    /// <summary>How review stands now, then whatever happens in it.</summary>
    /// <param name="producerId">Whose listings; null for everybody's.</param>
    /// <param name="size">How many listings one event tells of at most.</param>
    internal async IAsyncEnumerable<ReviewStandingGraph> WatchAsync(Guid? producerId, int size, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().UtcDateTime;
        var next = signal.Next;
        var known = await PlacesAsync();
        yield return await StandingAsync(known.Where(place => place.WaitsSince is not null).Take(size));
        while (true)
        {
            await ChangeSignal.WaitAsync(next, BetweenLooks, clock, cancellationToken);
            next = signal.Next;
            var before = known;
            known = await PlacesAsync();

            // New at its place, or gone from it.
            foreach (var moved in known.Except(before).Concat(before.ExceptBy(known.Select(place => place.Id), place => place.Id)).Chunk(size))
            {
                yield return await StandingAsync(moved);
            }
        }

        async Task<IReadOnlyList<ReviewPlace>> PlacesAsync()
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            return await db.ReviewPlacesAsync(producerId, since, cancellationToken);
        }

        async Task<ReviewStandingGraph> StandingAsync(IEnumerable<ReviewPlace> told)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var listings = await db.ListingsAtWorkAsync([.. told.Select(place => place.Id)], cancellationToken);
            return new() { Waiting = known.Count(place => place.WaitsSince is not null), Listings = [.. listings.Select(at => new ListingGraph(at))] };
        }
    }
}
