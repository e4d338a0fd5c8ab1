using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Outbox;

/// <summary>
/// A share of the work of keeping a shared index current, and which node does it now. Who holds it may write until
/// <see cref="LeasedUntil"/>; what a node that overslept writes later bears an older <see cref="Fence"/> and loses.
/// </summary>
public sealed class IndexLease
{
    /// <summary>Shares of the documents, by their ids: changes of one thing are always in the same share and so in order.</summary>
    public const byte Partitions = 16;

    /// <summary>The share whose work is to build the index anew when reference data has changed.</summary>
    public const byte Rebuild = Partitions;

    public required byte Partition { get; init; }

    /// <summary>The node that holds it; null when it is free.</summary>
    public string? Owner { get; private init; }

    /// <summary>In UTC, by the clock of the node that holds it.</summary>
    public DateTime LeasedUntil { get; private init; }

    /// <summary>Rises each time the lease changes hands.</summary>
    public long Fence { get; private init; }

    /// <summary>The last outbox row of the share that the index contains.</summary>
    public long Position { get; private init; }

    /// <summary>Failures since the last success.</summary>
    public int Attempts { get; private init; }

    /// <summary>Before this time nobody tries again, in UTC.</summary>
    public DateTime NextAttemptAt { get; private init; }

    /// <summary>The random end of the id decides: ids that are made one after another fall into different shares.</summary>
    public static byte PartitionOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = id.TryWriteBytes(bytes);
        return (byte)(bytes[^1] % Partitions);
    }
}

internal sealed class IndexLeaseTable : IEntityTypeConfiguration<IndexLease>
{
    public void Configure(EntityTypeBuilder<IndexLease> lease)
    {
        lease.ToTable("IndexLeases");
        lease.HasKey(l => l.Partition);
        lease.Property(l => l.Partition).ValueGeneratedNever();
        lease.Property(l => l.Owner).OptionalCode();
        lease.HasData(Enumerable.Range(0, IndexLease.Partitions + 1).Select(partition => new IndexLease { Partition = (byte)partition }));
    }
}
