using Marketplace.Api;
using Marketplace.Api.FrontDoor;
using Marketplace.Api.Hosting;
using Marketplace.Core;
using Marketplace.Data;
using Marketplace.Search.Lucene;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Marketplace.Benchmarks;

/// <summary>The real host over a data folder of its own, put together as the program does it. The limiter is on, and so wide that it never refuses.</summary>
internal sealed class Market : IAsyncDisposable
{
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
        $"--Data:Directory={directory}", $"--urls=http://127.0.0.1:{port}", "--environment=Production", $"--Storefront:Enabled={storefront}",
        "--GraphQL:RequestsPerMinute=10000000", "--GraphQL:RequestBurst=1000000",
    ];

    /// <summary>Fills the folder with that many products and builds the index; serves only when <paramref name="serve"/> says so.</summary>
    public static async Task<Market> OpenAsync(string directory, int products, bool serve, bool storefront = false)
    {
        var builder = WebApplication.CreateBuilder(Settings(directory, storefront: storefront));
        builder.AddMarketplace();
        builder.Services.AddMarketplaceGraphQL();
        builder.AddFrontDoor();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        var app = builder.Build();
        var preparation = app.Services.GetRequiredService<Preparation>();
        await preparation.MigrateAsync(CancellationToken.None);
        await preparation.SeedAsync(CancellationToken.None);
        var databases = app.Services.GetRequiredService<IDbContextFactory<MarketplaceDb>>();
        var originals = await Originals.ReadAsync(databases);
        await new Variations(originals, databases, app.Services.GetRequiredService<TimeProvider>()).FillAsync(products);
        await preparation.IndexAsync(CancellationToken.None);
        if (serve)
        {
            app.UseFrontDoor();
            app.MapMarketplaceGraphQL(VisitorAddress.Of);
            app.MapFrontDoor(MarketplaceSetup.Generation);
            await app.StartAsync();
        }

        return new Market(app, originals);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
