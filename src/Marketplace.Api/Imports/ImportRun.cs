using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Core.Imports;
using Marketplace.Core.Listings;
using Marketplace.Data;
using Marketplace.Data.Imports;
using Marketplace.Files.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Imports;

/// <summary>
/// Works on one import: reads its file, lets the rows act batch by batch, and writes the result file. What is done is saved with its changes, so
/// another host goes on after it; an import that keeps failing is marked as broken off.
/// </summary>
internal sealed partial class ImportRun(IDbContextFactory<MarketplaceDb> databases, ImportFiles files, ImportBatches batches, ImportSignal signal, TimeProvider clock, ILogger<ImportRun> log)
{
    /// <summary>How long a host may be silent before another goes on.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private const int MostAttempts = 5;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    /// <summary>Works on the import that has waited longest; false when none does.</summary>
    public async Task<bool> RunNextAsync(CancellationToken cancellationToken)
    {
        SheetImport due;
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await db.DueImportAsync(now, cancellationToken) is not { } found)
            {
                return false;
            }

            if (!await db.TakeImportAsync(found.Id, found.Fence, now + Lease, cancellationToken))
            {
                return true;
            }

            due = found;
        }

        var job = new ImportJob(due.Id, due.Fence + 1);
        try
        {
            await RunAsync(job, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await GiveBackAsync(job, DateTime.UnixEpoch);
            throw;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Failed(due.Id, due.Attempts + 1, fault);
            if (due.Attempts + 1 >= MostAttempts)
            {
                await EndAsync(job, ImportState.BrokenOff, result: null, CancellationToken.None);
            }
            else
            {
                // Somebody else changed the same things: it is worth another look at once.
                await GiveBackAsync(job, fault is DbUpdateException ? DateTime.UnixEpoch : clock.GetUtcNow().UtcDateTime + AfterFailure);
            }
        }

        signal.Pulse();
        return true;
    }

    private async Task RunAsync(ImportJob job, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var import = await OwnAsync(db, job, cancellationToken);
        if (import.Done == 0)
        {
            // Of an earlier dry run.
            await db.ForgetBatchesAsync(import.Id, cancellationToken);
        }

        if (await files.SourceAsync(import, cancellationToken) is not { } file)
        {
            throw new InvalidOperationException($"The file of import {import.Id} is not in the store.");
        }

        if (SheetReader.Read(file, import.Format).Failed(out var problem, out var read))
        {
            await RefuseAsync(db, import, [new ImportFault(1, null, FaultKind.Unreadable, problem.Message)], cancellationToken);
            return;
        }

        var (sheet, faults) = ImportSheet.Of(read);
        (import.Rows, import.UnknownHeaders) = (sheet.Rows.Count, sheet.UnknownHeaders);
        if (faults.Count > 0)
        {
            await RefuseAsync(db, import, faults, cancellationToken);
            return;
        }

        await db.SaveChangesAsync(cancellationToken);
        signal.Pulse();
        var work = new ImportWork(
            sheet,
            new ImportWords(await db.GroupNamesAsync(clock.Today(), cancellationToken), import.Language),
            ImportPlan.Of(sheet, await db.HoldingsAsync(import.ProducerId, cancellationToken), (row, what) => IdOf(import, row, what)),
            import.ProducerId);
        if (import.Done < import.Rows)
        {
            await (import is { DryRun: false, Policy: SheetPolicy.AllOrNothing } ? batches.AllOrNothingAsync(job, work, cancellationToken) : batches.EachAsync(job, import.DryRun, import.Done, work, cancellationToken));
        }

        var outcomes = (await db.ImportBatchesAsync(import.Id, cancellationToken)).SelectMany(batch => batch.Outcomes).ToDictionary(row => row.Row);
        var result = SheetWriter.Write(ResultSheet.Rows(sheet, outcomes, import.Language), import.Format, DelimiterOf(import.Language));
        var isRefused = !import.DryRun && import.Policy == SheetPolicy.AllOrNothing && outcomes.Values.Any(row => row.Status == ImportRowStatus.Refused);
        await EndAsync(job, import.DryRun ? ImportState.Checked : isRefused ? ImportState.Refused : ImportState.Done, result, cancellationToken);
    }

    /// <summary>Excel expects semicolons where a comma stands before fractions.</summary>
    internal static char DelimiterOf(Language language) => language == Language.Vi ? ';' : ',';

    /// <summary>The import, if this run still holds its lease.</summary>
    internal static async Task<SheetImport> OwnAsync(MarketplaceDb db, ImportJob job, CancellationToken cancellationToken) =>
        await db.ImportAsync(job.Id, cancellationToken) is { } import && import.Fence == job.Fence
            ? import
            : throw new InvalidOperationException($"Another host has taken import {job.Id}.");

    private static Guid IdOf(SheetImport import, int row, string what) => RequestKeys.IdOf(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row}"), import.Id, what, default);

    private async Task RefuseAsync(MarketplaceDb db, SheetImport import, IReadOnlyList<ImportFault> faults, CancellationToken cancellationToken)
    {
        db.ImportBatches.Add(new ImportBatch
        {
            ImportId = import.Id,
            Number = 0,
            FaultsBefore = 0,
            Faults = faults.Count,
            Outcomes = [new(faults[0].Row, ImportRowStatus.Refused, null, null, faults)],
        });
        import.Faults = faults.Count;
        Close(db, import, ImportState.Refused);
        await db.SaveChangesAsync(cancellationToken);
        await files.DropSourceAsync(import, cancellationToken);
    }

    private async Task EndAsync(ImportJob job, ImportState state, byte[]? result, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var import = await OwnAsync(db, job, cancellationToken);
        if (result is not null)
        {
            await files.KeepResultAsync(import, result, cancellationToken);
            import.HasResult = true;
        }

        Close(db, import, state);
        await db.SaveChangesAsync(cancellationToken);
        if (state != ImportState.Checked)
        {
            await files.DropSourceAsync(import, cancellationToken);
        }
    }

    private void Close(MarketplaceDb db, SheetImport import, ImportState state)
    {
        var now = clock.GetUtcNow();
        (import.State, import.EndedAt) = (state, now.UtcDateTime);
        var actor = new Actor(import.AccountId ?? Guid.Empty, import.Who, import.OrganisationId, "", OrganisationKind.Producer, MemberRole.Editor, import.ProducerId, import.AccountId is null ? [] : null);
        db.Note(actor, "import", ("Import", import.Id), now, after: new
        {
            import.FileName,
            State = state.ToString(),
            import.DryRun,
            Policy = import.Policy.ToString(),
            import.Rows,
            import.Done,
            import.Made,
            import.Changed,
            import.Unchanged,
            import.Waiting,
            import.Refused,
        });
    }

    private async Task GiveBackAsync(ImportJob job, DateTime until)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await db.RenewImportAsync(job.Id, job.Fence, until, CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Import {Id} stopped in the middle (attempt {Attempt}).")]
    private partial void Failed(Guid id, int attempt, Exception fault);
}

/// <summary>An import that this run works on, and the lease that allows it.</summary>
internal sealed record ImportJob(Guid Id, int Fence);

/// <summary>What a file asks for, understood.</summary>
internal sealed record ImportWork(ImportSheet Sheet, ImportWords Words, IReadOnlyList<PlannedRow> Rows, Guid ProducerId)
{
    /// <summary>Listings that rows before would make, while nothing is saved.</summary>
    public Dictionary<Guid, Listing> Imagined { get; } = [];
}
