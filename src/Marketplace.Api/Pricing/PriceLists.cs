using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.Pricing;
using Marketplace.Core;
using Marketplace.Core.Pricing;
using Marketplace.Data;
using Marketplace.Data.Listings;
using Marketplace.Data.Ordering;
using Marketplace.Data.Pricing;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A price of one offer, from a quantity on.</summary>
[Name("ListedPriceInput")]
public sealed class ListedPriceInput
{
    /// <summary>One of the producer's own.</summary>
    [Id]
    public required string Offer { get; init; }

    /// <summary>Units from which it holds, 1 to 1,000,000.</summary>
    public required int Minimum { get; init; }

    /// <summary>Of one unit, in đồng, from 1; never rising with the quantity.</summary>
    public required long UnitPrice { get; init; }
}

/// <summary>A price list with everything that it says.</summary>
[Name("SavePriceListInput")]
public sealed class SavePriceListInput
{
    /// <summary>One of the producer's own; null for a new one.</summary>
    [Id]
    public string? PriceList { get; init; }

    /// <summary>The version that was read; left out for a new one.</summary>
    public int? Version { get; init; }

    /// <summary>Up to 120 characters; its buyers read it beside the price.</summary>
    public required string Name { get; init; }

    /// <summary>Taken off the public price of every offer without a price of its own, in hundredths of a percent: 0 to 9,999.</summary>
    public required int ReductionBasisPoints { get; init; }

    /// <summary>First day in Vietnam on which it holds.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null without an end.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Up to 64 characters, made by the client: the same key makes a new list once.</summary>
    public string? RequestKey { get; init; }

    /// <summary>Up to 2,000; they take the place of those that were there.</summary>
    public required IReadOnlyList<ListedPriceInput> Prices { get; init; }
}

/// <summary>Who buys at a list's prices.</summary>
[Name("AssignPriceListInput")]
public sealed class AssignPriceListInput
{
    /// <summary>One of the producer's own.</summary>
    [Id]
    public required string PriceList { get; init; }

    /// <summary>Distributors and companies that buy, up to 1,000: all of them, so that whoever is left out pays the public prices again.</summary>
    [Id]
    public required IReadOnlyList<string> Organisations { get; init; }

    /// <summary>1 to 64 characters, made by the client: the same request sent again is done once and answered alike.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>The price list as it is now.</summary>
[Name("PriceListPayload")]
public sealed class PriceListPayload : Payload
{
    internal PriceListPayload(IEnumerable<IProblem> problems, Ask ask, PriceListGraph? list = null)
        : base(problems, ask) => PriceList = list;

    /// <summary>Null with problems.</summary>
    public PriceListGraph? PriceList { get; }
}

public sealed partial class Mutation
{
    private const int MostBuyers = 1000;

    /// <summary>
    /// Makes a price list, or changes all of one. It holds for what is put into carts and ordered from now on; orders keep their prices. Problems: NOTHING_THERE, NOT_YET_VERIFIED,
    /// CHANGED_MEANWHILE, and of each field, as in ["prices", "0", "unitPrice"], MISSING, TOO_LONG, OUT_OF_RANGE, OUT_OF_ORDER, TWICE, UNKNOWN.
    /// </summary>
    public static async Task<PriceListPayload> SavePriceList(
        SavePriceListInput input, StockKeeper keeper, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] IDatabaseEngine engine, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        if (keeper.Actor.ProducerId is not { } producer)
        {
            return new([new NotYetVerified()], ask);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var list = input.PriceList is null ? null : await FindAsync(db, input.PriceList, producer, cancellationToken);
        if (input.PriceList is not null && list is null)
        {
            return new([new NothingThere(["priceList"])], ask);
        }

        if (list is not null && input.Version != list.Version)
        {
            return new([new ChangedMeanwhile(list.Version)], ask);
        }

        var now = clock.GetUtcNow();
        var id = list?.Id ?? RequestKeys.IdOf(input.RequestKey, keeper.Actor.AccountId, nameof(SavePriceList), now);
        var key = GlobalId.Encode("PriceList", id);
        if (list is null && input.RequestKey is not null && (await db.PriceListsOfProducerAsync(producer, cancellationToken)).Any(made => made.Id == id))
        {
            return new([], ask, (await PriceListGraph.OfProducerAsync(db, producer, ask.Today, cancellationToken)).First(made => made.Id == key));
        }

        var own = (await db.OffersOfProducerAsync(producer, cancellationToken)).Select(offer => offer.Id).ToHashSet();
        var given = new PriceListTerms(input.Name, input.ReductionBasisPoints, input.ValidFrom, input.ValidTo, [.. input.Prices.Select(price => new ListedPrice(OfferIn(price.Offer), price.Minimum, price.UnitPrice))]);
        if (given.Checked(own).Failed(out var problem, out var terms))
        {
            return new([problem], ask);
        }

        var before = list is null ? null : new { list.Name, list.ReductionBasisPoints, list.ValidFrom, list.ValidTo, list.Prices.Count };
        list ??= db.PriceLists.Add(new PriceList { Id = id, ProducerId = producer, Name = terms.Name, ReductionBasisPoints = 0, ValidFrom = terms.ValidFrom }).Entity;
        list.Take(terms);
        if (before is not null)
        {
            // The prices lie in another table, and the version counts them too.
            db.Entry(list).Property(one => one.Name).IsModified = true;
        }

        db.Note(keeper.Actor, "savePriceList", ("PriceList", list.Id), now, before, new { list.Name, list.ReductionBasisPoints, list.ValidFrom, list.ValidTo, list.Prices.Count });
        return await db.SaveWorkAsync(engine, cancellationToken) is { } raced ? new([raced], ask) : await ThereAsync(db, list.Id, producer, ask, cancellationToken);
    }

