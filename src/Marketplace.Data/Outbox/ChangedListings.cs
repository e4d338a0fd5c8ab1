using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Marketplace.Core.Listings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Marketplace.Data.Outbox;

/// <summary>The rows of products, producers, offers, certificates and producers' texts that a save changes: each carries the time of its own last change.</summary>
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
        Guid[] bereft = [.. rows.Where(row => row.State == EntityState.Deleted).Select(row => ProductIdOf(row.Entity)).OfType<Guid>().Distinct()];
        Guid[] unknown = [.. bereft.Where(id => db.Products.Local.FindEntry(id) is null)];
        if (unknown.Length > 0)
        {
            await db.Products.IgnoreQueryFilters().Where(product => unknown.Contains(product.Id)).LoadAsync(cancellationToken);
        }

        return
        [
            .. rows.Concat(bereft.Select(id => db.Products.Local.FindEntry(id)).OfType<EntityEntry>())
                .Where(row => row is { Entity: Product or Producer or Offer or Certificate or Listing, State: not EntityState.Deleted }),
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

    private static Guid? ProductIdOf(object part) => part switch
    {
        Offer offer => offer.ProductId,
        Certificate certificate => certificate.ProductId,
        _ => null,
    };

    private static EntityEntry? Owner<T>(EntityEntry entry)
        where T : class
    {
        var key = entry.Metadata.FindOwnership()!.Properties[0];
        var id = (Guid)entry.Property(key).CurrentValue!;
        return entry.Context.Set<T>().Local.FindEntry(id);
    }
}
