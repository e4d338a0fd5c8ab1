using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Core.Listings;
using Marketplace.Data;
using Marketplace.Data.Listings;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>What every step of a listing has in common: it is the producer's own, it was seen in this version, the deed is written down, and it is saved once.</summary>
public sealed class ListingWork(IDbContextFactory<MarketplaceDb> databases, IDatabaseEngine engine, ListingSignal signal, TimeProvider clock)
{
    /// <summary>A listing of that producer, or of anybody for an officer (<paramref name="producerId"/> null); null when there is none.</summary>
    public static async Task<ListingAtWork?> FindAsync(MarketplaceDb db, string id, Guid? producerId, CancellationToken cancellationToken) =>
        GlobalId.TryDecode(id, out var type, out var key) && type == "Listing" && await db.ListingAsync(key, cancellationToken) is { } at
        && (producerId is null || at.Listing.ProducerId == producerId) ? at : null;

    internal async Task<ListingPayload> StartAsync(Actor actor, SaveListingInput input, Ask ask, CancellationToken cancellationToken)
    {
        if (actor.ProducerId is not { } producerId)
        {
            return new([new NotYetVerified()], ask);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var id = RequestKeys.IdOf(input.RequestKey, actor.AccountId, nameof(Mutation.SaveListing), now);
        if (input.RequestKey is not null && await db.ListingAsync(id, cancellationToken) is { } made)
        {
            return made.Listing.ProducerId == producerId && made.Listing.Content.Name == input.Content.Name ? new([], ask, made) : new([new KeyUsedBefore()], ask);
        }

        var slug = await db.FreeSlugAsync(Slug.Of(input.Name.Vi), id, cancellationToken);
        if (Listing.Start(id, producerId, slug, input.Content, now).Failed(out var problem, out var listing))
        {
            return new([problem], ask);
        }

        db.Listings.Add(listing);
        db.Note(actor, "saveListing", ("Listing", id), now, after: listing.Content);
        return await db.SaveWorkAsync(engine, cancellationToken) is { } raced ? new([raced], ask) : new([], ask, await db.ListingAsync(id, cancellationToken));
    }

    /// <summary>One step of a producer's own listing.</summary>
    internal Task<ListingPayload> ChangeAsync(
        Actor actor, ListingStepInput input, Ask ask, string action, Func<ListingAtWork, Result<Listing>> step, CancellationToken cancellationToken) =>
        ChangeAsync(actor, input.Listing, input.Version, ask, action, (_, at) => Task.FromResult(step(at)), cancellationToken);

    /// <summary>One step of a producer's own listing that reads something more; a null <paramref name="version"/> is any.</summary>
    internal async Task<ListingPayload> ChangeAsync(
        Actor actor, string id, int? version, Ask ask, string action, Func<MarketplaceDb, ListingAtWork, Task<Result<Listing>>> step, CancellationToken cancellationToken) =>
        actor.ProducerId is { } producerId
            ? await StepAsync(actor, id, producerId, version, ask, action, why: null, async (db, at) => (await step(db, at)).Then(_ => at), cancellationToken)
            : new([new NothingThere(["listing"])], ask);

    /// <summary>One decision of an officer.</summary>
    internal Task<ListingPayload> DecideAsync(
        Actor officer, string id, int version, Ask ask, string action, string? why, Func<MarketplaceDb, ListingAtWork, Task<Result<ListingAtWork>>> decide, CancellationToken cancellationToken) =>
        StepAsync(officer, id, producerId: null, version, ask, action, why, decide, cancellationToken);

    private async Task<ListingPayload> StepAsync(
        Actor actor, string id, Guid? producerId, int? version, Ask ask, string action, string? why, Func<MarketplaceDb, ListingAtWork, Task<Result<ListingAtWork>>> step, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, id, producerId, cancellationToken) is not { } at)
        {
            return new([new NothingThere(["listing"])], ask);
        }

        if (at.Listing.At(version ?? at.Listing.Version).Failed(out var stale, out _))
        {
            return new([stale], ask, at);
        }

        // What is live goes with it: an approval writes over that.
        var before = new { state = at.Listing.State.ToString(), at.Listing.Content, at.Live };
        if ((await step(db, at)).Failed(out var problem, out var done))
        {
            return new([problem], ask, at);
        }

        db.Record(done);
        db.Note(actor, action, ("Listing", done.Listing.Id), clock.GetUtcNow(), before, new { state = done.Listing.State.ToString(), done.Listing.Content }, why);
        if (await db.SaveWorkAsync(engine, cancellationToken) is { } raced)
        {
            return new([raced], ask);
        }

        signal.Pulse();
        return new([], ask, done);
    }
}

/// <summary>The programme office has not yet seen who stands behind the organisation.</summary>
public sealed record NotYetVerified : IProblem
{
    public LocalizedText Message => new(
        "Văn phòng chương trình chưa xác minh cơ sở của bạn. Sau khi xác minh, bạn có thể đăng sản phẩm.",
        "The programme office has not verified your organisation yet. Once it has, you can list products.");
}
