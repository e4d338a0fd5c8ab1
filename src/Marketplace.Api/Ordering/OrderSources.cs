using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Core.Ordering;
using Marketplace.Data;
using Marketplace.Data.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Ordering;

/// <summary>Where an order comes from: read anew for every attempt to place it.</summary>
internal interface IOrderSource
{
    /// <summary>What there is to order, or why there is nothing.</summary>
    /// <param name="now">In UTC.</param>
    Task<Result<OrderIntent>> ReadAsync(MarketplaceDb db, DateTime now, CancellationToken cancellationToken);

    /// <summary>What became of it in another request; null where nothing did.</summary>
    Task<OrderOutcome?> DoneBeforeAsync(MarketplaceDb db, CancellationToken cancellationToken);
}

/// <summary>What somebody wants to order.</summary>
/// <param name="Member">Whose limit holds; null where nobody's does.</param>
/// <param name="Name">What the member is called.</param>
/// <param name="Secret">For a guest's link.</param>
/// <param name="Take">Ends what it comes from, in the order's transaction.</param>
internal sealed record OrderIntent(
    OrderWish Wish, OrderingBuyer Buyer, OrderNames Names, Language Language, Action<OrderGroup> Take, Membership? Member = null, string Name = "", string? Secret = null);

/// <summary>What became of it: an order, a request for approval, or problems.</summary>
internal sealed record OrderOutcome(IReadOnlyList<IProblem> Problems, OrderGroup? Group = null, ApprovalRequest? Approval = null)
{
    public static OrderOutcome Refused(IProblem problem) => new([problem]);
}

/// <summary>What lies in a cart, which is empty afterwards.</summary>
internal sealed class CartSource(Guid cartId, PlaceOrderInput input, OrderNames names, string? secret, Buyer buyer, Language language) : IOrderSource
{
    public async Task<Result<OrderIntent>> ReadAsync(MarketplaceDb db, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.CartAsync(cartId, cancellationToken) is not { Lines.Count: > 0 } cart)
        {
            return new(new EmptyCart());
        }

        var wish = new OrderWish(
            [.. cart.Lines.OrderBy(line => line.Place).Select(line => (line.OfferId, line.Quantity))], input.Recipient.Given, input.Email, input.Method, input.Reference, input.Note, input.ExpectedTotal);
        var member = buyer.Actor is { } actor ? await db.MembershipAsync(actor.OrganisationId, actor.AccountId, cancellationToken) : null;
        var who = new OrderingBuyer(buyer.Person?.AccountId, buyer.Actor?.OrganisationId, buyer.Person?.Email, MayPayLater: false);
        return new(new OrderIntent(wish, who, names, language, _ => Empty(cart, now), member, buyer.Person?.Name ?? "", secret));
    }

    public async Task<OrderOutcome?> DoneBeforeAsync(MarketplaceDb db, CancellationToken cancellationToken)
    {
        // An order that was placed has emptied the cart, and so has a request.
        var group = await db.OrderGroupAsync(names.Id, cancellationToken);
        var request = group is null ? await db.ApprovalRequests.SingleOrDefaultAsync(one => one.Id == names.Id, cancellationToken) : null;
        return (group?.InputHash ?? request?.InputHash) switch
        {
            null => null,
            { } hash when hash == names.InputHash => new([], group, request),
            _ => OrderOutcome.Refused(new KeyUsedBefore()),
        };
    }

    private static void Empty(Cart cart, DateTime now)
    {
        cart.Clear();
        cart.ChangedAt = now;
    }
}

/// <summary>A request that an owner approves.</summary>
internal sealed class ApprovalSource(Guid id, ApproveOrderInput input, Actor owner, string hash) : IOrderSource
{
    public async Task<Result<OrderIntent>> ReadAsync(MarketplaceDb db, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.ApprovalAsync(owner.OrganisationId, id, cancellationToken) is not { } request)
        {
            return new(new NothingThere(["approval"]));
        }

