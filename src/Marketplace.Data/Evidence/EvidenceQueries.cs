using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Evidence;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Evidence;

/// <summary>A paper with what it is about: the name of its organisation, and of its product where it is about one.</summary>
/// <param name="Product">As it is live, or as it is being written before that.</param>
public sealed record EvidenceLine(EvidenceFile Evidence, string Organisation, LocalizedText? Product);

/// <summary>A producer with its accepted papers.</summary>
public sealed record ShownProducer(Producer Producer, IReadOnlyList<EvidenceFile> Evidence);

/// <summary>A place in a list of papers: when they were sent, and the id.</summary>
public sealed record EvidencePlace(DateTime At, Guid Id);

/// <summary>How papers are read.</summary>
public static class EvidenceQueries
{
    private const int MostOfToday = 100;

    /// <summary>One paper, tracked, to be changed; null when there is none. One statement.</summary>
    public static Task<EvidenceFile?> EvidenceAsync(this MarketplaceDb db, Guid id, CancellationToken cancellationToken) =>
        db.Evidence.SingleOrDefaultAsync(evidence => evidence.Id == id, cancellationToken);

    /// <summary>An organisation's papers, sent or changed last first; about one product or all. Not tracked. Four statements.</summary>
    /// <returns>One more than asked for when there are more.</returns>
    public static async Task<IReadOnlyList<EvidenceLine>> EvidenceOfOrganisationAsync(
        this MarketplaceDb db, Guid organisationId, Guid? productId, EvidencePlace? from, int take, CancellationToken cancellationToken)
    {
        var papers = db.Evidence.AsNoTracking().Where(evidence => evidence.OrganisationId == organisationId);
        if (productId is { } product)
        {
            papers = papers.Where(evidence => evidence.ProductId == product);
        }

        if (from is { } place)
        {
            papers = papers.Where(evidence => evidence.SentAt < place.At || (evidence.SentAt == place.At && evidence.Id < place.Id));
        }

        return await LinesAsync(db, await papers.OrderByDescending(evidence => evidence.SentAt).ThenByDescending(evidence => evidence.Id).Take(take + 1).ToListAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Papers of all organisations in one state, the longest there first. Not tracked. Four statements.</summary>
    /// <returns>One more than asked for when there are more.</returns>
    public static async Task<IReadOnlyList<EvidenceLine>> EvidenceQueueAsync(this MarketplaceDb db, EvidenceState state, EvidencePlace? from, int take, CancellationToken cancellationToken)
    {
        var papers = db.Evidence.AsNoTracking().Where(evidence => evidence.State == state);
        if (from is { } place)
        {
            papers = papers.Where(evidence => evidence.SentAt > place.At || (evidence.SentAt == place.At && evidence.Id > place.Id));
        }

        return await LinesAsync(db, await papers.OrderBy(evidence => evidence.SentAt).ThenBy(evidence => evidence.Id).Take(take + 1).ToListAsync(cancellationToken), cancellationToken);
    }

    /// <summary>A paper with what it is about. Three statements.</summary>
    public static async Task<EvidenceLine> LineOfAsync(this MarketplaceDb db, EvidenceFile evidence, CancellationToken cancellationToken) => (await LinesAsync(db, [evidence], cancellationToken))[0];

    /// <summary>Whether a file belongs to a paper. One statement.</summary>
    public static Task<bool> HasPaperAsync(this MarketplaceDb db, Guid paperId, CancellationToken cancellationToken) =>
        db.Evidence.AnyAsync(evidence => evidence.Paper.Id == paperId, cancellationToken);

    /// <summary>How many papers stand in that state. One statement.</summary>
    public static Task<int> EvidenceCountAsync(this MarketplaceDb db, EvidenceState state, CancellationToken cancellationToken) =>
        db.Evidence.CountAsync(evidence => evidence.State == state, cancellationToken);

    /// <summary>How many papers an organisation has. One statement.</summary>
    public static Task<int> EvidenceCountOfAsync(this MarketplaceDb db, Guid organisationId, CancellationToken cancellationToken) =>
        db.Evidence.CountAsync(evidence => evidence.OrganisationId == organisationId, cancellationToken);

    /// <summary>An organisation's papers that were given back, and the accepted ones that end within thirty days, the first to end first; 100 of each at most. Not tracked. Five statements.</summary>
    public static async Task<(IReadOnlyList<EvidenceLine> Returned, IReadOnlyList<EvidenceLine> Expiring)> EvidenceTodayAsync(
        this MarketplaceDb db, Guid organisationId, DateOnly day, CancellationToken cancellationToken)
    {
        var last = day.AddDays(EvidenceFile.ExpiringDays);
        var papers = db.Evidence.AsNoTracking().Where(evidence => evidence.OrganisationId == organisationId);
        var returned = await papers.Where(evidence => evidence.State == EvidenceState.Returned)
            .OrderBy(evidence => evidence.DecidedAt).ThenBy(evidence => evidence.Id).Take(MostOfToday).ToListAsync(cancellationToken);
        var expiring = await papers.Where(evidence => evidence.State == EvidenceState.Accepted && evidence.Details.ExpiresOn >= day && evidence.Details.ExpiresOn <= last)
            .OrderBy(evidence => evidence.Details.ExpiresOn).ThenBy(evidence => evidence.Id).Take(MostOfToday).ToListAsync(cancellationToken);
        var lines = await LinesAsync(db, [.. returned, .. expiring], cancellationToken);
        return ([.. lines.Take(returned.Count)], [.. lines.Skip(returned.Count)]);
    }

    /// <summary>Producers as they are shown, each with the papers of theirs that an officer has accepted, the newest first, those that have ended too. Not tracked. One statement.</summary>
    public static async Task<IReadOnlyList<ShownProducer>> ShownProducersAsync(this MarketplaceDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        // Papers come in the producers' own statement: most have few, and a further statement would cost every list more.
        var producers = await db.Producers.AsNoTracking().AsSingleQuery().Where(producer => ids.Contains(producer.Id))
            .Select(producer => new { Producer = producer, Evidence = db.Evidence.Where(evidence => evidence.ProducerId == producer.Id && evidence.State == EvidenceState.Accepted).ToList() })
            .ToListAsync(cancellationToken);
        return [.. producers.Select(shown => new ShownProducer(shown.Producer, [.. shown.Evidence.OrderByDescending(evidence => evidence.Details.IssuedOn).ThenBy(evidence => evidence.Id)]))];
    }

    /// <summary>Whether everybody may see what is said of that product; of papers about a whole organisation, always. One statement, or none.</summary>
    public static async Task<bool> IsAboutWhatIsShownAsync(this MarketplaceDb db, Guid? productId, CancellationToken cancellationToken) =>
        productId is null || await db.Products.AnyAsync(product => product.Id == productId, cancellationToken);

    /// <summary>Titles of papers that a person sent or changed last, oldest first. One statement.</summary>
    public static async Task<IReadOnlyList<string>> PapersSentByAsync(this MarketplaceDb db, Guid accountId, CancellationToken cancellationToken) =>
        await db.Evidence.Where(evidence => evidence.SentBy == accountId).OrderBy(evidence => evidence.SentAt).ThenBy(evidence => evidence.Id)
            .Select(evidence => evidence.Details.Title).ToListAsync(cancellationToken);

    private static async Task<IReadOnlyList<EvidenceLine>> LinesAsync(MarketplaceDb db, IReadOnlyList<EvidenceFile> papers, CancellationToken cancellationToken)
    {
        Guid[] organisationIds = [.. papers.Select(evidence => evidence.OrganisationId).Distinct()];
        Guid[] productIds = [.. papers.Select(evidence => evidence.ProductId).OfType<Guid>().Distinct()];
        var organisations = await db.Organisations.Where(organisation => organisationIds.Contains(organisation.Id)).Select(organisation => new { organisation.Id, organisation.Name })
            .ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Name, cancellationToken);
        var written = await db.Listings.AsNoTracking().Where(listing => productIds.Contains(listing.Id)).ToDictionaryAsync(listing => listing.Id, listing => listing.Content.Name, cancellationToken);
        var live = await db.Products.IgnoreQueryFilters().Where(product => productIds.Contains(product.Id)).Select(product => new { product.Id, product.Name })
            .ToDictionaryAsync(product => product.Id, product => product.Name, cancellationToken);
        return [.. papers.Select(evidence => new EvidenceLine(evidence, organisations.GetValueOrDefault(evidence.OrganisationId, ""), evidence.ProductId is { } id ? live.GetValueOrDefault(id) ?? written.GetValueOrDefault(id) : null))];
    }
}
