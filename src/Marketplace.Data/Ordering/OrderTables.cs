using Marketplace.Core.Accounts;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Ordering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Ordering;

internal sealed class OrderGroupTable : IEntityTypeConfiguration<OrderGroup>
{
    public void Configure(EntityTypeBuilder<OrderGroup> group)
    {
        group.ToTable("OrderGroups");
        group.Property(g => g.Id).ValueGeneratedNever();
        group.Property(g => g.Number).Code(16);
        group.HasIndex(g => g.Number).IsUnique();
        group.Property(g => g.SecretHash).Code();
        group.Property(g => g.InputHash).Code();
        group.Property(g => g.Email).HasMaxLength(OrderGroup.EmailLength);
        group.Property(g => g.Reference).HasMaxLength(OrderGroup.ReferenceLength);
        group.Property(g => g.Note).HasMaxLength(OrderEvent.TextLength);
        group.Property(g => g.Currency).Code(3);
        group.Property(g => g.Recipient).Json();
        group.Ignore(g => g.Due);
        group.Ignore(g => g.AwaitsChoice);

        // A buyer's list, newest first; and what waits for payment, by its end.
        group.HasIndex(g => new { g.AccountId, g.PlacedAt });
        group.HasIndex(g => new { g.OrganisationId, g.PlacedAt });
        group.HasIndex(g => g.PayBy);
        group.HasOne<Organisation>().WithMany().HasForeignKey(g => g.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        group.HasMany(g => g.Orders).WithOne().HasForeignKey(order => order.GroupId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OrderTable : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> order)
    {
        order.ToTable("Orders");
        order.Property(o => o.Id).ValueGeneratedNever();
        order.Property(o => o.Number).Code(24);
        order.HasIndex(o => o.Number).IsUnique();
        order.ComplexProperty(o => o.Producer).Text(MarketplaceDb.NameLength);
        order.Ignore(o => o.Due);
        order.Ignore(o => o.ReadyOn);
        order.HasIndex(o => new { o.ProducerId, o.State, o.PlacedAt });
        order.HasIndex(o => o.RemedyBy);
        order.HasOne<Producer>().WithMany().HasForeignKey(o => o.ProducerId).OnDelete(DeleteBehavior.Restrict);
        order.HasMany(o => o.Lines).WithOne().HasForeignKey(line => line.OrderId).OnDelete(DeleteBehavior.Restrict);
        order.HasMany(o => o.Timeline).WithOne().HasForeignKey(entry => entry.OrderId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OrderLineTable : IEntityTypeConfiguration<OrderLine>
{
    public void Configure(EntityTypeBuilder<OrderLine> line)
    {
        line.ToTable("OrderLines");
        line.Property(l => l.Id).ValueGeneratedNever();
        line.Property(l => l.Sku).Code();
        line.ComplexProperty(l => l.Product).Text(MarketplaceDb.NameLength);
        line.ComplexProperty(l => l.Pack).Text(MarketplaceDb.NameLength);
        line.ComplexProperty(l => l.Unit).Text(MarketplaceDb.CodeLength);
        line.Ignore(l => l.Called);
        line.Property(l => l.Receipt).Json();
        line.Property(l => l.Certificate).OptionalJson();
        line.Property(l => l.HeldWeeks).Json();
        line.HasOne<Offer>().WithMany().HasForeignKey(l => l.OfferId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<Product>().WithMany().HasForeignKey(l => l.ProductId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OrderEventTable : IEntityTypeConfiguration<OrderEvent>
{
    public void Configure(EntityTypeBuilder<OrderEvent> entry)
    {
        entry.ToTable("OrderEvents");
        entry.HasKey(e => new { e.OrderId, e.Number });
        entry.Property(e => e.Number).ValueGeneratedNever();
        entry.Property(e => e.Name).HasMaxLength(MarketplaceDb.NameLength);
        entry.Property(e => e.Text).HasMaxLength(OrderEvent.TextLength);
    }
}
