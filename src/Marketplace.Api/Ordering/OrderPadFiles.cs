using Marketplace.Api.Imports;
using Marketplace.Core;
using Marketplace.Core.Imports;
using Marketplace.Core.Ordering;
using Marketplace.Files.Sheets;

namespace Marketplace.Api.Ordering;

/// <summary>
/// Files of order pads, beside the graph. A sent file is answered with its text, which readOrderPad takes: nothing of it is kept, so that there is nothing to own, to
/// find again or to clear away.
/// </summary>
internal static class OrderPadFiles
{
    /// <summary>Files that are read at once, for all who send some: unpacking is work that anybody may ask for.</summary>
    private static readonly SemaphoreSlim AtOnce = new(2);

    public static void MapOrderPads(this IEndpointRouteBuilder routes)
    {
        routes.MapPut("/order-pads/text", TextAsync);
        routes.MapGet("/order-pads/template.{ending:regex(^(csv|xlsx)$)}", Template);
    }

    /// <param name="name">What the file is called; whether it ends in .xlsx or in anything else says how it is read.</param>
    private static async Task<IResult> TextAsync(HttpContext http, TimeProvider clock, CancellationToken cancellationToken, string name = "")
    {
        http.Response.Headers.CacheControl = "no-store";
        if (http.Request.ContentLength is null)
        {
            return TypedResults.StatusCode(StatusCodes.Status411LengthRequired);
        }

        var failed = (await ReadAsync(http, name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? SheetFormat.Xlsx : SheetFormat.Csv, cancellationToken)).Failed(out var problem, out var text);
        return TypedResults.Json(
            new { text, problems = (failed ? ProblemGraphs.Of([problem!], Ask.Of(http, clock)) : []).Select(told => new { told.Code, told.Message, told.Path }) },
            statusCode: failed ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<Result<string>> ReadAsync(HttpContext http, SheetFormat format, CancellationToken cancellationToken)
    {
        if (http.Request.ContentLength is not <= OrderPadFileTooLarge.MostBytes)
        {
            return new(new OrderPadFileTooLarge());
        }

        var file = new byte[http.Request.ContentLength.Value];
        await http.Request.Body.ReadExactlyAsync(file, cancellationToken);
        await AtOnce.WaitAsync(cancellationToken);
        try
        {
            return SheetReader.Read(file, format, fewestRows: 1).Failed(out var unread, out var sheet) ? new(unread) : OrderPad.TextOf(sheet);
        }
        finally
        {
            AtOnce.Release();
        }
    }

    private static IResult Template(HttpContext http, string ending, string? lang = null)
    {
        var (language, format) = (lang == "en" ? Language.En : Language.Vi, ending == "csv" ? SheetFormat.Csv : SheetFormat.Xlsx);
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(
            SheetWriter.Write(OrderPad.Template(language), format, ImportRun.DelimiterOf(language)), SheetWriter.ContentTypeOf(format), $"{(language == Language.En ? "order-pad" : "dat-nhanh")}.{ending}");
    }
}
