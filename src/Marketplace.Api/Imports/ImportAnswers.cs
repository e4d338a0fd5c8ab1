using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Core.Imports;
using Marketplace.Data;
using Marketplace.Data.Imports;
using Marketplace.Data.Listings;
using Marketplace.Files.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Imports;

/// <summary>What is fetched beside the graph: result files, exports. Only for members of the organisation, by their session.</summary>
internal static class ImportAnswers
{
    public const string Root = "/imports";
    private const string ExportRoot = "/exports/listings";

    public static string ExportUrl(SheetFormat format, Language language) => $"{ExportRoot}.{SheetWriter.EndingOf(format)}?language={(language == Language.En ? "en" : "vi")}";

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        routes.MapPut(ImportUploads.Root + "/{ticket}", ImportUploads.TakeAsync);
        routes.MapGet(Root + "/{id}/result", ResultAsync);
        routes.MapGet(ExportRoot + ".{ending:regex(^(csv|xlsx)$)}", ExportAsync);
    }

    private static async Task<IResult> ResultAsync(
        HttpContext http, string id, VisitorReader visitors, IDbContextFactory<MarketplaceDb> databases, ImportFiles files, CancellationToken cancellationToken)
    {
        if (await FindAsync(http, id, visitors, databases, cancellationToken) is not { HasResult: true } import || await files.ResultAsync(import, cancellationToken) is not { } file)
        {
            return Missing(http);
        }

        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Stream(file.Content, SheetWriter.ContentTypeOf(import.Format), $"{Path.GetFileNameWithoutExtension(import.FileName)}-{(import.Language == Language.En ? "result" : "ket-qua")}.{SheetWriter.EndingOf(import.Format)}");
    }

    private static async Task<IResult> ExportAsync(
        HttpContext http, string ending, VisitorReader visitors, IDbContextFactory<MarketplaceDb> databases, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await ActorAsync(http, visitors, cancellationToken) is not { ProducerId: { } producerId })
        {
            return Missing(http);
        }

        var language = http.Request.Query["language"] == "en" ? Language.En : Language.Vi;
        var format = ending == "csv" ? SheetFormat.Csv : SheetFormat.Xlsx;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var words = new ImportWords(await db.GroupNamesAsync(clock.Today(), cancellationToken), language);
        var offers = (await db.OffersOfProducerAsync(producerId, cancellationToken)).ToLookup(offer => offer.ProductId);
        var rows = (await db.AllListingsOfProducerAsync(producerId, cancellationToken)).OrderBy(at => at.Listing.Slug, StringComparer.Ordinal)
            .SelectMany(at => offers[at.Listing.Id].DefaultIfEmpty().Select(offer => words.Row(at.Listing.Slug, at.Listing.Content, at.Edition, offer)));
        var file = SheetWriter.Write(rows.Prepend(words.Headers()), format, ImportRun.DelimiterOf(language));
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Bytes(file, SheetWriter.ContentTypeOf(format), $"{(language == Language.En ? "listings" : "san-pham")}.{ending}");
    }

    /// <summary>The import of that id, if it is the visitor's organisation's.</summary>
    private static async Task<SheetImport?> FindAsync(HttpContext http, string id, VisitorReader visitors, IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        if (await ActorAsync(http, visitors, cancellationToken) is not { } actor)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await ImportGraph.FindAsync(db, id, actor, cancellationToken);
    }

    /// <summary>Who acts for a producer; null for everybody else, and for tokens that are no longer good.</summary>
    private static async Task<Actor?> ActorAsync(HttpContext http, VisitorReader visitors, CancellationToken cancellationToken)
    {
        try
        {
            return (await visitors.ReadAsync(http, cancellationToken)).Actor is { Kind: OrganisationKind.Producer } actor ? actor : null;
        }
        catch (BadInputException)
        {
            return null;
        }
    }

    /// <summary>Whether there is something that somebody else may see is nobody's business.</summary>
    private static IResult Missing(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text("Không có mục này, hoặc bạn cần đăng nhập. / There is no such thing, or you need to sign in.", "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
    }
}

internal static class ImportSetup
{
    public static IServiceCollection AddImports(this IServiceCollection services) =>
        services.AddSingleton<ImportFiles>().AddSingleton<ImportSignal>()
            .AddSingleton<ImportBatches>().AddSingleton<ImportRun>().AddSingleton<ImportWorker>().AddHostedService(provider => provider.GetRequiredService<ImportWorker>());
}
