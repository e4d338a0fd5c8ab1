using Marketplace.Core.Accounts;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Evidence;

internal sealed class EvidenceTable : IEntityTypeConfiguration<EvidenceFile>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<EvidenceFile> evidence)
    {
        evidence.ToTable("Evidence");
        evidence.Property(e => e.Id).ValueGeneratedNever();
        evidence.ComplexProperty(e => e.Details, details =>
        {
            details.Property(d => d.Title).HasMaxLength(EvidenceDetails.TitleLength);
            details.Property(d => d.Number).HasMaxLength(EvidenceDetails.NumberLength);
            details.Property(d => d.IssuedBy).HasMaxLength(EvidenceDetails.IssuerLength);
        });
        evidence.ComplexProperty(e => e.Paper, paper =>
        {
            paper.Property(p => p.Sha256).HasMaxLength(HashLength).IsUnicode(false);
            paper.Ignore(p => p.Key);
            paper.Ignore(p => p.ContentType);
            paper.Ignore(p => p.Ending);
        });
        evidence.Property(e => e.Reason).HasMaxLength(EvidenceFile.ReasonLength);

        // A listing may have papers before its product comes into being with the same id, so that is no reference.
        evidence.HasOne<Organisation>().WithMany().HasForeignKey(e => e.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        evidence.HasOne<Producer>().WithMany().HasForeignKey(e => e.ProducerId).OnDelete(DeleteBehavior.Restrict);
        evidence.HasIndex(e => new { e.ProducerId, e.State });
        evidence.HasIndex(e => new { e.State, e.SentAt });
    }
}
