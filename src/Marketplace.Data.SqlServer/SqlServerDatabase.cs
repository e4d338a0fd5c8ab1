using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Marketplace.Data.SqlServer;

/// <summary>Chooses SQL Server, with its migrations, for the marketplace's database.</summary>
public static class SqlServerDatabase
{
    public static DbContextOptionsBuilder UseMarketplaceSqlServer(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, sqlServer => sqlServer.MigrationsAssembly(typeof(SqlServerDatabase).Assembly.FullName));
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
