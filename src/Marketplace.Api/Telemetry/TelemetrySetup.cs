using Marketplace.Api.FrontDoor;
using Marketplace.Api.Hosting;
using Marketplace.Data;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Marketplace.Api.Telemetry;

/// <summary>Sends traces, measurements and logs to a collector, when one is named by the standard variable; otherwise nothing is there that could cost.</summary>
internal static class TelemetrySetup
{
    internal const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";
    internal const string NameKey = "OTEL_SERVICE_NAME";
    internal const string DefaultName = "marketplace";
    private const string ProtocolKey = "OTEL_EXPORTER_OTLP_PROTOCOL";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OutboxMetrics>();
        if (!IsWanted(builder.Configuration))
        {
            return;
        }

        // The trace's id alone travels: the library's own choice also carries on whatever a visitor put into his baggage.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        if (string.IsNullOrWhiteSpace(builder.Configuration[NameKey]))
        {
            builder.Configuration[NameKey] = DefaultName;
        }

        var services = builder.Services;
        services.AddSingleton<SqlSpans>();
        services.ConfigureDbContext<MarketplaceDb>(static (provider, options) => options.AddInterceptors(provider.GetRequiredService<SqlSpans>()));
        services.AddHostedService<CollectorWatch>();
        services.AddOpenTelemetry()
            .ConfigureResource(static resource => resource.AddAttributes([new("service.version", Version)]))
            .WithTracing(static traces => Trace(traces).AddAspNetCoreInstrumentation())
            .WithMetrics(static metrics => Measure(metrics))
            .WithLogging(configureBuilder: null, static logs => logs.IncludeFormattedMessage = true)
            .UseOtlpExporter();
        services.AddOptions<OpenTelemetry.Instrumentation.AspNetCore.AspNetCoreTraceInstrumentationOptions>()
            .Configure<StorefrontAssets>(static (traced, assets) => traced.Filter = http => IsTraced(http.Request, assets));
    }

    /// <summary>What is traced, apart from where it is sent.</summary>
    internal static TracerProviderBuilder Trace(TracerProviderBuilder traces) => traces
        .AddSource(Instruments.Name, "System.Net.Http")
        .AddProcessor(new KeptAttributes());

    /// <summary>What is measured. .NET measures requests, calls and the process itself, under the names of the standard.</summary>
    internal static MeterProviderBuilder Measure(MeterProviderBuilder metrics) => metrics
        .AddMeter(Instruments.Name, "System.Runtime", "Microsoft.AspNetCore.Hosting", "System.Net.Http")
        // The rest of what it tells of connections names addresses.
        .AddView(static instrument => instrument.Meter.Name == "System.Net.Http" && instrument.Name != "http.client.request.duration" ? MetricStreamConfiguration.Drop : null);

    internal static bool IsTraced(HttpRequest request, StorefrontAssets assets) =>
        !request.Path.StartsWithSegments("/health", StringComparison.Ordinal) && !(request.Path.Value is { } path && assets.Has(path));

    private static string Version => typeof(TelemetrySetup).Assembly.GetName().Version?.ToString(3) ?? "0";

    private static bool IsWanted(IConfiguration configuration)
    {
        var endpoint = configuration[EndpointKey];
        if (string.IsNullOrWhiteSpace(endpoint))
        {
            return false;
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new StartException($"{EndpointKey} is \"{endpoint}\" but must be an absolute http address of an OpenTelemetry collector, for example http://collector:4317.");
        }

        var protocol = configuration[ProtocolKey];
        return string.IsNullOrWhiteSpace(protocol) || protocol is "grpc" or "http/protobuf"
            ? true
            : throw new StartException($"{ProtocolKey} is \"{protocol}\" but must be grpc or http/protobuf.");
    }
}
