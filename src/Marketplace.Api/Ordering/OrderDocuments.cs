using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Core.Listings;
using Marketplace.Core.Ordering;
using Marketplace.Core.Ordering.Documents;
using Marketplace.Data;
using Marketplace.Data.Ordering;
using Marketplace.Files.Documents;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Ordering;

/// <summary>
/// Prints the papers of an order, for whoever may see the order in the graph: the buyer, by session or by the key of a guest's link, and the seller its own part.
/// They are made from the order each time, so nothing is kept. That there is something that one may not see is not told.
/// </summary>
internal static class OrderDocuments
{
    /// <summary>Kinds as addresses name them.</summary>
    private static readonly Dictionary<string, TradeDocumentKind> Kinds = new(StringComparer.Ordinal)
    {
        ["confirmation"] = TradeDocumentKind.OrderConfirmation,
        ["pro-forma"] = TradeDocumentKind.ProFormaInvoice,
        ["delivery-note"] = TradeDocumentKind.DeliveryNote,
        ["packing-list"] = TradeDocumentKind.PackingList,
    };

    public static void MapOrderDocuments(this IEndpointRouteBuilder routes) => routes.MapGet("/orders/{number}/documents/{kind}", AnswerAsync);

    /// <summary>Where a paper is, in a language. A guest adds the key of the link.</summary>
    /// <param name="number">Of a group without its dash, or of one order.</param>
    public static string PathOf(string number, TradeDocumentKind kind, Language language) =>
        $"/orders/{number}/documents/{Kinds.First(known => known.Value == kind).Key}?lang={(language == Language.En ? "en" : "vi")}";

    /// <param name="number">Of a group, for papers with prices of all its orders, or of one order: "K7M42PXQR3-1".</param>
    /// <param name="lang">"vi" or "en"; that of the order unless told.</param>
    /// <param name="key">From a guest's link.</param>
    private static async Task<IResult> AnswerAsync(
        HttpContext http, string number, string kind, VisitorReader visitors, IDbContextFactory<MarketplaceDb> databases, TimeProvider clock, CancellationToken cancellationToken, string? lang = null, string? key = null)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!Kinds.TryGetValue(kind, out var paper) || await FindAsync(db, number, await VisitorAsync(http, visitors, cancellationToken), key, cancellationToken) is not var (group, one))
        {
            return Missing();
        }

        var organisations = await db.OrganisationsOfAsync(group.OrganisationId, [.. group.Orders.Select(order => order.ProducerId)], cancellationToken);
        var buyer = organisations.FirstOrDefault(organisation => organisation.Id == group.OrganisationId);
        if (OrderPapers.Of(paper, group, one, buyer, [.. organisations.Where(organisation => organisation.ProducerId is not null)], clock.Today()) is not { } document)
        {
            return Missing();
        }

        var language = lang switch { "vi" => Language.Vi, "en" => Language.En, _ => group.Language };
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        return TypedResults.Bytes(TradeDocumentPdf.Write(document, language), "application/pdf", $"{Slug.Of(TradeWords.TitleOf(paper).In(language))}-{one?.Number ?? group.Number}.pdf");
    }

    /// <summary>The order, and which one of its group it is about; null where there is nothing for whoever asks. A seller is shown one order and never its siblings.</summary>
    private static async Task<(OrderGroup Group, Order? One)?> FindAsync(MarketplaceDb db, string number, Visitor visitor, string? key, CancellationToken cancellationToken)
    {
        var dash = number.LastIndexOf('-');
        var isOne = OrderNumber.TryRead(number[..Math.Max(dash, 0)], out var code);
        if ((!isOne && !OrderNumber.TryRead(number, out code)) || await db.OrderGroupOfNumberAsync(code!, cancellationToken) is not { } group)
        {
            return null;
        }

        var one = isOne ? group.Orders.FirstOrDefault(order => order.Number == $"{code}{number[dash..]}") : null;
        var buyer = visitor.Person is null && visitor.Actor is not null ? null : Visitor.ReaderOf<Buyer>()!(visitor);
        var isBuyers = buyer is not null && OrderAccess.IsTheirs(group, buyer, key);
        var isSellers = one is not null && visitor.Actor is { Kind: OrganisationKind.Producer } seller && OrderAccess.Of(seller).MaySee(group, one);
        return isOne == one is not null && (isBuyers || isSellers) ? (group, one) : null;
    }

    /// <summary>Nobody, where a token is no longer good.</summary>
    private static async Task<Visitor> VisitorAsync(HttpContext http, VisitorReader visitors, CancellationToken cancellationToken)
    {
        try
        {
            return await visitors.ReadAsync(http, cancellationToken);
        }
        catch (BadInputException)
        {
            return Visitor.Nobody;
        }
    }

    private static IResult Missing() => TypedResults.Text(
        "Không có giấy tờ này, hoặc bạn cần đăng nhập. / There is no such paper, or you need to sign in.", "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
}
