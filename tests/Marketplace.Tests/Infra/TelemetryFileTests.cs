using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Marketplace.Api.Telemetry;

namespace Marketplace.Tests.Infra;

/// <summary>Collector, alert rules and dashboards hang together, and ask for nothing that the host does not tell.</summary>
public sealed partial class TelemetryFileTests
{
    private const string Folder = "infra/telemetry";

    /// <summary>Words of PromQL and labels, which look like names of measurements.</summary>
    private static readonly string[] NotMeasured = ["histogram_quantile", "label_values", "service_instance_id", "operation_name", "http_response_status_code", "error_type"];

    private static readonly JsonNode Collector = Yaml.Read($"{Folder}/collector.yaml");
    private static readonly Compose Compose = Compose.Read();

    public static TheoryData<string> Dashboards { get; } = [.. Repository.Files($"{Folder}/dashboards", ".json")];

    [Theory]
    [InlineData("metrics")]
    [InlineData("traces")]
    [InlineData("logs")]
    public void What_a_node_tells_is_bounded_freed_of_people_and_handed_on(string kind)
    {
        var pipeline = Collector["service"]!["pipelines"]![kind]!;
        var processors = Texts(pipeline["processors"]);

        Assert.Equal("memory_limiter", processors[0]);
        Assert.Contains("attributes/people", processors);
        Assert.Equal("batch", processors[^1]);
        foreach (var part in new[] { "receivers", "processors", "exporters" })
        {
            Assert.Subset(Collector[part]!.AsObject().Select(one => one.Key).ToHashSet(), Texts(pipeline[part]).ToHashSet());
        }
    }

    [Fact]
    public void Attributes_that_could_name_a_person_go_no_further()
    {
        var removed = Collector["processors"]!["attributes/people"]!["actions"]!.AsArray();
        var keys = removed.Select(action => (string?)action!["key"]).OfType<string>().ToHashSet();

        Assert.All(removed, action => Assert.Equal("delete", (string?)action!["action"]));
        Assert.Superset(new HashSet<string> { "client.address", "network.peer.address", "user_agent.original", "url.query", "url.full", "enduser.id", "user.id", "user.email", "user.name" }, keys);
    }

