using System.Net;
using System.Text.Json.Nodes;
using Marketplace.Api.Catalogue;
using Marketplace.Api.FrontDoor;
using Marketplace.Api.Hosting;
using Marketplace.Api.SharedState;
using Marketplace.Core.Search;
using Marketplace.Search.Lucene;
using Marketplace.Tests.FrontDoor;
using Marketplace.Tests.GraphQL;
using Marketplace.Tests.Search;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Marketplace.Tests.SharedState;

/// <summary>State outside the process: what it is good for, and that the host does without it.</summary>
public sealed class SharedStateTests
{
    private const string Lost = "Redis does not answer";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_that_one_host_made_is_not_made_by_the_next()
    {
        using var redis = await RedisServer.StartAsync();
        using var storefront = new StubStorefront();
        var data = Directory.CreateTempSubdirectory("shared-");
        try
        {
            var first = await PageAsync(data, storefront, redis, path: "/kept/sized");
            var second = await PageAsync(data, storefront, redis, path: "/kept/sized");

            Assert.Equal(((int)first["process"]!, (int)first["made"]!), ((int)second["process"]!, (int)second["made"]!));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_host_without_its_Redis_goes_on_says_so_once_and_is_ready()
    {
        var log = new LogBook();
        using var storefront = new StubStorefront();
        await using var app = new MarketplaceApp(storefront)
        {
            Given = [("Redis:ConnectionString", $"127.0.0.1:{RedisServer.FreePort()}")],
            With = services => services.AddSingleton<ILoggerProvider>(log),
        };
        app.UseKestrel(0);
        app.StartServer();
        await app.StorefrontReadyAsync();
        using var web = app.CreateClient();

        var made = new[] { await web.GetStringAsync("/kept", Stop), await web.GetStringAsync("/kept", Stop) };
        await app.DataAsync("{ products { totalCount } }");
        using var ready = await web.GetAsync("/health/ready", Stop);

        Assert.Equal(made[0], made[1]);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        var health = JsonNode.Parse(await ready.Content.ReadAsStringAsync(Stop))!;
        Assert.Equal(("Degraded", "Degraded", "Healthy"), ((string?)health["status"], (string?)health["checks"]!["redis"]!["status"], (string?)health["checks"]!["search"]!["status"]));
        Assert.Single(log.Entries, entry => entry.Text.StartsWith(Lost, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Redis_that_comes_back_is_used_again()
    {
        var clock = new FakeTimeProvider();
        var log = new LogBook();
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(log));
        var redis = await RedisServer.StartAsync();
        using var line = new RedisLine(SharedStateSetup.Read(redis.Connection), clock, logs.CreateLogger<RedisLine>());
        byte[] value = [1, 2, 3];
        await line.SetAsync("a", value, new DistributedCacheEntryOptions(), Stop);
        Assert.Equal(value, await line.GetAsync("a", Stop));

        redis.Dispose();
        Assert.Null(await line.GetAsync("a", Stop));
        Assert.Null(await line.GetAsync("a", Stop));
        Assert.False(await line.AnswersAsync(Stop));

        using var again = await RedisServer.StartAsync(redis.Port);
        while (!await line.AnswersAsync(Stop))
        {
            Stop.ThrowIfCancellationRequested();
        }

        await line.SetAsync("a", value, new DistributedCacheEntryOptions(), Stop);
        Assert.Equal(value, await line.GetAsync("a", Stop));
        Assert.Single(log.Entries, entry => entry.Text.StartsWith(Lost, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("redis:6379,shenanigans=geheim")]
    [InlineData("password=geheim")]
    [InlineData(",")]
    public void A_connection_that_cannot_be_read_is_refused_without_repeating_it(string connection)
    {
        var refused = Assert.Throws<StartException>(() => SharedStateSetup.Read(connection));

        Assert.Equal("Redis__ConnectionString cannot be read: write host:port and then options, separated by commas, for example redis:6379,password=…,ssl=true.", refused.Message);
    }

    [Fact]
    public void Nobody_waits_long_for_a_cache_unless_the_connection_says_so()
    {
        var (ours, theirs) = (SharedStateSetup.Read("redis:6379"), SharedStateSetup.Read("redis:6379,connectTimeout=3000,asyncTimeout=2000"));

        Assert.Equal((500, 500, false), (ours.ConnectTimeout, ours.AsyncTimeout, ours.AbortOnConnectFail));
        Assert.Equal((3000, 2000), (theirs.ConnectTimeout, theirs.AsyncTimeout));
    }

    [Fact]
    public async Task Nodes_with_indexes_of_their_own_name_the_same_state_alike()
    {
        using var one = LuceneIndex.InMemory();
        using var other = LuceneIndex.InMemory();
        await one.PutAsync(SmallIndex.Product(1, "Kẹo dừa"));
        await one.ApplyAsync(new IndexBatch([SmallIndex.Upsert(SmallIndex.Product(2, "Bánh tráng"))], 2), Stop);
        await other.ApplyAsync(new IndexBatch([SmallIndex.Upsert(SmallIndex.Product(1, "Kẹo dừa")), SmallIndex.Upsert(SmallIndex.Product(2, "Bánh tráng"))], 2), Stop);
        var shared = new SharedPages(null!, new SharedKeys(Guid.Empty));
        using var catalogue = new CatalogueCache(null!);

        Assert.NotEqual(one.Generation, other.Generation);
        var alike = State(one).Now;
        Assert.Equal(alike, State(other).Now);
        await one.ApplyAsync(new IndexBatch([SmallIndex.Upsert(SmallIndex.Product(3, "Mứt dừa"))], 3), Stop);
        Assert.NotEqual(alike, State(one).Now);

        CatalogueState State(LuceneIndex index) => new(index, catalogue, IndexMarks.OfEmbedded(index), Place(remote: null), shared, TimeProvider.System);
    }

    [Fact]
    public async Task Right_after_a_change_nothing_is_kept_of_a_storefront_that_may_ask_another_node()
    {
        var clock = new FakeTimeProvider();
        using var index = LuceneIndex.InMemory();
        await index.PutAsync(SmallIndex.Product(1, "Kẹo dừa"));
        using var catalogue = new CatalogueCache(null!);
        var state = new CatalogueState(index, catalogue, IndexMarks.OfEmbedded(index), Place("http://storefront:3000"), pages: null!, clock);

        Assert.Equal(0, state.Now);
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(index.Generation, state.Now);
        await index.PutAsync(SmallIndex.Product(2, "Bánh tráng"));
        Assert.Equal(0, state.Now);
    }

    private static StorefrontPlace Place(string? remote) => new(Options.Create(new StorefrontOptions { Url = remote, Enabled = remote is not null }), new StorefrontStatus());

    /// <summary>Starts a host over that data, asks for the page under a name that does not change, and stops the host.</summary>
    private static async Task<JsonNode> PageAsync(DirectoryInfo data, StubStorefront storefront, RedisServer redis, string path)
    {
        await using var app = new MarketplaceApp(data)
        {
            Given = [("Redis:ConnectionString", redis.Connection), ("Storefront:Enabled", "true"), ("Storefront:Directory", storefront.Folder), ("Storefront:Node", "node")],
        };
        app.UseKestrel(0);
        app.StartServer();
        await app.StorefrontReadyAsync();
        using var web = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = "shop.example";
        using var page = await web.SendAsync(request, Stop);
        return JsonNode.Parse(await page.Content.ReadAsStringAsync(Stop))!;
    }
}
