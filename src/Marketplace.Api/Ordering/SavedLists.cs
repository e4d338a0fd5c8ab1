using System.Text.Json;
using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.Ordering;
using Marketplace.Core;
using Marketplace.Core.Ordering;
using Marketplace.Data;
using Marketplace.Data.Listings;
using Marketplace.Data.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>What a buyer orders again and again, under a name.</summary>
[Name("SavedList")]
public sealed class SavedListGraph
{
    private readonly SavedListHead _list;
    private readonly Buyer _buyer;

    internal SavedListGraph(SavedListHead list, Buyer buyer) => (_list, _buyer) = (list, buyer);

    internal SavedListGraph(SavedList list, Buyer buyer)
        : this(new SavedListHead(list.Id, list.Name, list.ChangedAt, list.Version, list.Lines.Count), buyer)
    {
    }

    /// <summary>Opaque.</summary>
    [Id]
    public string Id => GlobalId.Encode("SavedList", _list.Id);

    /// <summary>Up to 120 characters; of a buyer's lists no two are called alike.</summary>
    public string Name => _list.Name;

    /// <summary>Rises with every change; saveList takes it.</summary>
    public int Version => _list.Version;

    /// <summary>When it was last changed.</summary>
    public DateTime ChangedAt => _list.ChangedAt;

    /// <summary>Different offers in it, 1 to 1,000.</summary>
    public int LineCount => _list.LineCount;

    /// <summary>What a cart of it would be at this moment: prices, days, and what cannot be had. Nothing is put into the cart. Seven statements.</summary>
    [Cost(20)]
    public async Task<CartGraph> Today(Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var list = await db.SavedListAsync(_buyer.OwnerId ?? Guid.Empty, _list.Id, cancellationToken);
        return await db.TodayAsync([.. (list?.Lines ?? []).OrderBy(line => line.Place).Select(line => new Wanted(line.OfferId, line.Quantity))], _buyer, ask, cancellationToken);
    }
}

/// <summary>A list, new or changed.</summary>
[Name("SaveListInput")]
public sealed class SaveListInput
{
    /// <summary>One of the buyer's own; null for a new one.</summary>
    [Id]
    public string? List { get; init; }

    /// <summary>The version that was read; left out for a new one.</summary>
    public int? Version { get; init; }

    /// <summary>Up to 120 characters, and no other list's.</summary>
    public required string Name { get; init; }

    /// <summary>1 to 1,000 different offers with 1 to 1,000,000 units each, in place of those that were there; null leaves those.</summary>
    public IReadOnlyList<CartLineInput>? Lines { get; init; }

    /// <summary>1 to 64 characters, made by the client: the same wish sent again changes nothing.</summary>
    public required string RequestKey { get; init; }
}

/// <summary>A list that is needed no more.</summary>
[Name("RemoveListInput")]
public sealed class RemoveListInput
{
    /// <summary>One of the buyer's own.</summary>
    [Id]
    public required string List { get; init; }

    /// <summary>1 to 64 characters, made by the client: the same request sent again is done once and answered alike.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>The list as it is now.</summary>
[Name("SavedListPayload")]
public sealed class SavedListPayload : Payload
{
    internal SavedListPayload(IEnumerable<IProblem> problems, Ask ask, SavedListGraph? list = null)
        : base(problems, ask) => List = list;

    /// <summary>Null with problems, and after it was removed.</summary>
    public SavedListGraph? List { get; }
}

public sealed partial class Query
{
    /// <summary>The lists of the organisation for which the person acts, or of the person who buys for himself; changed last first, 100 at most. Nothing for guests. One statement.</summary>
    public static async Task<IReadOnlyList<SavedListGraph>> SavedLists(Buyer buyer, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        if (buyer.OwnerId is not { } owner)
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return [.. (await db.SavedListsAsync(owner, cancellationToken)).Select(list => new SavedListGraph(list, buyer))];
    }

