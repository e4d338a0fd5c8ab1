using System.Text.Json;
using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Core.Ordering;
using Marketplace.Data;
using Marketplace.Data.Listings;
using Marketplace.Data.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>An address to which a buyer has goods sent again and again.</summary>
[Name("DeliveryAddress")]
public sealed class DeliveryAddressGraph
{
    private readonly DeliveryAddress _address;

    internal DeliveryAddressGraph(DeliveryAddress address) => _address = address;

    /// <summary>Opaque.</summary>
    [Id]
    public string Id => GlobalId.Encode("DeliveryAddress", _address.Id);

    /// <summary>Rises with every change; saveDeliveryAddress takes it.</summary>
    public int Version => _address.Version;

    /// <summary>What the buyer calls it, up to 80 characters.</summary>
    public string Label => _address.Label;

    /// <summary>Whether it is chosen unless the buyer says otherwise; one of a buyer's addresses at most.</summary>
    public bool Usual => _address.IsUsual;

    /// <summary>Who gets the goods, and where.</summary>
    public RecipientGraph Recipient => new(_address.Recipient);

    /// <summary>The usual one first, then by their names.</summary>
    internal static IReadOnlyList<DeliveryAddressGraph> Sorted(IEnumerable<DeliveryAddress> addresses) =>
        [.. addresses.OrderByDescending(address => address.IsUsual).ThenBy(address => VietnameseOrder.Key(address.Label), StringComparer.Ordinal).ThenBy(address => address.Id).Select(address => new DeliveryAddressGraph(address))];
}

/// <summary>An address, new or changed.</summary>
[Name("SaveDeliveryAddressInput")]
public sealed class SaveDeliveryAddressInput
{
    /// <summary>One of the buyer's own; null for a new one.</summary>
    [Id]
    public string? Address { get; init; }

    /// <summary>The version that was read; left out for a new one.</summary>
    public int? Version { get; init; }

    /// <summary>What the buyer calls it, up to 80 characters.</summary>
    public required string Label { get; init; }

    /// <summary>Who gets the goods, and where.</summary>
    public required RecipientInput Recipient { get; init; }

    /// <summary>Whether it is chosen from now on; the first address is, whatever is said.</summary>
    public required bool Usual { get; init; }

    /// <summary>1 to 64 characters, made by the client: the same wish sent again changes nothing.</summary>
    public required string RequestKey { get; init; }
}

/// <summary>An address that is needed no more.</summary>
[Name("RemoveDeliveryAddressInput")]
public sealed class RemoveDeliveryAddressInput
{
    /// <summary>One of the buyer's own. Orders that went there keep it.</summary>
    [Id]
    public required string Address { get; init; }

    /// <summary>1 to 64 characters, made by the client: the same request sent again is done once and answered alike.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>The address book as it is now.</summary>
[Name("DeliveryAddressPayload")]
public sealed class DeliveryAddressPayload : Payload
{
    internal DeliveryAddressPayload(IEnumerable<IProblem> problems, Ask ask, IEnumerable<DeliveryAddress> book, DeliveryAddress? address = null)
        : base(problems, ask) => (Addresses, Address) = (DeliveryAddressGraph.Sorted(book), address is null ? null : new DeliveryAddressGraph(address));

    /// <summary>The one that was saved; null with problems, and after one was removed.</summary>
    public DeliveryAddressGraph? Address { get; }

