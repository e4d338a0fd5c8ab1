using GraphQL;
using Marketplace.Api.Catalogue;
using Marketplace.Core;
using Marketplace.Core.Listings;
using Marketplace.Core.Ordering;
using Marketplace.Data;
using Marketplace.Data.Ordering;
using Marketplace.Files.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A sheet of SKUs and quantities.</summary>
[Name("ReadOrderPadInput")]
public class ReadOrderPadInput
{
    /// <summary>As it is copied out of a spreadsheet or typed: a row on each line, SKU and quantity with a tab, semicolon or comma between them; 1,000 rows at most. A file becomes such a text at /order-pads/text.</summary>
    public required string Text { get; init; }
}

/// <summary>A sheet of SKUs and quantities that is to go into the cart.</summary>
[Name("AddOrderPadInput")]
public sealed class AddOrderPadInput : ReadOrderPadInput
{
    /// <summary>What becomes of good rows beside bad ones.</summary>
    public required SheetPolicy Policy { get; init; }

    /// <summary>1 to 64 characters, made by the client: the same request sent again is done once and answered alike.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>The pad as it was understood.</summary>
[Name("OrderPadPayload")]
public class OrderPadPayload : Payload
{
    internal OrderPadPayload(IReadOnlyList<IProblemGraph> problems, OrderPadGraph? pad)
        : base(problems) => Pad = pad;

    /// <summary>Null where it cannot be read as a whole.</summary>
    public OrderPadGraph? Pad { get; }
}

/// <summary>The pad as it was understood, and what of it went into the cart.</summary>
[Name("AddOrderPadPayload")]
public sealed class AddOrderPadPayload : OrderPadPayload
{
    internal AddOrderPadPayload(IEnumerable<IProblem> problems, Ask ask, OrderPadGraph? pad)
        : base(ProblemGraphs.Of(problems, ask), pad)
    {
    }

    internal AddOrderPadPayload(CartPayload filled, OrderPadGraph pad)
        : base(filled.Problems, pad) => (Added, Cart) = filled.Problems.Count == 0 ? (filled.Lines, filled.Cart) : (0, null);

    /// <summary>Lines that went into the cart: all that can be ordered as they are, or with problems none.</summary>
    public int Added { get; }

    /// <summary>With problems null.</summary>
    public CartGraph? Cart { get; }
}

public sealed partial class Query
{
    /// <summary>
    /// Reads what somebody wants to order in bulk: finds the goods and their prices, and says of each row what is wrong and what would be right. Seven statements at most, however
    /// many rows. Problems: SHEET_EMPTY, SHEET_TOO_LONG, SHEET_QUOTES_BROKEN, ORDER_PAD_TOO_LONG, ORDER_COLUMN_MISSING, ORDER_COLUMN_TWICE.
    /// </summary>
    [Cost(50)]
    public static async Task<OrderPadPayload> ReadOrderPad(ReadOrderPadInput input, Buyer buyer, Ask ask, [FromServices] OrderPads pads, CancellationToken cancellationToken) =>
        (await pads.ReadAsync(input.Text, buyer, ask, cancellationToken)).Failed(out var problem, out var pad) ? new(ProblemGraphs.Of([problem], ask), pad: null) : new([], pad);
}

public sealed partial class Mutation
{
    /// <summary>
    /// Adds the rows of a pad to what is in the cart already; a row that cannot be ordered as it is stays out. Problems: those of readOrderPad, ORDER_PAD_NOT_TAKEN
    /// where no row may go in, TOO_LONG where the cart would be.
    /// </summary>
    [Cost(50)]
    public static async Task<AddOrderPadPayload> AddOrderPad(
        AddOrderPadInput input, Purchaser purchaser, Ask ask, [FromServices] OrderPads pads, [FromServices] CartWork carts, CancellationToken cancellationToken)
    {
        if ((await pads.ReadAsync(input.Text, purchaser.Buyer, ask, cancellationToken)).Failed(out var unread, out var pad))
        {
            return new([unread], ask, pad: null);
        }

        var wish = new CartWish(input.RequestKey, nameof(AddOrderPad), input);
        if (await carts.DoneBeforeAsync(purchaser.Buyer, wish, ask, cancellationToken) is { } done)
        {
            return new(done, pad);
        }

        var good = pad.Lines.Where(line => line.Line.Problem is null).Select(line => new CartLineInput { Offer = line.Line.Offer, Quantity = line.Line.Quantity }).ToList();
        if (good.Count == 0 || (pad.Wrong > 0 && input.Policy == SheetPolicy.AllOrNothing))
        {
            return new([new OrderPadNotTaken(pad.Wrong)], ask, pad);
        }

        return new(await carts.AddAsync(purchaser.Buyer, good, wish, ask, cancellationToken), pad);
    }
}

/// <summary>How order pads are read. The SKUs of the catalogue stay in memory until something in it changes.</summary>
public sealed class OrderPads(IDbContextFactory<MarketplaceDb> databases, CatalogueCache catalogue)
{
    private Skus? _skus;

    internal async Task<Result<OrderPadGraph>> ReadAsync(string text, Buyer buyer, Ask ask, CancellationToken cancellationToken)
    {
        if (PastedSheet.Read(text).Failed(out var unread, out var sheet))
        {
            return new(unread);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var remembered = Volatile.Read(ref _skus) is { } kept && kept.Changes == catalogue.Changes ? kept : null;
        var skus = remembered ?? await SkusAsync(db, cancellationToken);
        var read = OrderPad.Read(sheet, skus.Known);
        if (remembered is not null && !read.Failed(out _, out var first) && first.Refused.Count > 0)
        {
            // A SKU that is not among those in memory may have been made this second.
            skus = await SkusAsync(db, cancellationToken);
            read = OrderPad.Read(sheet, skus.Known);
        }

        if (read.Failed(out var problem, out var pad))
        {
            return new(problem);
        }

        var goods = await db.GoodsAsync([.. pad.Lines.Select(line => skus.Ids[line.Sku])], buyer.Actor?.OrganisationId, ask.Today, cancellationToken);
        return new(new OrderPadGraph(pad, [.. pad.Lines.Select(line => new OrderPadLineGraph(line, goods[skus.Ids[line.Sku]], ask))], ask));
    }

    private async Task<Skus> SkusAsync(MarketplaceDb db, CancellationToken cancellationToken)
    {
        // The state of before the read: what changes while it runs makes it old at once.
        var changes = catalogue.Changes;
        var ids = await db.SkusAsync(cancellationToken);
        var skus = new Skus(changes, ids, new KnownSkus(ids.Keys));
        Volatile.Write(ref _skus, skus);
        return skus;
    }

    /// <param name="Changes">The state of the catalogue's memory to which they belong.</param>
    private sealed record Skus(long Changes, IReadOnlyDictionary<string, Guid> Ids, KnownSkus Known);
}
