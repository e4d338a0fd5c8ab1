using Marketplace.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Accounts;

internal sealed class MachineKeyTable : IEntityTypeConfiguration<MachineKey>
{
    public void Configure(EntityTypeBuilder<MachineKey> key)
    {
        key.ToTable("MachineKeys");
        key.Property(k => k.Id).ValueGeneratedNever();
        key.Property(k => k.Name).HasMaxLength(MachineKey.NameLength);
        key.Property(k => k.Scopes).Json();
        key.Property(k => k.SecretHash).Code();
        key.HasIndex(k => k.OrganisationId);
        key.HasOne<Organisation>().WithMany().HasForeignKey(k => k.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        key.HasOne<Account>().WithMany().HasForeignKey(k => k.CreatedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>A key with the organisation for which it acts.</summary>
public sealed record KeyAtWork(MachineKey Key, Organisation Organisation);

/// <summary>How keys are read.</summary>
public static class MachineKeyQueries
{
    /// <summary>A key that works, with its organisation; null when there is none. Not tracked. One statement.</summary>
    public static Task<KeyAtWork?> KeyAtWorkAsync(this MarketplaceDb db, Guid id, CancellationToken cancellationToken) =>
        db.MachineKeys.AsNoTracking().Where(key => key.Id == id && key.RevokedAt == null)
            .Join(db.Organisations.AsNoTracking(), key => key.OrganisationId, organisation => organisation.Id, (key, organisation) => new KeyAtWork(key, organisation))
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>An organisation's keys that work, newest first. One statement.</summary>
    public static async Task<IReadOnlyList<MachineKey>> KeysOfAsync(this MarketplaceDb db, Guid organisationId, CancellationToken cancellationToken) =>
        await db.MachineKeys.AsNoTracking().Where(key => key.OrganisationId == organisationId && key.RevokedAt == null)
            .OrderByDescending(key => key.CreatedAt).ThenBy(key => key.Id).ToListAsync(cancellationToken);

    /// <summary>Notes that a key was used.</summary>
    public static Task KeyUsedAsync(this MarketplaceDb db, Guid id, DateTime now, CancellationToken cancellationToken) =>
        db.MachineKeys.Where(key => key.Id == id).ExecuteUpdateAsync(set => set.SetProperty(key => key.UsedAt, now), cancellationToken);

    /// <summary>A key of that organisation, to be changed; null when there is none that works.</summary>
    public static Task<MachineKey?> KeyOfAsync(this MarketplaceDb db, Guid id, Guid organisationId, CancellationToken cancellationToken) =>
        db.MachineKeys.SingleOrDefaultAsync(key => key.Id == id && key.OrganisationId == organisationId && key.RevokedAt == null, cancellationToken);
}
