using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Marketplace.Core.Evidence;
using Marketplace.Core.Pictures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Outbox;

/// <summary>What kind of thing changed.</summary>
public enum OutboxSubject
{
    /// <summary>A product, or something shown with it: an offer, a certificate, a picture.</summary>
    Product,

    /// <summary>A producer or one of its papers; its products are shown with them.</summary>
    Producer,

    /// <summary>A producer's own entry alone, such as the number of its products.</summary>
    ProducerEntry,

    /// <summary>Groups, places or legal texts: everything is shown with them, and the index is built anew.</summary>
    Reference,
}

/// <summary>A change that the search index and the caches have yet to follow, written in the transaction of the change itself and never changed.</summary>
public sealed class OutboxMessage
{
    /// <summary>
    /// Rises with every change; a reader remembers the last one it followed. On SQLite, which has one writer, rows are numbered as they are
    /// committed. On SQL Server it is the row's <c>rowversion</c>, of which a reader knows below which number nothing can come any more.
    /// </summary>
    public long Sequence { get; private init; }

    public required OutboxSubject Subject { get; init; }

    /// <summary>The product or producer; empty for reference data.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>The share of a shared index's work that it belongs to.</summary>
    public required byte Partition { get; init; }

    /// <summary>When the change was saved, in UTC: tells how far a follower lags.</summary>
    public required DateTime CreatedAt { get; init; }

    public static OutboxMessage Of(OutboxSubject subject, Guid id, DateTime now) => new()
    {
        Subject = subject,
        SubjectId = id,
        Partition = subject == OutboxSubject.Reference ? IndexLease.Rebuild : IndexLease.PartitionOf(id),
        CreatedAt = now,
    };

    /// <summary>One message for each product or producer that the tracked changes touch, however many rows of it changed.</summary>
    internal static IReadOnlyList<OutboxMessage> For(ChangeTracker tracker, DateTime now)
    {
        EntityEntry[] changed = [.. tracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)];
        HashSet<(OutboxSubject Subject, Guid Id)> subjects = [.. changed.Select(SubjectOf).OfType<(OutboxSubject, Guid)>()];
        subjects.UnionWith(changed.SelectMany(PicturedBy).Select(product => (OutboxSubject.Product, product)));

        // A producer's entry counts its products. One that changes as a whole is written anyway.
        subjects.UnionWith(changed.SelectMany(CountedFor).Distinct()
            .Where(producer => !subjects.Contains((OutboxSubject.Producer, producer))).Select(producer => (OutboxSubject.ProducerEntry, producer)));
        return [.. subjects.Select(subject => Of(subject.Subject, subject.Id, now))];
    }

    private static (OutboxSubject Subject, Guid Id)? SubjectOf(EntityEntry entry) => ChangedListings.RowOf(entry)?.Entity switch
    {
        Product product => (OutboxSubject.Product, product.Id),
        Offer offer => (OutboxSubject.Product, offer.ProductId),
        Certificate certificate => (OutboxSubject.Product, certificate.ProductId),
        Producer producer => (OutboxSubject.Producer, producer.Id),
        EvidenceFile evidence => IsShown(entry) ? (OutboxSubject.Producer, evidence.ProducerId) : null,
        ProductGroup or District or Commune or LegalText => (OutboxSubject.Reference, Guid.Empty),
        _ => null,
    };

    /// <summary>Whether the paper was or is among those that everybody sees.</summary>
    private static bool IsShown(EntityEntry evidence)
    {
        var state = evidence.Property(nameof(EvidenceFile.State));
        return state.OriginalValue is EvidenceState.Accepted || state.CurrentValue is EvidenceState.Accepted;
    }

    /// <summary>The products with which a picture was or is shown: two when it goes from one to another, none while it belongs to none.</summary>
    private static IEnumerable<Guid> PicturedBy(EntityEntry entry) => ChangedListings.RowOf(entry) is { Entity: Picture } row
        ? new[] { ChangedListings.PictureBefore(row), ChangedListings.PictureAfter(row) }.OfType<Guid>().Distinct()
        : [];

    /// <summary>The producers that have one product more or less.</summary>
    private static IEnumerable<Guid> CountedFor(EntityEntry entry)
    {
        if (entry.Entity is not Product product)
        {
            return [];
        }

        var producer = entry.Property(nameof(Product.ProducerId));
        var shown = (Visibility)entry.Property(nameof(Product.Visibility)).OriginalValue! == Visibility.Shown;
        var before = entry.State == EntityState.Added || !shown ? null : (Guid?)producer.OriginalValue;
        var after = entry.State == EntityState.Deleted || product.Visibility != Visibility.Shown ? null : (Guid?)producer.CurrentValue;
        return before == after ? [] : new[] { before, after }.OfType<Guid>();
    }
}

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> outbox)
    {
        outbox.ToTable("Outbox");
        outbox.HasKey(o => o.Sequence);
        outbox.HasIndex(o => new { o.Partition, o.Sequence });
    }
}
