using Marketplace.Core.Accounts;
using Marketplace.Core.Ordering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Ordering;

internal sealed class ApprovalTable : IEntityTypeConfiguration<ApprovalRequest>
{
    public void Configure(EntityTypeBuilder<ApprovalRequest> request)
    {
        request.ToTable("ApprovalRequests");
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.Name).HasMaxLength(MarketplaceDb.NameLength);
        request.Property(r => r.InputHash).Code();
        request.Property(r => r.Lines).Json();
        request.Property(r => r.Recipient).Json();
        request.Property(r => r.Email).HasMaxLength(OrderGroup.EmailLength);
        request.Property(r => r.Reference).HasMaxLength(OrderGroup.ReferenceLength);
        request.Property(r => r.Note).HasMaxLength(OrderEvent.TextLength);
        request.Property(r => r.Currency).Code(3);
        request.Property(r => r.DecidedBy).HasMaxLength(MarketplaceDb.NameLength);
        request.Property(r => r.Reason).HasMaxLength(OrderEvent.TextLength);
        request.Property(r => r.DecisionHash).OptionalCode();
        request.Ignore(r => r.ExpiresAt);
        request.HasIndex(r => new { r.OrganisationId, r.AskedAt });
        request.HasIndex(r => r.AccountId);
        request.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
