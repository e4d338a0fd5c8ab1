using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.Ordering;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Core.Ordering;
using Marketplace.Data;
using Marketplace.Data.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A request, as it was seen.</summary>
[Name("ApprovalInput")]
public class ApprovalInput
{
    /// <summary>One that can be decided.</summary>
    [Id]
    public required string Approval { get; init; }

    /// <summary>The version that was read.</summary>
    public required int Version { get; init; }

    /// <summary>1 to 64 characters, made by the client: the same wish sent again changes nothing.</summary>
    public required string RequestKey { get; init; }
}

/// <summary>A request that becomes an order.</summary>
[Name("ApproveOrderInput")]
public sealed class ApproveOrderInput : ApprovalInput
{
    /// <summary>The total that the owner was shown, in đồng: another one is refused, with the one of now.</summary>
    public required long ExpectedTotal { get; init; }
}

/// <summary>A request that becomes no order.</summary>
[Name("DeclineOrderInput")]
public sealed class DeclineOrderInput : ApprovalInput
{
    /// <summary>For the member to read, up to 1,000 characters.</summary>
    public required string Reason { get; init; }
}

/// <summary>A request whose lines are to go into the cart.</summary>
[Name("AddApprovalToCartInput")]
public sealed class AddApprovalToCartInput
{
    /// <summary>One that whoever asks may see.</summary>
    [Id]
    public required string Approval { get; init; }

    /// <summary>1 to 64 characters, made by the client: the same request sent again is done once and answered alike.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>What one member may order alone.</summary>
[Name("SetOrderLimitInput")]
public sealed class SetOrderLimitInput
{
    /// <summary>A member who is no owner.</summary>
    [Id]
    public required string Member { get; init; }

    /// <summary>The most that one order may cost without approval, in đồng, 0 to 1,000,000,000,000; 0 has every order approved, null none.</summary>
    public long? Limit { get; init; }

    /// <summary>1 to 64 characters, made by the client: the same request sent again is done once and answered alike.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>The request as it is now.</summary>
[Name("ApprovalPayload")]
public sealed class ApprovalPayload : Payload
{
    internal ApprovalPayload(IEnumerable<IProblem> problems, Ask ask, ApprovalGraph? approval = null, OrderGroup? group = null)
        : base(problems, ask) => (Approval, OrderGroup) = (approval, group is null ? null : new OrderGroupGraph(group));

    /// <summary>Null where there is none of that id for whoever asks.</summary>
    public ApprovalGraph? Approval { get; }

    /// <summary>What approveOrder placed; null with problems.</summary>
    public OrderGroupGraph? OrderGroup { get; }
}

public sealed partial class Mutation
{
    private const long MostLimit = 1_000_000_000_000;

    /// <summary>
    /// Places what a member asked for, in the member's name, at the total that the owner saw. With problems it stays open. Problems: those of placeOrder, NOTHING_THERE, APPROVAL_NOT_OPEN,
    /// CHANGED_MEANWHILE.
    /// </summary>
    [Cost(50)]
    public static async Task<ApprovalPayload> ApproveOrder(ApproveOrderInput input, Approver approver, Buyer buyer, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        await services.GetRequiredService<ApprovalWork>().ApproveAsync(input, approver.Actor, buyer, ask, services.GetRequiredService<OrderPlacing>(), cancellationToken);

    /// <summary>Does not place what a member asked for; a letter tells the member why. Problems: NOTHING_THERE, APPROVAL_NOT_OPEN, CHANGED_MEANWHILE, and of the reason MISSING, TOO_LONG.</summary>
    public static Task<ApprovalPayload> DeclineOrder(DeclineOrderInput input, Approver approver, Buyer buyer, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<ApprovalWork>().DecideAsync(input, approver.Actor, buyer, ask, "declineOrder", (request, owner) => request.Decline(owner, input.Reason), cancellationToken);

    /// <summary>Takes one's own request back. Problems: NOTHING_THERE, APPROVAL_NOT_OPEN, CHANGED_MEANWHILE.</summary>
    public static Task<ApprovalPayload> WithdrawApproval(ApprovalInput input, Person person, Purchaser purchaser, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<ApprovalWork>().DecideAsync(input, purchaser.Buyer.Actor, purchaser.Buyer, ask, "withdrawApproval", (request, member) => request.AccountId == person.AccountId ? request.Withdraw(member) : new NothingThere(["approval"]), cancellationToken);

    /// <summary>Adds the lines of a request to what is in the cart already; those that cannot be ordered as they are stay out and say why. Problems: NOTHING_THERE, TOO_LONG.</summary>
    [Cost(50)]
    public static async Task<RefillPayload> AddApprovalToCart(
        AddApprovalToCartInput input, Purchaser purchaser, Ask ask, [FromServices] IServiceProvider services, [FromServices] CartRefills refills, CancellationToken cancellationToken) =>
        await refills.PutAsync(
            await services.GetRequiredService<ApprovalWork>().FindAsync(input.Approval, purchaser.Buyer, cancellationToken) is { } request ? Wanted.Of(request) : null,
            "approval",
            new(input.RequestKey, nameof(AddApprovalToCart), input),
            purchaser.Buyer,
            ask,
            cancellationToken);

    /// <summary>
    /// Says how much one order of a member may cost without an owner's approval; counts from the next order. Problems: NOTHING_THERE for whoever is no member or is an owner, OUT_OF_RANGE,
    /// CHANGED_MEANWHILE where the member has just left.
    /// </summary>
    public static async Task<MembershipPayload> SetOrderLimit(
        SetOrderLimitInput input, Approver approver, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] IDatabaseEngine engine, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        if (input.Limit is < 0 or > MostLimit)
        {
            return new([new FieldsRefused([new("limit", FaultKind.OutOfRange, new("Hạn mức phải từ 0 đến 1.000.000.000.000 đồng.", "The limit must be from 0 to 1,000,000,000,000 đồng."))])], ask);
        }

        var (now, organisation) = (clock.GetUtcNow(), approver.Actor.OrganisationId);
        var wish = RequestKeys.WishOf(input.RequestKey, approver.Actor.AccountId, nameof(SetOrderLimit), new { organisation, input });
        if (await databases.OnceAsync(engine, wish, now, ChangeAsync, cancellationToken) is { } problem)
        {
            return new([problem], ask);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return new([], ask, await OrganisationAsync(db, organisation, cancellationToken));

        async Task<IProblem?> ChangeAsync(MarketplaceDb db)
        {
            if (!GlobalId.TryDecode(input.Member, "Account", out var id)
                || await db.Memberships.SingleOrDefaultAsync(one => one.OrganisationId == organisation && one.AccountId == id && one.Role != MemberRole.Owner, cancellationToken) is not { } member)
            {
                return new NothingThere(["member"]);
            }

            db.Note(approver.Actor, "setOrderLimit", ("Organisation", organisation), now, new { member = id, limit = member.OrderLimit }, new { member = id, limit = input.Limit });
            member.OrderLimit = input.Limit;
            return null;
        }
    }
}
