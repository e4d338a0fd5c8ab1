using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data;

/// <summary>The one row that tells this database from any other, so that an index built from another one is never taken for ours.</summary>
public sealed class Installation
{
    public required Guid Id { get; init; }

    public required DateTime CreatedAt { get; init; }
}

internal sealed class InstallationTable : IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<Installation> installation)
    {
        installation.ToTable("Installation");
        installation.Property(i => i.Id).ValueGeneratedNever();
    }
}
