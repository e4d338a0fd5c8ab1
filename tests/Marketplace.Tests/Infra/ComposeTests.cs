using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Marketplace.Tests.Infra;

/// <summary>
/// infra/compose.yaml says what it means to. There is no Docker engine here: that the images can be built and the containers run was never seen.
/// </summary>
public sealed partial class ComposeTests
{
    /// <summary>Programs that write beside what they read; each says so in the file.</summary>
    private static readonly string[] MayWriteTheirRoot = ["sqlserver", "elasticsearch", "es-1", "es-2", "es-3", "certificates"];

    private static readonly Compose Compose = Compose.Read();

    public static TheoryData<string> Services { get; } = [.. Compose.Services.Keys];

    public static TheoryData<string> Hosts { get; } = [.. Compose.Services.Where(service => service.Value.IsHost).Select(service => service.Key)];

    public static TheoryData<string> Profiles { get; } = ["default", "sqlserver", "elastic", "full"];

    [Fact]
    public void Without_a_profile_there_is_one_host_and_nothing_else_is_needed()
    {
        Assert.Equal(("COMPOSE_PROFILES", "default"), Assert.Single(Compose.Variables("infra/.env")));
        var (name, shop) = Assert.Single(Compose.Of("default"));

        Assert.Equal("shop", name);
        Assert.Empty(shop.DependsOn);
        Assert.Empty(shop.Environment.Values.SelectMany(Compose.VariablesIn).Intersect(Compose.Secrets.Keys));
    }

