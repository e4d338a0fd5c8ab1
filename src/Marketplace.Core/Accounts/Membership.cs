namespace Marketplace.Core.Accounts;

/// <summary>What a member may do in an organisation's name. Each role includes the ones after it.</summary>
public enum MemberRole
{
    /// <summary>Members, machines' keys and the organisation itself.</summary>
    Owner,

    /// <summary>Its daily work: listings, prices, stock; in the programme office, reviews and certificates.</summary>
    Editor,

    /// <summary>Reads.</summary>
    Viewer,
}

/// <summary>A person acts for an organisation.</summary>
public sealed class Membership
{
    public required Guid OrganisationId { get; init; }

    public required Guid AccountId { get; init; }

    public required MemberRole Role { get; set; }

    /// <summary>In UTC.</summary>
    public required DateTime Since { get; init; }

    /// <summary>The most that one order of the member may cost without an owner's approval, in đồng; null for no limit. Owners have none.</summary>
    public long? OrderLimit { get; set; }

    /// <summary>The limit that an order of so much goes beyond; null where the member may place it alone.</summary>
    public long? LimitBelow(long total) => Role != MemberRole.Owner && OrderLimit < total ? OrderLimit : null;
}

/// <summary>An organisation asks the owner of an e-mail address to join. The link's secret goes out by e-mail only; its hash is kept.</summary>
public sealed class Invitation
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string Email { get; init; }

    public required MemberRole Role { get; init; }

    public required string SecretHash { get; init; }

    /// <summary>Null when the host itself invites the first officer.</summary>
    public Guid? InvitedBy { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>In UTC; null while it is open.</summary>
    public DateTime? AcceptedAt { get; set; }
}

/// <summary>An organisation must keep somebody who may do everything.</summary>
public sealed record LastOwner : IProblem
{
    public LocalizedText Message => new(
        "Tổ chức phải còn ít nhất một chủ sở hữu. Hãy giao quyền chủ sở hữu cho người khác trước.",
        "An organisation needs at least one owner. Make somebody else an owner first.");
}
