using Marketplace.Core.Accounts;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Pricing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Pricing;

/// <summary>The price list at whose prices an organisation buys of a producer. The table's key keeps it the only one.</summary>
public sealed class BuyerPriceList
{
    public required Guid OrganisationId { get; init; }

    /// <summary>Whose list it is.</summary>
    public required Guid ProducerId { get; init; }

    public required Guid PriceListId { get; set; }
}

internal sealed class PriceListTable : IEntityTypeConfiguration<PriceList>
{
    public void Configure(EntityTypeBuilder<PriceList> list)
    {
        list.ToTable("PriceLists");
        list.Property(l => l.Id).ValueGeneratedNever();
        list.Property(l => l.Name).HasMaxLength(PriceList.NameLength);
        list.HasOne<Producer>().WithMany().HasForeignKey(l => l.ProducerId).OnDelete(DeleteBehavior.Restrict);
        list.OwnsMany(l => l.Prices, price =>
        {
            price.ToTable("PriceListPrices");
            price.WithOwner().HasForeignKey("PriceListId");
            price.HasKey("PriceListId", nameof(ListedPrice.OfferId), nameof(ListedPrice.Minimum));
            price.Property(p => p.OfferId).ValueGeneratedNever();
            price.Property(p => p.Minimum).ValueGeneratedNever();
            price.HasOne<Offer>().WithMany().HasForeignKey(p => p.OfferId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

internal sealed class BuyerPriceListTable : IEntityTypeConfiguration<BuyerPriceList>
{
    public void Configure(EntityTypeBuilder<BuyerPriceList> buyer)
    {
        buyer.ToTable("BuyerPriceLists");
        buyer.HasKey(b => new { b.OrganisationId, b.ProducerId });
        buyer.HasOne<PriceList>().WithMany().HasForeignKey(b => b.PriceListId).OnDelete(DeleteBehavior.Restrict);
        buyer.HasOne<Organisation>().WithMany().HasForeignKey(b => b.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        buyer.HasOne<Producer>().WithMany().HasForeignKey(b => b.ProducerId).OnDelete(DeleteBehavior.Restrict);
    }
}
