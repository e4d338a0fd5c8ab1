using Marketplace.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Catalogue;

internal sealed class OfferTable : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> offer)
    {
        offer.ToTable(table => table.HasCheckConstraint("CK_Offers_Reserved", "Reserved >= 0 AND Reserved <= Stock"));
        offer.Property(o => o.Id).ValueGeneratedNever();
        offer.Property(o => o.Sku).Code();
        offer.HasIndex(o => o.Sku).IsUnique();
        offer.HasIndex(o => o.IsDemonstration);
        offer.ComplexProperty(o => o.Pack).Text(MarketplaceDb.NameLength);
        offer.ComplexProperty(o => o.Unit).Text(MarketplaceDb.CodeLength);
        offer.Property(o => o.Currency).Code(3);
        offer.ComplexProperty(o => o.QuantityRule);
        offer.HasOne<Product>().WithMany().HasForeignKey(o => o.ProductId).OnDelete(DeleteBehavior.Restrict);
        offer.OwnsMany(o => o.PriceTiers, tier =>
        {
            tier.ToTable("OfferPriceTiers");
            tier.WithOwner().HasForeignKey("OfferId");
            tier.HasKey("OfferId", nameof(PriceTier.Minimum));
            tier.Property(t => t.Minimum).ValueGeneratedNever();
        });
        offer.Ignore(o => o.Terms);
        offer.Ignore(o => o.Sample);
        offer.Ignore(o => o.Available);
        offer.Ignore(o => o.Price);
        offer.Ignore(o => o.Availability);
    }
}
