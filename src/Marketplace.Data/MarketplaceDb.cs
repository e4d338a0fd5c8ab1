using System.Text;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Marketplace.Core.Complaints;
using Marketplace.Core.Evidence;
using Marketplace.Core.Ledger;
using Marketplace.Core.Ordering;
using Marketplace.Core.Payments;
using Marketplace.Core.PersonalData;
using Marketplace.Core.Pricing;
using Marketplace.Data.Accounts;
using Marketplace.Data.Certification;
using Marketplace.Data.Imports;
using Marketplace.Data.Mail;
using Marketplace.Core.Listings;
using Marketplace.Core.Pictures;
using Marketplace.Data.Ordering;
using Marketplace.Data.Outbox;
using Marketplace.Data.Payments;
using Marketplace.Data.Pricing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data;

/// <summary>The marketplace's tables, one model for SQLite and SQL Server. Used directly: no repositories.</summary>
public sealed class MarketplaceDb(DbContextOptions<MarketplaceDb> options) : DbContext(options)
{
    /// <summary>Column lengths that several tables share.</summary>
    internal const int CodeLength = 64;
    internal const int SlugLength = 120;
    internal const int NameLength = 200;
    internal const int TextLength = 2000;

    private const string Version = "Version";

    private SaveWitness? _saving;

    private readonly TimeProvider _clock =
        options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService(typeof(TimeProvider)) as TimeProvider ?? TimeProvider.System;

    public DbSet<LegalText> LegalTexts => Set<LegalText>();

    public DbSet<ProductGroup> ProductGroups => Set<ProductGroup>();

    public DbSet<District> Districts => Set<District>();

    public DbSet<Commune> Communes => Set<Commune>();

    public DbSet<Producer> Producers => Set<Producer>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<Offer> Offers => Set<Offer>();

    public DbSet<Certificate> Certificates => Set<Certificate>();

    public DbSet<CertificateReminder> CertificateReminders => Set<CertificateReminder>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Mandate> Mandates => Set<Mandate>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<MachineKey> MachineKeys => Set<MachineKey>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<PersonalDataRequest> PersonalDataRequests => Set<PersonalDataRequest>();

    public DbSet<Complaint> Complaints => Set<Complaint>();

    public DbSet<Takedown> Takedowns => Set<Takedown>();

    public DbSet<EvidenceFile> Evidence => Set<EvidenceFile>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<OutgoingMail> OutgoingMail => Set<OutgoingMail>();

    public DbSet<Listing> Listings => Set<Listing>();

    public DbSet<Picture> Pictures => Set<Picture>();

    public DbSet<SheetImport> Imports => Set<SheetImport>();

    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    public DbSet<PriceList> PriceLists => Set<PriceList>();

    public DbSet<BuyerPriceList> BuyerPriceLists => Set<BuyerPriceList>();

    public DbSet<Cart> Carts => Set<Cart>();

    public DbSet<DoneRequest> DoneRequests => Set<DoneRequest>();

    public DbSet<DeliveryAddress> DeliveryAddresses => Set<DeliveryAddress>();

    public DbSet<SavedList> SavedLists => Set<SavedList>();

    public DbSet<ApprovalRequest> ApprovalRequests => Set<ApprovalRequest>();

    public DbSet<OrderGroup> OrderGroups => Set<OrderGroup>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<OrderLine> OrderLines => Set<OrderLine>();

    public DbSet<OrderEvent> OrderEvents => Set<OrderEvent>();

    public DbSet<SampleTurn> SampleTurns => Set<SampleTurn>();

    public DbSet<CapacityWeek> CapacityWeeks => Set<CapacityWeek>();

    public DbSet<PaymentAttempt> PaymentAttempts => Set<PaymentAttempt>();

    public DbSet<PaymentRecord> PaymentRecords => Set<PaymentRecord>();

    public DbSet<Refund> Refunds => Set<Refund>();

    public DbSet<JournalEntry> Journal => Set<JournalEntry>();

    public DbSet<Installation> Installations => Set<Installation>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<IndexLease> IndexLeases => Set<IndexLease>();

    public DbSet<DeadLetter> DeadLetters => Set<DeadLetter>();

    /// <summary>Whether the database is SQL Server, where many write at once.</summary>
    internal bool IsSqlServer => Database.ProviderName?.EndsWith("SqlServer", StringComparison.Ordinal) == true;

