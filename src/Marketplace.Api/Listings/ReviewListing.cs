using GraphQL;
using Marketplace.Core;
using Marketplace.Core.Listings;
using Marketplace.Data;
using Marketplace.Data.Listings;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>Why a listing goes back, in the officer's words.</summary>
[Name("ReturnReasonInput")]
public sealed class ReturnReasonInput
{
    /// <summary>A field of the listing, as in "description.vi", or "listing" for the whole.</summary>
    public required string Field { get; init; }

    /// <summary>What is wrong and what would be right, 1 to 1000 characters.</summary>
    public required string Text { get; init; }
}

/// <summary>A listing that goes back to its producer.</summary>
[Name("ReturnListingInput")]
public sealed class ReturnListingInput
{
    /// <summary>One that waits for review.</summary>
    [Id]
    public required string Listing { get; init; }

    /// <summary>The version that was read.</summary>
    public required int Version { get; init; }

    /// <summary>1 to 30.</summary>
    public required IReadOnlyList<ReturnReasonInput> Reasons { get; init; }
}

/// <summary>Listings that wait for an officer.</summary>
[Name("ReviewQueue")]
public sealed class ReviewQueueGraph
{
    internal ReviewQueueGraph(IReadOnlyList<ListingAtWork> page, int size, int total)
    {
        (Total, HasNextPage) = (total, page.Count > size);
        Nodes = [.. page.Take(size).Select(at => new ListingGraph(at))];
        EndCursor = page.Take(size).LastOrDefault() is { } last ? GlobalId.Encode("Listing", last.Listing.Id) : null;
    }

    /// <summary>The longest waiting first.</summary>
    public IReadOnlyList<ListingGraph> Nodes { get; }

    /// <summary>How many wait.</summary>
    public int Total { get; }

    /// <summary>Whether more wait after these.</summary>
    public bool HasNextPage { get; }

    /// <summary>Where the next page begins.</summary>
    [Id]
    public string? EndCursor { get; }
}

public sealed partial class Query
{
    /// <summary>Listings that wait for review, the longest waiting first. 1 to 100, 20 unless told.</summary>
    [Cost(5)]
    public static async Task<ReviewQueueGraph> ReviewQueue(
        Officer officer, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken, int first = 20, [Id] string? after = null)
    {
        _ = officer;
        var size = PageArguments.From(first, after: null, last: null, before: null).Size;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var place = after is not null && await ListingWork.FindAsync(db, after, producerId: null, cancellationToken) is { Listing: { SubmittedAt: { } submitted, Id: var id } } ? new ListingPlace(submitted, id) : null;
        var counts = await db.ListingCountsAsync(cancellationToken);
        return new(await db.ReviewQueueAsync(place, size, cancellationToken), size, counts.GetValueOrDefault(ListingState.InReview));
    }

    /// <summary>A listing of any producer, whatever its state; null when there is none of that id.</summary>
    public static async Task<ListingGraph?> Listing([Id] string id, Officer officer, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        _ = officer;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await ListingWork.FindAsync(db, id, producerId: null, cancellationToken) is { } at ? new ListingGraph(at) : null;
    }
}

public sealed partial class Mutation
{
    /// <summary>Lets a listing go live: within a second it is found. Problems: NOTHING_THERE, CHANGED_MEANWHILE, LISTING_ACTION_REFUSED, OWN_SUBMISSION.</summary>
    public static Task<ListingPayload> ApproveListing(
        ListingStepInput input, Officer officer, Ask ask, [FromServices] ListingWork work, [FromServices] TimeProvider clock, CancellationToken cancellationToken) =>
        work.DecideAsync(
            officer.Actor,
            input.Listing,
            input.Version,
            ask,
            "approveListing",
            why: null,
            async (db, at) =>
            {
                if (at.Listing.SubmittedBy == officer.Actor.AccountId)
                {
                    return new(new OwnSubmission());
                }

                if (at.Listing.Approve(officer.Actor.AccountId, clock.GetUtcNow()).Failed(out var problem, out var content))
                {
                    return new(problem);
                }

                var producer = await db.Producers.SingleAsync(producer => producer.Id == at.Listing.ProducerId, cancellationToken);
                return new(at with { Product = db.Publish(at, content, producer, clock.GetUtcNow()) });
            },
            cancellationToken);

    /// <summary>Gives a listing back with reasons. Problems: NOTHING_THERE, CHANGED_MEANWHILE, LISTING_ACTION_REFUSED, MISSING, TOO_LONG, UNKNOWN.</summary>
    public static Task<ListingPayload> ReturnListing(
        ReturnListingInput input, Officer officer, Ask ask, [FromServices] ListingWork work, [FromServices] TimeProvider clock, CancellationToken cancellationToken) =>
        work.DecideAsync(
            officer.Actor,
            input.Listing,
            input.Version,
            ask,
            "returnListing",
            string.Join('\n', input.Reasons.Select(reason => reason.Text)),
            (_, at) => Task.FromResult(at.Listing
                .Return([.. input.Reasons.Select(reason => new ReturnReason(reason.Field, reason.Text))], officer.Actor.AccountId, clock.GetUtcNow())
                .Then(_ => at)),
            cancellationToken);
}
