using GraphQL;
using Marketplace.Api.Catalogue;
using Marketplace.Api.Pricing;
using Marketplace.Core;
using Marketplace.Core.Listings;
using Marketplace.Data;
using Marketplace.Data.Catalogue;
using Marketplace.Data.Evidence;
using Marketplace.Data.Listings;
using Marketplace.Data.Pricing;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>What a producer works with.</summary>
[Name("Workspace")]
public sealed class WorkspaceGraph
{
    private readonly Guid _organisationId;
    private readonly Guid? _producerId;

    internal WorkspaceGraph(Actor actor) => (_organisationId, _producerId) = (actor.OrganisationId, actor.ProducerId);

    /// <summary>Whether the programme office has verified the organisation: without it nothing can be listed.</summary>
    public bool CanList => _producerId is not null;

    /// <summary>The producer's public entry; null until it has one.</summary>
    public async Task<ProducerGraph?> Producer([FromServices] CatalogueCache catalogue, CancellationToken cancellationToken) =>
        _producerId is { } id ? (await catalogue.ProducersAsync([id], cancellationToken)).FirstOrDefault() : null;

    /// <summary>How many listings stand in each state; states of none are left out.</summary>
    public async Task<IReadOnlyList<ListingCountGraph>> Counts([FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return _producerId is { } id ? [.. (await db.ListingCountsOfProducerAsync(id, cancellationToken)).OrderBy(count => count.Key).Select(count => new ListingCountGraph(count.Key, count.Value))] : [];
    }

    /// <summary>What the producer asks of every order; null while nothing can be listed.</summary>
    public async Task<ProducerTermsGraph?> Terms([FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return _producerId is { } id && await db.ProducerAsync(id, cancellationToken) is { } producer ? new(producer) : null;
    }

    /// <summary>The producer's price lists for certain buyers, by their names.</summary>
    [Cost(5)]
    public async Task<IReadOnlyList<PriceListGraph>> PriceLists(Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return _producerId is { } id ? await PriceListGraph.OfProducerAsync(db, id, ask.Today, cancellationToken) : [];
    }

    /// <summary>Organisations that have ordered of the producer, by their names; 200 at most. They may be given a price list, as may any that is found by its tax code.</summary>
    [Cost(5)]
    public async Task<IReadOnlyList<PriceListBuyerGraph>> Buyers([FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return _producerId is { } id ? [.. (await db.OrganisationsThatOrderedAsync(id, cancellationToken)).Select(buyer => new PriceListBuyerGraph(buyer))] : [];
    }

    /// <summary>The organisation that buys under that tax code, where the office has seen its papers; null where there is none.</summary>
    [Cost(5)]
    public async Task<PriceListBuyerGraph?> BuyerOfTaxCode(string taxCode, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return _producerId is not null && await db.VerifiedBuyerAsync(taxCode.Trim(), cancellationToken) is { } buyer ? new(buyer) : null;
    }

    /// <summary>The producer's listings, changed last first; of one state, or all. 1 to 100, 20 unless told.</summary>
    [Cost(5)]
    public async Task<ListingPageGraph> Listings(
        [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken, ListingState? state = null, int first = 20, [Id] string? after = null)
    {
        var size = PageArguments.From(first, after: null, last: null, before: null).Size;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (_producerId is not { } id)
        {
            return new([], size);
        }

        var place = after is null ? null : (await ListingWork.FindAsync(db, after, id, cancellationToken))?.Place;
        return new(await db.ListingsOfProducerAsync(id, state, place, size, cancellationToken), size);
    }

    /// <summary>Stock and price of everything, in the order of the stock keeping units.</summary>
    [Cost(20)]
    public async Task<IReadOnlyList<StockLineGraph>> Stock([FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        if (_producerId is not { } id)
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var offers = await db.OffersOfProducerAsync(id, cancellationToken);
        var names = await db.ProductNamesOfProducerAsync(id, cancellationToken);
        return [.. offers.Select(offer => new StockLineGraph(offer, names[offer.ProductId]))];
    }

    /// <summary>What needs doing today; null while nothing can be listed.</summary>
    [Cost(10)]
    public async Task<TodayGraph?> Today(Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        if (_producerId is not { } id)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return new TodayGraph(await db.ProducerTodayAsync(id, ask.Today, cancellationToken), await db.EvidenceTodayAsync(_organisationId, ask.Today, cancellationToken));
    }

    /// <summary>The organisation's papers, sent or changed last first; those about one of its listings, or all. 1 to 100, 20 unless told.</summary>
    [Cost(5)]
    public async Task<EvidencePageGraph> Evidence(
        [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken, [Id] string? listing = null, int first = 20, [Id] string? after = null)
    {
        var size = PageArguments.From(first, after: null, last: null, before: null).Size;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        Guid? product = listing is null ? null : GlobalId.TryDecode(listing, "Listing", out var id) ? id : Guid.Empty;
        var place = await EvidenceGraph.PlaceAsync(db, after, _organisationId, cancellationToken);
        return new(await db.EvidenceOfOrganisationAsync(_organisationId, product, place, size, cancellationToken), size);
    }

    /// <summary>One of the organisation's papers; null when there is none of that id.</summary>
    public async Task<EvidenceGraph?> EvidenceFile([Id] string id, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await EvidenceGraph.FindAsync(db, id, _organisationId, cancellationToken) is { } evidence ? new(await db.LineOfAsync(evidence, cancellationToken)) : null;
    }

    /// <summary>One of the producer's listings; null when there is none of that id.</summary>
    public async Task<ListingGraph?> Listing([Id] string id, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return _producerId is not null && await ListingWork.FindAsync(db, id, _producerId, cancellationToken) is { } at ? new ListingGraph(at) : null;
    }
}

/// <summary>What waits for a producer's hand; 100 of each at most, the most urgent first.</summary>
[Name("Today")]
public sealed class TodayGraph
{
    private readonly ProducerToday _today;

    internal TodayGraph(ProducerToday today, (IReadOnlyList<EvidenceLine> Returned, IReadOnlyList<EvidenceLine> Expiring) evidence)
    {
        _today = today;
        ReturnedEvidence = [.. evidence.Returned.Select(line => new EvidenceGraph(line))];
        ExpiringEvidence = [.. evidence.Expiring.Select(line => new EvidenceGraph(line))];
    }

    /// <summary>Papers that an officer gave back.</summary>
    public IReadOnlyList<EvidenceGraph> ReturnedEvidence { get; }

    /// <summary>Accepted papers in their last 30 days.</summary>
    public IReadOnlyList<EvidenceGraph> ExpiringEvidence { get; }

    /// <summary>Certificates in their last 180 days.</summary>
    public IReadOnlyList<ExpiringGraph> Expiring => [.. _today.Expiring.Select(certificate => new ExpiringGraph(_today.Names[certificate.ProductId], certificate.Number, certificate.ValidUntil))];

    /// <summary>Offers of which too little is left to sell.</summary>
    public IReadOnlyList<StockLineGraph> LowStock => [.. _today.LowStock.Select(offer => new StockLineGraph(offer, _today.Names[offer.ProductId]))];

    /// <summary>Listings that an officer gave back.</summary>
    public IReadOnlyList<ListingGraph> Returned => [.. _today.Returned.Select(at => new ListingGraph(at))];

    /// <summary>Listings that are being written.</summary>
    public IReadOnlyList<ListingGraph> Drafts => [.. _today.Drafts.Select(at => new ListingGraph(at))];
}

/// <summary>A certificate that ends soon.</summary>
[Name("ExpiringCertificate")]
public sealed record ExpiringGraph(LocalizedText Product, string Number, DateOnly ValidUntil)
{
    /// <summary>Name of the product.</summary>
    public LocalizedText Product { get; } = Product;

    /// <summary>As printed on the certificate.</summary>
    public string Number { get; } = Number;

    /// <summary>Its last day.</summary>
    public DateOnly ValidUntil { get; } = ValidUntil;
}

/// <summary>Listings in one state.</summary>
[Name("ListingCount")]
public sealed record ListingCountGraph(ListingState State, int Count)
{
    /// <summary>Where they stand.</summary>
    public ListingState State { get; } = State;

    /// <summary>How many.</summary>
    public int Count { get; } = Count;
}

/// <summary>A page of listings.</summary>
[Name("ListingPage")]
public sealed class ListingPageGraph
{
    internal ListingPageGraph(IReadOnlyList<ListingAtWork> page, int size)
    {
        Nodes = [.. page.Take(size).Select(at => new ListingGraph(at))];
        HasNextPage = page.Count > size;
        EndCursor = page.Take(size).LastOrDefault() is { } last ? GlobalId.Encode("Listing", last.Listing.Id) : null;
    }

    /// <summary>Changed last first.</summary>
    public IReadOnlyList<ListingGraph> Nodes { get; }

    /// <summary>Whether there are more after these.</summary>
    public bool HasNextPage { get; }

    /// <summary>Where the next page begins.</summary>
    [Id]
    public string? EndCursor { get; }
}

public sealed partial class Query
{
    /// <summary>The workspace of the producer for whom one acts.</summary>
    public static WorkspaceGraph Workspace(ProducerMember member) => new(member.Actor);
}