    /// <summary>One of them; null when there is none of that id for whoever asks.</summary>
    public static async Task<SavedListGraph?> SavedList([Id] string id, Buyer buyer, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return buyer.OwnerId is { } owner && GlobalId.TryDecode(id, "SavedList", out var key) && await db.SavedListAsync(owner, key, cancellationToken) is { } list ? new(list, buyer) : null;
    }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Keeps a list, renames it, or changes its lines. Problems: NOTHING_THERE, CHANGED_MEANWHILE, KEY_USED_BEFORE, TOO_MANY_LISTS, LIST_NAME_TAKEN, and of each field, as in
    /// ["lines", "0", "quantity"], MISSING, TOO_LONG, UNKNOWN, TWICE, OUT_OF_RANGE.
    /// </summary>
    [Cost(20)]
    public static async Task<SavedListPayload> SaveList(
        SaveListInput input, Person person, Purchaser purchaser, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] IDatabaseEngine engine, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        var (owner, now) = (purchaser.Buyer.OwnerId ?? person.AccountId, clock.GetUtcNow());
        RequestKeys.Check(input.RequestKey);
        var id = input.List is null ? RequestKeys.IdOf(input.RequestKey, owner, nameof(SaveList), now) : GlobalId.TryDecode(input.List, "SavedList", out var given) ? given : Guid.Empty;
        var wish = Secrets.HashOf(JsonSerializer.Serialize(input));
        using var writer = await engine.WriterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var list = await db.SavedListAsync(owner, id, cancellationToken);
        if (list?.RequestHash == wish)
        {
            return new([], ask, new(list, purchaser.Buyer));
        }

        var lines = input.Lines?.Select(line => (OfferId: GlobalId.TryDecode(line.Offer, "Offer", out var offer) ? offer : Guid.Empty, line.Quantity)).ToList();
        var there = lines is null ? new HashSet<Guid>() : await db.OffersThereAsync([.. lines.Select(line => line.OfferId).Distinct()], cancellationToken);
        var others = (await db.SavedListsAsync(owner, cancellationToken)).Where(other => other.Id != id).ToList();
        if (Stands(input, list, others.Count) is { } stands)
        {
            return new([stands], ask);
        }

        if (new SavedListContent(input.Name, list is null ? lines ?? [] : lines).Checked(there).Failed(out var problem, out var content))
        {
            return new([problem], ask);
        }

        if (others.Exists(other => Core.Ordering.SavedList.KeyOf(other.Name) == Core.Ordering.SavedList.KeyOf(content.Name)))
        {
            return new([new ListNameTaken()], ask);
        }

        list ??= db.SavedLists.Add(new SavedList { Id = id, OwnerId = owner, Name = content.Name, NameKey = "", ChangedAt = now.UtcDateTime, RequestHash = wish }).Entity;
        list.Take(content);
        (list.ChangedAt, list.RequestHash) = (now.UtcDateTime, wish);
        return await db.SaveWorkAsync(engine, cancellationToken) is { } raced ? new([raced], ask) : new([], ask, new(list, purchaser.Buyer));
    }

    /// <summary>Removes a list. Problems: NOTHING_THERE, CHANGED_MEANWHILE.</summary>
    public static async Task<SavedListPayload> RemoveList(
        RemoveListInput input, Person person, Purchaser purchaser, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] IDatabaseEngine engine, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        var owner = purchaser.Buyer.OwnerId ?? person.AccountId;
        var wish = RequestKeys.WishOf(input.RequestKey, person.AccountId, nameof(RemoveList), new { owner, input });
        return await databases.OnceAsync(engine, wish, clock.GetUtcNow(), RemoveAsync, cancellationToken) is { } problem ? new([problem], ask) : new([], ask);

        async Task<IProblem?> RemoveAsync(MarketplaceDb db)
        {
            if (!GlobalId.TryDecode(input.List, "SavedList", out var id) || await db.SavedListAsync(owner, id, cancellationToken) is not { } list)
            {
                return new NothingThere(["list"]);
            }

            db.SavedLists.Remove(list);
            return null;
        }
    }

    private static IProblem? Stands(SaveListInput input, SavedList? list, int others) => (input.List, list) switch
    {
        (not null, null) => new NothingThere(["list"]),
        (null, not null) => new KeyUsedBefore(),
        (_, { } there) when input.Version != there.Version => new ChangedMeanwhile(there.Version),
        (null, null) when others >= Core.Ordering.SavedList.Most => new TooManyLists(),
        _ => null,
    };
}
