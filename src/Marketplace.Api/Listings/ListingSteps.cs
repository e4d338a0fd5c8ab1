using GraphQL;
using Marketplace.Core.Listings;
using Marketplace.Data.Listings;

namespace Marketplace.Api;

/// <summary>A listing, and the version of it that was seen.</summary>
[Name("ListingStepInput")]
public sealed class ListingStepInput
{
    /// <summary>One of the producer's own.</summary>
    [Id]
    public required string Listing { get; init; }

    /// <summary>The version that was read.</summary>
    public required int Version { get; init; }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Hands a draft in for review. Problems: NOTHING_THERE, CHANGED_MEANWHILE, LISTING_ACTION_REFUSED, and of each field MISSING, UNKNOWN, NOT_BACKED
    /// (stars, the mark and cures that nothing backs).
    /// </summary>
    public static Task<ListingPayload> SubmitListing(
        ListingStepInput input, ProducerEditor editor, Ask ask, [FromServices] ListingWork work, [FromServices] TimeProvider clock, CancellationToken cancellationToken) =>
        work.ChangeAsync(
            editor.Actor,
            input.Listing,
            input.Version,
            ask,
            "submitListing",
            async (db, at) => at.Listing.Submit(at.BackingOn(ask.Today), await db.GroupsInForceAsync(ask.Today, cancellationToken), editor.Actor.AccountId, clock.GetUtcNow()),
            cancellationToken);

    /// <summary>Takes a listing back before it is decided. Problems: NOTHING_THERE, CHANGED_MEANWHILE, LISTING_ACTION_REFUSED.</summary>
    public static Task<ListingPayload> WithdrawListing(ListingStepInput input, ProducerEditor editor, Ask ask, [FromServices] ListingWork work, CancellationToken cancellationToken) =>
        work.ChangeAsync(editor.Actor, input, ask, "withdrawListing", at => at.Listing.Withdraw(), cancellationToken);

    /// <summary>Drops the changes and goes back to the text that was approved last. Problems: NOTHING_THERE, CHANGED_MEANWHILE, LISTING_ACTION_REFUSED, NOTHING_LIVE.</summary>
    public static Task<ListingPayload> DiscardListing(ListingStepInput input, ProducerEditor editor, Ask ask, [FromServices] ListingWork work, CancellationToken cancellationToken) =>
        work.ChangeAsync(editor.Actor, input, ask, "discardListing", at => at.Live is { } live ? at.Listing.Discard(live) : new(new NothingLive()), cancellationToken);

    /// <summary>Takes the product out of sight for a while; certificates and offers stay. Problems: NOTHING_THERE, CHANGED_MEANWHILE, LISTING_ACTION_REFUSED, WITHDRAW_FIRST.</summary>
    public static Task<ListingPayload> PauseListing(ListingStepInput input, ProducerEditor editor, Ask ask, [FromServices] ListingWork work, CancellationToken cancellationToken) =>
        work.ChangeAsync(editor.Actor, input, ask, "pauseListing", at => at.Listing.Pause(), cancellationToken);

    /// <summary>Shows a paused product again. Problems: NOTHING_THERE, CHANGED_MEANWHILE, LISTING_ACTION_REFUSED.</summary>
    public static Task<ListingPayload> ResumeListing(ListingStepInput input, ProducerEditor editor, Ask ask, [FromServices] ListingWork work, CancellationToken cancellationToken) =>
        work.ChangeAsync(editor.Actor, input, ask, "resumeListing", at => at.Listing.Resume(), cancellationToken);

    /// <summary>Ends a listing; restoreListing takes it up again as a draft. Problems: NOTHING_THERE, CHANGED_MEANWHILE, LISTING_ACTION_REFUSED, WITHDRAW_FIRST.</summary>
    public static Task<ListingPayload> ArchiveListing(ListingStepInput input, ProducerEditor editor, Ask ask, [FromServices] ListingWork work, CancellationToken cancellationToken) =>
        work.ChangeAsync(editor.Actor, input, ask, "archiveListing", at => at.Listing.Archive(), cancellationToken);

    /// <summary>Takes an ended listing up again as a draft; the product stays out of sight until it is approved. Problems: NOTHING_THERE, CHANGED_MEANWHILE, LISTING_ACTION_REFUSED.</summary>
    public static Task<ListingPayload> RestoreListing(ListingStepInput input, ProducerEditor editor, Ask ask, [FromServices] ListingWork work, CancellationToken cancellationToken) =>
        work.ChangeAsync(editor.Actor, input, ask, "restoreListing", at => at.Listing.Restore(), cancellationToken);
}
