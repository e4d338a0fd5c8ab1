using Marketplace.Api.Accounts;
using Marketplace.Api.Background;
using Marketplace.Api.Catalogue;
using Marketplace.Api.Certification;
using Marketplace.Api.Commands;
using Marketplace.Api.FrontDoor;
using Marketplace.Api.PersonalData;
using Marketplace.Api.Pictures;
using Marketplace.Api.Proof;
using Marketplace.Api.Search;
using Marketplace.Api.SharedState;
using Marketplace.Api.Telemetry;
using Marketplace.Core.Search;
using Marketplace.Data;
using Marketplace.Data.Sqlite;
using Marketplace.Data.SqlServer;
using Marketplace.Search.Elasticsearch;
using Marketplace.Search.Lucene;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Marketplace.Api.Hosting;

/// <summary>Puts the marketplace's own parts together: database, index, caches, the worker between them.</summary>
internal static class MarketplaceSetup
{
    internal const string DefaultAddress = "http://localhost:5080";

    /// <summary>Whoever watches the host gives up at some time too, and would then know nothing.</summary>
    private static readonly TimeSpan HealthPatience = TimeSpan.FromSeconds(4);

    public static void AddMarketplace(this WebApplicationBuilder builder)
    {
        var settings = Settings.Read(builder.Configuration, builder.Environment.ContentRootPath);
        if (builder.Configuration[Settings.UrlsKey] is null or "")
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        // The storefront sends hashes of its documents; their texts lie in its build.
        const string Documents = "GraphQL:PersistedDocuments";
        if (builder.Configuration[Documents] is null && StorefrontPlace.FindBuilt(builder.Configuration["Storefront:Directory"]) is { } storefront)
        {
            builder.Configuration[Documents] = Path.Combine(storefront, "build", "persisted-documents.json");
        }

        builder.SayOnOneLine();
        builder.AddTelemetry();
        builder.AddSharedState();
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton<OutboxSignal>();
        services.AddPooledDbContextFactory<MarketplaceDb>((provider, options) =>
            options.UseMarketplace(settings).AddInterceptors(provider.GetRequiredService<OutboxSignal>()));

        // Other processes live by the real clock, whatever this one is told.
        services.AddSingleton<IDatabaseEngine>(settings.DatabaseFile is { } file ? new SqliteEngine(file, TimeProvider.System) : new SqlServerEngine(TimeProvider.System));
        services.AddCookieKeys(builder.Configuration, settings);
        services.AddPictures(settings.Files);

        if (settings.Search.Elasticsearch is { } cluster)
        {
            services.AddElasticsearch(cluster);
            services.AddSingleton(provider => provider.OpenElasticsearch(InstallationOf(provider), TimeProvider.System));
            services.AddSingleton<ISearchIndex>(provider => new CachedSearch(
                Shared(provider, new MeasuredSearch(provider.GetRequiredService<ElasticsearchIndex>(), "elasticsearch")), provider.GetRequiredService<TimeProvider>()));
            services.AddSingleton<IndexMark>(provider => () => provider.GetRequiredService<ElasticsearchIndex>().Mark);
        }
        else
        {
            services.AddSingleton(provider => new LuceneIndex(Path.Combine(settings.DataDirectory, "search", InstallationOf(provider).ToString("N"))));
            services.AddSingleton<ISearchIndex>(provider => new CachedSearch(
                new MeasuredSearch(provider.GetRequiredService<LuceneIndex>(), "lucene"), provider.GetRequiredService<TimeProvider>()));
            services.AddSingleton(provider => IndexMarks.OfEmbedded(provider.GetRequiredService<LuceneIndex>()));
        }

        services.AddSingleton<IndexBuilder>().AddSingleton<Preparation>();
        services.AddHttpContextAccessor().AddSingleton<DatabaseListing>();
        services.AddSingleton<CatalogueCache>().AddSingleton<CatalogueFigures>().AddSingleton<ProductSearch>();
        services.AddScoped<ProductCounts>().AddScoped<CommuneProductCounts>().AddScoped<PicturesOfListings>().AddScoped<OffersOfListings>();
        services.AddSingleton<INodeLoader, ProductNodes>().AddSingleton<INodeLoader, ProducerNodes>()
            .AddSingleton<INodeLoader, CertificateNodes>().AddSingleton<INodeLoader, OfferNodes>();
        services.AddSingleton<IndexLag>().AddSingleton<DeadLetterBox>().AddSingleton<IndexWriter>().AddSingleton<EmbeddedIndex>()
            .AddSingleton<SharedIndex>().AddSingleton<SharedIndexWork>().AddSingleton<IndexCheck>().AddSingleton<CatchUp>();
        services.AddHostedService<IndexFollower>().AddHostedService<OutboxPruning>();
        services.AddSingleton<BookCheck>();
        services.AddSingleton<ExpiryReminders>().AddHostedService(provider => provider.GetRequiredService<ExpiryReminders>());
        services.AddSingleton<Erasures>().AddHostedService(provider => provider.GetRequiredService<Erasures>());
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", timeout: HealthPatience).AddCheck<IndexHealth>("search", timeout: HealthPatience);
    }

    /// <summary>Chooses the database that the settings name.</summary>
    public static DbContextOptionsBuilder UseMarketplace(this DbContextOptionsBuilder options, Settings settings) =>
        settings.Provider == DatabaseProvider.SqlServer
            ? options.UseMarketplaceSqlServer(settings.ConnectionString)
            : options.UseMarketplaceSqlite(settings.ConnectionString);

    /// <summary>The state of the catalogue as pages show it.</summary>
    public static long Generation(HttpContext http) => http.RequestServices.GetRequiredService<CatalogueState>().Now;

    /// <summary>Tells the person at the console where to look, as soon as there is something to see.</summary>
    public static void AnnounceWhenStarted(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        var settings = app.Services.GetRequiredService<Settings>();
        Progress.Say($"Chợ Xứ Dừa: {address}   API: {address}/graphql   data: {settings.DataDirectory}");
        FirstAccounts.Tell(settings);
    });

    private static ISearchIndex Shared(IServiceProvider provider, ISearchIndex engine) => engine.IsShared && provider.GetService<HybridCache>() is { } answers
        ? new SharedSearch(engine, provider.GetRequiredService<IndexMark>(), answers, provider.GetRequiredService<SharedKeys>())
        : engine;

    /// <summary>Each database has an index of its own, so that one built from another database is never searched.</summary>
    private static Guid InstallationOf(IServiceProvider provider)
    {
        using var db = provider.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContext();
        return db.Installations.AsNoTracking().Single().Id;
    }
}
