using Marketplace.Data;
using Marketplace.Data.Import;
using Marketplace.Data.Sqlite;
using Marketplace.Data.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Marketplace.EngineTests.Database;

/// <summary>A private database on one engine, set up as the host sets it up, and gone afterwards.</summary>
internal sealed class EngineDatabase : IAsyncDisposable
{
    private readonly Engine _engine;
    private readonly DirectoryInfo? _folder;
    private readonly string _connectionString;

    private EngineDatabase(Engine engine)
    {
        _engine = engine;
        if (engine == Engine.Sqlite)
        {
            _folder = Directory.CreateTempSubdirectory("engine-");
            _connectionString = SqliteDatabase.ConnectionString(Path.Combine(_folder.FullName, "marketplace.db"));
        }
        else
        {
            var name = $"marketplace-test-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
            _connectionString = new SqlConnectionStringBuilder(Engines.SqlServer()) { InitialCatalog = name }.ToString();
        }
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>One without tables, or without being there at all.</summary>
    public static EngineDatabase Empty(Engine engine) => new(engine);

    /// <summary>One with its tables.</summary>
    public static async Task<EngineDatabase> MigratedAsync(Engine engine)
    {
        var database = Empty(engine);
        await using var db = database.Open();
        await db.Database.MigrateAsync(Stop);
        return database;
    }

    public MarketplaceDb Open()
    {
        var options = new DbContextOptionsBuilder<MarketplaceDb>();
        _ = _engine == Engine.Sqlite ? options.UseMarketplaceSqlite(_connectionString) : options.UseMarketplaceSqlServer(_connectionString);
        return new MarketplaceDb(options.Options);
    }

    public async Task<ImportReport> ImportAsync(ImportFiles files)
    {
        await using var db = Open();
        return await new CatalogueImport(db, Clock).RunAsync(files, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            SqliteConnection.ClearAllPools();
            _folder.Delete(recursive: true);
            return;
        }

        SqlConnection.ClearAllPools();
        await using var db = Open();
        await db.Database.EnsureDeletedAsync(CancellationToken.None);
    }
}
