using Marketplace.Core.Ledger;
using Marketplace.Core.Ordering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Ledger;

internal sealed class JournalTable : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> entry)
    {
        entry.ToTable("JournalEntries");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Currency).Code(3);
        entry.HasIndex(e => e.GroupId);
        entry.HasOne<OrderGroup>().WithMany().HasForeignKey(e => e.GroupId).OnDelete(DeleteBehavior.Restrict);
        entry.OwnsMany(e => e.Postings, posting =>
        {
            posting.ToTable("JournalPostings");
            posting.WithOwner().HasForeignKey("EntryId");
            posting.HasKey("EntryId", nameof(Posting.Number));
            posting.Property(p => p.Number).ValueGeneratedNever();
            posting.HasIndex(p => new { p.Account, p.Subject });
        });
    }
}
