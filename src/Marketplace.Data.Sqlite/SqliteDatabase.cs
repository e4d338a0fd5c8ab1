using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Marketplace.Data.Sqlite;

/// <summary>Chooses SQLite, with its migrations, for the marketplace's database.</summary>
public static class SqliteDatabase
{
    public static DbContextOptionsBuilder UseMarketplaceSqlite(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteDatabase).Assembly.FullName));
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
