using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Marketplace.Core.Evidence;
using Marketplace.Core.Listings;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Listings;

/// <summary>
/// Reads of producers' workspaces and of the officers' review. They see hidden products too. A product of a producer that nobody has edited
/// has no row: it counts and is listed as approved, or as paused when it is hidden.
/// </summary>
public static class ListingQueries
{
    private const int SlugsTried = 50;

    /// <summary>
    /// One listing to be changed, tracked, with its product; null when there is neither a row nor a product of a producer. A new one is added
    /// to the database by <see cref="Publishing.Record"/>. Four statements.
    /// </summary>
    public static async Task<ListingAtWork?> ListingAsync(this MarketplaceDb db, Guid id, CancellationToken cancellationToken)
    {
        var product = await db.Products.IgnoreQueryFilters().SingleOrDefaultAsync(product => product.Id == id, cancellationToken);
        var listing = await db.Listings.SingleOrDefaultAsync(listing => listing.Id == id, cancellationToken);
        var certificates = await db.Certificates.AsNoTracking().Where(certificate => certificate.ProductId == id)
            .OrderByDescending(certificate => certificate.IssuedOn).ToListAsync(cancellationToken);
        var evidence = await AcceptedAsync(db, [id], cancellationToken);
        return AtWork(listing, product, certificates, evidence);
    }

    /// <summary>Listings of a producer, changed last first, each with its product. Of one state, or of all. Not tracked. Five statements.</summary>
    /// <returns>One more than asked for when there are more.</returns>
    public static async Task<IReadOnlyList<ListingAtWork>> ListingsOfProducerAsync(
        this MarketplaceDb db, Guid producerId, ListingState? state, ListingPlace? from, int take, CancellationToken cancellationToken)
    {
        var written = db.Listings.Where(listing => listing.ProducerId == producerId);
        if (state is { } wanted)
        {
            written = written.Where(listing => listing.State == wanted);
        }

        var places = written.Select(listing => new { At = listing.UpdatedAt, listing.Id });
        if (state is null or ListingState.Approved or ListingState.Paused)
        {
            var shown = state != ListingState.Paused;
            places = places.Concat(Unwritten(db, producerId)
                .Where(product => state == null || product.Visibility == Visibility.Shown == shown)
                .Select(product => new { At = product.UpdatedAt, product.Id }));
        }

        if (from is { } place)
        {
            places = places.Where(other => other.At < place.At || (other.At == place.At && other.Id < place.Id));
        }

        var page = await places.OrderByDescending(place => place.At).ThenByDescending(place => place.Id).Take(take + 1).ToListAsync(cancellationToken);
        return await db.ListingsAtWorkAsync([.. page.Select(place => place.Id)], cancellationToken);
    }

    /// <summary>How many listings a producer has in each state; states of none are left out. Two statements.</summary>
    public static async Task<IReadOnlyDictionary<ListingState, int>> ListingCountsOfProducerAsync(
        this MarketplaceDb db, Guid producerId, CancellationToken cancellationToken)
    {
        var counts = await CountedAsync(db.Listings.Where(listing => listing.ProducerId == producerId), cancellationToken);
        var unwritten = await Unwritten(db, producerId).GroupBy(product => product.Visibility)
            .Select(products => new { Visibility = products.Key, Count = products.Count() }).ToListAsync(cancellationToken);
        foreach (var products in unwritten)
        {
            var state = products.Visibility == Visibility.Shown ? ListingState.Approved : ListingState.Paused;
            counts[state] = counts.GetValueOrDefault(state) + products.Count;
        }

        return counts;
    }

    /// <summary>Listings that wait for an officer, oldest first, each with its product. Not tracked. Five statements.</summary>
    /// <param name="from">The last one seen: its time of submission, and its id.</param>
    /// <returns>One more than asked for when there are more.</returns>
    public static async Task<IReadOnlyList<ListingAtWork>> ReviewQueueAsync(
        this MarketplaceDb db, ListingPlace? from, int take, CancellationToken cancellationToken)
    {
        var waiting = db.Listings.Where(listing => listing.State == ListingState.InReview);
        if (from is { } place)
        {
            waiting = waiting.Where(listing => listing.SubmittedAt > place.At || (listing.SubmittedAt == place.At && listing.Id > place.Id));
        }

        var ids = await waiting.OrderBy(listing => listing.SubmittedAt).ThenBy(listing => listing.Id)
            .Select(listing => listing.Id).Take(take + 1).ToListAsync(cancellationToken);
        return await db.ListingsAtWorkAsync(ids, cancellationToken);
    }

