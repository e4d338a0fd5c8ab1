using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Keys;

/// <summary>
/// The keys with which the host protects cookies and the like, in the same database as all else that several nodes share. A context of its own:
/// the framework saves keys synchronously and outside any change of the catalogue. The table comes with <see cref="MarketplaceDb"/>'s migrations.
/// </summary>
public sealed class KeysDb(DbContextOptions<KeysDb> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new KeyTable());
        Collations.Apply(modelBuilder, Database);
    }
}

internal sealed class KeyTable : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> key)
    {
        key.ToTable("DataProtectionKeys");
        key.Property(k => k.FriendlyName).HasMaxLength(MarketplaceDb.NameLength);
    }
}