    /// <summary>
    /// Says who buys at a list's prices. Of each producer a buyer has one list: whoever had another one has this one instead. Problems: NOTHING_THERE, CHANGED_MEANWHILE,
    /// TOO_LONG, and UNKNOWN as in ["organisations", "0"] for whatever is no organisation that buys.
    /// </summary>
    public static async Task<PriceListPayload> AssignPriceList(
        AssignPriceListInput input, StockKeeper keeper, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] IDatabaseEngine engine, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        if (keeper.Actor.ProducerId is not { } producer || !GlobalId.TryDecode(input.PriceList, "PriceList", out var id))
        {
            return new([new NothingThere(["priceList"])], ask);
        }

        var now = clock.GetUtcNow();
        var wish = RequestKeys.WishOf(input.RequestKey, keeper.Actor.AccountId, nameof(AssignPriceList), new { producer, input });
        if (await databases.OnceAsync(engine, wish, now, ChangeAsync, cancellationToken) is { } problem)
        {
            return new([problem], ask);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await ThereAsync(db, id, producer, ask, cancellationToken);

        async Task<IProblem?> ChangeAsync(MarketplaceDb db)
        {
            if (await FindAsync(db, input.PriceList, producer, cancellationToken) is not { } list)
            {
                return new NothingThere(["priceList"]);
            }

            if (input.Organisations.Count > MostBuyers)
            {
                return new FieldsRefused([new("organisations", FaultKind.TooLong, new($"Tối đa {MostBuyers} bên mua.", $"{MostBuyers} buyers at most."))]);
            }

            var ids = input.Organisations.Select(one => GlobalId.TryDecode(one, "Organisation", out var organisation) ? organisation : Guid.Empty).ToList();
            var known = (await db.BuyingOrganisationsAsync([.. ids.Distinct()], cancellationToken)).Select(buyer => buyer.Id).ToHashSet();
            if (ids.Index().Where(one => !known.Contains(one.Item)).Select(one => new FieldFault(
                $"organisations.{one.Index}", FaultKind.Unknown, new("Không có bên mua này.", "There is no such organisation that buys."))).ToList() is { Count: > 0 } faults)
            {
                return new FieldsRefused(faults);
            }

            var assigned = await db.BuyerPriceListsAsync(producer, cancellationToken);
            var there = assigned.Where(buyer => buyer.PriceListId == id).Select(buyer => buyer.OrganisationId).ToHashSet();
            db.BuyerPriceLists.RemoveRange(assigned.Where(buyer => buyer.PriceListId == id && !known.Contains(buyer.OrganisationId)));
            foreach (var moved in assigned.Where(buyer => known.Contains(buyer.OrganisationId)))
            {
                moved.PriceListId = id;
            }

            db.BuyerPriceLists.AddRange(known.Except(assigned.Select(buyer => buyer.OrganisationId)).Select(one => new BuyerPriceList { OrganisationId = one, ProducerId = producer, PriceListId = id }));
            db.Note(keeper.Actor, "assignPriceList", ("PriceList", list.Id), now, there.Order(), known.Order());
            return null;
        }
    }

    private static Guid OfferIn(string id) => GlobalId.TryDecode(id, "Offer", out var offer) ? offer : Guid.Empty;

    private static async Task<PriceList?> FindAsync(MarketplaceDb db, string id, Guid producer, CancellationToken cancellationToken) =>
        GlobalId.TryDecode(id, "PriceList", out var listId) ? (await db.PriceListsOfProducerAsync(producer, cancellationToken)).FirstOrDefault(list => list.Id == listId) : null;

    private static async Task<PriceListPayload> ThereAsync(MarketplaceDb db, Guid id, Guid producer, Ask ask, CancellationToken cancellationToken)
    {
        var graphId = GlobalId.Encode("PriceList", id);
        return new([], ask, (await PriceListGraph.OfProducerAsync(db, producer, ask.Today, cancellationToken)).First(list => list.Id == graphId));
    }
}
