using Marketplace.Api.Hosting;
using Marketplace.Core.Search;
using Marketplace.EngineTests.Search.StandIn;
using Marketplace.Search.Elasticsearch;
using Marketplace.Search.Lucene;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using static Marketplace.Tests.Search.SmallIndex;

namespace Marketplace.EngineTests.Search;

/// <summary>
/// What the suite runs on: Lucene; the code for Elasticsearch over a stand-in, which is no Elasticsearch; and Elasticsearch
/// itself where the environment names one with the host's own settings.
/// </summary>
public sealed class SearchEngine
{
    private const string Url = "Search__Url";

    private readonly Func<Task<OpenIndex>> _open;
    private readonly Lazy<Task<SeededSearch>> _seeded;

    private SearchEngine(Func<Task<OpenIndex>> open)
    {
        _open = open;
        _seeded = new Lazy<Task<SeededSearch>>(async () => await SeededSearch.OpenAsync(await open()));
    }

    public static SearchEngine Lucene { get; } = new(() =>
    {
        var index = LuceneIndex.InMemory();
        return Task.FromResult(new OpenIndex(index, questions: null, server: null, () =>
        {
            index.Dispose();
            return ValueTask.CompletedTask;
        }));
    });

    /// <summary>Our requests against our own reading of the reference.</summary>
    public static SearchEngine StandIn { get; } = OverStandIn();

    public static SearchEngine Elasticsearch { get; } = new(() => OpenAsync(Named(), server: null));

    /// <summary>A stand-in that no other test asks.</summary>
    public static SearchEngine OverStandIn() => new(async () =>
    {
        var server = await StandInServer.StartAsync();
        return await OpenAsync(new ElasticsearchConnection { Nodes = [server.Address], Replicas = 0 }, server);
    });

    public async Task<OpenIndex> OpenAsync()
    {
        SkipUnlessThere();
        return await _open();
    }

    public Task<SeededSearch> SeededAsync()
    {
        SkipUnlessThere();
        return _seeded.Value;
    }

    private void SkipUnlessThere() => Assert.SkipUnless(
        this != Elasticsearch || !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Url)),
        $"no Elasticsearch here: set {Url} (and Search__ApiKey, or Search__Username and Search__Password, Search__CertificateAuthority) to run this half");

    /// <summary>The cluster that the environment names, read as the host reads it.</summary>
    private static ElasticsearchConnection Named()
    {
        var environment = new ConfigurationBuilder().AddEnvironmentVariables().AddInMemoryCollection([KeyValuePair.Create("Search:Engine", (string?)"Elasticsearch")]).Build();
        return SearchSettings.Read(environment, AppContext.BaseDirectory).Elasticsearch!;
    }

    private static async Task<OpenIndex> OpenAsync(ElasticsearchConnection connection, StandInServer? server)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddElasticsearch(connection);
        var provider = services.BuildServiceProvider();
        var installation = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        var index = provider.OpenElasticsearch(installation, TimeProvider.System);
        await index.RebuildAsync(Source(Array.Empty<IndexDocument>().ToAsyncEnumerable(), 0), written: null, CancellationToken.None);
        var elasticsearch = provider.GetRequiredService<IElasticsearch>();
        var questions = new ElasticsearchQuestions(elasticsearch, ElasticsearchIndex.AliasOf(installation), "test");
        return new OpenIndex(index, questions, server, async () =>
        {
            await RemoveAsync(elasticsearch, ElasticsearchIndex.AliasOf(installation));
            index.Dispose();
            await provider.DisposeAsync();
            if (server is not null)
            {
                await server.DisposeAsync();
            }
        });
    }

    private static async Task RemoveAsync(IElasticsearch elasticsearch, string alias)
    {
        foreach (var (name, _) in await elasticsearch.MappingsAsync(alias, CancellationToken.None))
        {
            await elasticsearch.RemoveAsync(name, CancellationToken.None);
        }
    }
}

/// <summary>An index of a test's own.</summary>
public sealed class OpenIndex : IAsyncDisposable
{
    private readonly Func<ValueTask> _close;

    internal OpenIndex(ISearchIndex index, ElasticsearchQuestions? questions, StandInServer? server, Func<ValueTask> close) =>
        (Index, Questions, Server, _close) = (index, questions, server, close);

    public ISearchIndex Index { get; }

    /// <summary>The way to the index behind the engine; null of Lucene.</summary>
    internal ElasticsearchQuestions? Questions { get; }

    internal StandInServer? Server { get; }

    public ValueTask DisposeAsync() => _close();
}
