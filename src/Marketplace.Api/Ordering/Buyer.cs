using Marketplace.Api.Accounts;

namespace Marketplace.Api;

/// <summary>Whoever looks at a cart or at orders: somebody for himself, a member of an organisation that buys, or a guest, who is known by a cookie.</summary>
/// <param name="Person">Null for a guest.</param>
/// <param name="Actor">For which organisation; null for private people.</param>
/// <param name="GuestSecret">What the browser's cookie says; null where it has none, and for whoever is signed in.</param>
public sealed record Buyer(Person? Person, Actor? Actor, string? GuestSecret)
{
    /// <summary>The buyer's cart; null for a guest who has put nothing in yet.</summary>
    internal Guid? CartId => Person is not null ? CartOf(Person.AccountId, Actor?.OrganisationId) : GuestSecret is null ? null : CartOf(GuestSecret);

    /// <summary>Whose addresses and lists are the buyer's: the organisation's, which its members share, or the person's; null for a guest.</summary>
    internal Guid? OwnerId => Actor?.OrganisationId ?? Person?.AccountId;

    /// <summary>A guest's cart, known by the hash of its secret: whoever reads the database cannot open it.</summary>
    internal static Guid CartOf(string secret) => RequestKeys.IdOf(Secrets.HashOf(secret), Guid.Empty, nameof(Core.Ordering.Cart), default);

    internal static Guid CartOf(Guid accountId, Guid? organisationId) => RequestKeys.IdOf(organisationId?.ToString("N") ?? "own", accountId, nameof(Core.Ordering.Cart), default);
}

/// <summary>Whoever may put into a cart and order: a guest, somebody for himself, or a member of an organisation who may do more than look.</summary>
public sealed record Purchaser(Buyer Buyer);

/// <summary>Whoever orders for an organisation that buys: no guest, and nobody for himself alone.</summary>
public sealed record CompanyPurchaser(Buyer Buyer, Actor Actor);
