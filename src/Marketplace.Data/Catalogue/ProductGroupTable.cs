using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Catalogue;

internal sealed class ProductGroupTable : IEntityTypeConfiguration<ProductGroup>
{
    public void Configure(EntityTypeBuilder<ProductGroup> group)
    {
        group.HasKey(g => g.Code);
        group.Property(g => g.Code).Code();
        group.Property(g => g.Roman).Code(8);
        group.ComplexProperty(g => g.Name).Text(MarketplaceDb.NameLength);
        group.ComplexProperty(g => g.Description).Text(MarketplaceDb.TextLength);
        group.HasOne<LegalText>().WithMany().HasForeignKey(g => g.LegalTextCode).OnDelete(DeleteBehavior.Restrict);
        group.HasOne<ProductGroup>().WithMany().HasForeignKey(g => g.BecomesCode).OnDelete(DeleteBehavior.Restrict);

        // "Group V" means unrelated things under different texts: the text is part of the name.
        group.HasIndex(g => new { g.LegalTextCode, g.Roman }).IsUnique();
    }
}
