using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Marketplace.Core.Listings;
using Marketplace.Core.Pictures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Marketplace.Data.Outbox;

/// <summary>The rows of products, producers, offers, certificates, pictures and producers' texts that a save changes: each carries the time of its own last change.</summary>
internal static class ChangedListings
{
    /// <summary>One statement when parts of products that are not at hand are deleted, none otherwise.</summary>
    public static async Task<IReadOnlyList<EntityEntry>> OfAsync(MarketplaceDb db, CancellationToken cancellationToken)
    {
        EntityEntry[] rows =
        [
            .. db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
                .Select(RowOf).OfType<EntityEntry>(),
        ];

        // What is gone carries no time: the product that it was shown with does.
        Guid[] bereft = [.. rows.Select(BereftBy).OfType<Guid>().Distinct()];
        Guid[] unknown = [.. bereft.Where(id => db.Products.Local.FindEntry(id) is null)];
        if (unknown.Length > 0)
        {
            await db.Products.IgnoreQueryFilters().Where(product => unknown.Contains(product.Id)).LoadAsync(cancellationToken);
        }

        return
        [
            .. rows.Concat(bereft.Select(id => db.Products.Local.FindEntry(id)).OfType<EntityEntry>())
                .Where(row => row is { Entity: Product or Producer or Offer or Certificate or Listing or Picture, State: not EntityState.Deleted }),
        ];
    }

    /// <summary>The tracked row that the entry is a part of: itself, or the owner of an owned row. Null when the owner is not tracked.</summary>
    internal static EntityEntry? RowOf(EntityEntry entry) => entry.Entity switch
    {
        PriceTier => Owner<Offer>(entry),
        CertificateEvent => Owner<Certificate>(entry),
        ProductCertification => Owner<Product>(entry),
        _ => entry,
    };

    /// <summary>The product that is no longer shown with that part.</summary>
    private static Guid? BereftBy(EntityEntry row) => row switch
    {
        { Entity: Offer offer, State: EntityState.Deleted } => offer.ProductId,
        { Entity: Certificate certificate, State: EntityState.Deleted } => certificate.ProductId,
        { Entity: Picture } => PictureBefore(row) is { } before && before != PictureAfter(row) ? before : null,
        _ => null,
    };

    /// <summary>The product that a picture was shown with before the save.</summary>
    internal static Guid? PictureBefore(EntityEntry row) => row.State == EntityState.Added ? null : (Guid?)row.Property(nameof(Picture.ProductId)).OriginalValue;

    /// <summary>The product that a picture is shown with after the save.</summary>
    internal static Guid? PictureAfter(EntityEntry row) => row.State == EntityState.Deleted ? null : (Guid?)row.Property(nameof(Picture.ProductId)).CurrentValue;

    private static EntityEntry? Owner<T>(EntityEntry entry)
        where T : class
    {
        var key = entry.Metadata.FindOwnership()!.Properties[0];
        var id = (Guid)entry.Property(key).CurrentValue!;
        return entry.Context.Set<T>().Local.FindEntry(id);
    }
}
