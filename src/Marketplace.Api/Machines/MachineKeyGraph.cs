using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Marketplace.Data.Listings;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A machine's key to the API, of one organisation.</summary>
[Name("MachineKey")]
public sealed class MachineKeyGraph
{
    private readonly MachineKey _key;

    internal MachineKeyGraph(MachineKey key) => _key = key;

    /// <summary>Opaque; revokeMachineKey takes it.</summary>
    [Id]
    public string Id => GlobalId.Encode("MachineKey", _key.Id);

    /// <summary>Which machine it is, in its owner's words.</summary>
    public string Name => _key.Name;

    /// <summary>client_id of the client credentials grant at /connect/token.</summary>
    public string ClientId => _key.Id.ToString("N");

    /// <summary>What the machine may do.</summary>
    public IReadOnlyList<KeyScope> Scopes => _key.Scopes;

    /// <summary>When it was made.</summary>
    public DateTime CreatedAt => _key.CreatedAt;

    /// <summary>When it last asked for a token; null while it never did.</summary>
    public DateTime? UsedAt => _key.UsedAt;
}

/// <summary>A key that shall be made for the organisation for which one acts.</summary>
[Name("CreateMachineKeyInput")]
public sealed class CreateMachineKeyInput
{
    /// <summary>Which machine it is for, 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What it may do: LISTINGS and STOCK for producers, OFFICE for the programme office.</summary>
    public required IReadOnlyList<KeyScope> Scopes { get; init; }

    /// <summary>Up to 64 characters, made by the client: with it, a second request makes no second key. The secret is not shown again: SECRET_SHOWN_BEFORE.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>A key was made by an earlier request with the same requestKey.</summary>
public sealed record SecretShownBefore : IFieldProblem
{
    public IReadOnlyList<string> Path => ["requestKey"];

    public LocalizedText Message => new(
        "Khóa này đã được tạo và mã bí mật chỉ hiện một lần. Nếu không giữ lại được, hãy thu hồi khóa và tạo khóa mới.",
        "This key was made, and its secret is shown once. If it was not kept, revoke the key and make another.");
}

/// <summary>A new key.</summary>
[Name("CreateMachineKeyPayload")]
public sealed class CreateMachineKeyPayload : Payload
{
    internal CreateMachineKeyPayload(IEnumerable<IProblem> problems, Ask ask, MachineKey? key = null, string? secret = null)
        : base(problems, ask) => (Key, Secret) = (key is null ? null : new(key), secret);

    /// <summary>Null with problems.</summary>
    public MachineKeyGraph? Key { get; }

    /// <summary>client_secret; shown now and never again.</summary>
    public string? Secret { get; }
}

/// <summary>A key that shall work no more.</summary>
[Name("RevokeMachineKeyInput")]
public sealed class RevokeMachineKeyInput
{
    /// <summary>One of the organisation's own.</summary>
    [Id]
    public required string Key { get; init; }
}

/// <summary>What became of a key.</summary>
[Name("RevokeMachineKeyPayload")]
public sealed class RevokeMachineKeyPayload : Payload
{
    internal RevokeMachineKeyPayload(IEnumerable<IProblem> problems, Ask ask)
        : base(problems, ask)
    {
    }
}

public sealed partial class Mutation
{
    /// <summary>Makes a key for a machine, which gets tokens with it at /connect/token (client credentials). Problems: INVALID_VALUE, TOO_MANY_KEYS, SECRET_SHOWN_BEFORE.</summary>
    public static async Task<CreateMachineKeyPayload> CreateMachineKey(
        CreateMachineKeyInput input, Owner owner, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] IDatabaseEngine engine, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        var (actor, name, now) = (owner.Actor, input.Name.Trim(), clock.GetUtcNow());
        if (MachineKey.Faults(actor.Kind, name, [.. input.Scopes]) is { Count: > 0 } faults)
        {
            return new(faults, ask);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var id = RequestKeys.IdOf(input.RequestKey, actor.OrganisationId, nameof(CreateMachineKey), now);
        if (input.RequestKey is not null && await db.MachineKeys.AnyAsync(made => made.Id == id, cancellationToken))
        {
            return new([new SecretShownBefore()], ask);
        }

        if ((await db.KeysOfAsync(actor.OrganisationId, cancellationToken)).Count >= MachineKey.Most)
        {
            return new([new TooManyKeys()], ask);
        }

        var secret = Secrets.New();
        var key = new MachineKey
        {
            Id = id,
            OrganisationId = actor.OrganisationId,
            Name = name,
            Scopes = [.. input.Scopes.Distinct().Order()],
            SecretHash = Secrets.HashOf(secret),
            CreatedBy = actor.AccountId,
            CreatedAt = now.UtcDateTime,
        };
        db.MachineKeys.Add(key);
        db.Note(actor, "createMachineKey", ("MachineKey", key.Id), now, after: new { key.Name, scopes = key.Scopes.Select(scope => scope.ToString()) });
        return await db.SaveWorkAsync(engine, cancellationToken) is null ? new([], ask, key, secret) : new([new SecretShownBefore()], ask);
    }

    /// <summary>Ends a key, and with it every token that was made with it, from the next request on. Problems: NOTHING_THERE.</summary>
    public static async Task<RevokeMachineKeyPayload> RevokeMachineKey(
        RevokeMachineKeyInput input, Owner owner, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!GlobalId.TryDecode(input.Key, out var type, out var id) || type != "MachineKey" || await db.KeyOfAsync(id, owner.Actor.OrganisationId, cancellationToken) is not { } key)
        {
            return new([new NothingThere(["key"])], ask);
        }

        key.RevokedAt = clock.GetUtcNow().UtcDateTime;
        db.Note(owner.Actor, "revokeMachineKey", ("MachineKey", key.Id), clock.GetUtcNow(), before: new { key.Name });
        await db.SaveChangesAsync(cancellationToken);
        return new([], ask);
    }
}
