using Marketplace.Core;
using Marketplace.Core.Imports;
using Marketplace.Core.Listings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Organisation = Marketplace.Core.Accounts.Organisation;

namespace Marketplace.Data.Imports;

/// <summary>
/// A sheet that a producer sent, and the work on it: the row is the job. Who works on it holds a lease; when that runs out, whoever looks next goes on
/// where the last save ended. Files lie in the store under the id.
/// </summary>
public sealed class SheetImport
{
    public const int LongestName = 200;

    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid ProducerId { get; init; }

    /// <summary>The person; null for a machine.</summary>
    public required Guid? AccountId { get; init; }

    /// <summary>The person's or machine's name at that time.</summary>
    public required string Who { get; init; }

    public required string FileName { get; init; }

    public required SheetFormat Format { get; init; }

    /// <summary>Bytes of the file.</summary>
    public required int Size { get; init; }

    public required ImportState State { get; set; }

    /// <summary>Whether it only looks what would become of the rows.</summary>
    public bool DryRun { get; set; }

    public SheetPolicy Policy { get; set; }

    /// <summary>Of the result file.</summary>
    public Language Language { get; set; }

    /// <summary>The client's key of the last start.</summary>
    public string? RequestKey { get; set; }

    /// <summary>Rows below the headers; 0 while nobody has read the file.</summary>
    public int Rows { get; set; }

    /// <summary>Rows whose outcome is known and kept.</summary>
    public int Done { get; set; }

    public int Made { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Waiting { get; set; }

    public int Refused { get; set; }

    /// <summary>Faults of all rows and of the file.</summary>
    public int Faults { get; set; }

    public IReadOnlyList<string> UnknownHeaders { get; set; } = [];

    /// <summary>In UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When the last run ended, in UTC.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>Until when whoever works on it is waited for, in UTC.</summary>
    public DateTime LeasedUntil { get; set; }

    /// <summary>Rises with every lease: a save of somebody whose lease another has taken fails.</summary>
    public int Fence { get; set; }

    /// <summary>Leases taken since something was last done.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether a result file lies in the store.</summary>
    public bool HasResult { get; set; }

    /// <summary>Has it wait for a host, as if nothing had been done before.</summary>
    public void Queue(bool dryRun, SheetPolicy policy, Language language, string? requestKey)
    {
        (State, DryRun, Policy, Language, RequestKey) = (ImportState.Queued, dryRun, policy, language, requestKey);
        (Rows, Done, Made, Changed, Unchanged, Waiting, Refused, Faults, Attempts) = (0, 0, 0, 0, 0, 0, 0, 0, 0);
        (UnknownHeaders, EndedAt, HasResult) = ([], null, false);
        LeasedUntil = DateTime.UnixEpoch;

        // Two who start it at once: the second finds another fence than it has read.
        Fence++;
    }
}

/// <summary>What became of some rows of an import, written with their changes in one transaction.</summary>
public sealed class ImportBatch
{
    public required Guid ImportId { get; init; }

    /// <summary>From 0, without gaps.</summary>
    public required int Number { get; init; }

    public required IReadOnlyList<ImportRowOutcome> Outcomes { get; init; }

    /// <summary>Faults in the batches before.</summary>
    public required int FaultsBefore { get; init; }

    public required int Faults { get; init; }
}

internal sealed class SheetImportTable : IEntityTypeConfiguration<SheetImport>
{
    public void Configure(EntityTypeBuilder<SheetImport> import)
    {
        import.ToTable("Imports");
        import.Property(i => i.Id).ValueGeneratedNever();
        import.Property(i => i.Who).HasMaxLength(MarketplaceDb.NameLength);
        import.Property(i => i.FileName).HasMaxLength(SheetImport.LongestName);
        import.Property(i => i.RequestKey).HasMaxLength(MarketplaceDb.CodeLength);
        import.Property(i => i.UnknownHeaders).Json();
        import.Property(i => i.Fence).IsConcurrencyToken();
        import.HasOne<Organisation>().WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        import.HasIndex(i => new { i.OrganisationId, i.CreatedAt });
        import.HasIndex(i => new { i.State, i.LeasedUntil });
    }
}

internal sealed class ImportBatchTable : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> batch)
    {
        batch.ToTable("ImportBatches");
        batch.HasKey(b => new { b.ImportId, b.Number });
        batch.Property(b => b.Number).ValueGeneratedNever();
        batch.Property(b => b.Outcomes).Json();
        batch.HasOne<SheetImport>().WithMany().HasForeignKey(b => b.ImportId).OnDelete(DeleteBehavior.Restrict);
    }
}
