using GraphQL;
using Marketplace.Api.Imports;
using Marketplace.Core.Imports;
using Marketplace.Core.Listings;
using Marketplace.Data;
using Marketplace.Data.Imports;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A sheet of listings and offers that a producer sent, and what became of it.</summary>
[Name("Import")]
public sealed class ImportGraph
{
    private readonly SheetImport _import;

    internal ImportGraph(SheetImport import) => _import = import;

    /// <summary>Opaque; kept for 30 days.</summary>
    [Id]
    public string Id => GlobalId.Encode("Import", _import.Id);

    /// <summary>As it was called when it was sent.</summary>
    public string FileName => _import.FileName;

    /// <summary>What kind of file it is; the result is of the same.</summary>
    public SheetFormat Format => _import.Format;

    /// <summary>Where it stands.</summary>
    public ImportState State => _import.State;

    /// <summary>Whether it only looks, or only looked, what would become of the rows.</summary>
    public bool DryRun => _import.DryRun;

    /// <summary>What becomes of good rows beside bad ones.</summary>
    public SheetPolicy Policy => _import.Policy;

    /// <summary>Rows below the headers; 0 while the file is unread.</summary>
    public int Rows => _import.Rows;

    /// <summary>Rows whose outcome is known.</summary>
    public int Done => _import.Done;

    /// <summary>Rows by which a listing or an offer came into being, or would.</summary>
    public int Made => _import.Made;

    /// <summary>Rows by which something was changed, or would be.</summary>
    public int Changed => _import.Changed;

    /// <summary>Rows that say what is so already.</summary>
    public int Unchanged => _import.Unchanged;

    /// <summary>Rows whose text is a draft and whose offer can be made once an officer has approved the listing: send them again then.</summary>
    public int Waiting => _import.Waiting;

    /// <summary>Rows with faults.</summary>
    public int Refused => _import.Refused;

    /// <summary>How many faults there are.</summary>
    public int FaultCount => _import.Faults;

    /// <summary>Headers that name nothing known; what stands below them was left alone.</summary>
    public IReadOnlyList<string> UnknownHeaders => _import.UnknownHeaders;

    /// <summary>When it was sent.</summary>
    public DateTime CreatedAt => _import.CreatedAt;

    /// <summary>When the last run ended; null before.</summary>
    public DateTime? EndedAt => _import.EndedAt;

    /// <summary>Where the sheet lies with what became of each row beside it, for members of the organisation who are signed in; null while there is none.</summary>
    public string? ResultUrl => _import.HasResult ? $"{ImportAnswers.Root}/{Id}/result" : null;

    /// <summary>What is wrong, by row; up to 100 at once, after as many as told.</summary>
    [Cost(5)]
    public async Task<IReadOnlyList<ImportFaultGraph>> Faults(
        Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken, int first = 100, int skip = 0)
    {
        var size = PageArguments.From(first, after: null, last: null, before: null).Size;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return [.. (await db.ImportFaultsAsync(_import.Id, Math.Max(0, skip), size, cancellationToken)).Select(fault => new ImportFaultGraph(fault, ask))];
    }

    /// <summary>The import of that id, to be changed, if it is the actor's organisation's.</summary>
    internal static async Task<SheetImport?> FindAsync(MarketplaceDb db, string id, Actor actor, CancellationToken cancellationToken) =>
        GlobalId.TryDecode(id, "Import", out var key) && await db.ImportAsync(key, cancellationToken) is { } import && import.OrganisationId == actor.OrganisationId ? import : null;
}

/// <summary>One thing that is wrong with a sheet.</summary>
[Name("ImportFault")]
public sealed class ImportFaultGraph
{
    internal ImportFaultGraph(ImportFault fault, Ask ask) =>
        (Row, Column, Code, Message) = (fault.Row, fault.Column, GraphQL.EnumNames.Of(fault.Kind), fault.Message.In(ask.Language));

    /// <summary>As the spreadsheet shows it, from 1.</summary>
    public int Row { get; }

    /// <summary>The header as the file writes it; null where the row as a whole is meant, or where the file lacks the column.</summary>
    public string? Column { get; }

    /// <summary>
    /// Stable, for programs: MISSING, TOO_LONG, NOT_PLAIN_TEXT, OUT_OF_RANGE, UNKNOWN, TWICE, OUT_OF_ORDER, CHANGED_MEANWHILE, UNREADABLE, DIFFERS,
    /// FIXED, NOT_POSSIBLE.
    /// </summary>
    public string Code { get; }

    /// <summary>What is wrong and what would be right, in the reader's language.</summary>
    public string Message { get; }
}

public sealed partial class Query
{
    /// <summary>One import of the producer for whom one acts; null when there is none of that id.</summary>
    public static async Task<ImportGraph?> Import([Id] string id, ProducerMember member, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await ImportGraph.FindAsync(db, id, member.Actor, cancellationToken) is { } import ? new ImportGraph(import) : null;
    }

    /// <summary>Imports of the producer for whom one acts, newest first; 1 to 100.</summary>
    [Cost(5)]
    public static async Task<IReadOnlyList<ImportGraph>> Imports(
        ProducerMember member, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken, int first = 20)
    {
        var size = PageArguments.From(first, after: null, last: null, before: null).Size;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return [.. (await db.ImportsOfOrganisationAsync(member.Actor.OrganisationId, size, cancellationToken)).Select(import => new ImportGraph(import))];
    }

    /// <summary>
    /// Where all listings and offers of the producer for whom one acts can be fetched as a sheet, with headers in the reader's language. The address
    /// works for those who are signed in for that producer. Sent back as it is, the sheet changes nothing. Null while the organisation is not verified.
    /// </summary>
    public static string? ExportListings(SheetFormat format, ProducerMember member, Ask ask) =>
        member.Actor.ProducerId is null ? null : ImportAnswers.ExportUrl(format, ask.Language);
}
