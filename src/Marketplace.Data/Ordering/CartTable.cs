using Marketplace.Core.Catalogue;
using Marketplace.Core.Ordering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Ordering;

internal sealed class CartTable : IEntityTypeConfiguration<Cart>
{
    public void Configure(EntityTypeBuilder<Cart> cart)
    {
        cart.ToTable("Carts");
        cart.Property(c => c.Id).ValueGeneratedNever();
        cart.HasIndex(c => c.AccountId);

        // Forgotten ones are found by it.
        cart.HasIndex(c => c.ChangedAt);
        cart.OwnsMany(c => c.Lines, line =>
        {
            line.ToTable("CartLines");
            line.WithOwner().HasForeignKey("CartId");
            line.HasKey("CartId", nameof(CartLine.OfferId));
            line.Property(l => l.OfferId).ValueGeneratedNever();
            line.HasOne<Offer>().WithMany().HasForeignKey(l => l.OfferId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
