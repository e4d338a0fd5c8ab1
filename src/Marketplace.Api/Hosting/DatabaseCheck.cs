using Marketplace.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Hosting;

/// <summary>Looks at the database before anything writes to it.</summary>
internal static class DatabaseCheck
{
    /// <summary>A check of every page is quick up to this size; beyond it the header must do.</summary>
    private const long CheckedWhole = 64L << 20;

    /// <summary>Refuses a damaged SQLite file without touching it.</summary>
    public static void Inspect(Settings settings)
    {
        if (settings.DatabaseFile is not { } file || !File.Exists(file) || new FileInfo(file).Length == 0)
        {
            return;
        }

        string answer;
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = new FileInfo(file).Length <= CheckedWhole ? "PRAGMA quick_check(1)" : "SELECT 'ok' FROM sqlite_master LIMIT 1";
            answer = command.ExecuteScalar() as string ?? "ok";
        }
        catch (SqliteException damaged)
        {
            answer = damaged.Message;
        }

        if (answer != "ok")
        {
            throw new StartException($"The database file {file} cannot be read ({answer}): restore it from a backup, or move it away to start with an empty one; it was not changed.");
        }
    }

    /// <summary>Refuses a database that a newer version of the program has migrated.</summary>
    public static async Task RefuseNewerAsync(MarketplaceDb db, CancellationToken cancellationToken)
    {
        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations(), StringComparer.Ordinal).FirstOrDefault();
        if (unknown is not null)
        {
            throw new StartException($"The database has the migration {unknown}, which this version of the program does not know: start the newer version; nothing was changed.");
        }
    }
}
