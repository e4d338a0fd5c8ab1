using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Marketplace.Data.SqlServer;

/// <summary>Chooses SQL Server, with its migrations, for the marketplace's database.</summary>
public static class SqlServerDatabase
{
    private const int TimeoutSeconds = 30;

    /// <summary>What is wrong with a connection string; null when it can be used. No server is asked.</summary>
    public static string? FaultOf(string connectionString)
    {
        try
        {
            var given = new SqlConnectionStringBuilder(connectionString);
            return given.DataSource.Length == 0 ? "it names no server (Server=…)"
                : given.InitialCatalog.Length == 0 && given.AttachDBFilename.Length == 0 ? "it names no database (Database=…)"
                : null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or KeyNotFoundException)
        {
            return unreadable.Message.Split('\n')[0].TrimEnd('.', '\r');
        }
    }

    public static DbContextOptionsBuilder UseMarketplaceSqlServer(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, sqlServer => sqlServer
            .MigrationsAssembly(typeof(SqlServerDatabase).Assembly.FullName)
            .CommandTimeout(TimeoutSeconds)
            .ExecutionStrategy(dependencies => new SqlServerRetries(dependencies))

            // One parameter for a list of any length: one plan for every number of ids, and no end at 2,100 of them.
            .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));
}

/// <summary>Lets the migration tool build the model; it opens no connection.</summary>
internal sealed class SqlServerDesign : IDesignTimeDbContextFactory<MarketplaceDb>
{
    public MarketplaceDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<MarketplaceDb>();
        options.UseMarketplaceSqlServer("Server=none");
        return new MarketplaceDb(options.Options);
    }
}
