using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Marketplace.Data.Outbox;

/// <summary>The rows of products, producers, offers and certificates that a save changes: each carries the time of its own last change.</summary>
internal static class ChangedListings
{
    public static async Task<IReadOnlyList<EntityEntry>> OfAsync(MarketplaceDb db, CancellationToken cancellationToken)
    {
        List<EntityEntry> changed = [];
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList())
        {
            var row = RowOf(entry);
            if (row is { State: EntityState.Deleted })
            {
                // What is gone carries no time: the product that it was shown with does.
                row = await ProductOfAsync(db, row.Entity, cancellationToken);
            }

            if (row is { Entity: Product or Producer or Offer or Certificate, State: not EntityState.Deleted })
            {
                changed.Add(row);
            }
        }

        return changed;
    }

    /// <summary>The tracked row that the entry is a part of: itself, or the owner of an owned row. Null when the owner is not tracked.</summary>
    internal static EntityEntry? RowOf(EntityEntry entry) => entry.Entity switch
    {
        PriceTier => Owner<Offer>(entry),
        CertificateEvent => Owner<Certificate>(entry),
        ProductCertification => Owner<Product>(entry),
        _ => entry,
    };

    private static async Task<EntityEntry?> ProductOfAsync(MarketplaceDb db, object part, CancellationToken cancellationToken)
    {
        Guid? id = part switch
        {
            Offer offer => offer.ProductId,
            Certificate certificate => certificate.ProductId,
            _ => null,
        };
        return id is not null && await db.Products.FindAsync([id.Value], cancellationToken) is { } product ? db.Entry(product) : null;
    }

    private static EntityEntry? Owner<T>(EntityEntry entry)
        where T : class
    {
        var key = entry.Metadata.FindOwnership()!.Properties[0];
        var id = (Guid)entry.Property(key).CurrentValue!;
        return entry.Context.Set<T>().Local.FindEntry(id);
    }
}
