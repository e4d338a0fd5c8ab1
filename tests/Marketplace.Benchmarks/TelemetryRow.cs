using Marketplace.Api.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Marketplace.Benchmarks;

/// <summary>The product list while everything is traced, measured and sent to a collector, beside the same while nobody listens.</summary>
internal static class TelemetryRow
{
    private const int Connections = 8;

    public static async Task RunAsync(Market market, Bare collector, Scale scale, Report report)
    {
        var request = Connection.Request("/graphql", Documents.List);
        var connections = await Connection.OpenAsync(market.Port, Connections);
        var compared = await Load.CompareAsync(
            scale.WarmUp,
            scale.Rounds,
            async _ =>
            {
                using var traces = TelemetrySetup.Trace(Sdk.CreateTracerProviderBuilder()).AddAspNetCoreInstrumentation().AddOtlpExporter(SendTo).Build();
                using var measurements = TelemetrySetup.Measure(Sdk.CreateMeterProviderBuilder()).AddOtlpExporter(SendTo).Build();
                return await AskAsync();
            },
            _ => AskAsync());
        Array.ForEach(connections, connection => connection.Dispose());
        report.Add(new Row(
            "product list while it is traced and measured", "–", $"{Report.Number(compared.Best)} ×", $"{Report.Number(compared.Median)} × not", HttpRows.Latency(compared), HttpRows.Cost(compared, "not"), Within: null));

        Task<Sample> AskAsync() => Load.RunAsync(Connections, scale.Requests, async (worker, _) => await connections[worker].AskAsync(request));

        void SendTo(OtlpExporterOptions exporter) => (exporter.Protocol, exporter.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri($"http://127.0.0.1:{collector.Port}{Bare.Path}"));
    }
}
