using GraphQL;
using Marketplace.Api.Imports;
using Marketplace.Core;
using Marketplace.Core.Imports;
using Marketplace.Data;
using Marketplace.Data.Imports;
using Marketplace.Files.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A sheet that is about to be sent.</summary>
[Name("RequestImportUploadInput")]
public sealed class RequestImportUploadInput
{
    /// <summary>As it is called where it lies, ending in .csv or .xlsx; up to 200 characters.</summary>
    public required string FileName { get; init; }
}

/// <summary>Where the sheet's bytes go.</summary>
[Name("RequestImportUploadPayload")]
public sealed class RequestImportUploadPayload : Payload
{
    internal RequestImportUploadPayload(IEnumerable<IProblem> problems, Ask ask, string? url = null)
        : base(problems, ask) => Url = url;

    /// <summary>
    /// Takes the bytes of one file of 10 MiB at most by PUT, once or more within ten minutes, and answers in JSON with the import's id or with
    /// problems: SHEET_TOO_LARGE, SHEET_NOT_AS_NAMED, LINK_NOT_VALID. Null with problems.
    /// </summary>
    public string? Url { get; }
}

public sealed partial class Mutation
{
    /// <summary>Gives an address to which a sheet of listings and offers can be sent; startImport then takes it up. Problems: SHEET_NAME_REFUSED, NOT_YET_VERIFIED.</summary>
    public static RequestImportUploadPayload RequestImportUpload(RequestImportUploadInput input, SheetEditor editor, Ask ask, [FromServices] UploadTickets<ImportFor> tickets)
    {
        if (editor.Actor.ProducerId is not { } producerId)
        {
            return new([new NotYetVerified()], ask);
        }

        var name = Path.GetFileName(input.FileName.Trim());
        SheetFormat? format = name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? SheetFormat.Csv : name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? SheetFormat.Xlsx : null;
        return format is null || name.Length > SheetImport.LongestName || name.Any(char.IsControl)
            ? new([new SheetNameRefused()], ask)
            : new([], ask, tickets.UrlFor(ImportUploads.Root, new ImportFor(editor.Actor.OrganisationId, producerId, editor.Actor.PersonId, editor.Actor.Name, name, format.Value)));
    }
}

/// <summary>Whose a sent sheet is, and what it is called.</summary>
/// <param name="AccountId">Of the person who sends it; null for a machine.</param>
/// <param name="Who">What the person or the machine's key is called.</param>
public sealed record ImportFor(Guid OrganisationId, Guid ProducerId, Guid? AccountId, string Who, string FileName, SheetFormat Format);

/// <summary>Takes the bytes of sheets. The file comes before its row, so that no row is without its file.</summary>
internal static class ImportUploads
{
    public const string Root = "/uploads/imports";

    public static async Task TakeAsync(
        HttpContext http, string ticket, UploadTickets<ImportFor> tickets, ImportFiles files, IDbContextFactory<MarketplaceDb> databases, TimeProvider clock)
    {
        var (ask, stop) = (Ask.Of(http, clock), http.RequestAborted);
        if (tickets.Read(ticket) is not { } its)
        {
            await AnswerAsync(http, StatusCodes.Status404NotFound, null, ProblemGraphs.Of([new LinkNotValid()], ask));
            return;
        }

        var file = await WholeAsync(http.Request.Body, stop);
        if ((file is null ? new SheetTooLarge() : SheetReader.FaultOf(file, its.Format)) is { } problem)
        {
            await AnswerAsync(http, StatusCodes.Status422UnprocessableEntity, null, ProblemGraphs.Of([problem], ask));
            return;
        }

        var now = clock.GetUtcNow();
        var import = new SheetImport
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = its.OrganisationId,
            ProducerId = its.ProducerId,
            AccountId = its.AccountId,
            Who = its.Who,
            FileName = its.FileName,
            Format = its.Format,
            Size = file!.Length,
            State = ImportState.Received,
            CreatedAt = now.UtcDateTime,
        };
        await files.KeepSourceAsync(import, file, stop);
        try
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            db.Imports.Add(import);
            await db.SaveChangesAsync(stop);
        }
        catch
        {
            await files.DropSourceAsync(import, CancellationToken.None);
            throw;
        }

        await AnswerAsync(http, StatusCodes.Status201Created, GlobalId.Encode("Import", import.Id), []);
    }

    /// <summary>Null when there is more of it than may be.</summary>
    private static async Task<byte[]?> WholeAsync(Stream body, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            whole.Write(buffer, 0, read);
            if (whole.Length > Sheet.MostBytes)
            {
                return null;
            }
        }

        return whole.ToArray();
    }

    private static Task AnswerAsync(HttpContext http, int status, string? import, IReadOnlyList<IProblemGraph> problems)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { import, problems = problems.Select(problem => new { problem.Code, problem.Message, problem.Path }) }, http.RequestAborted);
    }
}
