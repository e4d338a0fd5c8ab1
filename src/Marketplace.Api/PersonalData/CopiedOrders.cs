using Marketplace.Core.Ordering;
using Marketplace.Core.Payments;
using Marketplace.Data;
using Marketplace.Data.PersonalData;

namespace Marketplace.Api.PersonalData;

/// <summary>A person's orders as the copy of their data tells of them. What was ordered for an organisation is the organisation's: there the copy says that, and no more.</summary>
internal static class CopiedOrders
{
    public static async Task<IReadOnlyList<object>> OfAsync(MarketplaceDb db, Guid accountId, CancellationToken cancellationToken)
    {
        var groups = await db.OrdersPlacedByAsync(accountId, cancellationToken);
        var attempts = (await db.AttemptsOfPersonAsync(accountId, cancellationToken)).ToLookup(attempt => attempt.GroupId);
        return [.. groups.Select(group => group.OrganisationId is null ? Own(group, attempts[group.Id]) : new { group.Number, group.PlacedAt, forOrganisation = true })];
    }

    private static object Own(OrderGroup group, IEnumerable<PaymentAttempt> attempts) => new
    {
        group.Number,
        group.PlacedAt,
        group.Recipient,
        group.Email,
        group.Method,
        group.Reference,
        group.Note,
        group.Currency,
        group.Total,
        orders = group.Orders.Select(order => new
        {
            order.Number,
            producer = order.Producer.Vi,
            order.State,
            order.Total,
            order.Released,
            lines = order.Lines.Select(line => new { line.Sku, product = line.Product.Vi, pack = line.Pack.Vi, line.Quantity, line.Total, line.Shipped, line.Returned }),
            timeline = order.Timeline.Select(entry => new { entry.At, entry.Kind, entry.Party, entry.Name, entry.Text }),
        }),
        payments = attempts.Select(attempt => new
        {
            attempt.Gateway,
            attempt.CreatedAt,
            attempt.State,
            amount = attempt.Amount.Amount,
            received = attempt.Received.Amount,
            refunded = attempt.Refunded.Amount,
            code = attempt.Transfer?.Code,
        }),
    };
}
