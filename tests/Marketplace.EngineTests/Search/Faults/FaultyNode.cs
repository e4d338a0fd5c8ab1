using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using Marketplace.Core;
using Marketplace.Core.Search;
using Marketplace.Search.Elasticsearch;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Marketplace.EngineTests.Search.Faults;

/// <summary>One host's side of the index: everything from <see cref="ISearchIndex"/> down to the socket is the real thing, with less patience.</summary>
internal sealed class FaultyNode : IAsyncDisposable
{
    public static readonly Guid Installation = new("01935a8e-1111-7000-8000-000000000001");

    private readonly ServiceProvider _services;

    private FaultyNode(ServiceProvider services, ElasticsearchIndex index, Lines log) => (_services, Index, Log) = (services, index, log);

    public static string Alias => ElasticsearchIndex.AliasOf(Installation);

    public ElasticsearchIndex Index { get; }

    public Lines Log { get; }

    public IElasticsearch Engine => _services.GetRequiredService<IElasticsearch>();

    public static FaultyNode At(ScriptedElasticsearch server) => At([server.Address]);

    public static FaultyNode At(
        IReadOnlyList<Uri> addresses, X509Certificate2Collection? authorities = null, AuthenticationHeaderValue? signIn = null, TimeProvider? clock = null, TimeSpan? rest = null, TimeSpan? look = null)
    {
        var log = new Lines();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Information));
        services.AddElasticsearch(new ElasticsearchConnection
        {
            Nodes = addresses,
            Authorities = authorities,
            SignIn = signIn,
            Look = new(Attempt: look ?? TimeSpan.FromSeconds(5), Total: TimeSpan.FromSeconds(10), Retries: 1),
            Search = new(Attempt: TimeSpan.FromSeconds(5), Total: TimeSpan.FromSeconds(10), Retries: 2),
            Write = new(Attempt: TimeSpan.FromSeconds(5), Total: TimeSpan.FromSeconds(20), Retries: 2),
            BusyPause = TimeSpan.FromMilliseconds(1),
            Rest = rest ?? TimeSpan.FromMilliseconds(500),
        });
        var provider = services.BuildServiceProvider();
        return new FaultyNode(provider, provider.OpenElasticsearch(Installation, clock ?? TimeProvider.System), log);
    }

    public static ProductDocument Product(int number, string name = "Kẹo dừa", string? description = null) => new(IdOf(number))
    {
        Slug = $"p-{number}",
        Name = new LocalizedText(name, null),
        Description = description is null ? null : new LocalizedText(description, null),
        GroupCode = "food",
        Available = true,
        ListedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
    };

    public static Guid IdOf(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public static IndexChange Change(int number, long version, string name = "Kẹo dừa") => new(IdOf(number), Product(number, name), version);

    public static IndexSource Source(params IndexDocument[] documents) => new(7, documents.ToAsyncEnumerable(), (sequence, _) => Task.FromResult(new IndexBatch([], sequence)));

    public Task<IReadOnlyList<IndexRejection>> ApplyAsync(params IndexChange[] changes) => Index.ApplyAsync(new IndexBatch(changes, 1), TestContext.Current.CancellationToken);

    public Task<IndexRebuild> RebuildAsync(params IndexDocument[] documents) => Index.RebuildAsync(Source(documents), written: null, TestContext.Current.CancellationToken);

    public Task<IndexStatus> StatusAsync() => Index.StatusAsync(TestContext.Current.CancellationToken);

    /// <summary>The sentence with which a write fails.</summary>
    public async Task<string> RefusedAsync(params IndexChange[] changes) => (await Assert.ThrowsAsync<SearchUnavailableException>(() => ApplyAsync(changes))).Message;

    public async ValueTask DisposeAsync()
    {
        Index.Dispose();
        await _services.DisposeAsync();
    }
}

/// <summary>The log as an operator reads it.</summary>
internal sealed class Lines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyList<string> All => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel}: {formatter(state, exception)}{exception}");

    public void Dispose()
    {
    }
}
