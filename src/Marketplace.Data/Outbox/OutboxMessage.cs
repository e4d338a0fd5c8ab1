using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Outbox;

/// <summary>What kind of thing changed.</summary>
public enum OutboxSubject
{
    /// <summary>A product, or something shown with it: an offer, a certificate.</summary>
    Product,

    /// <summary>A producer; its products are shown with it.</summary>
    Producer,

    /// <summary>Groups, places or legal texts: everything is shown with them.</summary>
    Reference,
}

/// <summary>A change that the search index and the caches have yet to follow, written in the transaction of the change itself.</summary>
public sealed class OutboxMessage
{
    /// <summary>Rises with every change; a reader remembers the last one it followed.</summary>
    public long Sequence { get; private init; }

    public required OutboxSubject Subject { get; init; }

    /// <summary>The product or producer; empty for reference data.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>One message for each product or producer that the tracked changes touch, however many rows of it changed.</summary>
    internal static IReadOnlyList<OutboxMessage> For(ChangeTracker tracker) =>
    [
        .. tracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(SubjectOf)
            .OfType<(OutboxSubject Subject, Guid Id)>()
            .Distinct()
            .Select(changed => new OutboxMessage { Subject = changed.Subject, SubjectId = changed.Id }),
    ];

    private static (OutboxSubject Subject, Guid Id)? SubjectOf(EntityEntry entry) => ChangedListings.RowOf(entry)?.Entity switch
    {
        Product product => (OutboxSubject.Product, product.Id),
        Offer offer => (OutboxSubject.Product, offer.ProductId),
        Certificate certificate => (OutboxSubject.Product, certificate.ProductId),
        Producer producer => (OutboxSubject.Producer, producer.Id),
        ProductGroup or District or Commune or LegalText => (OutboxSubject.Reference, Guid.Empty),
        _ => null,
    };
}

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> outbox)
    {
        outbox.ToTable("Outbox");
        outbox.HasKey(o => o.Sequence);
    }
}