    /// <summary>
    /// Where listings stand in review, the longest waiting first: those that wait, and of one producer those that were decided since. Of everybody's only
    /// those that wait, for which there is an index. One statement.
    /// </summary>
    /// <param name="producerId">Whose; null for everybody's.</param>
    public static async Task<IReadOnlyList<ReviewPlace>> ReviewPlacesAsync(this MarketplaceDb db, Guid? producerId, DateTime since, CancellationToken cancellationToken)
    {
        var listings = producerId is { } id
            ? db.Listings.Where(listing => listing.ProducerId == id && (listing.State == ListingState.InReview || listing.DecidedAt >= since))
            : db.Listings.Where(listing => listing.State == ListingState.InReview);
        return await listings.OrderBy(listing => listing.SubmittedAt).ThenBy(listing => listing.Id)
            .Select(listing => new ReviewPlace(listing.Id, listing.State == ListingState.InReview ? listing.SubmittedAt : null, listing.DecidedAt)).ToListAsync(cancellationToken);
    }

    /// <summary>How many listings stand in each state; states of none are left out, and so are products that nobody has edited. One statement.</summary>
    public static async Task<IReadOnlyDictionary<ListingState, int>> ListingCountsAsync(this MarketplaceDb db, CancellationToken cancellationToken) =>
        await CountedAsync(db.Listings, cancellationToken);

    /// <summary>
    /// The first free one of the slug, the slug with 2, 3 … at its end; after fifty the end of the id takes the number's place. Who saves first
    /// has it: a save that comes second fails by the unique index. Two statements.
    /// </summary>
    public static async Task<string> FreeSlugAsync(this MarketplaceDb db, string slug, Guid id, CancellationToken cancellationToken)
    {
        var candidates = Slug.Candidates(slug, SlugsTried);
        var products = await db.Products.IgnoreQueryFilters().Where(product => candidates.Contains(product.Slug)).Select(product => product.Slug).ToListAsync(cancellationToken);
        var listings = await db.Listings.Where(listing => candidates.Contains(listing.Slug)).Select(listing => listing.Slug).ToListAsync(cancellationToken);
        return candidates.Except(products).Except(listings).FirstOrDefault() ?? $"{slug}-{id.ToString("N")[^7..]}";
    }

    /// <summary>The first free one for a producer's entry, found in the same way. One statement.</summary>
    public static async Task<string> FreeProducerSlugAsync(this MarketplaceDb db, string slug, Guid id, CancellationToken cancellationToken)
    {
        var candidates = Slug.Candidates(slug, SlugsTried);
        var taken = await db.Producers.Where(producer => candidates.Contains(producer.Slug)).Select(producer => producer.Slug).ToListAsync(cancellationToken);
        return candidates.Except(taken).FirstOrDefault() ?? $"{slug}-{id.ToString("N")[^7..]}";
    }