    [Fact]
    public void Every_service_is_in_a_profile_and_every_profile_has_services()
    {
        Assert.All(Compose.Services, service => Assert.NotEmpty(service.Value.Profiles));
        Assert.Equal(Profiles.Select(row => row.Data).Order(StringComparer.Ordinal), Compose.Services.Values.SelectMany(service => service.Profiles).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_full_profile_has_every_part_of_a_cluster()
    {
        var full = Compose.Of("full").Select(service => service.Key).ToHashSet();

        Assert.Superset(new HashSet<string> { "api-1", "api-2", "storefront", "balancer", "migrate", "sqlserver", "es-1", "es-2", "es-3", "redis", "collector", "prometheus", "tempo", "loki", "grafana" }, full);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void What_a_service_waits_for_is_there_and_can_become_so(string name)
    {
        var service = Compose.Services[name];
        foreach (var (other, dependency) in service.DependsOn)
        {
            var needed = Assert.Contains(other, (IReadOnlyDictionary<string, ComposeService>)Compose.Services);
            // Compose refuses to start a service whose dependency is in no active profile.
            Assert.Subset(needed.Profiles.ToHashSet(), service.Profiles.ToHashSet());
            Assert.Equal(needed.EndsByItself ? "service_completed_successfully" : "service_healthy", dependency.Condition);
        }

        Assert.True(Reaches(name, name, []) is false, $"{name} waits for itself.");
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_that_goes_on_has_a_health_check(string name)
    {
        var service = Compose.Services[name];

        Assert.Equal(!service.EndsByItself, service.Healthcheck is { Disable: false, Test.All: ["CMD" or "CMD-SHELL", ..] } && !service.EndsByItself);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_may_do_no_more_than_it_must(string name)
    {
        var service = Compose.Services[name];

        Assert.Equal(["ALL"], service.CapDrop);
        Assert.Empty(service.CapAdd);
        Assert.Equal(["no-new-privileges:true"], service.SecurityOpt);
        Assert.Equal(!MayWriteTheirRoot.Contains(name), service.ReadOnly);
        Assert.All([service.MemLimit, service.Cpus, service.PidsLimit], limit => Assert.False(string.IsNullOrEmpty(limit)));
        if (service.Build is { } build)
        {
            Assert.True(service.User is null, "Its Dockerfile names the user.");
            Assert.Matches(@"^infra/docker/\w+\.Dockerfile$", FileOf(build));
        }
        else
        {
            Assert.DoesNotMatch("^(root|0)(:|$)", Assert.IsType<string>(service.User));
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void An_image_is_of_one_version(string name)
    {
        var service = Compose.Services[name];
        string[] images = [service.Image, .. service.Build?.Args.Values ?? Enumerable.Empty<string>()];

        Assert.All(images, image => Assert.Matches(@":(v?\d+(\.\d+)+[\w.-]*|\d+-CU\d+[\w.-]*|\$\{MARKETPLACE_VERSION:-local\})$", image));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void What_a_service_mounts_and_where_it_speaks_is_there(string name)
    {
        var service = Compose.Services[name];

        Assert.All(service.Binds, path => Assert.True(Repository.Has(Path.Combine("infra", path)), path));
        Assert.All(service.Volumes.Where(volume => volume.StartsWith('.')), volume => Assert.EndsWith(":ro", volume, StringComparison.Ordinal));
        Assert.Empty(service.NamedVolumes.Except(Compose.Volumes.Keys));
        if (service.NetworkMode is null)
        {
            Assert.Empty(service.Networks.All.Except(Compose.Networks.Keys).Except(["default"]));
        }
    }

    [Fact]
    public void Nothing_is_declared_that_nobody_uses()
    {
        Assert.Empty(Compose.Volumes.Keys.Except(Compose.Services.Values.SelectMany(service => service.NamedVolumes)));
        Assert.Empty(Compose.Networks.Keys.Except(Compose.Services.Values.SelectMany(service => service.Networks.All)));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void A_service_reaches_the_ones_that_its_settings_name(string profile)
    {
        var services = Compose.Of(profile).ToDictionary();

        // Visitors go to that address, not a service.
        var named = services.Values.SelectMany(service => service.Environment.Where(setting => setting.Key != "Site__Url").SelectMany(setting => Address().Matches(setting.Value)).Select(match => (Service: service, Address: match.Groups["host"].Value))).ToList();

        Assert.Equal(profile == "default", named.Count == 0);
        Assert.All(named, use => Assert.Contains(services, other => Called(other.Key, other.Value, use.Address).Intersect(use.Service.Networks.All).Any()));
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void A_host_knows_every_setting_and_accepts_its_value(string name)
    {
        var environment = Compose.Services[name].Environment.ToDictionary(setting => setting.Key, setting => Compose.Filled(setting.Value, Compose.Secrets));

        Assert.Empty(HostEnvironment.Unknown(environment.Keys));
        HostEnvironment.Accept(environment);
    }

    [Fact]
    public void The_storefront_gets_what_it_reads_and_nothing_else()
    {
        var reads = StorefrontVariable().Matches(Repository.Read("web/src/env.ts")).Select(match => match.Groups["name"].Value).ToHashSet();
        var storefront = Compose.Services["storefront"].Environment;

        Assert.Subset(reads, storefront.Keys.ToHashSet());
        Assert.Equal(Compose.Services["api-1"].Environment["Storefront__Key"], storefront["STOREFRONT_KEY"]);
    }

    [Fact]
    public void The_two_nodes_differ_in_their_name_alone()
    {
        var first = Compose.Services["api-1"].Environment;
        var second = Compose.Services["api-2"].Environment;

        Assert.Equal(first.Keys, second.Keys);
        Assert.Equal("OTEL_RESOURCE_ATTRIBUTES", Assert.Single(first.Keys, key => first[key] != second[key]));
    }

    [Fact]
    public void The_nodes_take_the_word_of_the_balancers_network_and_of_no_other()
    {
        var network = Assert.Single(Compose.Networks["hosts"]!.Ipam!.Config)["subnet"];
        var others = Compose.Services.Where(service => service.Value.Networks.All.Contains("hosts")).Select(service => service.Key).Order(StringComparer.Ordinal);

        Assert.Equal(network, Compose.Services["api-1"].Environment["Proxy__KnownNetworks"]);
        Assert.True(IPNetwork.TryParse(network, out _));
        Assert.Equal(["api-1", "api-2", "balancer"], others);
        Assert.True(Compose.Networks["hosts"]!.Internal);
    }

    [Fact]
    public void The_balancer_shares_visitors_between_all_nodes_and_asks_whether_they_are_ready()
    {
        var settings = Repository.Read("infra/balancer/haproxy.cfg");
        var nodes = Compose.Of("full").Where(service => service.Value is { IsHost: true, EndsByItself: false }).Select(service => service.Key).Order(StringComparer.Ordinal);

        Assert.All(new[] { "ready", "living" }, name =>
        {
            var backend = settings.Split($"\nbackend {name}\n")[1].Split("\n\n")[0];
            Assert.Equal(nodes, BalancedNode().Matches(backend).Select(match => match.Groups["name"].Value));
            Assert.Contains($"http-check send meth GET uri /health/{(name == "ready" ? "ready" : "live")} ", backend, StringComparison.Ordinal);
        });
        Assert.Contains("http-request set-header X-Forwarded-For %[src]", settings, StringComparison.Ordinal);
    }

    [Fact]
    public void No_secret_stands_in_a_file_and_each_one_is_asked_for()
    {
        var example = Compose.Variables("infra/secrets.env.example").ToList();
        var used = Compose.Services.Values.SelectMany(service => service.Environment.Values).SelectMany(Compose.VariablesIn).Where(IsSecret).ToHashSet();
        var asked = Compose.Services.Where(service => service.Key.StartsWith("require-", StringComparison.Ordinal)).SelectMany(service => service.Value.Command.All.Skip(2)).ToList();

        Assert.All(example, line => Assert.Equal("", line.Value));
        Assert.Equal(example.Select(line => line.Name).Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
        Assert.Equal(used.Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
        Assert.All(Compose.Services.Values.SelectMany(service => service.Environment).Where(setting => IsSecret(setting.Key)), setting => Assert.Matches(@"^\$\{\w+:-\}$", setting.Value));
        Assert.Contains("infra/secrets.env", Repository.Read(".gitignore"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_that_needs_a_secret_waits_until_somebody_has_looked_for_it()
    {
        foreach (var (name, service) in Compose.Services)
        {
            var needs = service.Environment.Values.SelectMany(Compose.VariablesIn).Where(IsSecret).Distinct();
            var looked = Compose.Services.Where(other => other.Key == name || Reaches(name, other.Key, [])).SelectMany(other => other.Value.Command.All);

            Assert.Empty(needs.Except(looked));
        }
    }

    [Theory]
    [InlineData("", 1, "SEARCH_PASSWORD is missing: copy infra/secrets.env.example to infra/secrets.env, fill it in, and add --env-file infra/secrets.env.")]
    [InlineData("semi;colon", 1, "SEARCH_PASSWORD must not hold a quote or a semicolon.")]
    [InlineData("d3ZlRf-k_9aQ=", 0, "")]
    public async Task A_missing_secret_is_named_in_one_sentence(string value, int code, string said)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no sh to run infra/docker/require.sh.");
        var start = new ProcessStartInfo("sh", [Repository.PathOf("infra/docker/require.sh"), "SEARCH_PASSWORD"]) { UseShellExecute = false, RedirectStandardError = true, Environment = { ["SEARCH_PASSWORD"] = value } };

        using var shell = Process.Start(start)!;
        var errors = await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((code, said), (shell.ExitCode, errors.Trim()));
    }

    /// <summary>The networks on which a service has that name.</summary>
    private static IEnumerable<string> Called(string name, ComposeService service, string address) =>
        name == address ? service.Networks.All : service.Networks.Aliases.Where(alias => alias.Name == address).Select(alias => alias.Network);

    private static bool IsSecret(string name) => name.EndsWith("_PASSWORD", StringComparison.Ordinal) || name.EndsWith("_KEY", StringComparison.Ordinal) || name == "REDISCLI_AUTH";

    private static string FileOf(ComposeBuild build) => Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.PathOf("infra"), build.Context, build.Dockerfile)));

    private static bool Reaches(string from, string to, HashSet<string> seen) =>
        Compose.Services[from].DependsOn.Keys.Where(seen.Add).Any(next => next == to || Reaches(next, to, seen));

    /// <summary>An address in a setting: https://host:9200, Server=host; or host:6379,…</summary>
    [GeneratedRegex(@"(https?://(?<host>[\w-]+):\d+|^Server=(?<host>[\w-]+);|^(?<host>[\w-]+):\d+,)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^\t(?<name>[A-Z_]+): \{", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StorefrontVariable();

    [GeneratedRegex(@"^    server (?<name>\S+) \k<name>:8080$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BalancedNode();
}
