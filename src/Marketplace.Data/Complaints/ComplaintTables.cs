using Marketplace.Core.Catalogue;
using Marketplace.Core.Complaints;
using Marketplace.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Complaints;

internal sealed class ComplaintTable : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> complaint)
    {
        complaint.ToTable("Complaints");
        complaint.Property(c => c.Id).ValueGeneratedNever();
        complaint.Property(c => c.Reference).Code();
        complaint.HasIndex(c => c.Reference).IsUnique();
        complaint.Property(c => c.Name).HasMaxLength(Complaint.NameLength);
        complaint.Property(c => c.Email).HasMaxLength(Account.EmailLength);
        complaint.Property(c => c.Text).HasMaxLength(Complaint.TextLength);
        complaint.Property(c => c.Answer).HasMaxLength(Complaint.TextLength);
        complaint.HasIndex(c => new { c.AnsweredAt, c.AnswerBy });
        complaint.HasOne<Product>().WithMany().HasForeignKey(c => c.ProductId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TakedownTable : IEntityTypeConfiguration<Takedown>
{
    public void Configure(EntityTypeBuilder<Takedown> takedown)
    {
        takedown.ToTable("Takedowns");
        takedown.Property(t => t.Id).ValueGeneratedNever();
        takedown.Property(t => t.Reason).HasMaxLength(MarketplaceDb.TextLength);
        takedown.Property(t => t.PutBackReason).HasMaxLength(MarketplaceDb.TextLength);
        takedown.HasIndex(t => t.PutBackAt);
        takedown.HasOne<Product>().WithMany().HasForeignKey(t => t.ProductId).OnDelete(DeleteBehavior.Restrict);
    }
}
