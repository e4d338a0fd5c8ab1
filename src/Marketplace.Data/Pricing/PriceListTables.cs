using Marketplace.Core.Accounts;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Pricing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Pricing;

/// <summary>An organisation that buys at a price list's prices. Of each producer it has one list at most.</summary>
public sealed class PriceListBuyer
{
    public required Guid PriceListId { get; init; }

    public required Guid OrganisationId { get; init; }
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

internal sealed class PriceListBuyerTable : IEntityTypeConfiguration<PriceListBuyer>
{
    public void Configure(EntityTypeBuilder<PriceListBuyer> buyer)
    {
        buyer.ToTable("PriceListBuyers");
        buyer.HasKey(b => new { b.OrganisationId, b.PriceListId });
        buyer.HasOne<PriceList>().WithMany().HasForeignKey(b => b.PriceListId).OnDelete(DeleteBehavior.Restrict);
        buyer.HasOne<Organisation>().WithMany().HasForeignKey(b => b.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
