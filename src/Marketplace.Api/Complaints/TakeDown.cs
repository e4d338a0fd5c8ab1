using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.Mail;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Complaints;
using Marketplace.Core.Listings;
using Marketplace.Data;
using Marketplace.Data.Certification;
using Marketplace.Data.Complaints;
using Marketplace.Data.Listings;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A product that the office has taken out of sight.</summary>
[Name("Takedown")]
public sealed class TakedownGraph
{
    private readonly TakedownLine _line;

    internal TakedownGraph(TakedownLine line) => _line = line;

    /// <summary>Id of the product.</summary>
    [Id]
    public string ProductId => GlobalId.Encode("Product", _line.Takedown.ProductId);

    /// <summary>Why, by kind.</summary>
    public TakedownGround Ground => _line.Takedown.Ground;

    /// <summary>Why, in the office's words.</summary>
    public string Reason => _line.Takedown.Reason;

    /// <summary>Since when.</summary>
    public DateTime At => _line.Takedown.At;

    /// <summary>Name of the product, in the reader's language.</summary>
    public string Product(Ask ask) => _line.Product.In(ask.Language);
}

/// <summary>A product that shall be out of sight.</summary>
[Name("TakeDownProductInput")]
public sealed class TakeDownProductInput
{
    /// <summary>The product.</summary>
    [Id]
    public required string Product { get; init; }

    /// <summary>Why, by kind.</summary>
    public required TakedownGround Ground { get; init; }

    /// <summary>Why, in words that its producer reads, 1 to 2000 characters.</summary>
    public required string Reason { get; init; }
}

/// <summary>A product that shall be seen again.</summary>
[Name("PutBackProductInput")]
public sealed class PutBackProductInput
{
    /// <summary>One that the office has taken down.</summary>
    [Id]
    public required string Product { get; init; }

    /// <summary>Why, 1 to 2000 characters; its producer reads it.</summary>
    public required string Reason { get; init; }
}

/// <summary>Whether it was done.</summary>
[Name("TakedownPayload")]
public sealed class TakedownPayload : Payload
{
    internal TakedownPayload(IEnumerable<IProblem> problems, Ask ask)
        : base(problems, ask)
    {
    }
}

public sealed partial class Query
{
    /// <summary>What the office has taken out of sight and not put back, newest first. 1 to 100, 20 unless told.</summary>
    [Cost(5)]
    public static async Task<IReadOnlyList<TakedownGraph>> Takedowns(
        Officer officer, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken, int first = 20)
    {
        _ = officer;
        var size = PageArguments.From(first, after: null, last: null, before: null).Size;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return [.. (await db.TakedownsAsync(size, cancellationToken)).Select(line => new TakedownGraph(line))];
    }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Takes a product out of sight within a minute: pages, lists, filters and search. Its producer gets a letter with the reason and cannot show it
    /// again; certificates stay public. Problems: NOTHING_THERE, INVALID_VALUE, TAKEN_DOWN_ALREADY, CHANGED_MEANWHILE.
    /// </summary>
    public static Task<TakedownPayload> TakeDownProduct(TakeDownProductInput input, Officer officer, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        OfSightAsync(input.Product, "takeDownProduct", input.Reason, officer, ask, services, (at, held, db, now) =>
        {
            if (held is not null)
            {
                return new TakenDownAlready();
            }

            db.Takedowns.Add(new Takedown { Id = Guid.CreateVersion7(now), ProductId = at.Product!.Id, Ground = input.Ground, Reason = input.Reason.Trim(), At = now.UtcDateTime });
            at.Product.Visibility = Visibility.TakenDown;
            return null;
        }, cancellationToken);

    /// <summary>Lets a product be seen again, unless its producer has paused it. Problems: NOTHING_THERE, INVALID_VALUE, NOT_TAKEN_DOWN, CHANGED_MEANWHILE.</summary>
    public static Task<TakedownPayload> PutBackProduct(PutBackProductInput input, Officer officer, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken) =>
        OfSightAsync(input.Product, "putBackProduct", input.Reason, officer, ask, services, (at, held, _, now) =>
        {
            if (held is null)
            {
                return new NotTakenDown();
            }

            held.PutBack(input.Reason.Trim(), now.UtcDateTime);
            at.Product!.Visibility = !at.IsNew && at.Listing.Live == LiveState.Hidden ? Visibility.Hidden : Visibility.Shown;
            return null;
        }, cancellationToken);

    private static async Task<TakedownPayload> OfSightAsync(
        string product,
        string action,
        string reason,
        Officer officer,
        Ask ask,
        IServiceProvider services,
        Func<ListingAtWork, Takedown?, MarketplaceDb, DateTimeOffset, IProblem?> change,
        CancellationToken cancellationToken)
    {
        if (reason.Trim().Length is 0 or > LongestReason)
        {
            return new([new InvalidValue(["reason"], new($"Hãy viết từ 1 đến {LongestReason} ký tự.", $"Write 1 to {LongestReason} characters."))], ask);
        }

        var (db, now) = (services.GetRequiredService<MarketplaceDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (!GlobalId.TryDecode(product, "Product", out var id) || await db.ListingAsync(id, cancellationToken) is not { Product: { } } at)
        {
            return new([new NothingThere(["product"])], ask);
        }

        var before = at.Product.Visibility;
        if (change(at, await db.TakedownOfAsync(id, cancellationToken), db, now) is { } problem)
        {
            return new([problem], ask);
        }

        db.Note(officer.Actor, action, ("Product", id), now, new { visibility = before.ToString() }, new { visibility = at.Product.Visibility.ToString() }, reason.Trim());
        await WriteToMakersAsync(at.Product, reason.Trim(), db, services.GetRequiredService<Letters>(), cancellationToken);
        return await db.SaveWorkAsync(services.GetRequiredService<IDatabaseEngine>(), cancellationToken) is { } raced ? new([raced], ask) : new([], ask);
    }

    private static async Task WriteToMakersAsync(Product product, string reason, MarketplaceDb db, Letters letters, CancellationToken cancellationToken)
    {
        foreach (var organisation in await db.Organisations.Where(found => found.ProducerId != null && found.ProducerId == product.ProducerId).Select(found => found.Id).ToListAsync(cancellationToken))
        {
            foreach (var account in await db.WorkersOfAsync(organisation, cancellationToken))
            {
                letters.OutOfSight(account, product, reason);
            }
        }
    }
}
