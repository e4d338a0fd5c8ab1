using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Accounts;

/// <summary>Who did what, for whom, to what, and why; written in the transaction of the deed and never changed.</summary>
public sealed class AuditEntry
{
    /// <summary>Characters of a reason that are kept.</summary>
    public const int WhyLength = MarketplaceDb.TextLength;

    public required Guid Id { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The person; null for a machine or the marketplace itself.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The person's or machine's name at that time.</summary>
    public required string Who { get; init; }

    /// <summary>The organisation whose member acted; null for a person alone.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The organisation for which somebody else's member acted; null when it was its own.</summary>
    public Guid? OnBehalfOfId { get; init; }

    /// <summary>The use case, as its mutation is called.</summary>
    public required string Action { get; init; }

    /// <summary>What kind of thing it was done to: "Listing", "Organisation" …</summary>
    public required string Subject { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>What was there before, as JSON; null where nothing was.</summary>
    public string? Before { get; init; }

    /// <summary>What is there now, as JSON; null where nothing is.</summary>
    public string? After { get; init; }

    /// <summary>The reason given, where one was.</summary>
    public string? Why { get; init; }
}

internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("Audit");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Who).HasMaxLength(MarketplaceDb.NameLength);
        entry.Property(e => e.Action).Code();
        entry.Property(e => e.Subject).Code();
        entry.Property(e => e.Why).HasMaxLength(AuditEntry.WhyLength);
        entry.HasIndex(e => e.At);
        entry.HasIndex(e => new { e.SubjectId, e.At });
        entry.HasIndex(e => new { e.OrganisationId, e.At });
        entry.HasIndex(e => e.AccountId);
    }
}
