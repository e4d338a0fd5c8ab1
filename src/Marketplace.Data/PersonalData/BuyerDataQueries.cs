using Marketplace.Core.Ordering;
using Marketplace.Core.Payments;
using Marketplace.Core.PersonalData;
using Marketplace.Data.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.PersonalData;

/// <summary>So many of an offer in somebody's cart.</summary>
/// <param name="ChangedAt">When the cart was last changed, in UTC.</param>
public sealed record KeptCartLine(string Sku, int Quantity, DateTime ChangedAt);

/// <summary>What carts, orders and payments know of a person.</summary>
public static class BuyerDataQueries
{
    /// <summary>Everything that a person ordered, for itself or for organisations, oldest first. Four statements.</summary>
    public static Task<IReadOnlyList<OrderGroup>> OrdersPlacedByAsync(this MarketplaceDb db, Guid accountId, CancellationToken cancellationToken) =>
        db.WithPartsAsync(db.OrderGroups.Where(group => group.AccountId == accountId).OrderBy(group => group.PlacedAt).ThenBy(group => group.Id), cancellationToken);

    /// <summary>The attempts to pay what a person ordered for itself, oldest first. Not tracked.</summary>
    public static async Task<IReadOnlyList<PaymentAttempt>> AttemptsOfPersonAsync(this MarketplaceDb db, Guid accountId, CancellationToken cancellationToken) =>
        await db.PaymentAttempts.AsNoTracking().Where(attempt => db.OrderGroups.Any(group => group.Id == attempt.GroupId && group.AccountId == accountId && group.OrganisationId == null))
            .OrderBy(attempt => attempt.CreatedAt).ThenBy(attempt => attempt.Id).ToListAsync(cancellationToken);

    /// <summary>What lies in a person's carts.</summary>
    public static async Task<IReadOnlyList<KeptCartLine>> CartLinesOfAsync(this MarketplaceDb db, Guid accountId, CancellationToken cancellationToken) => await (
        from cart in db.Carts
        where cart.AccountId == accountId
        from line in cart.Lines
        join offer in db.Offers on line.OfferId equals offer.Id
        orderby cart.Id, line.Place
        select new KeptCartLine(offer.Sku, line.Quantity, cart.ChangedAt)).ToListAsync(cancellationToken);

    /// <summary>Groups that people ordered for themselves who have been erased since, oldest first.</summary>
    public static async Task<IReadOnlyList<Guid>> OrdersOfErasedAsync(this MarketplaceDb db, CancellationToken cancellationToken) => await (
        from request in db.PersonalDataRequests
        where request.Kind == PersonalDataRequestKind.Erasure && request.DoneAt != null
        join placed in db.OrderGroups on (Guid?)request.AccountId equals placed.AccountId
        where placed.OrganisationId == null
        orderby placed.PlacedAt, placed.Id
        select placed.Id).ToListAsync(cancellationToken);

    /// <summary>Takes a person's own name and address out of what organisations ordered, and the name out of the steps that it took for them or for producers. May be done twice.</summary>
    public static async Task ForgetInOrdersAsync(this MarketplaceDb db, Guid accountId, string name, string email, string pseudonym, CancellationToken cancellationToken)
    {
        var placed = db.OrderGroups.Where(group => group.AccountId == accountId && group.OrganisationId != null);
        await placed.Where(group => group.Email == email).ExecuteUpdateAsync(set => set.SetProperty(group => group.Email, (string?)null), cancellationToken);
        await db.OrderEvents.Where(entry => entry.Party == OrderParty.Buyer && entry.Name == name && db.Orders.Any(order => order.Id == entry.OrderId && placed.Any(group => group.Id == order.GroupId)))
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Name, pseudonym), cancellationToken);

        // Goods still find the organisation by its own name.
        var named = await placed.Join(db.Organisations, group => group.OrganisationId, organisation => (Guid?)organisation.Id, (group, organisation) => new { group.Id, group.Recipient, organisation.Name }).ToListAsync(cancellationToken);
        foreach (var one in named.Where(one => one.Recipient.Name == name))
        {
            var recipient = one.Recipient with { Name = one.Name };
            await db.OrderGroups.Where(group => group.Id == one.Id).ExecuteUpdateAsync(set => set.SetProperty(group => group.Recipient, recipient), cancellationToken);
        }

        // A timeline knows names and no accounts; the audit knows both, at the same moment. What is taken in the place of a refused order begins at that moment too.
        var deeds = db.Audit.Where(deed => deed.AccountId == accountId && deed.Subject == nameof(Order));
        var groups = db.Orders.Where(order => deeds.Any(deed => deed.SubjectId == order.Id)).Select(order => order.GroupId);
        var orders = db.Orders.Where(order => groups.Contains(order.GroupId)).Select(order => order.Id);
        await db.OrderEvents.Where(entry => orders.Contains(entry.OrderId) && deeds.Any(deed => deed.At == entry.At && deed.Who == entry.Name))
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Name, pseudonym), cancellationToken);
        await db.ApprovalRequests.Where(request => request.DecidedBy == name && db.Audit.Any(deed => deed.AccountId == accountId && deed.Subject == "Approval" && deed.SubjectId == request.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(request => request.DecidedBy, pseudonym), cancellationToken);
    }

    /// <summary>What a person asked an owner to approve, oldest first. Not tracked.</summary>
    public static async Task<IReadOnlyList<ApprovalRequest>> ApprovalsAskedByAsync(this MarketplaceDb db, Guid accountId, CancellationToken cancellationToken) =>
        await db.ApprovalRequests.AsNoTracking().Where(request => request.AccountId == accountId).OrderBy(request => request.AskedAt).ThenBy(request => request.Id).ToListAsync(cancellationToken);
}