    /// <summary>Listings to be changed, by their ids, tracked, with their products and without certificates and papers. Two statements.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ListingAtWork>> ListingsToChangeAsync(this MarketplaceDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var products = await db.Products.IgnoreQueryFilters().Where(product => ids.Contains(product.Id)).ToDictionaryAsync(product => product.Id, cancellationToken);
        var listings = await db.Listings.Where(listing => ids.Contains(listing.Id)).ToDictionaryAsync(listing => listing.Id, cancellationToken);
        return ids.Select(id => AtWork(listings.GetValueOrDefault(id), products.GetValueOrDefault(id), [], [])).OfType<ListingAtWork>().ToDictionary(at => at.Listing.Id);
    }

    /// <summary>Everything that a producer lists, not tracked, without certificates and papers. Two statements.</summary>
    public static async Task<IReadOnlyList<ListingAtWork>> AllListingsOfProducerAsync(this MarketplaceDb db, Guid producerId, CancellationToken cancellationToken)
    {
        var products = await db.Products.IgnoreQueryFilters().AsNoTracking().Where(product => product.ProducerId == producerId).ToDictionaryAsync(product => product.Id, cancellationToken);
        var listings = await db.Listings.AsNoTracking().Where(listing => listing.ProducerId == producerId).ToDictionaryAsync(listing => listing.Id, cancellationToken);
        return [.. products.Keys.Union(listings.Keys).Select(id => AtWork(listings.GetValueOrDefault(id), products.GetValueOrDefault(id), [], [])).OfType<ListingAtWork>()];
    }

    /// <summary>Codes of the product groups in force on that day. One statement.</summary>
    public static async Task<IReadOnlySet<string>> GroupsInForceAsync(this MarketplaceDb db, DateOnly day, CancellationToken cancellationToken) =>
        await db.ProductGroups.Where(group => group.ValidFrom <= day && (group.ValidTo == null || group.ValidTo >= day))
            .Select(group => group.Code).ToHashSetAsync(cancellationToken);

    private static ListingAtWork? AtWork(Listing? listing, Product? product, IReadOnlyList<Certificate> certificates, IReadOnlyList<EvidenceFile> evidence)
    {
        if (listing is not null)
        {
            if (product is not null)
            {
                listing.Follow(ListingContent.Of(product));
            }

            return new(listing, product, certificates, About(listing.ProducerId), IsNew: false);
        }

        return product?.ProducerId is { } producer ? new(Listing.Of(product, producer), product, certificates, About(producer), IsNew: true) : null;

        IReadOnlyList<EvidenceFile> About(Guid producerId) => [.. evidence.Where(paper => paper.ProducerId == producerId && (paper.ProductId is null || paper.ProductId == (listing?.Id ?? product!.Id)))];
    }

    /// <summary>These listings in the order of their ids, each with its product; those that are not there are left out. Not tracked. Four statements.</summary>
    public static async Task<IReadOnlyList<ListingAtWork>> ListingsAtWorkAsync(this MarketplaceDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var listings = await db.Listings.AsNoTracking().Where(listing => ids.Contains(listing.Id)).ToDictionaryAsync(listing => listing.Id, cancellationToken);
        var products = await db.Products.IgnoreQueryFilters().AsNoTracking().Where(product => ids.Contains(product.Id))
            .ToDictionaryAsync(product => product.Id, cancellationToken);
        var certificates = (await db.Certificates.AsNoTracking().Where(certificate => ids.Contains(certificate.ProductId)).ToListAsync(cancellationToken))
            .OrderByDescending(certificate => certificate.IssuedOn).ToLookup(certificate => certificate.ProductId);
        var evidence = await AcceptedAsync(db, ids, cancellationToken);
        return
        [
            .. ids.Select(id => AtWork(listings.GetValueOrDefault(id), products.GetValueOrDefault(id), [.. certificates[id]], evidence)).OfType<ListingAtWork>(),
        ];
    }

    /// <summary>Accepted papers about these listings, or about all that their producers make, those that have ended too.</summary>
    private static async Task<IReadOnlyList<EvidenceFile>> AcceptedAsync(MarketplaceDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await db.Evidence.AsNoTracking().Where(evidence => evidence.State == EvidenceState.Accepted
            && (ids.Contains(evidence.ProductId!.Value) || (evidence.ProductId == null
                && (db.Listings.Any(listing => ids.Contains(listing.Id) && listing.ProducerId == evidence.ProducerId)
                    || db.Products.IgnoreQueryFilters().Any(product => ids.Contains(product.Id) && product.ProducerId == evidence.ProducerId)))))
            .ToListAsync(cancellationToken);

    /// <summary>Products of the producer that nobody has edited.</summary>
    private static IQueryable<Product> Unwritten(MarketplaceDb db, Guid producerId) => db.Products.IgnoreQueryFilters()
        .Where(product => product.ProducerId == producerId && !db.Listings.Any(listing => listing.Id == product.Id));

    private static async Task<Dictionary<ListingState, int>> CountedAsync(IQueryable<Listing> listings, CancellationToken cancellationToken) =>
        await listings.GroupBy(listing => listing.State).Select(group => new { State = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.State, group => group.Count, cancellationToken);
}