    [Theory]
    [InlineData("Mail an lan.nguyen+ocop@example.vn gửi", "Mail an <mail> gửi")]
    [InlineData("gọi 0912345678 hoặc +84912345678 nhé", "gọi <telephone> hoặc <telephone> nhé")]
    [InlineData("from 203.0.113.7: 12 products, change 579", "from <address>: 12 products, change 579")]
    [InlineData("order 20261128001 of 1250000 VND at 10:15:30.123", "order 20261128001 of 1250000 VND at 10:15:30.123")]
    public void A_line_of_a_log_that_names_a_person_is_made_blind(string line, string blind)
    {
        var statements = Collector["processors"]!["transform/people"]!["log_statements"]!.AsArray().SelectMany(group => Texts(group!["statements"]));
        foreach (var replacement in statements.Select(statement => Replacement().Match(statement)))
        {
            Assert.True(replacement.Success);
            line = Regex.Replace(line, replacement.Groups["pattern"].Value.Replace(@"\\", @"\", StringComparison.Ordinal), replacement.Groups["by"].Value, RegexOptions.None, TimeSpan.FromSeconds(1));
        }

        Assert.Equal(blind, line);
    }

    [Fact]
    public void The_parts_of_the_telemetry_reach_one_another()
    {
        var addresses = Collector["exporters"]!.AsObject().Select(exporter => (string)exporter.Value!["endpoint"]!)
            .Concat(Yaml.Read($"{Folder}/grafana/datasources/sources.yaml")["datasources"]!.AsArray().Select(source => (string)source!["url"]!));
        var hosts = addresses.Select(address => HostOf().Match(address).Groups["host"].Value).ToHashSet();
        var listens = (string)Collector["receivers"]!["otlp"]!["protocols"]!["grpc"]!["endpoint"]!;

        Assert.Equal(["loki", "prometheus", "tempo"], hosts.Order(StringComparer.Ordinal));
        Assert.All(hosts, host => Assert.Contains("telemetry", Compose.Services[host].Networks.All));
        Assert.Equal($"http://collector:{listens.Split(':')[1]}", Compose.Services["api-1"].Environment["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        Assert.Contains($":{((string)Collector["extensions"]!["health_check"]!["endpoint"]!).Split(':')[1]}/", Compose.Services["collector"].Healthcheck!.Test.All[^1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Dashboards))]
    public void A_dashboard_draws_from_sources_that_are_there(string file)
    {
        var dashboard = JsonNode.Parse(Repository.Read(file))!;
        var sources = Yaml.Read($"{Folder}/grafana/datasources/sources.yaml")["datasources"]!.AsArray().Select(source => (string)source!["uid"]!).ToHashSet();
        var panels = dashboard["panels"]!.AsArray().Select(panel => panel!).ToList();
        var variables = dashboard["templating"]!["list"]!.AsArray().Select(variable => (string)variable!["name"]!).ToHashSet();
        var used = Variable().Matches(string.Join('\n', Expressions(dashboard))).Select(match => match.Groups["name"].Value).Where(name => !name.StartsWith("__", StringComparison.Ordinal)).ToHashSet();

        Assert.NotEmpty(panels);
        Assert.Equal(panels.Count, panels.Select(panel => (int)panel["id"]!).Distinct().Count());
        Assert.Subset(sources, panels.SelectMany(panel => new[] { panel["datasource"] }.Concat(panel["targets"]?.AsArray().Select(target => target!["datasource"]) ?? [])).OfType<JsonNode>().Select(source => (string)source["uid"]!).ToHashSet());
        Assert.Equal(variables.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
        Assert.Equal(panels.Count, panels.Select(panel => ((int)panel["gridPos"]!["x"]!, (int)panel["gridPos"]!["y"]!)).Distinct().Count());
    }

    [Fact]
    public void The_first_dashboard_is_the_one_that_Grafana_opens()
    {
        var grafana = Compose.Services["grafana"];
        var path = (string)Yaml.Read($"{Folder}/grafana/dashboards/dashboards.yaml")["providers"]![0]!["options"]!["path"]!;

        Assert.Contains($"./telemetry/dashboards:{path}:ro", grafana.Volumes);
        Assert.Contains(Dashboards, file => grafana.Environment["GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"] == $"{path}/{Path.GetFileName(file.Data)}");
    }

    [Fact]
    public void An_alert_says_what_is_wrong_and_how_urgent_it_is()
    {
        var rules = Yaml.Read($"{Folder}/alerts.yaml")["groups"]!.AsArray().SelectMany(group => group!["rules"]!.AsArray()).ToList();

        Assert.All(rules, rule => Assert.True((string?)rule!["labels"]!["severity"] is "page" or "ticket"));
        Assert.All(rules, rule => Assert.False(string.IsNullOrWhiteSpace((string?)rule!["annotations"]!["summary"])));
        Assert.Superset(
            new HashSet<string> { "marketplace_outbox_lag_seconds", "marketplace_outbox_dead_letters", "marketplace_storefront_ready", "http_server_request_duration_seconds_count", "marketplace_graphql_duration_seconds_bucket" },
            rules.SelectMany(rule => Measured().Matches((string)rule!["expr"]!)).Select(match => match.Value).ToHashSet());
    }

    [Fact]
    public async Task Dashboards_and_alerts_ask_only_for_what_the_host_tells()
    {
        await using var app = new MarketplaceApp();
        using var client = app.CreateClient();
        RuntimeHelpers.RunClassConstructor(typeof(Instruments).TypeHandle);
        var told = PrometheusNames.OfThisProcess();
        var asked = Dashboards.SelectMany(file => Expressions(JsonNode.Parse(Repository.Read(file.Data))!)).Concat(Expressions(Yaml.Read($"{Folder}/alerts.yaml")))
            .SelectMany(expression => Measured().Matches(expression)).Select(match => match.Value).Except(NotMeasured).ToHashSet();

        Assert.True(asked.Count > 20);
        Assert.Empty(asked.Except(told));
    }

    [Fact]
    public void Dashboards_and_alerts_look_for_outcomes_that_the_host_has()
    {
        var source = string.Join('\n', Repository.Files("src/Marketplace.Api", ".cs").Select(Repository.Read).Where(text => text.Contains("Instruments", StringComparison.Ordinal)));
        var outcomes = Dashboards.SelectMany(file => Expressions(JsonNode.Parse(Repository.Read(file.Data))!)).Concat(Expressions(Yaml.Read($"{Folder}/alerts.yaml")))
            .SelectMany(expression => Outcome().Matches(expression)).SelectMany(match => match.Groups["values"].Value.Split('|')).Distinct().ToList();

        Assert.NotEmpty(outcomes);
        Assert.All(outcomes, outcome => Assert.Contains($"\"{outcome}\"", source, StringComparison.Ordinal));
    }

    private static List<string> Texts(JsonNode? list) => [.. list!.AsArray().Select(item => (string)item!)];

    private static IEnumerable<string> Expressions(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => entry is { Key: "expr" or "definition", Value: JsonValue text } ? [(string)text!] : Expressions(entry.Value)),
        JsonArray list => list.SelectMany(Expressions),
        _ => [],
    };

    [GeneratedRegex("^replace_pattern\\(body, \"(?<pattern>.+)\", \"(?<by>.+)\"\\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Replacement();

    [GeneratedRegex("outcome(=|!=|=~|!~)\"(?<values>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Outcome();

    [GeneratedRegex(@"^(https?://)?(?<host>[\w-]+):\d+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HostOf();

    [GeneratedRegex(@"\$(?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();

    /// <summary>Every name of a measurement has an underscore; functions with one are listed above.</summary>
    [GeneratedRegex(@"(?<![$""])\b[a-z]+(_[a-z0-9]+)+\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Measured();
}
