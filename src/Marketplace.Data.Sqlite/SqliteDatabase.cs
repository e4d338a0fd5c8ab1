using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Marketplace.Data.Sqlite;

/// <summary>Chooses SQLite, with its migrations, for the marketplace's database.</summary>
public static class SqliteDatabase
{
    /// <summary>How every process opens the file: foreign keys checked, and half a minute's patience with another writer.</summary>
    public static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString();

    public static DbContextOptionsBuilder UseMarketplaceSqlite(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString, sqlite => sqlite
            .MigrationsAssembly(typeof(SqliteDatabase).Assembly.FullName)

            // As on SQL Server: one statement for a list of any length.
            .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));
}

/// <summary>Lets the migration tool build the model; it opens no connection.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<MarketplaceDb>
{
    public MarketplaceDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<MarketplaceDb>();
        options.UseMarketplaceSqlite("Data Source=none");
        return new MarketplaceDb(options.Options);
    }
}
