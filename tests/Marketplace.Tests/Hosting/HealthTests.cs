using System.Net;
using System.Text.Json.Nodes;
using Marketplace.Api.Background;
using Marketplace.Api.Hosting;
using Marketplace.Core.Search;
using Marketplace.Search.Lucene;
using Marketplace.Tests.SharedState;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Marketplace.Tests.Hosting;

/// <summary>What the host says of itself to whoever watches it.</summary>
public sealed class HealthTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ready_names_each_part_and_what_its_state_means_and_live_asks_none()
    {
        await using var app = new MarketplaceApp();
        using var web = app.CreateClient();

        var ready = JsonNode.Parse(await web.GetStringAsync("/health/ready", Stop))!;
        var live = JsonNode.Parse(await web.GetStringAsync("/health/live", Stop))!;

        Assert.Equal(["database", "search", "storefront"], ready["checks"]!.AsObject().Select(part => part.Key));
        Assert.All(ready["checks"]!.AsObject(), part => Assert.Equal(("Healthy", false), ((string?)part.Value!["status"], string.IsNullOrEmpty((string?)part.Value["description"]))));
        Assert.Empty(live["checks"]!.AsObject());
    }

    [Fact]
    public async Task Without_its_database_the_host_lives_and_is_not_ready()
    {
        await using var app = new MarketplaceApp();
        using var web = app.CreateClient();
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(app.DataDirectory, "marketplace.db*"))
        {
            File.Move(file, file + ".away");
        }

        using var ready = await web.GetAsync("/health/ready", Stop);
        using var live = await web.GetAsync("/health/live", Stop);

        var said = await ready.Content.ReadAsStringAsync(Stop);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready.StatusCode, live.StatusCode));
        Assert.Equal("Unhealthy", (string?)JsonNode.Parse(said)!["checks"]!["database"]!["status"]);
        Assert.DoesNotContain(app.DataDirectory, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(IndexState.Missing)]
    [InlineData(IndexState.Damaged)]
    [InlineData(IndexState.Unreachable)]
    public async Task A_search_that_is_down_limits_the_host_and_does_not_stop_it(IndexState state)
    {
        using var index = LuceneIndex.InMemory();
        await using var app = new MarketplaceApp();

        var health = await new IndexHealth(new SharedEngine(index) { State = state }, app.Services.GetRequiredService<IndexLag>(), app.Clock).CheckHealthAsync(new HealthCheckContext(), Stop);

        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("search is limited", health.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("search.internal", health.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_failing_check_threw_is_for_the_log_alone()
    {
        await using var app = new MarketplaceApp
        {
            With = services => services.AddHealthChecks().AddCheck("thrown", static () => throw new InvalidOperationException("db.internal:1433 refused sa")),
        };
        using var web = app.CreateClient();

        using var ready = await web.GetAsync("/health/ready", Stop);
        var said = await ready.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.DoesNotContain("db.internal", said, StringComparison.Ordinal);
        Assert.Contains("The check itself failed", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_has_a_line_for_each_event_with_its_time_in_utc_and_is_json_when_asked_for()
    {
        await using var app = new MarketplaceApp { Given = [("Logging:Console:FormatterName", "json"), ("Logging:Console:FormatterOptions:IncludeScopes", "true")] };

        var simple = app.Services.GetRequiredService<IOptionsMonitor<SimpleConsoleFormatterOptions>>().CurrentValue;
        var json = app.Services.GetRequiredService<IOptionsMonitor<JsonConsoleFormatterOptions>>().CurrentValue;
        Assert.Equal("json", app.Services.GetRequiredService<IOptionsMonitor<ConsoleLoggerOptions>>().CurrentValue.FormatterName);
        Assert.Equal((true, true), (json.UseUtcTimestamp, json.IncludeScopes));
        Assert.Equal((true, true, json.TimestampFormat), (simple.SingleLine, simple.UseUtcTimestamp, simple.TimestampFormat));
        Assert.EndsWith("Z ", json.TimestampFormat, StringComparison.Ordinal);
    }
}
