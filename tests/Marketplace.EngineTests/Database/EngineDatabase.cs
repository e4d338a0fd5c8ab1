using Marketplace.Data;
using Marketplace.Data.Import;
using Marketplace.Data.Keys;
using Marketplace.Data.Sqlite;
using Marketplace.Data.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace Marketplace.EngineTests.Database;

/// <summary>A private database on one engine, set up as the host sets it up, and gone afterwards.</summary>
internal sealed class EngineDatabase : IAsyncDisposable
{
    private readonly Engine _engine;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engine-");
    private readonly string _connectionString;

    private EngineDatabase(Engine engine)
    {
        _engine = engine;
        if (engine == Engine.Sqlite)
        {
            _connectionString = SqliteDatabase.ConnectionString(File);
            Asks = new SqliteEngine(File, TimeProvider.System);
            return;
        }

        var name = $"marketplace-test-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
        _connectionString = new SqlConnectionStringBuilder(Engines.SqlServer()) { InitialCatalog = name }.ToString();
        Asks = new SqlServerEngine(TimeProvider.System);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));

    /// <summary>What the host asks of the engine.</summary>
    public IDatabaseEngine Asks { get; }

    /// <summary>The folder of a host on this database; the file lies in it when there is one.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The settings with which a host works on this database, whatever the environment says.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Data:Directory"] = Folder,
        ["Database:Provider"] = _engine.ToString(),
        ["Database:ConnectionString"] = _engine == Engine.Sqlite ? "" : _connectionString,
        ["Storefront:Enabled"] = "false",
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string File => Path.Combine(Folder, "marketplace.db");

    /// <summary>One without tables, or without being there at all.</summary>
    public static EngineDatabase Empty(Engine engine) => new(engine);

    /// <summary>One with its tables, tuned as a start tunes it; as they were after the migration of that name, if one is named.</summary>
    public static async Task<EngineDatabase> MigratedAsync(Engine engine, string? upTo = null)
    {
        var database = Empty(engine);
        await using var db = database.Open();
        await using var alone = await database.Asks.AloneAsync(db, Stop);
        await db.Database.MigrateAsync(upTo, Stop);
        Assert.Null(await database.Asks.TuneAsync(db, Stop));
        return database;
    }

    /// <summary>One with the shipped catalogue and demonstration data.</summary>
    public static async Task<EngineDatabase> FilledAsync(Engine engine)
    {
        var database = await MigratedAsync(engine);
        Assert.Empty((await database.ImportAsync(ImportFiles.Shipped())).Faults);
        await using var db = database.Open();
        await new DemonstrationData(db, database.Clock).AddAsync(Stop);
        return database;
    }

    public MarketplaceDb Open(params IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<MarketplaceDb>();
        Use(options);
        options.AddInterceptors(interceptors);
        return new MarketplaceDb(options.Options);
    }

    public KeysDb OpenKeys()
    {
        var options = new DbContextOptionsBuilder<KeysDb>();
        Use(options);
        return new KeysDb(options.Options);
    }

    public void Use(DbContextOptionsBuilder options) =>
        _ = _engine == Engine.Sqlite ? options.UseMarketplaceSqlite(_connectionString) : options.UseMarketplaceSqlServer(_connectionString);

    public async Task<ImportReport> ImportAsync(ImportFiles files)
    {
        await using var db = Open();
        return await new CatalogueImport(db, Clock).RunAsync(files, Stop);
    }

    /// <summary>As <see cref="Asks"/>, with little patience.</summary>
    public IDatabaseEngine Impatient() => _engine == Engine.Sqlite
        ? new SqliteEngine(File, TimeProvider.System) { Patience = TimeSpan.FromSeconds(1) }
        : new SqlServerEngine(TimeProvider.System) { Patience = TimeSpan.FromSeconds(1) };

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        if (_engine == Engine.SqlServer)
        {
            SqlConnection.ClearAllPools();
            await using var db = Open();
            await db.Database.EnsureDeletedAsync(CancellationToken.None);
        }

        _folder.Delete(recursive: true);
    }
}
