using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace Marketplace.EngineTests.Search.Faults;

/// <summary>The real host before a cluster that is not there: it starts, says so, and builds its index when the cluster comes.</summary>
public sealed class HostFaultTests : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("host-fault-");
    private ScriptedElasticsearch _server = null!;

    public async ValueTask InitializeAsync() => _server = await ScriptedElasticsearch.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_host_starts_without_its_engine_says_what_is_wrong_and_is_whole_when_it_comes()
    {
        _server.Fail("", 503);
        var log = new Lines();
        await using var host = new Host(_data.FullName, _server.Address, log);
        using var client = host.CreateClient();

        var told = await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.Contains("The search engine cannot be asked", told, StringComparison.Ordinal);
        Assert.Contains("Warning: Search cannot be used: Elasticsearch answers 503 some_exception: some reason", log.All);
        Assert.Empty(_server.Indices.Names);

        _server.Mend();
        await ReachesAsync(async () => (await client.GetAsync("/health/ready", TestContext.Current.CancellationToken)) is { StatusCode: HttpStatusCode.OK } ready
            && (await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains("239 products", StringComparison.Ordinal));
        Assert.Single(_server.Indices.Names);
    }

    private static async Task ReachesAsync(Func<Task<bool>> condition)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(120));
        while (!await condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, deadline.Token);
        }
    }

    private sealed class Host(string data, Uri cluster, Lines log) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("Data:Directory", data);
            builder.UseSetting("Storefront:Enabled", "false");
            builder.UseSetting("Search:Engine", "Elasticsearch");
            builder.UseSetting("Search:Url", cluster.AbsoluteUri);
            builder.ConfigureLogging(logging => logging.AddProvider(log));
        }
    }
}