        if (request.StateAt(now) is not ApprovalState.Open and var state)
        {
            return new(new ApprovalNotOpen(state));
        }

        if (request.Version != input.Version)
        {
            return new(new ChangedMeanwhile(request.Version));
        }

        // The member finds the order without a secret, and nobody else has one.
        var names = new OrderNames(request.Id, Secrets.HashOf(Secrets.New()), request.InputHash);
        var who = new OrderingBuyer(request.AccountId, request.OrganisationId, Email: null, MayPayLater: false);
        return new(new OrderIntent(request.Wish(input.ExpectedTotal), who, names, request.Language, Take));

        void Take(OrderGroup group)
        {
            request.Approve(new Deciding(owner.Name, now, hash));
            db.Note(owner, "approveOrder", ("Approval", request.Id), new DateTimeOffset(now, TimeSpan.Zero), new { state = nameof(ApprovalState.Open) }, new { state = request.State });
            group.NoteApproved(new OrderDeed(OrderParty.Buyer, owner.Name, now));
        }
    }

    public async Task<OrderOutcome?> DoneBeforeAsync(MarketplaceDb db, CancellationToken cancellationToken)
    {
        var request = await db.ApprovalRequests.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.OrganisationId == owner.OrganisationId, cancellationToken);
        return request switch
        {
            { State: ApprovalState.Approved } when request.DecisionHash == hash => new([], await db.OrderGroupAsync(id, cancellationToken)),
            null or { State: ApprovalState.Open } => null,
            { State: var state } => OrderOutcome.Refused(new ApprovalNotOpen(state)),
        };
    }
}

/// <summary>Samples that an organisation asks for. Nobody approves them: what costs more than the member may order alone is refused.</summary>
internal sealed class SampleSource(OrderSampleInput input, OrderNames names, CompanyPurchaser purchaser, Ask ask) : IOrderSource
{
    public async Task<Result<OrderIntent>> ReadAsync(MarketplaceDb db, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.OrderGroups.AnyAsync(group => group.Id == names.Id, cancellationToken))
        {
            return new(new KeyUsedBefore());
        }

        var organisation = purchaser.Actor.OrganisationId;
        _ = GlobalId.TryDecode(input.Offer, "Offer", out var offerId);
        var sample = (await db.Offers.AsNoTracking().SingleOrDefaultAsync(offer => offer.Id == offerId, cancellationToken))?.Sample;
        var member = await db.MembershipAsync(organisation, purchaser.Actor.AccountId, cancellationToken);
        if (member?.LimitBelow((sample?.UnitPrice ?? 0) * input.Quantity) is { } limit)
        {
            return new(new OverOrderLimit(Money.Dong(limit)));
        }

        // The turn is read before the samples are counted: whoever orders between the two is counted, or has taken the turn.
        var turn = await db.SampleTurnAsync(organisation, offerId, cancellationToken);
        var left = (sample?.Most ?? 0) - await SampleOrders.OrderedAsync(db, organisation, offerId, now, cancellationToken);
        var wish = new OrderWish([(offerId, input.Quantity)], input.Recipient.Given, Email: null, input.Method, input.Reference, input.Note, input.ExpectedTotal) { SamplesLeft = left };
        var who = new OrderingBuyer(purchaser.Buyer.Person?.AccountId, organisation, purchaser.Buyer.Person?.Email, MayPayLater: false);
        return new(new OrderIntent(wish, who, names, ask.Language, _ => db.TakeTurn(turn, organisation, offerId)));
    }

    public async Task<OrderOutcome?> DoneBeforeAsync(MarketplaceDb db, CancellationToken cancellationToken) => await db.OrderGroupAsync(names.Id, cancellationToken) switch
    {
        null => null,
        { } placed when placed.InputHash == names.InputHash => new([], placed),
        _ => OrderOutcome.Refused(new KeyUsedBefore()),
    };
}
