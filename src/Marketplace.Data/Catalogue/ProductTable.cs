using Marketplace.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Catalogue;

internal sealed class ProductTable : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> product)
    {
        product.Property(p => p.Id).ValueGeneratedNever();
        product.Property(p => p.Slug).Code(MarketplaceDb.SlugLength);
        product.HasIndex(p => p.Slug).IsUnique();
        product.ComplexProperty(p => p.Name).Text(MarketplaceDb.NameLength);
        product.ComplexProperty(p => p.Description).Text(MarketplaceDb.TextLength);
        product.ComplexProperty(p => p.Packaging).Text(MarketplaceDb.NameLength);
        product.ComplexProperty(p => p.IndicativePrice, price =>
        {
            price.Property(i => i.Unit).HasMaxLength(MarketplaceDb.CodeLength);
            price.Property(i => i.Kind).HasMaxLength(16).IsUnicode(false);
        });
        product.Property(p => p.Category).Code();
        product.Property(p => p.Season).Json();

        // What is hidden is in no read unless the read says so: a list that forgets to ask shows nothing that it must not.
        product.HasQueryFilter(p => p.Visibility == Visibility.Shown);
        product.HasOne<ProductGroup>().WithMany().HasForeignKey(p => p.GroupCode).OnDelete(DeleteBehavior.Restrict);
        product.HasOne<ProductGroup>().WithMany().HasForeignKey(p => p.SourceGroupCode).OnDelete(DeleteBehavior.Restrict);
        product.HasOne<Producer>().WithMany().HasForeignKey(p => p.ProducerId).OnDelete(DeleteBehavior.Restrict);
        product.HasOne<District>().WithMany().HasForeignKey(p => p.DistrictCode).OnDelete(DeleteBehavior.Restrict);
        product.HasOne<Commune>().WithMany().HasForeignKey(p => p.CommuneCode).OnDelete(DeleteBehavior.Restrict);
        product.OwnsMany(p => p.Certifications, certification =>
        {
            certification.ToTable("ProductCertifications");
            certification.WithOwner().HasForeignKey("ProductId");
            certification.HasKey("ProductId", nameof(ProductCertification.Number));
            certification.Property(c => c.Number).ValueGeneratedNever();
            certification.Property(c => c.Code).Code();
            certification.OwnsOne(c => c.Detail, detail =>
            {
                detail.Property(d => d.Vi).HasMaxLength(MarketplaceDb.NameLength);
                detail.Property(d => d.En).HasMaxLength(MarketplaceDb.NameLength);
            });
        });
    }
}
