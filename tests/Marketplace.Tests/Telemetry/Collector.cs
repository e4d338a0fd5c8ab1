using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Marketplace.Tests.Telemetry;

/// <summary>Stands in for an OpenTelemetry collector: takes OTLP by http/protobuf and keeps the bytes, in which every text stands as it is.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> _received = new();

    private Collector(WebApplication app) => _app = app;

    /// <summary>Settings with which a host sends here, without waiting long.</summary>
    public IReadOnlyList<(string Key, string Value)> Settings => SettingsFor(_app.Urls.Single());

    public static IReadOnlyList<(string Key, string Value)> SettingsFor(string address) =>
    [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ("OTEL_BSP_SCHEDULE_DELAY", "50"), ("OTEL_BLRP_SCHEDULE_DELAY", "50"), ("OTEL_METRIC_EXPORT_INTERVAL", "100"),
    ];

    public static async Task<Collector> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var collector = new Collector(app);
        app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            collector._received.Enqueue((signal, body.ToArray()));
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    public bool Has(string signal, string text) => Bodies(signal).Any(body => body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    /// <summary>Waits until something with that text has come.</summary>
    public async Task HasInTimeAsync(string signal, string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!Has(signal, text))
        {
            Assert.False(patience.IsCancellationRequested, $"No {signal} with \"{text}\" came.");
            await Task.Delay(MarketplaceApp.PollEvery, TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IEnumerable<byte[]> Bodies(string signal) => _received.Where(one => one.Signal == signal).Select(one => one.Body);
}
