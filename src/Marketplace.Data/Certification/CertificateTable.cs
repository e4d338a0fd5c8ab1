using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Certification;

internal sealed class CertificateTable : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> certificate)
    {
        certificate.Property(c => c.Id).ValueGeneratedNever();
        certificate.Property(c => c.Number).HasMaxLength(MarketplaceDb.CodeLength);
        certificate.HasIndex(c => c.Number).IsUnique();
        certificate.HasIndex(c => c.IssuedOn);
        certificate.HasIndex(c => c.IsDemonstration);
        certificate.Property(c => c.DecisionNumber).HasMaxLength(MarketplaceDb.CodeLength);
        certificate.Property(c => c.Issuer).HasMaxLength(MarketplaceDb.NameLength);
        certificate.HasOne<Product>().WithMany().HasForeignKey(c => c.ProductId).OnDelete(DeleteBehavior.Restrict);
        certificate.HasOne<LegalText>().WithMany().HasForeignKey(c => c.LegalTextCode).OnDelete(DeleteBehavior.Restrict);
        certificate.OwnsMany(c => c.Events, entry =>
        {
            entry.ToTable("CertificateEvents");
            entry.WithOwner().HasForeignKey("CertificateId");
            entry.HasKey("CertificateId", nameof(CertificateEvent.Number));
            entry.Property(e => e.Number).ValueGeneratedNever();
            entry.Property(e => e.Reason).HasMaxLength(MarketplaceDb.TextLength);
            entry.Property(e => e.Evidence).HasMaxLength(MarketplaceDb.NameLength);
        });
        certificate.Ignore(c => c.ValidUntil);
        certificate.Ignore(c => c.StarPeriod);
    }
}

internal sealed class LegalTextTable : IEntityTypeConfiguration<LegalText>
{
    public void Configure(EntityTypeBuilder<LegalText> text)
    {
        text.HasKey(t => t.Code);
        text.Property(t => t.Code).Code();
        text.Property(t => t.Source).HasMaxLength(MarketplaceDb.TextLength);
        text.ComplexProperty(t => t.Title).Text(MarketplaceDb.TextLength);
        text.HasOne<LegalText>().WithMany().HasForeignKey(t => t.SupersededByCode).OnDelete(DeleteBehavior.Restrict);
    }
}
