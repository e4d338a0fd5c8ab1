namespace Marketplace.Core.Accounts;

/// <summary>What a machine may do with its organisation's key. Every key may read the organisation's workspace.</summary>
public enum KeyScope
{
    /// <summary>Texts and pictures of a producer's listings, and handing them in.</summary>
    Listings,

    /// <summary>A producer's offers: stock, prices, quantities and capacity.</summary>
    Stock,

    /// <summary>The programme office's work: reviews and verification.</summary>
    Office,
}

/// <summary>A machine acts for an organisation. Its secret is shown once; the hash is kept.</summary>
public sealed class MachineKey
{
    public const int NameLength = 100;

    /// <summary>Keys that an organisation may have at a time.</summary>
    public const int Most = 20;

    /// <summary>Also the client's id when it asks for a token.</summary>
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Which machine it is, in its owner's words.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<KeyScope> Scopes { get; init; }

    public required string SecretHash { get; init; }

    /// <summary>Whoever made it.</summary>
    public required Guid CreatedBy { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last asked for a token, in UTC; null while it never did.</summary>
    public DateTime? UsedAt { get; set; }

    /// <summary>In UTC; null while it works.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>What keys of such an organisation can be made for.</summary>
    public static IReadOnlyList<KeyScope> ScopesOf(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Producer => [KeyScope.Listings, KeyScope.Stock],
        OrganisationKind.ProgrammeOffice => [KeyScope.Office],
        _ => [],
    };

    /// <summary>What is wrong with a key that shall be made.</summary>
    public static IReadOnlyList<IProblem> Faults(OrganisationKind kind, string name, IReadOnlyCollection<KeyScope> scopes)
    {
        List<IProblem> faults = [];
        if (name.Length is 0 or > NameLength || name.Any(char.IsControl))
        {
            faults.Add(new InvalidValue(["name"], new($"Tên khóa dài từ 1 đến {NameLength} ký tự.", $"A key's name is 1 to {NameLength} characters long.")));
        }

        if (scopes.Count == 0 || scopes.Except(ScopesOf(kind)).Any())
        {
            var possible = ScopesOf(kind);
            faults.Add(new InvalidValue(["scopes"], possible.Count == 0
                ? new("Tổ chức loại này chưa có việc gì cho máy làm.", "There is nothing yet that a machine could do for an organisation of this kind.")
                : new($"Hãy chọn ít nhất một quyền trong số: {string.Join(", ", possible)}.", $"Choose at least one of: {string.Join(", ", possible)}.")));
        }

        return faults;
    }
}

/// <summary>An organisation has as many keys as it may have.</summary>
public sealed record TooManyKeys : IProblem
{
    public LocalizedText Message => new(
        $"Mỗi tổ chức có tối đa {MachineKey.Most} khóa. Hãy thu hồi một khóa không dùng nữa.", $"An organisation has {MachineKey.Most} keys at most. Revoke one that is not used any more.");
}
