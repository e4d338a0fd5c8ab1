using Marketplace.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Mail;

/// <summary>A letter that has yet to go out, written in the transaction of what it tells of, and gone once it is sent.</summary>
public sealed class OutgoingMail
{
    public required Guid Id { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    /// <summary>Plain text; links stand on lines of their own.</summary>
    public required string Text { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>In UTC: not to be tried before.</summary>
    public required DateTime DueAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Fault { get; set; }
}

internal sealed class OutgoingMailTable : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("OutgoingMail");
        mail.Property(m => m.Id).ValueGeneratedNever();
        mail.Property(m => m.To).HasMaxLength(Account.EmailLength);
        mail.Property(m => m.Subject).HasMaxLength(MarketplaceDb.NameLength);
        mail.Property(m => m.Fault).HasMaxLength(MarketplaceDb.NameLength);
        mail.HasIndex(m => m.DueAt);
    }
}

/// <summary>How letters are read and taken away.</summary>
public static class MailQueries
{
    /// <summary>Letters that are due, oldest first, to be changed.</summary>
    public static async Task<IReadOnlyList<OutgoingMail>> DueMailAsync(this MarketplaceDb db, DateTime now, int most, CancellationToken cancellationToken) =>
        await db.OutgoingMail.Where(mail => mail.DueAt <= now).OrderBy(mail => mail.DueAt).ThenBy(mail => mail.Id).Take(most).ToListAsync(cancellationToken);

    /// <summary>Takes a letter for this node until then, so that no other tries it meanwhile. False when another was faster.</summary>
    /// <param name="dueAt">As it was read.</param>
    public static async Task<bool> ClaimMailAsync(this MarketplaceDb db, Guid id, DateTime dueAt, DateTime until, CancellationToken cancellationToken) =>
        await db.OutgoingMail.Where(mail => mail.Id == id && mail.DueAt == dueAt)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.DueAt, until), cancellationToken) == 1;

    /// <summary>How many wait.</summary>
    public static Task<int> WaitingMailAsync(this MarketplaceDb db, CancellationToken cancellationToken) => db.OutgoingMail.CountAsync(cancellationToken);
}
