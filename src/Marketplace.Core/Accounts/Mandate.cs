namespace Marketplace.Core.Accounts;

/// <summary>A producer lets a co-operative do its daily work on the marketplace. The co-operative's editors act as the producer's; never as its owners.</summary>
public sealed class Mandate
{
    /// <summary>The producer that gives it.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The co-operative that may act.</summary>
    public required Guid AgentId { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime Since { get; init; }

    /// <summary>Whether such an organisation can be given one.</summary>
    public static bool CanGoTo(Organisation agent) =>
        agent is { Kind: OrganisationKind.Producer, IdentityStatus: IdentityStatus.Verified, Form: Catalogue.ProducerKind.Cooperative or Catalogue.ProducerKind.CooperativeGroup };
}

/// <summary>Nobody who could act for a producer has that tax code.</summary>
public sealed record NoSuchCooperative : IFieldProblem
{
    public IReadOnlyList<string> Path => ["taxCode"];

    public LocalizedText Message => new(
        "Không có hợp tác xã hay tổ hợp tác nào đã xác minh với mã số thuế này. Hãy hỏi lại mã số thuế của họ, hoặc nhờ họ đăng ký và gửi giấy tờ trước.",
        "No verified co-operative or co-operative group has this tax code. Ask them for it again, or ask them to register and send their papers first.");
}
