using Marketplace.Core.Imports;
using Marketplace.Core.Listings;
using Marketplace.Data;
using Marketplace.Data.Imports;
using Marketplace.Data.Listings;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Imports;

/// <summary>Lets the rows of an import act, as many at once as one save bears. Reads and saves grow with the batches and not with the rows.</summary>
internal sealed class ImportBatches(IDbContextFactory<MarketplaceDb> databases, ImportSignal signal, TimeProvider clock)
{
    internal const int Size = 500;

    /// <summary>Good rows act and bad ones are told, each batch in a transaction of its own with what became of it. A dry run keeps the outcomes alone.</summary>
    /// <param name="done">Rows that an earlier run has done.</param>
    public async Task EachAsync(ImportJob job, bool dryRun, int done, ImportWork work, CancellationToken cancellationToken)
    {
        foreach (var rows in work.Rows.Skip(done).Chunk(Size))
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var outcomes = await ActAsync(db, work, rows, dryRun, cancellationToken);
            if (dryRun)
            {
                db.ChangeTracker.Clear();
            }

            Record(db, await ImportRun.OwnAsync(db, job, cancellationToken), outcomes);
            await db.SaveChangesAsync(cancellationToken);
            signal.Pulse();
        }
    }

    /// <summary>Looks at every row first. With one that is wrong nothing acts; otherwise all act in one transaction.</summary>
    public async Task AllOrNothingAsync(ImportJob job, ImportWork work, CancellationToken cancellationToken)
    {
        List<ImportRowOutcome> looked = [];
        foreach (var rows in work.Rows.Chunk(Size))
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            looked.AddRange(await ActAsync(db, work, rows, dryRun: true, cancellationToken));
            await db.RenewImportAsync(job.Id, job.Fence, (clock.GetUtcNow() + ImportRun.Lease).UtcDateTime, cancellationToken);
        }

        if (looked.Exists(row => row.Status == ImportRowStatus.Refused))
        {
            await LeaveOutAsync(job, looked, cancellationToken);
            return;
        }

        await using var first = await databases.CreateDbContextAsync(cancellationToken);
        await first.Database.CreateExecutionStrategy().ExecuteAsync(stop => TogetherAsync(job, work, stop), cancellationToken);
        signal.Pulse();
    }

    private async Task TogetherAsync(ImportJob job, ImportWork work, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var together = await db.Database.BeginTransactionAsync(cancellationToken);

        // A commit whose answer was lost has done it all.
        if ((await ImportRun.OwnAsync(db, job, cancellationToken)).Done > 0)
        {
            return;
        }

        foreach (var rows in work.Rows.Chunk(Size))
        {
            db.ChangeTracker.Clear();
            var outcomes = await ActAsync(db, work, rows, dryRun: false, cancellationToken);
            if (outcomes.FirstOrDefault(row => row.Status == ImportRowStatus.Refused) is { } raced)
            {
                throw new DbUpdateConcurrencyException($"Row {raced.Row} was good a moment ago: {raced.Faults[0].Message.En}");
            }

            Record(db, await ImportRun.OwnAsync(db, job, cancellationToken), outcomes);
            await db.SaveChangesAsync(cancellationToken);
        }

        await together.CommitAsync(cancellationToken);
    }

    private async Task LeaveOutAsync(ImportJob job, List<ImportRowOutcome> looked, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var import = await ImportRun.OwnAsync(db, job, cancellationToken);
        foreach (var batch in looked.Select(row => row.Status == ImportRowStatus.Refused ? row : row with { Status = ImportRowStatus.LeftOut }).Chunk(Size))
        {
            Record(db, import, batch);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Lets rows act on what is at hand, saved by the caller.</summary>
    private async Task<IReadOnlyList<ImportRowOutcome>> ActAsync(MarketplaceDb db, ImportWork work, PlannedRow[] rows, bool dryRun, CancellationToken cancellationToken)
    {
        var listings = await db.ListingsToChangeAsync([.. rows.Select(row => row.ListingId).Where(id => id != Guid.Empty).Distinct()], cancellationToken);
        var offers = await db.OffersAsync([.. rows.Where(row => row is { OfferId: not null, MakesOffer: false }).Select(row => row.OfferId!.Value)], cancellationToken);
        var slugs = dryRun ? new Dictionary<Guid, string>() : await db.FreeSlugsAsync([.. rows.Where(row => row.Makes).Select(row => (row.ListingId, Slug.Of(NameOf(work, row))))], cancellationToken);
        Dictionary<Guid, Listing> made = dryRun ? work.Imagined : [];
        List<ImportRowOutcome> outcomes = new(rows.Length);
        foreach (var row in rows)
        {
            var at = listings.GetValueOrDefault(row.ListingId);
            var subject = new RowSubject(at?.Listing ?? made.GetValueOrDefault(row.ListingId), at?.Edition ?? 1, at?.Product is not null, row.OfferId is { } offer ? offers.GetValueOrDefault(offer) : null);
            var change = ImportedRow.Apply(row, subject, work.Sheet, work.Words, work.ProducerId, slugs.GetValueOrDefault(row.ListingId) ?? "", clock.GetUtcNow());
            if (change.Listing is { } listing && at is null)
            {
                made[listing.Id] = listing;
                db.Listings.Add(listing);
            }
            else if (change.Listing is not null)
            {
                db.Record(at!);
            }

            if (change.NewOffer is { } added)
            {
                db.Offers.Add(added);
            }

            outcomes.Add(dryRun ? Unmade(change.Outcome, row, subject) : change.Outcome);
        }

        return outcomes;
    }

    /// <summary>What was not made has no names yet.</summary>
    private static ImportRowOutcome Unmade(ImportRowOutcome outcome, PlannedRow row, RowSubject subject) =>
        outcome with { Slug = string.IsNullOrEmpty(subject.Listing?.Slug) ? null : subject.Listing.Slug, Sku = row.MakesOffer ? null : subject.Offer?.Sku };

    private static string NameOf(ImportWork work, PlannedRow row) => work.Sheet.PlaceOf(ImportColumn.NameVi) is { } place ? row.Row[place].Text : "";

    private void Record(MarketplaceDb db, SheetImport import, IReadOnlyList<ImportRowOutcome> outcomes)
    {
        var faults = outcomes.Sum(row => row.Faults.Count);
        db.ImportBatches.Add(new ImportBatch { ImportId = import.Id, Number = import.Done / Size, Outcomes = outcomes, FaultsBefore = import.Faults, Faults = faults });
        int Count(ImportRowStatus status) => outcomes.Count(row => row.Status == status);

        import.Done += outcomes.Count;
        import.Faults += faults;
        import.Made += Count(ImportRowStatus.Made);
        import.Changed += Count(ImportRowStatus.Changed);
        import.Unchanged += Count(ImportRowStatus.Unchanged);
        import.Waiting += Count(ImportRowStatus.Waits);
        import.Refused += Count(ImportRowStatus.Refused);
        (import.Attempts, import.LeasedUntil) = (0, (clock.GetUtcNow() + ImportRun.Lease).UtcDateTime);
    }
}
