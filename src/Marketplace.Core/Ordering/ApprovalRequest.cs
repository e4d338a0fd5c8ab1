using Marketplace.Core.Listings;

namespace Marketplace.Core.Ordering;

/// <summary>How far a request for approval has come.</summary>
public enum ApprovalState
{
    /// <summary>An owner may approve or decline it.</summary>
    Open,

    /// <summary>An owner approved it: it is an order now.</summary>
    Approved,

    /// <summary>An owner declined it, with a reason.</summary>
    Declined,

    /// <summary>The member took it back.</summary>
    Withdrawn,

    /// <summary>Nobody decided within 14 days.</summary>
    Expired,
}

/// <summary>What a member of an organisation wants to order and may not order alone, for an owner to decide. Nothing is kept for it until then.</summary>
public sealed class ApprovalRequest
{
    /// <summary>So long an owner may decide.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <summary>Also the id of the order that it becomes, so that it becomes one at most.</summary>
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>The member who asks.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>What the member was called then.</summary>
    public required string Name { get; init; }

    /// <summary>Hash of everything that was asked for, as the order will bear it.</summary>
    public required string InputHash { get; init; }

    public required IReadOnlyList<WishedLine> Lines { get; init; }

    public required Recipient Recipient { get; init; }

    /// <summary>Where letters about the order go; null where none was given.</summary>
    public string? Email { get; init; }

    /// <summary>In which the order's letters and papers are written.</summary>
    public required Language Language { get; init; }

    public required PaymentMethod Method { get; init; }

    public string? Reference { get; init; }

    public string? Note { get; init; }

    /// <summary>ISO 4217 code of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>What it cost when it was asked for, in the smallest unit of the currency.</summary>
    public required long Total { get; init; }

    /// <summary>The most that the member might order alone then.</summary>
    public required long Limit { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>As it was left by people; see <see cref="StateAt"/>.</summary>
    public ApprovalState State { get; private set; }

    /// <summary>Who approved, declined or took it back; null while nobody did.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>In UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it was declined.</summary>
    public string? Reason { get; private set; }

    /// <summary>Hash of the decision with its key, so that a repeated one is known; null while there is none.</summary>
    public string? DecisionHash { get; private set; }

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }

    /// <summary>The last moment at which it can be decided, in UTC.</summary>
    public DateTime ExpiresAt => AskedAt + Lifetime;

    /// <summary>What an order that may not be placed yet asks for.</summary>
    public static ApprovalRequest Of(OrderGroup group, string name, long limit) => new()
    {
        Id = group.Id,
        OrganisationId = group.OrganisationId!.Value,
        AccountId = group.AccountId!.Value,
        Name = name,
        InputHash = group.InputHash,
        Lines = [.. group.Orders.SelectMany(order => order.Lines).Select(line => new WishedLine(line.OfferId, line.Quantity, line.Receipt.UnitPrice))],
        Recipient = group.Recipient,
        Email = group.Email,
        Language = group.Language,
        Method = group.Method,
        Reference = group.Reference,
        Note = group.Note,
        Currency = group.Currency,
        Total = group.Total,
        Limit = limit,
        AskedAt = group.PlacedAt,
    };

    /// <summary>How far it has come by then.</summary>
    /// <param name="now">In UTC.</param>
    public ApprovalState StateAt(DateTime now) => State == ApprovalState.Open && now > ExpiresAt ? ApprovalState.Expired : State;

    /// <summary>The same wish at the total that an owner saw.</summary>
    public OrderWish Wish(long expectedTotal) => new([.. Lines.Select(line => (line.OfferId, line.Quantity))], Recipient, Email, Method, Reference, Note, expectedTotal);

    /// <summary>An owner agrees; the order is placed with it.</summary>
    public IProblem? Approve(Deciding owner) => Decide(owner, ApprovalState.Approved, reason: null);

    /// <summary>An owner does not agree.</summary>
    public IProblem? Decline(Deciding owner, string reason)
    {
        List<FieldFault> faults = [];
        var text = PlainText.Clean(reason, "reason", OrderEvent.TextLength, lines: true, faults);
        if (text.Length == 0 && faults.Count == 0)
        {
            faults.Add(new("reason", FaultKind.Missing, new("Hãy viết lý do để người đặt hiểu.", "Write why, for the member to understand.")));
        }

        return faults.Count > 0 ? new FieldsRefused(faults) : Decide(owner, ApprovalState.Declined, text);
    }

    /// <summary>The member takes it back.</summary>
    public IProblem? Withdraw(Deciding member) => Decide(member, ApprovalState.Withdrawn, reason: null);

    private IProblem? Decide(Deciding who, ApprovalState to, string? reason)
    {
        if (StateAt(who.At) is not ApprovalState.Open and var state)
        {
            return new ApprovalNotOpen(state);
        }

        (State, DecidedBy, DecidedAt, Reason, DecisionHash) = (to, who.Name, who.At, reason, who.Hash);
        return null;
    }
}

/// <summary>So many of an offer, at the price that was seen.</summary>
/// <param name="UnitPrice">Of one unit, in the smallest unit of the request's currency.</param>
public sealed record WishedLine(Guid OfferId, int Quantity, long UnitPrice);

/// <summary>Who decides over a request, and when.</summary>
/// <param name="At">In UTC.</param>
/// <param name="Hash">Of the wish with its key.</param>
public sealed record Deciding(string Name, DateTime At, string Hash);

/// <summary>The request is decided, taken back or too old.</summary>
public sealed record ApprovalNotOpen(ApprovalState State) : IProblem
{
    public LocalizedText Message => State switch
    {
        ApprovalState.Approved => new("Yêu cầu này đã được duyệt.", "This request is approved already."),
        ApprovalState.Declined => new("Yêu cầu này đã bị từ chối.", "This request was declined."),
        ApprovalState.Withdrawn => new("Người đặt đã rút lại yêu cầu này.", "The member has taken this request back."),
        _ => new("Yêu cầu này đã quá 14 ngày. Hãy đặt lại.", "This request is older than 14 days. Order anew."),
    };
}

/// <summary>It costs more than the member may order alone, and is nothing that waits for approval.</summary>
/// <param name="Limit">The most that the member may order alone.</param>
public sealed record OverOrderLimit(Money Limit) : IProblem
{
    public LocalizedText Message => new(
        $"Bạn chỉ được tự đặt đến {Limit.Format(Language.Vi)}. Hãy nhờ chủ sở hữu của tổ chức đặt.", $"You may order up to {Limit.Format(Language.En)} alone. Ask an owner of your organisation to order it.");
}
