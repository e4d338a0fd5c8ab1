using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Imports;

/// <summary>Reads and leases of imports. None of them asks once for each row of a sheet.</summary>
public static class ImportQueries
{
    /// <summary>One import, to be changed; null when there is none.</summary>
    public static Task<SheetImport?> ImportAsync(this MarketplaceDb db, Guid id, CancellationToken cancellationToken) =>
        db.Imports.SingleOrDefaultAsync(import => import.Id == id, cancellationToken);

    /// <summary>Imports of an organisation, newest first.</summary>
    public static async Task<IReadOnlyList<SheetImport>> ImportsOfOrganisationAsync(this MarketplaceDb db, Guid organisationId, int take, CancellationToken cancellationToken) =>
        await db.Imports.AsNoTracking().Where(import => import.OrganisationId == organisationId).OrderByDescending(import => import.CreatedAt).ThenByDescending(import => import.Id)
            .Take(take).ToListAsync(cancellationToken);

    /// <summary>The import that has waited longest, or whose host has let its lease run out; null when none does.</summary>
    public static async Task<SheetImport?> DueImportAsync(this MarketplaceDb db, DateTime now, CancellationToken cancellationToken) =>
        await db.Imports.AsNoTracking().Where(import => (import.State == ImportState.Queued || import.State == ImportState.Running) && import.LeasedUntil < now)
            .OrderBy(import => import.LeasedUntil).ThenBy(import => import.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Takes the lease. False when another was faster.</summary>
    /// <param name="fence">The one that was read; the new one is the next.</param>
    public static async Task<bool> TakeImportAsync(this MarketplaceDb db, Guid id, int fence, DateTime until, CancellationToken cancellationToken) =>
        await db.Imports.Where(import => import.Id == id && import.Fence == fence)
            .ExecuteUpdateAsync(
                set => set.SetProperty(import => import.State, ImportState.Running).SetProperty(import => import.LeasedUntil, until)
                    .SetProperty(import => import.Fence, fence + 1).SetProperty(import => import.Attempts, import => import.Attempts + 1),
                cancellationToken) == 1;

    /// <summary>Renews the lease, or gives it back by a time that is past. False when another has taken it.</summary>
    public static async Task<bool> RenewImportAsync(this MarketplaceDb db, Guid id, int fence, DateTime until, CancellationToken cancellationToken) =>
        await db.Imports.Where(import => import.Id == id && import.Fence == fence)
            .ExecuteUpdateAsync(set => set.SetProperty(import => import.LeasedUntil, until), cancellationToken) == 1;

    /// <summary>What became of the rows, in their order.</summary>
    public static async Task<IReadOnlyList<ImportBatch>> ImportBatchesAsync(this MarketplaceDb db, Guid id, CancellationToken cancellationToken) =>
        await db.ImportBatches.AsNoTracking().Where(batch => batch.ImportId == id).OrderBy(batch => batch.Number).ToListAsync(cancellationToken);

    /// <summary>Faults from one place on, in the order of the rows.</summary>
    public static async Task<IReadOnlyList<ImportFault>> ImportFaultsAsync(this MarketplaceDb db, Guid id, int from, int take, CancellationToken cancellationToken)
    {
        var batches = await db.ImportBatches.AsNoTracking()
            .Where(batch => batch.ImportId == id && batch.FaultsBefore < from + take && batch.FaultsBefore + batch.Faults > from)
            .OrderBy(batch => batch.Number).ToListAsync(cancellationToken);
        return [.. batches.SelectMany(batch => batch.Outcomes).SelectMany(row => row.Faults).Skip(batches.Count == 0 ? 0 : from - batches[0].FaultsBefore).Take(take)];
    }

    /// <summary>Forgets what became of the rows, so that it can be found out anew.</summary>
    public static Task ForgetBatchesAsync(this MarketplaceDb db, Guid id, CancellationToken cancellationToken) =>
        db.ImportBatches.Where(batch => batch.ImportId == id).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Imports that nobody works on and that are older than that time.</summary>
    public static async Task<IReadOnlyList<SheetImport>> OldImportsAsync(this MarketplaceDb db, DateTime before, int take, CancellationToken cancellationToken) =>
        await db.Imports.AsNoTracking().Where(import => import.CreatedAt < before && import.State != ImportState.Queued && import.State != ImportState.Running)
            .OrderBy(import => import.CreatedAt).Take(take).ToListAsync(cancellationToken);

    /// <summary>Removes an import with what became of its rows. Two statements.</summary>
    public static async Task RemoveImportAsync(this MarketplaceDb db, Guid id, CancellationToken cancellationToken)
    {
        await db.ForgetBatchesAsync(id, cancellationToken);
        await db.Imports.Where(import => import.Id == id).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Names of the product groups in force on that day, by their codes.</summary>
    public static async Task<IReadOnlyDictionary<string, LocalizedText>> GroupNamesAsync(this MarketplaceDb db, DateOnly day, CancellationToken cancellationToken) =>
        await db.ProductGroups.AsNoTracking().Where(group => group.ValidFrom <= day && (group.ValidTo == null || group.ValidTo >= day))
            .Select(group => new { group.Code, group.Name }).ToDictionaryAsync(group => group.Code, group => group.Name, cancellationToken);

    /// <summary>Everything that a producer has, to find by the words of a sheet. Three statements.</summary>
    public static async Task<Holdings> HoldingsAsync(this MarketplaceDb db, Guid producerId, CancellationToken cancellationToken)
    {
        var products = await db.Products.IgnoreQueryFilters().AsNoTracking().Where(product => product.ProducerId == producerId)
            .Select(product => new { product.Id, product.Slug, product.Name }).ToDictionaryAsync(product => product.Id, cancellationToken);
        var listings = await db.Listings.AsNoTracking().Where(listing => listing.ProducerId == producerId)
            .Select(listing => new { listing.Id, listing.Slug, listing.Content }).ToListAsync(cancellationToken);
        var offers = await db.Offers.IgnoreQueryFilters().AsNoTracking().Where(offer => db.Products.IgnoreQueryFilters().Any(product => product.Id == offer.ProductId && product.ProducerId == producerId))
            .Select(offer => new { offer.Id, offer.ProductId, offer.Sku, offer.Pack }).ToListAsync(cancellationToken);
        var written = listings.Select(listing => listing.Id).ToHashSet();
        return new(
            [
                .. listings.Select(listing => new HeldListing(listing.Id, listing.Slug, listing.Content.Name.Vi, products.ContainsKey(listing.Id))),
                .. products.Values.Where(product => !written.Contains(product.Id)).Select(product => new HeldListing(product.Id, product.Slug, product.Name.Vi, IsLive: true)),
            ],
            [.. offers.Select(offer => new HeldOffer(offer.Id, offer.ProductId, offer.Sku, offer.Pack.Vi))]);
    }

    /// <summary>Offers, to be changed. One statement.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Offer>> OffersAsync(this MarketplaceDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await db.Offers.IgnoreQueryFilters().Where(offer => ids.Contains(offer.Id)).ToDictionaryAsync(offer => offer.Id, cancellationToken);

    /// <summary>Which of these slugs are taken. Two statements.</summary>
    public static async Task<IReadOnlySet<string>> TakenSlugsAsync(this MarketplaceDb db, IReadOnlyCollection<string> slugs, CancellationToken cancellationToken)
    {
        var products = await db.Products.IgnoreQueryFilters().Where(product => slugs.Contains(product.Slug)).Select(product => product.Slug).ToListAsync(cancellationToken);
        var listings = await db.Listings.Where(listing => slugs.Contains(listing.Slug)).Select(listing => listing.Slug).ToListAsync(cancellationToken);
        return products.Concat(listings).ToHashSet(StringComparer.Ordinal);
    }
}
