using Marketplace.Core.Catalogue;
using Marketplace.Core.Ordering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Ordering;

internal sealed class SavedListTable : IEntityTypeConfiguration<SavedList>
{
    public void Configure(EntityTypeBuilder<SavedList> list)
    {
        list.ToTable("SavedLists");
        list.Property(l => l.Id).ValueGeneratedNever();
        list.Property(l => l.Name).HasMaxLength(SavedList.NameLength);
        list.Property(l => l.NameKey).Code();
        list.Property(l => l.RequestHash).Code();
        list.HasIndex(l => new { l.OwnerId, l.NameKey }).IsUnique();
        list.OwnsMany(l => l.Lines, line =>
        {
            line.ToTable("SavedListLines");
            line.WithOwner().HasForeignKey("ListId");
            line.HasKey("ListId", nameof(SavedListLine.OfferId));
            line.Property(l => l.OfferId).ValueGeneratedNever();
            line.HasOne<Offer>().WithMany().HasForeignKey(l => l.OfferId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
