using System.Text.Json;
using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.Ordering;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Core.Ledger;
using Marketplace.Core.Ordering;
using Marketplace.Data;
using Marketplace.Data.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>Who gets the goods, and where. Provinces and communes are those since July 2025; there are no districts.</summary>
[Name("RecipientInput")]
public sealed class RecipientInput
{
    /// <summary>A person or a company, up to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>9 to 15 digits; spaces, dots and + are fine.</summary>
    public required string Phone { get; init; }

    /// <summary>House and street, or hamlet, up to 300 characters.</summary>
    public required string Street { get; init; }

    /// <summary>Xã, phường or đặc khu, up to 120 characters.</summary>
    public required string Commune { get; init; }

    /// <summary>Code of one of the 34 provinces and cities, such as "86".</summary>
    public required string Province { get; init; }

    internal Recipient Given => new(Name, Phone, Street, Commune, Province);
}

/// <summary>What is ordered is what lies in the cart; prices, sellers and currency are the marketplace's to say.</summary>
[Name("PlaceOrderInput")]
public sealed class PlaceOrderInput
{
    /// <summary>Who gets the goods, and where.</summary>
    public required RecipientInput Recipient { get; init; }

    /// <summary>Where letters go; the account's own address unless told. A guest may leave it out.</summary>
    public string? Email { get; init; }

    /// <summary>How it is paid.</summary>
    public required PaymentMethod Method { get; init; }

    /// <summary>The buyer's own number for the order, up to 64 characters.</summary>
    public string? Reference { get; init; }

    /// <summary>For the producers to read, up to 1,000 characters.</summary>
    public string? Note { get; init; }

    /// <summary>The total that the buyer was shown, in đồng: another one is refused, with the one of now.</summary>
    public required long ExpectedTotal { get; init; }

    /// <summary>1 to 64 characters, made by the client: the same key places the order once, however often it is sent.</summary>
    public required string RequestKey { get; init; }
}

/// <summary>The order as it was placed, or what waits for an owner's approval in its place.</summary>
[Name("PlaceOrderPayload")]
public sealed class PlaceOrderPayload : Payload
{
    internal PlaceOrderPayload(OrderOutcome outcome, Buyer buyer, Ask ask, OrderNames? names = null, string? secret = null)
        : base(outcome.Problems, ask) => (OrderGroup, Approval, Secret) = (
            outcome.Group is null ? null : new OrderGroupGraph(outcome.Group), outcome.Approval is null ? null : new ApprovalGraph(outcome.Approval, buyer), outcome.Group?.SecretHash == names?.SecretHash ? secret : null);

    /// <summary>Null with problems, and while an owner has to approve.</summary>
    public OrderGroupGraph? OrderGroup { get; }

    /// <summary>In the place of an order that costs more than the member may order alone; nothing is kept for it. Null where the order is placed.</summary>
    public ApprovalGraph? Approval { get; }

    /// <summary>With the number it opens the order to whoever has it: for a guest's link. Null for whoever is signed in.</summary>
    public string? Secret { get; }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Orders what lies in the cart: one order for each producer, all or none of them, with the goods kept for them. What costs more than a member of an organisation may order
    /// alone waits for an owner's approval instead; the cart is empty then too. Problems: EMPTY_CART, NOT_ON_SALE,
    /// QUANTITY_NOT_ALLOWED, INSUFFICIENT_STOCK, BELOW_MINIMUM, TOTAL_CHANGED, NO_TERMS, KEY_USED_BEFORE, and of each field MISSING, TOO_LONG, UNREADABLE, UNKNOWN.
    /// </summary>
    [Cost(50)]
    public static Task<PlaceOrderPayload> PlaceOrder(PlaceOrderInput input, Purchaser purchaser, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<OrderPlacing>().PlaceAsync(input, purchaser.Buyer, ask, cancellationToken);
}

/// <summary>Places orders: reads what is there, decides, and writes all of it at once, or nothing.</summary>
internal sealed class OrderPlacing(IDbContextFactory<MarketplaceDb> databases, IDatabaseEngine engine, OrderLetters letters, ApprovalLetters approvals, TimeProvider clock)
{
    /// <summary>So often somebody else may be faster before the buyer is told. From the second time on, where one writes at a time, nobody can be.</summary>
    private const int MostAttempts = 10;

