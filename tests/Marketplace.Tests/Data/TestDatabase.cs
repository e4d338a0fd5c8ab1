using Marketplace.Data;
using Marketplace.Data.Import;
using Marketplace.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace Marketplace.Tests.Data;

/// <summary>A private SQLite database in memory, made by the real migrations.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));

    public static async Task<TestDatabase> CreateAsync()
    {
        var database = new TestDatabase();
        await database._connection.OpenAsync();
        await using var db = database.Open();
        await db.Database.MigrateAsync();
        return database;
    }

    public MarketplaceDb Open(params IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<MarketplaceDb>();
        // Translated queries are kept for all contexts of a process: they must be translated in one way.
        options.UseSqlite(_connection, sqlite => sqlite
            .MigrationsAssembly(typeof(SqliteDatabase).Assembly.FullName).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));
        return new MarketplaceDb(options.AddInterceptors(interceptors).Options);
    }

    public async Task<ImportReport> ImportAsync(ImportFiles files)
    {
        await using var db = Open();
        return await new CatalogueImport(db, Clock).RunAsync(files, TestContext.Current.CancellationToken);
    }

    public async Task<int> AddDemonstrationAsync()
    {
        await using var db = Open();
        return await new DemonstrationData(db, Clock).AddAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();
}
