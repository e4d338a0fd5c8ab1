using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.Imports;
using Marketplace.Core;
using Marketplace.Core.Imports;
using Marketplace.Core.Listings;
using Marketplace.Data;
using Marketplace.Data.Imports;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>What is to be done with a sheet that was sent.</summary>
[Name("StartImportInput")]
public sealed class StartImportInput
{
    /// <summary>The id that the upload was answered with.</summary>
    [Id]
    public required string Import { get; init; }

    /// <summary>Whether it is only to be found out what would become of the rows. Afterwards it can be started again.</summary>
    public bool? DryRun { get; init; }

    /// <summary>What becomes of good rows beside bad ones; nothing is changed then unless told.</summary>
    public SheetPolicy? Policy { get; init; }

    /// <summary>Up to 64 characters, made by the client: asked again with the same key, it is started once.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>The import as it is now.</summary>
[Name("StartImportPayload")]
public sealed class StartImportPayload : Payload
{
    internal StartImportPayload(IEnumerable<IProblem> problems, Ask ask, SheetImport? import = null)
        : base(problems, ask) => Import = import is null ? null : new ImportGraph(import);

    /// <summary>Null when there is none.</summary>
    public ImportGraph? Import { get; }
}

public sealed partial class Mutation
{
    /// <summary>
    /// Has a sheet imported in the background: texts become drafts, prices and stock hold at once, a row as a whole or not at all.
    /// Problems: NOTHING_THERE, IMPORT_STARTED, CHANGED_MEANWHILE. What is wrong with rows stands in the import's faults.
    /// </summary>
    public static async Task<StartImportPayload> StartImport(
        StartImportInput input, SheetEditor editor, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, [FromServices] ImportSignal signal, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        RequestKeys.Check(input.RequestKey);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await ImportGraph.FindAsync(db, input.Import, editor.Actor, cancellationToken) is not { } import)
        {
            return new([new NothingThere(["import"])], ask);
        }

        if (input.RequestKey is { } key && key == import.RequestKey)
        {
            return new([], ask, import);
        }

        if (import.State is not (ImportState.Received or ImportState.Checked))
        {
            return new([new ImportStarted(import.State)], ask, import);
        }

        import.Queue(input.DryRun ?? false, input.Policy ?? SheetPolicy.AllOrNothing, ask.Language, input.RequestKey);
        db.Note(editor.Actor, "startImport", ("Import", import.Id), clock.GetUtcNow(), after: new { import.FileName, import.Size, import.DryRun, Policy = import.Policy.ToString() });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new([new ChangedMeanwhile(0)], ask);
        }

        signal.Pulse();
        return new([], ask, import);
    }
}