    /// <summary>All that the buyer has; with problems empty.</summary>
    public IReadOnlyList<DeliveryAddressGraph> Addresses { get; }
}

public sealed partial class Query
{
    /// <summary>
    /// Where the organisation has goods sent for which the person acts, or the person who buys for himself: the usual address first, 50 at most. Nothing for guests. One statement.
    /// </summary>
    public static async Task<IReadOnlyList<DeliveryAddressGraph>> DeliveryAddresses(Buyer buyer, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        if (buyer.OwnerId is not { } owner)
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return DeliveryAddressGraph.Sorted(await db.AddressesOfAsync(owner, cancellationToken));
    }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Keeps an address, or changes all of one. Problems: NOTHING_THERE, CHANGED_MEANWHILE, KEY_USED_BEFORE, ADDRESS_BOOK_FULL, and of each field, as in ["recipient", "phone"],
    /// MISSING, TOO_LONG, UNREADABLE, UNKNOWN.
    /// </summary>
    public static async Task<DeliveryAddressPayload> SaveDeliveryAddress(
        SaveDeliveryAddressInput input, Person person, Purchaser purchaser, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] IDatabaseEngine engine, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        var owner = purchaser.Buyer.OwnerId ?? person.AccountId;
        var id = input.Address is null ? RequestKeys.IdOf(input.RequestKey, owner, nameof(SaveDeliveryAddress), clock.GetUtcNow())
            : GlobalId.TryDecode(input.Address, "DeliveryAddress", out var given) ? given : Guid.Empty;
        RequestKeys.Check(input.RequestKey);
        var wish = Secrets.HashOf(JsonSerializer.Serialize(input));
        using var writer = await engine.WriterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var book = (await db.AddressesOfAsync(owner, cancellationToken)).ToList();
        var address = book.Find(one => one.Id == id);
        if (address?.RequestHash == wish)
        {
            return new([], ask, book, address);
        }

        IProblem? stands = (input.Address, address) switch
        {
            (not null, null) => new NothingThere(["address"]),
            (null, not null) => new KeyUsedBefore(),
            (_, { } there) when input.Version != there.Version => new ChangedMeanwhile(there.Version),
            (null, null) when book.Count >= DeliveryAddress.Most => new AddressBookFull(),
            _ => null,
        };
        if (stands is not null)
        {
            return new([stands], ask, []);
        }

        if (new AddressContent(input.Label, input.Recipient.Given).Checked().Failed(out var problem, out var content))
        {
            return new([problem], ask, []);
        }

        if (address is null)
        {
            address = new DeliveryAddress { Id = id, OwnerId = owner, Label = content.Label, Recipient = content.Recipient, RequestHash = wish };
            db.DeliveryAddresses.Add(address);
            book.Add(address);
        }

        (address.Label, address.Recipient, address.RequestHash) = (content.Label, content.Recipient, wish);
        address.IsUsual = input.Usual || !book.Exists(other => other != address && other.IsUsual);
        foreach (var other in book.Where(other => address.IsUsual && other != address && other.IsUsual))
        {
            other.IsUsual = false;
        }

        return await db.SaveWorkAsync(engine, cancellationToken) is { } raced ? new([raced], ask, []) : new([], ask, book, address);
    }

    /// <summary>Removes an address; orders that went there keep it. Problems: NOTHING_THERE for what is no address of the buyer's, CHANGED_MEANWHILE.</summary>
    public static async Task<DeliveryAddressPayload> RemoveDeliveryAddress(
        RemoveDeliveryAddressInput input, Person person, Purchaser purchaser, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] IDatabaseEngine engine, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        var owner = purchaser.Buyer.OwnerId ?? person.AccountId;
        var wish = RequestKeys.WishOf(input.RequestKey, person.AccountId, nameof(RemoveDeliveryAddress), new { owner, input });
        if (await databases.OnceAsync(engine, wish, clock.GetUtcNow(), RemoveAsync, cancellationToken) is { } problem)
        {
            return new([problem], ask, []);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return new([], ask, await db.AddressesOfAsync(owner, cancellationToken));

        async Task<IProblem?> RemoveAsync(MarketplaceDb db)
        {
            if (!GlobalId.TryDecode(input.Address, "DeliveryAddress", out var id) || (await db.AddressesOfAsync(owner, cancellationToken)).FirstOrDefault(one => one.Id == id) is not { } address)
            {
                return new NothingThere(["address"]);
            }

            db.DeliveryAddresses.Remove(address);
            return null;
        }
    }
}
