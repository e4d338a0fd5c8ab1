using Marketplace.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Catalogue;

internal sealed class DistrictTable : IEntityTypeConfiguration<District>
{
    public void Configure(EntityTypeBuilder<District> district)
    {
        district.HasKey(d => d.Code);
        district.Property(d => d.Code).Code();
        district.Property(d => d.Kind).Code(16);
        district.ComplexProperty(d => d.Name).Text(MarketplaceDb.NameLength);
    }
}

internal sealed class CommuneTable : IEntityTypeConfiguration<Commune>
{
    public void Configure(EntityTypeBuilder<Commune> commune)
    {
        commune.HasKey(c => c.Code);
        commune.Property(c => c.Code).Code();
        commune.Property(c => c.Kind).Code(16);
        commune.Property(c => c.StatisticsCode).OptionalCode(16);
        commune.ComplexProperty(c => c.Name).Text(MarketplaceDb.NameLength);
        commune.HasOne<District>().WithMany().HasForeignKey(c => c.DistrictCode).OnDelete(DeleteBehavior.Restrict);
        commune.HasOne<Commune>().WithMany().HasForeignKey(c => c.SuccessorCode).OnDelete(DeleteBehavior.Restrict);
    }
}
