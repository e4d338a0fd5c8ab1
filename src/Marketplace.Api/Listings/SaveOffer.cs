using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Data;
using Marketplace.Data.Listings;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A price that holds from a quantity on.</summary>
[Name("PriceTierInput")]
public sealed class PriceTierInput
{
    /// <summary>Units from which it holds; the first is the minimum quantity.</summary>
    public required int Minimum { get; init; }

    /// <summary>Price of one unit, in đồng.</summary>
    public required long UnitPrice { get; init; }
}

/// <summary>Samples of an offer, for organisations that want to try it before they order in bulk.</summary>
[Name("SampleTermsInput")]
public sealed class SampleTermsInput
{
    /// <summary>Of one unit, in đồng, 1 to 1,000,000,000.</summary>
    public required long UnitPrice { get; init; }

    /// <summary>Units that one organisation may order within 180 days, 1 to 10.</summary>
    public required int Most { get; init; }
}

/// <summary>A pack of a product, with everything that its producer says of it. Live at once, without review.</summary>
[Name("SaveOfferInput")]
public sealed class SaveOfferInput
{
    /// <summary>One of the producer's own; null for a new one.</summary>
    [Id]
    public string? Offer { get; init; }

    /// <summary>The version that was read; left out for a new one.</summary>
    public int? Version { get; init; }

    /// <summary>The listing to which a new one belongs, which must have been approved once.</summary>
    [Id]
    public string? Listing { get; init; }

    /// <summary>What one unit is, up to 200 characters; of a new one only.</summary>
    public LocalizedTextInput? Pack { get; init; }

    /// <summary>What is counted, up to 64 characters; of a new one only.</summary>
    public LocalizedTextInput? Unit { get; init; }

    /// <summary>1 to 10, smallest quantity first; prices never rise with the quantity.</summary>
    public required IReadOnlyList<PriceTierInput> PriceTiers { get; init; }

    /// <summary>Fewest units of one order line; 1 unless told.</summary>
    public int? Minimum { get; init; }

    /// <summary>Step above the minimum; 1 unless told.</summary>
    public int? Increment { get; init; }

    /// <summary>Most units of one order line; null without a limit.</summary>
    public int? Maximum { get; init; }

    /// <summary>Units ready to be sent, 0 to 1,000,000.</summary>
    public required int Stock { get; init; }

    /// <summary>Whether it is made when ordered; not unless told.</summary>
    public bool? MadeToOrder { get; init; }

    /// <summary>Days from order to dispatch, 0 to 365; 0 unless told.</summary>
    public int? LeadTimeDays { get; init; }

    /// <summary>Most units that can be made in one week; null while nothing is said.</summary>
    public int? WeeklyCapacity { get; init; }

    /// <summary>Whether it can be bought; it can unless told.</summary>
    public bool? OnSale { get; init; }

    /// <summary>Days on which nothing of it is made or sent, 366 at most.</summary>
    public IReadOnlyList<DateOnly>? BlackoutDays { get; init; }

    /// <summary>Samples of it; null offers none.</summary>
    public SampleTermsInput? Sample { get; init; }

    /// <summary>Up to 64 characters, made by the client: the same key makes a new offer once.</summary>
    public string? RequestKey { get; init; }

    internal OfferTerms Terms => new()
    {
        QuantityRule = new QuantityRule(Minimum ?? 1, Increment ?? 1, Maximum),
        PriceTiers = [.. PriceTiers.Select(tier => new PriceTier(tier.Minimum, tier.UnitPrice))],
        Stock = Stock,
        MadeToOrder = MadeToOrder ?? false,
        LeadTimeDays = LeadTimeDays ?? 0,
        WeeklyCapacity = WeeklyCapacity,
        OnSale = OnSale ?? true,
        BlackoutDays = BlackoutDays ?? [],
        Sample = Sample is { } sample ? new(sample.UnitPrice, sample.Most) : null,
    };
}

/// <summary>The offer as it is now.</summary>
[Name("SaveOfferPayload")]
public sealed class SaveOfferPayload : Payload
{
    internal SaveOfferPayload(IEnumerable<IProblem> problems, Ask ask, StockLineGraph? offer = null)
        : base(problems, ask) => Offer = offer;

    /// <summary>Null with problems.</summary>
    public StockLineGraph? Offer { get; }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Saves a pack with its prices, quantities, stock and capacity. Problems: NOTHING_THERE, CHANGED_MEANWHILE, and of each field MISSING, TOO_LONG,
    /// OUT_OF_RANGE, OUT_OF_ORDER, TWICE.
    /// </summary>
    public static async Task<SaveOfferPayload> SaveOffer(
        SaveOfferInput input, StockKeeper keeper, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] IDatabaseEngine engine, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (keeper.Actor.ProducerId is not { } producerId)
        {
            return new([new NotYetVerified()], ask);
        }

        var (offer, problem) = input.Offer is { } id
            ? await ChangedAsync(db, producerId, id, input, cancellationToken)
            : await StartedAsync(db, keeper.Actor, producerId, input, now, cancellationToken);
        if (offer is null)
        {
            return new([problem!], ask);
        }

        db.Note(keeper.Actor, "saveOffer", ("Offer", offer.Id), now, after: new { offer.Sku, offer.Terms });
        if (await db.SaveWorkAsync(engine, cancellationToken) is { } raced)
        {
            return new([raced], ask);
        }

        var name = await db.Products.IgnoreQueryFilters().Where(product => product.Id == offer.ProductId).Select(product => product.Name).SingleAsync(cancellationToken);
        return new([], ask, new StockLineGraph(offer, name));
    }

    private static async Task<(Offer? Offer, IProblem? Problem)> ChangedAsync(MarketplaceDb db, Guid producerId, string id, SaveOfferInput input, CancellationToken cancellationToken)
    {
        if (!GlobalId.TryDecode(id, out var type, out var key) || type != "Offer" || await db.OfferOfProducerAsync(producerId, key, cancellationToken) is not { } offer)
        {
            return (null, new NothingThere(["offer"]));
        }

        if (input.Version is { } seen && seen != offer.Version)
        {
            return (null, new ChangedMeanwhile(offer.Version));
        }

        return offer.Change(input.Terms).Failed(out var problem, out _) ? (null, problem) : (offer, null);
    }

    private static async Task<(Offer? Offer, IProblem? Problem)> StartedAsync(
        MarketplaceDb db, Actor actor, Guid producerId, SaveOfferInput input, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (input.Listing is null || await ListingWork.FindAsync(db, input.Listing, producerId, cancellationToken) is not { Product: { } product })
        {
            return (null, new NothingThere(["listing"]));
        }

        var id = RequestKeys.IdOf(input.RequestKey, actor.AccountId, nameof(SaveOffer), now);
        if (input.RequestKey is not null && await db.Offers.IgnoreQueryFilters().SingleOrDefaultAsync(offer => offer.Id == id, cancellationToken) is { } made)
        {
            return made.ProductId == product.Id ? (made, null) : (null, new KeyUsedBefore());
        }

        if (Offer.Start(id, product.Id, input.Pack?.Given ?? new(""), input.Unit?.Given ?? new(""), input.Terms).Failed(out var problem, out var offer))
        {
            return (null, problem);
        }

        db.Offers.Add(offer);
        return (offer, null);
    }
}
