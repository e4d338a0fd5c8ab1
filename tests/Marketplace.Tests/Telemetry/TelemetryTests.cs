using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Marketplace.Api.Hosting;
using Marketplace.Api.Telemetry;
using Marketplace.Tests.Accounts;
using Marketplace.Tests.FrontDoor;
using Marketplace.Tests.GraphQL;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Marketplace.Tests.Telemetry;

/// <summary>The host seen from outside: what a collector gets, and that it costs nothing where there is none.</summary>
public sealed class TelemetryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_one_trace_from_the_door_through_the_storefront_to_the_database()
    {
        var spans = new Spans();
        await using var collector = await Collector.OpenAsync();
        using var storefront = new StubStorefront();
        await using var app = new MarketplaceApp(storefront)
        {
            Given = collector.Settings,
            With = services => services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddInMemoryExporter(spans)),
        };
        app.UseKestrel(0);
        app.StartServer();
        await app.StorefrontReadyAsync();
        using var web = app.CreateClient();

        var page = JsonNode.Parse(await web.GetStringAsync("/kept/traced?q=keo+dua", Stop))!;

        Assert.DoesNotContain("errors", (string)page["filling"]!, StringComparison.Ordinal);
        var trace = ((string)page["headers"]!["traceparent"]!).Split('-')[1];
        var seen = await spans.InTimeAsync(trace, "GET {**path}");
        var byName = seen.ToLookup(span => span.DisplayName);
        var sql = seen.Where(span => span.DisplayName.StartsWith("SELECT ", StringComparison.Ordinal)).ToList();
        Assert.Equal(["GET", "GET {**path}", "POST /graphql", "graphql Traced", "search"], seen.Except(sql).Select(span => span.DisplayName).Order(StringComparer.Ordinal));
        Assert.Contains("SELECT Products", sql.Select(span => span.DisplayName));
        Assert.Equal(default, byName["GET {**path}"].Single().ParentSpanId);
        Assert.Equal(byName["GET {**path}"].Single().SpanId, byName["GET"].Single().ParentSpanId);
        Assert.Equal(byName["GET"].Single().SpanId, byName["POST /graphql"].Single().ParentSpanId);
        Assert.Equal(byName["POST /graphql"].Single().SpanId, byName["graphql Traced"].Single().ParentSpanId);
        Assert.All([.. byName["search"], .. sql], span => Assert.Equal(byName["graphql Traced"].Single().SpanId, span.ParentSpanId));
        Assert.Equal("made", byName["GET {**path}"].Single().GetTagItem("marketplace.page"));
        Assert.Equal(("lucene", "text", false), (byName["search"].Single().GetTagItem("search.engine"), byName["search"].Single().GetTagItem("search.attempt"), byName["search"].Single().GetTagItem("search.cached")));
        Assert.Equal((true, "ok"), (byName["graphql Traced"].Single().GetTagItem("graphql.document.persisted"), byName["graphql Traced"].Single().GetTagItem("outcome")));

        await collector.HasInTimeAsync("traces", "graphql Traced");
        Assert.True(collector.Has("traces", "marketplace"));
        Assert.DoesNotContain(spans, span => span.GetTagItem("url.path") is "/healthz" or "/health/ready");
    }

    [Fact]
    public async Task The_collector_gets_measurements_under_their_names()
    {
        await using var collector = await Collector.OpenAsync();
        await using var app = new MarketplaceApp { Given = collector.Settings };

        await app.DataAsync("{ products(search: \"keo dua\") { totalCount nodes { name producer { name } } } }");
        await app.AskAsync("{ a: products(first: 100) { nodes { similar(first: 20) { similar(first: 20) { name } } } } }");

        foreach (var name in new[]
        {
            "marketplace.graphql.duration", "marketplace.search.duration", "marketplace.outbox.lag", "marketplace.outbox.pending", "marketplace.outbox.dead_letters",
            "marketplace.cache.requests", "marketplace.storefront.ready", "marketplace.requests.refused",
            "http.server.request.duration", "dotnet.process.memory.working_set", "dotnet.gc.collections",
        })
        {
            await collector.HasInTimeAsync("metrics", name);
        }
    }

    [Fact]
    public void The_names_of_measurements_are_the_ones_that_dashboards_ask_for()
    {
        using var app = new MarketplaceApp();
        _ = app.Services;
        var names = new ConcurrentDictionary<string, string?>();
        RuntimeHelpers.RunClassConstructor(typeof(Instruments).TypeHandle);
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => Note(names, instrument) };
        listener.Start();

        Assert.Equal(
            [
                "marketplace.cache.requests", "marketplace.graphql.duration (s)", "marketplace.graphql.streams", "marketplace.outbox.applied", "marketplace.outbox.dead_letters", "marketplace.outbox.failures",
                "marketplace.outbox.lag (s)", "marketplace.outbox.pending", "marketplace.requests.refused", "marketplace.search.duration (s)", "marketplace.search.limited",
                "marketplace.storefront.ready", "marketplace.storefront.restarts",
            ],
            names.Select(name => name.Key + (name.Value == "s" ? " (s)" : "")).Order(StringComparer.Ordinal));

        static void Note(ConcurrentDictionary<string, string?> names, Instrument instrument)
        {
            if (instrument.Meter.Name == Instruments.Name)
            {
                names[instrument.Name] = instrument.Unit;
            }
        }
    }

    [Fact]
    public async Task Without_a_collector_nothing_is_there_that_could_cost()
    {
        await using var app = new MarketplaceApp();

        Assert.Null(app.Services.GetService<TracerProvider>());
        Assert.Null(app.Services.GetService<MeterProvider>());
        Assert.Null(app.Services.GetService<SqlSpans>());
        Assert.DoesNotContain(app.Services.GetServices<IHostedService>(), service => service is CollectorWatch);
        Assert.DoesNotContain(app.Services.GetServices<ILoggerProvider>(), provider => provider.GetType().FullName!.Contains("OpenTelemetry", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_subscription_is_a_span_for_its_beginning_and_what_it_tells_is_of_no_trace()
    {
        var spans = new Spans();
        await using var collector = await Collector.OpenAsync();
        await using var app = new MarketplaceApp
        {
            Given = collector.Settings,
            With = services => services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddInMemoryExporter(spans)),
        };
        var officer = await new People(app).OfficerAsync();
        using var queue = await Listener.ToAsync(officer.Client, "subscription { reviewChanges(first: 37) { waiting } }");
        await queue.DataAsync();

        var began = await spans.InTimeAsync(span => span.GetTagItem("graphql.cost") is 37L * 5);
        var seen = await spans.InTimeAsync(began.TraceId.ToHexString(), "POST /graphql");
        Assert.Equal(("graphql anonymous", "subscription", "ok"), (began.DisplayName, began.GetTagItem("graphql.operation.type"), began.GetTagItem("outcome")));
        Assert.Equal(200, seen.Single(span => span.DisplayName == "POST /graphql").GetTagItem("http.response.status_code"));
        await app.Clock.PassAsync(TimeSpan.FromSeconds(12));
        await queue.LiveAsync();
        Assert.Equal(seen.Count, spans.Count(span => span.TraceId == began.TraceId));
        Assert.DoesNotContain(seen, span => span.DisplayName == "SELECT Listings");
        await collector.HasInTimeAsync("metrics", "marketplace.graphql.streams");
    }

    [Fact]
    public async Task A_collector_that_is_down_costs_one_line()
    {
        var log = new LogBook();
        await using var app = new MarketplaceApp
        {
            Given = Collector.SettingsFor("http://127.0.0.1:9"),
            With = services => services.AddSingleton<ILoggerProvider>(log),
        };

        for (var until = Stopwatch.StartNew(); Lines() == 0; await Task.Yield())
        {
            await app.DataAsync("{ products { totalCount } }");
            Assert.True(until.Elapsed < TimeSpan.FromSeconds(60), "Nothing was said.");
        }

        for (var more = 0; more < 20; more++)
        {
            await app.DataAsync("{ products { totalCount } }");
        }

        Assert.Equal(1, Lines());

        int Lines() => log.Entries.Count(entry => entry.Text.StartsWith("The collector at OTEL_EXPORTER_OTLP_ENDPOINT does not take", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_of_a_visitor_reaches_the_collector()
    {
        const string Mail = "nguoi.mua.planted@example.org";
        const string Address = "203.0.113.77";
        string[] planted = [Mail, Uri.EscapeDataString(Mail), "nguoi.mua", Address, "PlantedAgent", "planted-cookie", "planted-referer", "PlantedOperation", "planted-state", "planted-baggage", "planted-path"];
        await using var collector = await Collector.OpenAsync();
        using var storefront = new StubStorefront();
        await using (var app = new MarketplaceApp(storefront)
        {
            Given = [.. collector.Settings, ("Proxy:KnownNetworks", "127.0.0.0/8"), ("Logging:LogLevel:Default", "Debug")],
        })
        {
            app.UseKestrel(0);
            app.StartServer();
            await app.StorefrontReadyAsync();
            using var web = app.CreateClient();
            foreach (var (name, value) in new[]
            {
                ("X-Forwarded-For", Address), ("User-Agent", "PlantedAgent/1.0"), ("Cookie", "a=planted-cookie"), ("Referer", "http://planted-referer.example/"),
                ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), ("tracestate", "a=planted-state"), ("baggage", "a=planted-baggage"),
            })
            {
                web.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
            }

            const string Query = "query PlantedOperation($s: String) { products(search: $s) { totalCount } }";
            await web.PostAsJsonAsync("/graphql", new { query = Query, variables = new { s = Mail } }, Stop);
            await web.PostAsJsonAsync("/graphql", new { query = Query, variables = new { s = new[] { Mail } } }, Stop);
            await web.PostAsJsonAsync("/graphql", new { query = $"{{ products(search: \"{Mail}\", after: \"{Mail}\") {{ totalCount }} }}" }, Stop);
            await web.PostAsJsonAsync("/graphql", new { query = $"{{ suggest(prefix: \"{Mail}\") {{ text }} {Mail} }}" }, Stop);
            await web.PostAsync("/graphql", new StringContent(Mail, mediaType: new("application/json")), Stop);
            await web.GetAsync("/graphql?query=" + Uri.EscapeDataString($"{{ suggest(prefix: \"{Mail}\") {{ text }} }}"), Stop);
            await web.GetAsync($"/kept/traced?q={Uri.EscapeDataString(Mail)}", Stop);
            await web.GetAsync($"/da-luu?q={Uri.EscapeDataString(Mail)}", Stop);
            await web.GetAsync("/kept/missing?" + Mail, Stop);
            await web.GetAsync("/graphql/planted-path/" + Mail, Stop);
            await web.GetAsync("/kept/broken?" + Mail, HttpCompletionOption.ResponseHeadersRead, Stop);
            await collector.HasInTimeAsync("traces", "graphql Traced");
        }

        Assert.True(collector.Has("logs", "storefront: "));
        Assert.True(collector.Has("metrics", "marketplace.graphql.duration"));
        Assert.True(collector.Has("traces", "/da-luu"));
        Assert.All(planted, text => Assert.Equal((text, false, false, false), (text, collector.Has("traces", text), collector.Has("metrics", text), collector.Has("logs", text))));
    }

    [Fact]
    public async Task A_trace_that_a_visitor_names_is_not_gone_on_with()
    {
        var spans = new Spans();
        await using var collector = await Collector.OpenAsync();
        await using var app = new MarketplaceApp
        {
            Given = collector.Settings,
            With = services => services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddInMemoryExporter(spans)),
        };
        using var web = app.CreateClient();
        const string Foreign = "1bf7651916cd43dd8448eb211c80319d";
        web.DefaultRequestHeaders.TryAddWithoutValidation("traceparent", $"00-{Foreign}-b7ad6b7169203331-01");

        await web.PostAsJsonAsync("/graphql", new { query = "{ products { totalCount } }" }, Stop);

        await collector.HasInTimeAsync("traces", "graphql anonymous");
        Assert.DoesNotContain(spans, span => span.TraceId.ToHexString() == Foreign);
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317", "OTEL_EXPORTER_OTLP_ENDPOINT is \"collector:4317\" but must be an absolute http address of an OpenTelemetry collector, for example http://collector:4317.")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json", "OTEL_EXPORTER_OTLP_PROTOCOL is \"http/json\" but must be grpc or http/protobuf.")]
    public void A_bad_setting_is_named_with_what_would_be_right(string key, string value, string message)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://collector:4317";
        builder.Configuration[key] = value;

        Assert.Equal(message, Assert.Throws<StartException>(builder.AddTelemetry).Message);
    }

    [Theory]
    [InlineData("SELECT \"p\".\"Id\" FROM \"Products\" AS \"p\" WHERE 1", "SELECT Products")]
    [InlineData("SELECT [o].[Id] FROM (\n SELECT TOP(1) [x].[Id] FROM [Offers] AS [x]) AS [o]", "SELECT Offers")]
    [InlineData("INSERT INTO \"Outbox\" (\"Subject\") VALUES (@p0)", "INSERT Outbox")]
    [InlineData("UPDATE \"Offers\" SET \"Sku\" = @p0 WHERE \"Id\" = @p1", "UPDATE Offers")]
    [InlineData("SET NOCOUNT ON;\nUPDATE [o] SET [o].[Sku] = @p FROM [Offers] AS [o]", "UPDATE Offers")]
    [InlineData("DELETE FROM [Offers] WHERE [Id] = @p0", "DELETE Offers")]
    [InlineData("PRAGMA journal_mode=WAL", "statement")]
    public void A_statement_is_named_after_what_it_does_to_which_table(string text, string summary) => Assert.Equal(summary, SqlSpans.Summary(text));
}
