using GraphQL;

namespace Marketplace.Api;

/// <summary>How review stands, and what has just happened in it.</summary>
[Name("ReviewStanding")]
public sealed record ReviewStandingGraph
{
    /// <summary>How many listings wait for an officer now; for a producer, how many of its own.</summary>
    public required int Waiting { get; init; }

    /// <summary>First those that wait, the longest waiting first; then those that were handed in, taken back, approved or returned since. Their state says which.</summary>
    public required IReadOnlyList<ListingGraph> Listings { get; init; }
}

public sealed partial class Subscription
{
    /// <summary>
    /// The queue of review: how it stands now, then each listing that is handed in, taken back or decided, within three seconds. An event tells of
    /// 1 to 100 listings, 20 unless told.
    /// </summary>
    [Cost(5)]
    public static IAsyncEnumerable<ReviewStandingGraph> ReviewChanges(Officer officer, [FromServices] ReviewWatch watch, CancellationToken cancellationToken, int first = 20)
    {
        _ = officer;
        return watch.WatchAsync(producerId: null, PageArguments.From(first, after: null, last: null, before: null).Size, cancellationToken);
    }

    /// <summary>
    /// Review of the listings of the producer for whom one acts: those that wait now, then each that is handed in, taken back or decided, within three
    /// seconds. An event tells of 1 to 100 listings, 20 unless told.
    /// </summary>
    [Cost(5)]
    public static IAsyncEnumerable<ReviewStandingGraph> ListingReview(ProducerMember member, [FromServices] ReviewWatch watch, CancellationToken cancellationToken, int first = 20) =>
        watch.WatchAsync(member.Actor.ProducerId ?? Guid.Empty, PageArguments.From(first, after: null, last: null, before: null).Size, cancellationToken);
}
