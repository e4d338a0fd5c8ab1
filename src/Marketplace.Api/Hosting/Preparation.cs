using Marketplace.Api.Accounts;
using Marketplace.Api.Background;
using Marketplace.Api.Commands;
using Marketplace.Api.Search;
using Marketplace.Core.Search;
using Marketplace.Data;
using Marketplace.Data.Import;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Hosting;

/// <summary>What must be true before the first visitor: tables up to date, a catalogue to show, an index that can be searched.</summary>
internal sealed partial class Preparation(
    IDbContextFactory<MarketplaceDb> databases, IDatabaseEngine engine, TimeProvider clock, Settings settings, IServiceProvider services, ILogger<Preparation> log) : IDisposable
{
    /// <summary>Changing a large table takes its time.</summary>
    private static readonly TimeSpan LongestStatement = TimeSpan.FromMinutes(10);

    private IDisposable? _claim;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        DatabaseCheck.Inspect(settings);
        CreateDirectory();
        settings.Files.Prepare();
        _claim = engine.Claim();
        await FillAsync(cancellationToken);
        await IndexAsync(cancellationToken);
    }

    /// <summary>Brings the tables up to this version; returns the names of the migrations applied. Another process that wants to do the same waits.</summary>
    public Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken) => AloneAsync(MigrateAsync, cancellationToken);

    /// <summary>Migrates, and fills an empty database. Another process that wants to do the same waits, and then finds it done.</summary>
    public Task FillAsync(CancellationToken cancellationToken) => AloneAsync(
        async (db, stop) =>
        {
            await MigrateAsync(db, stop);
            await SeedAsync(db, stop);
            await FirstAccounts.MakeAsync(db, services, stop);
            await CookieKeys.MakeFirstAsync(db, services, stop);
            return true;
        },
        cancellationToken);

    private async Task<T> AloneAsync<T>(Func<MarketplaceDb, CancellationToken, Task<T>> prepare, CancellationToken cancellationToken)
    {
        DatabaseCheck.Inspect(settings);
        CreateDirectory();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var alone = await engine.AloneAsync(db, cancellationToken);
        return await prepare(db, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> MigrateAsync(MarketplaceDb db, CancellationToken cancellationToken)
    {
        await DatabaseCheck.RefuseNewerAsync(db, cancellationToken);
        string[] pending = [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];
        if (pending.Length > 0)
        {
            using var step = new ProgressBar("Preparing the database", pending.Length);
            var usual = db.Database.GetCommandTimeout();
            db.Database.SetCommandTimeout(LongestStatement);
            await db.Database.MigrateAsync(cancellationToken);
            db.Database.SetCommandTimeout(usual);
            step.Report(pending.Length);
        }

        if (await engine.TuneAsync(db, cancellationToken) is { } untuned)
        {
            NotTuned(untuned);
        }

        if (!await db.Installations.AnyAsync(cancellationToken))
        {
            var now = clock.GetUtcNow();
            db.Installations.Add(new Installation { Id = Guid.CreateVersion7(now), CreatedAt = now.UtcDateTime });
            await db.SaveChangesAsync(cancellationToken);
        }

        return pending;
    }

    /// <summary>Fills an empty database, all or nothing; one that holds anything is left as it is.</summary>
    private async Task SeedAsync(MarketplaceDb db, CancellationToken cancellationToken)
    {
        if (await db.LegalTexts.AnyAsync(cancellationToken))
        {
            return;
        }

        using var step = new ProgressBar(settings.Seed ? "Bringing in the catalogue" : "Bringing in places, groups and legal texts", 2);
        await db.Database.CreateExecutionStrategy().ExecuteInTransactionAsync(
            stop => ImportAsync(db, step, stop),
            async stop => await db.LegalTexts.AnyAsync(stop),
            cancellationToken);
        step.Report(2);
    }

    private async Task ImportAsync(MarketplaceDb db, ProgressBar step, CancellationToken cancellationToken)
    {
        // A second attempt begins with nothing of the first.
        db.ChangeTracker.Clear();
        var report = await new CatalogueImport(db, clock).RunAsync(settings.Seed ? ImportFiles.Shipped() : ImportFiles.ShippedReference(), cancellationToken);
        if (!report.Succeeded)
        {
            throw new InvalidOperationException($"The shipped catalogue has {report.Faults.Count} faults, the first in {report.Faults[0]}.");
        }

        step.Report(1);
        if (settings.Seed)
        {
            db.ChangeTracker.Clear();
            await new DemonstrationData(db, clock).AddAsync(cancellationToken);
        }
    }

    /// <summary>Builds the index when there is none that can be used. What it has missed since, the follower catches up.</summary>
    public async Task IndexAsync(CancellationToken cancellationToken)
    {
        var index = services.GetRequiredService<ISearchIndex>();
        var status = await index.StatusAsync(cancellationToken);
        if (index.IsShared)
        {
            await ShareAsync(status, cancellationToken);
            return;
        }

        if (status.State == IndexState.Ready)
        {
            return;
        }

        if (status.State != IndexState.Missing)
        {
            Unusable(status.State);
        }

        var builder = services.GetRequiredService<IndexBuilder>();
        using var step = new ProgressBar("Building the search index", await builder.CountAsync(cancellationToken));
        await builder.RebuildAsync(step, cancellationToken);
    }

    public void Dispose() => _claim?.Dispose();

    /// <summary>One node builds the index. The others, and all of them while the engine is away, begin with what the database can answer.</summary>
    private async Task ShareAsync(IndexStatus status, CancellationToken cancellationToken)
    {
        var work = services.GetRequiredService<SharedIndexWork>();
        if (status.State == IndexState.Unreachable)
        {
            Away(status.Reason);
        }
        else if (await work.AskForRebuildWhenDueAsync(status, cancellationToken))
        {
            using var step = new ProgressBar("Building the search index", await services.GetRequiredService<IndexBuilder>().CountAsync(cancellationToken));
            try
            {
                await work.RebuildAsync(step, cancellationToken);
            }
            catch (SearchUnavailableException away)
            {
                Away(away.Message);
            }
        }
    }

    private void CreateDirectory()
    {
        if (settings.DatabaseFile is null)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(settings.DataDirectory);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"Data__Directory is {settings.DataDirectory}, which cannot be created ({refused.Message}): name a folder that this user may write to.");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Reason}")]
    private partial void NotTuned(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search engine is away ({Reason}): search is limited until it is back.")]
    private partial void Away(string? reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index is {State}: it is built anew from the database.")]
    private partial void Unusable(IndexState state);
}
