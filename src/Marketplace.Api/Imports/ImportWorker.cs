using System.Data.Common;
using Marketplace.Api.Background;
using Marketplace.Data;
using Marketplace.Data.Imports;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Imports;

/// <summary>Works on imports, one at a time on each host, and forgets old ones.</summary>
internal sealed partial class ImportWorker(IDbContextFactory<MarketplaceDb> databases, ImportRun run, ImportFiles files, ImportSignal signal, TimeProvider clock, ILogger<ImportWorker> log) : BackgroundService
{
    /// <summary>How long an import, its file and its result are kept.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const int AtOnce = 100;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenPrunings = TimeSpan.FromHours(1);

    /// <summary>Removes old imports with their files; returns how many.</summary>
    public async Task<int> PruneAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var old = await db.OldImportsAsync((clock.GetUtcNow() - Kept).UtcDateTime, AtOnce, cancellationToken);
        foreach (var import in old)
        {
            await files.RemoveAsync(import, cancellationToken);
            await db.RemoveImportAsync(import.Id, cancellationToken);
        }

        return old.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pruned = clock.GetUtcNow();
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                while (await run.RunNextAsync(stoppingToken))
                {
                    // The next one waits already.
                }

                if (clock.GetUtcNow() - pruned > BetweenPrunings)
                {
                    pruned = clock.GetUtcNow();
                    await PruneAsync(stoppingToken);
                }
            }
            catch (Exception fault) when (fault is DbUpdateException or DbException or InvalidOperationException or IOException)
            {
                // The database or the store is away: the next look finds what is left.
                Failed(fault);
            }

            await ChangeSignal.WaitAsync(next, BetweenLooks, clock, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Imports could not be looked for.")]
    private partial void Failed(Exception fault);
}
