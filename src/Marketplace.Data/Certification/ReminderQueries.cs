using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Core.Certification;
using Marketplace.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Certification;

/// <summary>The holder was told that a certificate ends in so many days.</summary>
public sealed class CertificateReminder
{
    public required Guid CertificateId { get; init; }

    /// <summary>Days before the last day of the regular term.</summary>
    public required int Days { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime SentAt { get; init; }
}

/// <summary>A certificate that ends soon, and the organisation that holds it.</summary>
public sealed record EndingCertificate(Certificate Certificate, LocalizedText Product, Guid OrganisationId);

internal sealed class CertificateReminderTable : IEntityTypeConfiguration<CertificateReminder>
{
    public void Configure(EntityTypeBuilder<CertificateReminder> reminder)
    {
        reminder.ToTable("CertificateReminders");

        // The key keeps two nodes from telling the same thing twice.
        reminder.HasKey(r => new { r.CertificateId, r.Days });
        reminder.HasOne<Certificate>().WithMany().HasForeignKey(r => r.CertificateId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>What reminders need to know.</summary>
public static class ReminderQueries
{
    /// <summary>Certificates whose regular term ends from that day to that day and whose producer has an organisation here. Not tracked.</summary>
    public static async Task<IReadOnlyList<EndingCertificate>> EndingAsync(this MarketplaceDb db, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        await db.Certificates.IgnoreQueryFilters().AsNoTracking().Where(certificate => certificate.ExpiresOn >= from && certificate.ExpiresOn <= to)
            .Join(db.Products.IgnoreQueryFilters(), certificate => certificate.ProductId, product => product.Id, (certificate, product) => new { certificate, product.Name, product.ProducerId })
            .Join(db.Organisations.Where(organisation => organisation.ProducerId != null), found => found.ProducerId, organisation => organisation.ProducerId, (found, organisation) => new { found.certificate, found.Name, OrganisationId = organisation.Id })
            .OrderBy(found => found.OrganisationId).ThenBy(found => found.certificate.ExpiresOn).ThenBy(found => found.certificate.Id)
            .Select(found => new EndingCertificate(found.certificate, found.Name, found.OrganisationId))
            .ToListAsync(cancellationToken);

    /// <summary>The last reminder of each of these certificates: the fewest days.</summary>
    public static Task<Dictionary<Guid, int>> RemindedAsync(this MarketplaceDb db, IReadOnlyCollection<Guid> certificates, CancellationToken cancellationToken) =>
        db.CertificateReminders.Where(reminder => certificates.Contains(reminder.CertificateId))
            .GroupBy(reminder => reminder.CertificateId).Select(group => new { group.Key, Days = group.Min(reminder => reminder.Days) })
            .ToDictionaryAsync(group => group.Key, group => group.Days, cancellationToken);

    /// <summary>Who does an organisation's work and can be written to. Not tracked.</summary>
    public static async Task<IReadOnlyList<Account>> WorkersOfAsync(this MarketplaceDb db, Guid organisationId, CancellationToken cancellationToken) =>
        await db.Memberships.Where(membership => membership.OrganisationId == organisationId && membership.Role != MemberRole.Viewer)
            .Join(db.Accounts.AsNoTracking().Where(account => account.EmailConfirmed), membership => membership.AccountId, account => account.Id, (_, account) => account)
            .OrderBy(account => account.Id).ToListAsync(cancellationToken);
}
