using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Marketplace.Api.FrontDoor;
using Marketplace.Api.Search;
using Marketplace.Core.Search;
using Marketplace.Data;
using Marketplace.Data.Outbox;
using Marketplace.Search.Lucene;
using Marketplace.Tests.FrontDoor;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Marketplace.Tests.MarketplaceApp))]

namespace Marketplace.Tests;

/// <summary>
/// The real host over a private folder with a real SQLite file and a real index, filled with the shipped catalogue, and with a clock that a
/// test may move. One is shared by all tests that only read; a test that writes makes its own.
/// </summary>
public sealed class MarketplaceApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>How often a test looks whether the host has done by itself what it waits for; to look without a pause keeps the host from doing it.</summary>
    internal static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(10);

    /// <summary>What a first start makes, made once for the whole run and copied for each host.</summary>
    private static readonly Lazy<DirectoryInfo> FirstStart = new(() =>
    {
        var made = Directory.CreateTempSubdirectory("marketplace-first-start-");
        using (var app = new MarketplaceApp(made))
        {
            app.StartServer();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => made.Delete(recursive: true);
        return made;
    });

    private readonly DirectoryInfo _data;
    private readonly bool _ownsData;
    private readonly string _environment;
    private readonly StubStorefront? _storefront;

    public MarketplaceApp()
        : this("Production")
    {
    }

    internal MarketplaceApp(string environment) =>
        (_environment, _data, _ownsData) = (environment, CopyOf(FirstStart.Value), true);

    /// <summary>A host with a storefront behind its door.</summary>
    internal MarketplaceApp(StubStorefront storefront)
        : this("Production") => _storefront = storefront;

    /// <summary>A host over a folder that outlives it.</summary>
    internal MarketplaceApp(DirectoryInfo data) => (_environment, _data) = ("Production", data);

    /// <summary>A Sunday on which demonstration certificates are in every state.</summary>
    public ArmedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));

    public SqlCounter Sql { get; } = new();

    /// <summary>Puts something in the place of the engine; null leaves the real one.</summary>
    internal Func<LuceneIndex, ISearchIndex>? Engine { get; init; }

    /// <summary>Settings beside those that every test has.</summary>
    internal IReadOnlyList<(string Key, string Value)> Given { get; init; } = [];

    internal Action<IServiceCollection> With { get; init; } = _ => { };

    public string DataDirectory => _data.FullName;

    /// <summary>Starts the shared host before the first test: two that came at once would each start one, and the second is refused the database.</summary>
    ValueTask IAsyncLifetime.InitializeAsync()
    {
        _ = Services;
        return ValueTask.CompletedTask;
    }

    public async Task WithAsync(Func<MarketplaceDb, Task> act)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContextAsync();
        await act(db);
    }

    internal Task StorefrontReadyAsync() =>
        Services.GetRequiredService<StorefrontStatus>().ReachesAsync(StorefrontState.Ready, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Saves, and returns when the follower has made the change visible.</summary>
    internal async Task ChangeAsync(Func<MarketplaceDb, Task> change)
    {
        await WithAsync(async db =>
        {
            await change(db);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await CaughtUpAsync();
    }

    /// <summary>Returns when the follower has made visible what is saved by now.</summary>
    internal async Task CaughtUpAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        var index = Services.GetRequiredService<ISearchIndex>();
        var written = 0L;
        await WithAsync(async db => written = await db.LastOutboxSequenceAsync(stop));
        while ((await index.StatusAsync(stop)).Sequence < written)
        {
            // The follower was woken by the save.
            await Task.Delay(PollEvery, stop);
        }
    }

    /// <summary>Asks the API over HTTP.</summary>
    public async Task<JsonNode> AskAsync(string query, object? variables = null, string language = "vi")
    {
        using var client = CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        using var response = await client.PostAsJsonAsync("/graphql", new { query, variables }, TestContext.Current.CancellationToken);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Asks, and expects an answer without errors.</summary>
    public async Task<JsonNode> DataAsync(string query, object? variables = null, string language = "vi")
    {
        var answer = await AskAsync(query, variables, language);
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        return answer["data"]!;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        builder.UseSetting("Data:Directory", _data.FullName);

        // Whatever the environment names for the suite of the engines.
        builder.UseSetting("Database:Provider", "Sqlite");
        builder.UseSetting("Database:ConnectionString", "");
        builder.UseSetting("Storefront:Enabled", _storefront is null ? "false" : "true");
        if (_storefront is not null)
        {
            builder.UseSetting("Storefront:Directory", _storefront.Folder);
            builder.UseSetting("Storefront:Node", "node");
        }

        builder.UseSetting("GraphQL:RequestsPerMinute", "0");
        builder.UseSetting("Accounts:EvenAnswerMilliseconds", "0");
        foreach (var (key, value) in Given)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton(Sql);
            if (Engine is not null)
            {
                services.AddSingleton<ISearchIndex>(provider => new CachedSearch(Engine(provider.GetRequiredService<LuceneIndex>()), Clock));
            }

            services.ConfigureDbContext<MarketplaceDb>((provider, options) => options.AddInterceptors(provider.GetRequiredService<SqlCounter>()));
            With(services);
        });
    }

    private static DirectoryInfo CopyOf(DirectoryInfo made)
    {
        var copy = Directory.CreateTempSubdirectory("marketplace-test-");
        foreach (var file in made.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.FullName, Path.GetRelativePath(made.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target);
        }

        return copy;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _ownsData && _data.Exists)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            _data.Delete(recursive: true);
        }
    }
}
