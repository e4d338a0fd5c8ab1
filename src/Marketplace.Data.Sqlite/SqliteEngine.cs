using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Sqlite;

/// <summary>The embedded database: one file, one serving process, any number of commands beside it.</summary>
public sealed class SqliteEngine(string file, TimeProvider clock) : IDatabaseEngine, IDisposable
{
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int Full = 13;
    private const int UniqueTwice = 2067;
    private const int KeyTwice = 1555;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _writer = new(1, 1);

    /// <summary>How long another process may prepare the file before this one gives up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    private string PreparingFile => file + ".preparing";

    private string ServingFile => file + ".serving";

    /// <summary>Says who serves; the lock beside it decides whether anybody does.</summary>
    private string ServerFile => file + ".server";

    public IDisposable Claim()
    {
        if (FileLock.TryTake(ServingFile) is not { } claim)
        {
            throw new DatabaseUnusableException(
                $"The database file {file} is already served by {Server()}: give this host a Data__Directory of its own, or let both use one SQL Server (Database__Provider=SqlServer).");
        }

        File.WriteAllText(ServerFile, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}"));
        return claim;
    }

    public async Task<IAsyncDisposable> AloneAsync(MarketplaceDb db, CancellationToken cancellationToken)
    {
        var since = clock.GetTimestamp();
        FileLock? alone;
        while ((alone = FileLock.TryTake(PreparingFile)) is null)
        {
            if (clock.GetElapsedTime(since) > Patience)
            {
                throw new DatabaseUnusableException(
                    $"Another process has been preparing the database file {file} for more than {Patience.TotalSeconds:0} seconds: wait for it or end it, then start again; nothing was changed.");
            }

            await Task.Delay(BetweenLooks, clock, cancellationToken);
        }

        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            await ForgetKilledMigrationAsync(db, cancellationToken);
            return new Alone(db, alone);
        }
        catch
        {
            alone.Dispose();
            throw;
        }
    }

    /// <summary>Readers and the writer do not wait for one another.</summary>
    public async Task<string?> TuneAsync(MarketplaceDb db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
        return null;
    }

    public async Task<bool> TakesWritesAsync(MarketplaceDb db, CancellationToken cancellationToken)
    {
        try
        {
            // Taking the writer's place needs a file that can be written, and changes nothing. Somebody else in that place proves it too.
            db.Database.SetCommandTimeout(1);
            await db.Database.ExecuteSqlRawAsync("BEGIN IMMEDIATE; ROLLBACK", cancellationToken);
            return true;
        }
        catch (SqliteException refused) when (refused.SqliteErrorCode is Busy or ReadOnly or Full)
        {
            return refused.SqliteErrorCode == Busy;
        }
    }

    public async ValueTask<IDisposable> WriterAsync(CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        return new Place(_writer);
    }

    public bool IsDuplicate(DbUpdateException failure) => failure.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueTwice or KeyTwice };

    public void Dispose() => _writer.Dispose();

    private string Server()
    {
        try
        {
            return File.ReadAllText(ServerFile) is { Length: > 0 } name ? name : "another process";
        }
        catch (IOException)
        {
            // It is just starting, and has not written its name yet.
            return "another process";
        }
    }

    /// <summary>A migration that was killed leaves its mark in a table, and the next one would wait for it for ever. We are alone: nobody migrates.</summary>
    private static async Task ForgetKilledMigrationAsync(MarketplaceDb db, CancellationToken cancellationToken)
    {
        var marked = await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken);
        if (marked > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
        }
    }

    private sealed class Place(SemaphoreSlim writer) : IDisposable
    {
        private SemaphoreSlim? _writer = writer;

        public void Dispose() => Interlocked.Exchange(ref _writer, null)?.Release();
    }

    private sealed class Alone(MarketplaceDb db, FileLock alone) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.CloseConnectionAsync();
            alone.Dispose();
        }
    }
}
