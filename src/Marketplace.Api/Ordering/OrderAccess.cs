using System.Security.Cryptography;
using System.Text;
using Marketplace.Api.Accounts;
using Marketplace.Core.Ordering;

namespace Marketplace.Api.Ordering;

/// <summary>Whose orders are whose.</summary>
internal static class OrderAccess
{
    /// <summary>A buyer's own: the person's, the organisation's, or of whoever has the guest's link.</summary>
    public static Stepper Of(Buyer buyer, string? secret) => new(OrderParty.Buyer, buyer.Person?.Name ?? "", buyer.Actor, (group, _) => IsTheirs(group, buyer, secret));

    /// <summary>A producer's own, once they are paid for or need not be.</summary>
    public static Stepper Of(Actor seller) => new(
        OrderParty.Producer, seller.Name, seller, (_, order) => order.ProducerId == seller.ProducerId && order.State != OrderState.AwaitingPayment);

    public static bool IsTheirs(OrderGroup group, Buyer buyer, string? secret) =>
        (secret is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Secrets.HashOf(secret)), Encoding.ASCII.GetBytes(group.SecretHash)))
        || (buyer.Person is { } person && (group.OrganisationId is { } organisation ? organisation == buyer.Actor?.OrganisationId : group.AccountId == person.AccountId));
}