    /// <summary>What lies in the buyer's cart.</summary>
    internal async Task<PlaceOrderPayload> PlaceAsync(PlaceOrderInput input, Buyer buyer, Ask ask, CancellationToken cancellationToken)
    {
        RequestKeys.Check(input.RequestKey);
        if (buyer.CartId is not { } cartId)
        {
            return new(OrderOutcome.Refused(new EmptyCart()), buyer, ask);
        }

        // Of a guest the cart stands for the person. The secret follows from the key, so that a repeated wish is given the same link; whoever is signed in needs none.
        var id = RequestKeys.IdOf(input.RequestKey, cartId, nameof(Mutation.PlaceOrder), clock.GetUtcNow());
        var secret = buyer.GuestSecret is { } guest ? Secrets.HashOf($"{guest}|{id:N}") : null;
        var names = new OrderNames(id, Secrets.HashOf(secret ?? Secrets.New()), Secrets.HashOf(JsonSerializer.Serialize(input)));
        return new(await PlaceAsync(new CartSource(cartId, input, names, secret, buyer, ask.Language), ask, cancellationToken), buyer, ask, names, secret);
    }

    /// <summary>What there is to order, wherever it comes from.</summary>
    internal async Task<OrderOutcome> PlaceAsync(IOrderSource source, Ask ask, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var writer = attempt == 1 ? null : await engine.WriterAsync(cancellationToken);
            var outcome = await databases.FreshlyAsync(db => OnceAsync(db, source, ask, holdsWriter: writer is not null, isLast: attempt == MostAttempts, cancellationToken), cancellationToken);
            if (outcome is not null)
            {
                return outcome;
            }
        }
    }

    /// <summary>Null when somebody else was faster: then everything is to be looked at anew.</summary>
    private async Task<OrderOutcome?> OnceAsync(MarketplaceDb db, IOrderSource source, Ask ask, bool holdsWriter, bool isLast, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if ((await source.ReadAsync(db, now.UtcDateTime, cancellationToken)).Failed(out var nothing, out var intent))
        {
            return await source.DoneBeforeAsync(db, cancellationToken) ?? OrderOutcome.Refused(nothing);
        }

        var (wish, organisation) = (intent.Wish, intent.Buyer.OrganisationId);
        var goods = await db.GoodsAsync([.. wish.Lines.Select(line => line.OfferId)], organisation, ask.Today, cancellationToken);
        var mayPayLater = organisation is { } company && wish.Method == PaymentMethod.Terms
            && await db.Organisations.AnyAsync(one => one.Id == company && one.IdentityStatus == IdentityStatus.Verified, cancellationToken);
        var (group, problems) = Placement.Decide(wish, intent.Buyer with { MayPayLater = mayPayLater }, goods, intent.Names, intent.Language, now, ask.Today);
        if (group is null)
        {
            return await source.DoneBeforeAsync(db, cancellationToken) ?? new(problems);
        }

        var request = intent.Member?.LimitBelow(group.Total) is { } limit ? ApprovalRequest.Of(group, intent.Name, limit) : null;
        using var writer = holdsWriter ? null : await engine.WriterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (request is null && !await db.MoveAsync(Moves.Holding(group.Orders.SelectMany(order => order.Lines)), now.UtcDateTime, cancellationToken))
        {
            await transaction.RollbackAsync(cancellationToken);
            return isLast ? OrderOutcome.Refused(new GoneMeanwhile()) : null;
        }

        intent.Take(group);
        if (request is null)
        {
            db.OrderGroups.Add(group);
            db.Journal.Add(JournalEntry.Placed(group, group.Orders, RequestKeys.IdOf("placed", group.Id, nameof(JournalEntry), now), now.UtcDateTime));
            await letters.PlacedAsync(db, group, intent.Secret, cancellationToken);
        }
        else
        {
            db.ApprovalRequests.Add(request);
            await approvals.AskedAsync(db, request, cancellationToken);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || engine.IsDuplicate(failure))
        {
            // The same wish in another request, or what it comes from was changed meanwhile.
            await transaction.RollbackAsync(cancellationToken);
            return isLast ? OrderOutcome.Refused(new ChangedMeanwhile(0)) : null;
        }

        await transaction.CommitAsync(cancellationToken);
        return request is null ? new([], group) : new([], Approval: request);
    }
}

/// <summary>Others bought faster, again and again.</summary>
public sealed record GoneMeanwhile : IProblem
{
    public LocalizedText Message => new("Người khác vừa mua mất. Hãy xem lại giỏ hàng.", "Others have just bought it. Look at the cart again.");
}
