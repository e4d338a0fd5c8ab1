namespace Marketplace.Core.PersonalData;

/// <summary>What somebody asks for about their own data.</summary>
public enum PersonalDataRequestKind
{
    /// <summary>A copy of everything. Answered at once; the law gives ten days.</summary>
    Export,

    /// <summary>To be forgotten. Done after a week in which it can be taken back; the law gives twenty days.</summary>
    Erasure,
}

/// <summary>A request about one's own data, with its clocks (Law 91/2025, Decree 356/2025).</summary>
public sealed class PersonalDataRequest
{
    /// <summary>How long an erasure can be taken back.</summary>
    public static readonly TimeSpan SecondThoughts = TimeSpan.FromDays(7);

    private static readonly Dictionary<PersonalDataRequestKind, TimeSpan> LegalTerms = new()
    {
        [PersonalDataRequestKind.Export] = TimeSpan.FromDays(10),
        [PersonalDataRequestKind.Erasure] = TimeSpan.FromDays(20),
    };

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required PersonalDataRequestKind Kind { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>In UTC: when it will be done.</summary>
    public required DateTime DueAt { get; init; }

    /// <summary>In UTC: by when the law wants it done.</summary>
    public required DateTime LegalEnd { get; init; }

    /// <summary>In UTC; null while it is open.</summary>
    public DateTime? DoneAt { get; set; }

    /// <summary>In UTC; null unless the person took it back.</summary>
    public DateTime? TakenBackAt { get; set; }

    public bool IsOpen => DoneAt is null && TakenBackAt is null;

    public static PersonalDataRequest Of(PersonalDataRequestKind kind, Guid id, Guid accountId, DateTime now) => new()
    {
        Id = id,
        AccountId = accountId,
        Kind = kind,
        AskedAt = now,
        DueAt = kind == PersonalDataRequestKind.Erasure ? now + SecondThoughts : now,
        LegalEnd = now + LegalTerms[kind],
        DoneAt = kind == PersonalDataRequestKind.Export ? now : null,
    };
}

/// <summary>Others would be left without anybody who may do everything.</summary>
public sealed record OwnsWithOthers(string Organisation) : IProblem
{
    public LocalizedText Message => new(
        $"Bạn là chủ sở hữu duy nhất của {Organisation} và ở đó còn người khác. Hãy giao quyền chủ sở hữu cho một người trước.",
        $"You are the only owner of {Organisation}, and there are other people in it. Make one of them an owner first.");
}

/// <summary>The account itself rests on this consent.</summary>
public sealed record ConsentNeeded : IFieldProblem
{
    public IReadOnlyList<string> Path => ["purpose"];

    public LocalizedText Message => new(
        "Không có sự đồng ý này thì không giữ tài khoản được. Muốn rút lại, hãy yêu cầu xóa tài khoản.",
        "Without this consent there can be no account. To withdraw it, ask for the account to be erased.");
}
