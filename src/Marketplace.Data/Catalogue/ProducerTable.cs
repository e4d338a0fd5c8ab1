using Marketplace.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Catalogue;

internal sealed class ProducerTable : IEntityTypeConfiguration<Producer>
{
    public void Configure(EntityTypeBuilder<Producer> producer)
    {
        producer.Property(p => p.Id).ValueGeneratedNever();
        producer.Property(p => p.Slug).Code(MarketplaceDb.SlugLength);
        producer.HasIndex(p => p.Slug).IsUnique();
        producer.ComplexProperty(p => p.Name).Text(MarketplaceDb.NameLength);
        producer.ComplexProperty(p => p.Makes).Text(MarketplaceDb.TextLength);
        producer.Property(p => p.NameSortKey).Code(800);
        producer.HasIndex(p => new { p.NameSortKey, p.Id });
        producer.HasOne<District>().WithMany().HasForeignKey(p => p.DistrictCode).OnDelete(DeleteBehavior.Restrict);
        producer.HasOne<Commune>().WithMany().HasForeignKey(p => p.CommuneCode).OnDelete(DeleteBehavior.Restrict);
    }
}
