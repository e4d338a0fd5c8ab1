using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Marketplace.Data.SqlServer;

/// <summary>A server that several nodes share.</summary>
public sealed class SqlServerEngine(TimeProvider clock) : IDatabaseEngine
{
    private const int AlreadyThere = 1801;
    private const int UniqueTwice = 2601;
    private const int KeyTwice = 2627;

    /// <summary>The first level that reads JSON, in which lists of ids are sent.</summary>
    private const int LeastCompatibility = 130;

    private const string Resource = "Marketplace.Preparing";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    /// <summary>How long another node may prepare the database before this one gives up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Any number of processes may serve from one server.</summary>
    public IDisposable Claim() => new Nothing();

    public async Task<IAsyncDisposable> AloneAsync(MarketplaceDb db, CancellationToken cancellationToken)
    {
        try
        {
            await CreateAsync(db, cancellationToken);
            await db.Database.OpenConnectionAsync(cancellationToken);
        }
        catch (Exception refused) when (refused is SqlException or RetryLimitExceededException or InvalidOperationException { InnerException: SqlException })
        {
            var reason = (refused as SqlException ?? refused.InnerException as SqlException)?.Message ?? refused.Message;
            throw new DatabaseUnusableException(
                $"SQL Server at {db.Database.GetDbConnection().DataSource} cannot be used ({reason.ReplaceLineEndings(" ").TrimEnd('.')}): see whether it runs, and what Database__ConnectionString says of server, database and account.");
        }

        try
        {
            await RefuseOldAsync(db, cancellationToken);
            await LockAsync(db, cancellationToken);
            return new Alone(db);
        }
        catch
        {
            await db.Database.CloseConnectionAsync();
            throw;
        }
    }

    public async Task<string?> TuneAsync(MarketplaceDb db, CancellationToken cancellationToken)
    {
        var snapshots = await db.Database.SqlQueryRaw<bool>("SELECT [is_read_committed_snapshot_on] AS [Value] FROM [sys].[databases] WHERE [database_id] = DB_ID()").SingleAsync(cancellationToken);
        if (snapshots)
        {
            return null;
        }

        // The switch needs the database for itself for a moment: what other nodes are doing is broken off after a grace, and they try again.
        const string Switch = "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK AFTER 5 SECONDS";
        try
        {
            await db.Database.ExecuteSqlRawAsync(Switch, cancellationToken);
            return null;
        }
        catch (SqlException refused)
        {
            return $"Readers wait for writers in the database {db.Database.GetDbConnection().Database}, because READ_COMMITTED_SNAPSHOT is off and could not be switched on "
                + $"({refused.Message.ReplaceLineEndings(" ").TrimEnd('.')}): have an administrator run {Switch.Replace("CURRENT", $"[{db.Database.GetDbConnection().Database}]", StringComparison.Ordinal)}.";
        }
    }

    public async Task<bool> TakesWritesAsync(MarketplaceDb db, CancellationToken cancellationToken) =>
        await db.Database.SqlQueryRaw<string>("SELECT CAST(DATABASEPROPERTYEX(DB_NAME(), 'Updateability') AS nvarchar(32)) AS [Value]").SingleAsync(cancellationToken) != "READ_ONLY";

    /// <summary>Any number write at once.</summary>
    public ValueTask<IDisposable> WriterAsync(CancellationToken cancellationToken) => new(new Nothing());

    public bool IsDuplicate(DbUpdateException failure) => failure.InnerException is SqlException { Number: UniqueTwice or KeyTwice };

    /// <summary>Makes the database when the account may and it is missing; of two nodes that do so at once, the later finds it made.</summary>
    private async Task CreateAsync(MarketplaceDb db, CancellationToken cancellationToken)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(cancellationToken))
        {
            return;
        }

        try
        {
            await creator.CreateAsync(cancellationToken);
        }
        catch (SqlException made) when (made.Number == AlreadyThere)
        {
            var since = clock.GetTimestamp();
            while (!await creator.ExistsAsync(cancellationToken) && clock.GetElapsedTime(since) < Patience)
            {
                await Task.Delay(BetweenLooks, clock, cancellationToken);
            }
        }
    }

    private static async Task RefuseOldAsync(MarketplaceDb db, CancellationToken cancellationToken)
    {
        var level = await db.Database.SqlQueryRaw<byte>("SELECT [compatibility_level] AS [Value] FROM [sys].[databases] WHERE [database_id] = DB_ID()").SingleAsync(cancellationToken);
        if (level < LeastCompatibility)
        {
            throw new DatabaseUnusableException(string.Create(CultureInfo.InvariantCulture,
                $"The database {db.Database.GetDbConnection().Database} has compatibility level {level} and needs {LeastCompatibility} or more (SQL Server 2016): have an administrator run ALTER DATABASE CURRENT SET COMPATIBILITY_LEVEL = {LeastCompatibility}."));
        }

        // Tables of the days before collations were told for each column: nothing was ever in use with them.
        var collation = await db.Database.SqlQueryRaw<string>("SELECT [collation_name] AS [Value] FROM [sys].[columns] WHERE [object_id] = OBJECT_ID(N'[Products]') AND [name] = N'Slug'").SingleOrDefaultAsync(cancellationToken);
        if (collation is not null && collation != Collations.Code)
        {
            throw new DatabaseUnusableException(
                $"The tables of the database {db.Database.GetDbConnection().Database} compare codes by {collation} and not by {Collations.Code}, so they were not made by this program's migrations: name an empty database and import the catalogue there.");
        }
    }

    /// <summary>The lock belongs to the connection on which the work is done: when that breaks, both are gone.</summary>
    private async Task LockAsync(MarketplaceDb db, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = """
            DECLARE @answer int;
            EXEC @answer = sp_getapplock @Resource = @resource, @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = @patience;
            SELECT @answer;
            """;
        command.Parameters.Add(new SqlParameter("@resource", Resource));
        command.Parameters.Add(new SqlParameter("@patience", (int)Patience.TotalMilliseconds));
        command.CommandTimeout = (int)Patience.TotalSeconds + 30;
        var answer = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
        if (answer < 0)
        {
            throw new DatabaseUnusableException(string.Create(CultureInfo.InvariantCulture,
                $"Another node has been preparing the database {db.Database.GetDbConnection().Database} for more than {Patience.TotalSeconds:0} seconds (sp_getapplock answered {answer}): wait for it or end it, then start again; nothing was changed."));
        }
    }

    private sealed class Alone(MarketplaceDb db) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                // A pooled connection outlives its context, and would take the lock along.
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = "EXEC sp_releaseapplock @Resource = @resource, @LockOwner = N'Session'";
                command.Parameters.Add(new SqlParameter("@resource", Resource));
                await command.ExecuteNonQueryAsync();
            }
            catch (Exception broken) when (broken is SqlException or InvalidOperationException)
            {
                // The session is gone, and the lock with it.
            }

            await db.Database.CloseConnectionAsync();
        }
    }

    private sealed class Nothing : IDisposable
    {
        public void Dispose()
        {
            // Nothing was claimed.
        }
    }
}
