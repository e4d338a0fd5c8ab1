using Marketplace.Api;
using Marketplace.Api.Accounts;
using Marketplace.Api.Commands;
using Marketplace.Api.FrontDoor;
using Marketplace.Api.Hosting;
using Marketplace.Api.Ordering;
using Marketplace.Api.Payments;
using Marketplace.Core;
using Marketplace.Data;
using Marketplace.Search.Lucene;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Marketplace.Benchmarks;

/// <summary>The real host over a data folder of its own, put together as the program does it. The limiter is on, and so wide that it never refuses.</summary>
internal sealed class Market : IAsyncDisposable
{
    private const int BatchSize = 1000;

    private readonly WebApplication _app;

    private Market(WebApplication app, Originals originals) => (_app, Originals) = (app, originals);

    /// <summary>The real catalogue from which everything else is varied.</summary>
    public Originals Originals { get; }

    public int Port => new Uri(_app.Urls.First()).Port;

    public IServiceProvider Services => _app.Services;

    /// <summary>The engine itself, without the cache of answers.</summary>
    public LuceneIndex Engine => _app.Services.GetRequiredService<LuceneIndex>();

    public DateOnly Today => _app.Services.GetRequiredService<TimeProvider>().Today();

    public static string[] Settings(string directory, int port = 0, bool storefront = false) =>
    [
        $"--Data:Directory={directory}", "--Database:Provider=Sqlite", "--Database:ConnectionString=", $"--urls=http://127.0.0.1:{port}", "--environment=Production", $"--Storefront:Enabled={storefront}",
        "--GraphQL:RequestsPerMinute=10000000", "--GraphQL:RequestBurst=1000000",
    ];

    /// <summary>Fills the folder with that many products; builds the index and serves only when asked to.</summary>
    /// <param name="visitor">Who asks; nobody has an account unless given.</param>
    public static async Task<Market> OpenAsync(
        string directory, int products, bool serve, bool storefront = false, bool index = true, Func<HttpContext, CancellationToken, ValueTask<Visitor>>? visitor = null)
    {
        var builder = WebApplication.CreateBuilder(Settings(directory, storefront: storefront));
        builder.AddMarketplace();
        builder.AddAccounts();
        builder.AddPayments();
        builder.Services.AddOrdering();
        builder.Services.AddMarketplaceGraphQL();
        builder.AddFrontDoor();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        var app = builder.Build();
        var preparation = app.Services.GetRequiredService<Preparation>();
        await preparation.FillAsync(CancellationToken.None);
        var databases = app.Services.GetRequiredService<IDbContextFactory<MarketplaceDb>>();
        var originals = await Originals.ReadAsync(databases);
        await FillAsync(databases, originals, products, app.Services.GetRequiredService<TimeProvider>());
        if (index)
        {
            await preparation.IndexAsync(CancellationToken.None);
        }

        if (serve)
        {
            app.UseFrontDoor();
            app.MapMarketplaceGraphQL(VisitorAddress.Of, visitor);
            app.MapFrontDoor(MarketplaceSetup.Generation);
            await app.StartAsync();
        }

        return new Market(app, originals);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task FillAsync(IDbContextFactory<MarketplaceDb> databases, Originals originals, int products, TimeProvider clock)
    {
        var missing = Math.Max(0, products - originals.Products.Count);
        var variations = new Variations(originals, clock.GetUtcNow().UtcDateTime);
        var producers = variations.Producers(missing);
        await SaveAsync(databases, producers);
        using var progress = new ProgressBar("Filling the database", missing);
        var saved = 0;
        foreach (var batch in variations.Products(missing, [.. originals.Producers, .. producers]).Chunk(BatchSize))
        {
            await SaveAsync(databases, batch.SelectMany(IEnumerable<object> (listed) => [listed.Product, .. listed.Offers, .. listed.Certificates]));
            progress.Report(saved += batch.Length);
        }
    }

    private static async Task SaveAsync(IDbContextFactory<MarketplaceDb> databases, IEnumerable<object> rows)
    {
        await using var db = await databases.CreateDbContextAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }
}
