using Marketplace.Core;
using Marketplace.Core.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Accounts;

/// <summary>A person who can sign in. Password, lock-out and second factor are the framework's (ASP.NET Core Identity).</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int EmailLength = 254;

    /// <summary>What the person is called.</summary>
    public required string Name { get; set; }

    /// <summary>In which e-mails are written.</summary>
    public Language Language { get; set; }

    /// <summary>Made up for demonstration: its password is printed at the start.</summary>
    public bool IsDemonstration { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime CreatedAt { get; init; }
}

/// <summary>Somebody is signed in on one device. The browser holds a secret of which only the hash is kept here.</summary>
public sealed class Session
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required string SecretHash { get; init; }

    /// <summary>The framework's ticket, protected by the keys of cookies.</summary>
    public required byte[] Ticket { get; set; }

    /// <summary>Browser and system, as they call themselves.</summary>
    public required string Device { get; init; }

    /// <summary>For whom the person acts; null for nobody but themselves.</summary>
    public Guid? OrganisationId { get; set; }

    /// <summary>The producer in whose name that organisation acts; null when it acts in its own.</summary>
    public Guid? OnBehalfOfId { get; set; }

    /// <summary>In UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>In UTC, to the quarter of an hour.</summary>
    public required DateTime SeenAt { get; set; }

    /// <summary>In UTC.</summary>
    public required DateTime ExpiresAt { get; set; }
}

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.Property(a => a.Id).ValueGeneratedNever();
        account.Property(a => a.Name).HasMaxLength(MarketplaceDb.NameLength);
        account.Property(a => a.UserName).HasMaxLength(Account.EmailLength);
        account.Property(a => a.Email).HasMaxLength(Account.EmailLength);
        account.Property(a => a.NormalizedUserName).HasMaxLength(Account.EmailLength).IsRequired();
        account.Property(a => a.NormalizedEmail).HasMaxLength(Account.EmailLength).IsRequired();
        account.HasIndex(a => a.NormalizedUserName).IsUnique();
        account.HasIndex(a => a.NormalizedEmail).IsUnique();
        account.Property(a => a.PasswordHash).OptionalCode(200);
        account.Property(a => a.SecurityStamp).OptionalCode();
        account.Property(a => a.ConcurrencyStamp).OptionalCode().IsConcurrencyToken();
        account.Property(a => a.PhoneNumber).HasMaxLength(MarketplaceDb.CodeLength);
    }
}

/// <summary>The second factor's secrets, as the framework keeps them.</summary>
internal sealed class AccountTokenTable : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token)
    {
        token.ToTable("AccountTokens");
        token.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        token.Property(t => t.LoginProvider).Code();
        token.Property(t => t.Name).Code();
        token.Property(t => t.Value).OptionalCode(1000);
        token.HasOne<Account>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("Sessions");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.SecretHash).Code();
        session.HasIndex(s => s.SecretHash).IsUnique();
        session.HasIndex(s => s.ExpiresAt);
        session.Property(s => s.Device).HasMaxLength(MarketplaceDb.NameLength);
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
        session.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