    /// <summary>Saves everything in one transaction, together with the outbox rows that lead the changes to the search index.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        var rows = await FollowedAsync(cancellationToken);
        Outbox.AddRange(rows);
        _saving = SaveWitness.Of(ChangeTracker, acceptAllChangesOnSuccess);
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken) - rows.Count;
        }
        finally
        {
            _saving = null;
        }
    }

    /// <summary>Sets times and versions of what has changed; returns the outbox rows that tell of it.</summary>
    private async Task<IReadOnlyList<OutboxMessage>> FollowedAsync(CancellationToken cancellationToken)
    {
        // Every look at what is tracked would look for changes anew: with n changed rows that are n times n.
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await StampAsync(cancellationToken);
            return OutboxMessage.For(ChangeTracker, _clock.GetUtcNow().UtcDateTime);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private async Task StampAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in await ChangedListings.OfAsync(this, cancellationToken))
        {
            var updatedAt = entry.Property(nameof(Product.UpdatedAt));
            updatedAt.CurrentValue = _clock.GetUtcNow().UtcDateTime;

            // Two saves within one tick of the clock: when only parts of the row changed, such as prices, its version must rise all the same.
            updatedAt.IsModified |= entry.State == EntityState.Unchanged;
        }

        foreach (var entry in ChangeTracker.Entries().Where(e => e.State == EntityState.Modified && e.Metadata.FindProperty(Version) is not null))
        {
            var version = entry.Property(Version);
            version.CurrentValue = (int)version.OriginalValue! + 1;
        }
    }

    /// <summary>
    /// After a fault in the middle of a save: how many rows it wrote, when it came through all the same. Null when it did not, or cannot be told,
    /// or nothing is being saved. What retries a save asks this first, so that a commit whose answer was lost is not taken for a failure.
    /// </summary>
    public async Task<int?> SavedAlreadyAsync(CancellationToken cancellationToken) =>
        _saving is { } witness && await witness.SawAsync(cancellationToken) ? witness.Rows : null;

    /// <summary>Not offered: every save is asynchronous, so that none slips past the outbox.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MarketplaceDb).Assembly);
        foreach (var type in (Type[])[typeof(Producer), typeof(Product), typeof(Offer), typeof(Certificate), typeof(Organisation), typeof(Listing), typeof(Picture), typeof(Complaint), typeof(Takedown), typeof(EvidenceFile), typeof(PriceList), typeof(Cart), typeof(DeliveryAddress), typeof(SavedList), typeof(ApprovalRequest), typeof(OrderGroup), typeof(Order), typeof(PaymentAttempt)])
        {
            // Two people may touch one row: the later save must not overwrite what it has not seen.
            modelBuilder.Entity(type).Property<int>(Version).IsConcurrencyToken();
        }

        if (IsSqlServer)
        {
            // Identity numbers are drawn before the commit, and a reader that goes by them can pass a late one by. The places of readers are such numbers too.
            modelBuilder.Entity<OutboxMessage>().Property(message => message.Sequence).HasConversion<byte[]>().HasColumnType("rowversion").ValueGeneratedOnAdd();
            modelBuilder.Entity<IndexLease>().Property(lease => lease.Position).HasConversion<byte[]>().HasColumnType("binary(8)");
        }

        Collations.Apply(modelBuilder, Database);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32).AreUnicode(false);
    }
}

/// <summary>Column shapes that several tables share.</summary>
internal static class Columns
{
    public static void Text(this ComplexPropertyBuilder<LocalizedText> text, int length)
    {
        text.Property(t => t.Vi).HasMaxLength(length);
        text.Property(t => t.En).HasMaxLength(length);
    }

    /// <summary>A code made by us: ASCII, compared byte by byte.</summary>
    public static PropertyBuilder<string> Code(this PropertyBuilder<string> code, int length = MarketplaceDb.CodeLength) =>
        code.HasMaxLength(length).IsUnicode(false);

    /// <summary>
    /// Whether a text may be asked for as a code. SQL Server makes narrow text of what is compared with a code, in which đ becomes d,
    /// and pays no heed to spaces at the end: what cannot be a code must not come to be compared.
    /// </summary>
    public static bool CouldBeCode(string? text) => text is not null && Ascii.IsValid(text) && !text.EndsWith(' ');

    /// <inheritdoc cref="Code"/>
    public static PropertyBuilder<string?> OptionalCode(this PropertyBuilder<string?> code, int length = MarketplaceDb.CodeLength) =>
        code.HasMaxLength(length).IsUnicode(false);
}
