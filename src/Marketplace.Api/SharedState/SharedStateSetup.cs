using Marketplace.Api.FrontDoor;
using Marketplace.Api.Hosting;
using Marketplace.Data;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Marketplace.Api.SharedState;

/// <summary>State outside the process, where a Redis is named; otherwise everything stays in memory.</summary>
internal static class SharedStateSetup
{
    internal const string ConnectionKey = "Redis:ConnectionString";

    /// <summary>Longer than Redis takes, and shorter than what is kept there takes to make.</summary>
    private const int PatienceMilliseconds = 500;

    public static void AddSharedState(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CatalogueState>();
        if (builder.Configuration[ConnectionKey] is not { } connection || string.IsNullOrWhiteSpace(connection))
        {
            return;
        }

        var options = Read(connection);
        var services = builder.Services;
        services.AddSingleton(provider => new RedisLine(options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<RedisLine>>()));
        services.AddSingleton<IDistributedCache>(static provider => provider.GetRequiredService<RedisLine>());
        services.AddSingleton(static provider => new SharedKeys(Installation(provider)));
        services.AddHybridCache(static cache => cache.MaximumPayloadBytes = 2 * PageCache.LargestPage);
        services.AddOptions<MemoryCacheOptions>().Configure<IOptions<PageOptions>>(static (memory, pages) => memory.SizeLimit = Math.Max(1, pages.Value.CacheBytes));
        services.AddSingleton<IOutputCacheStore, SharedPages>();
        services.AddHealthChecks().AddCheck<RedisHealth>("redis");
    }

    /// <summary>What the connection string says, and patience of our own where it says nothing of it: nobody waits for a cache.</summary>
    internal static ConfigurationOptions Read(string connection)
    {
        ConfigurationOptions options;
        try
        {
            options = ConfigurationOptions.Parse(connection, ignoreUnknown: false);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or OverflowException)
        {
            // What is wrong may be a part of the password: it is not repeated.
            throw Refused();
        }

        if (options.EndPoints.Count == 0)
        {
            throw Refused();
        }

        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ConnectTimeout = Unless("connectTimeout", options.ConnectTimeout);
        options.AsyncTimeout = Unless("asyncTimeout", options.AsyncTimeout);
        return options;

        int Unless(string name, int given) => connection.Contains(name + "=", StringComparison.OrdinalIgnoreCase) ? given : PatienceMilliseconds;
    }

    private static StartException Refused() => new(
        "Redis__ConnectionString cannot be read: write host:port and then options, separated by commas, for example redis:6379,password=…,ssl=true.");

    private static Guid Installation(IServiceProvider provider)
    {
        using var db = provider.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContext();
        return db.Installations.AsNoTracking().Single().Id;
    }
}
