using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Marketplace.Api;
using Marketplace.Api.Accounts;
using Marketplace.Api.FrontDoor;
using Marketplace.Api.Hosting;
using Marketplace.Api.Mail;
using Marketplace.Api.Telemetry;
using Marketplace.Files.Storage;
using Marketplace.Payments.Sandbox;
using Marketplace.Payments.Stripe;
using Marketplace.Payments.Transfers;
using Marketplace.Search.Elasticsearch;
using Microsoft.Extensions.Configuration;

namespace Marketplace.Tests;

/// <summary>What the documents say of files, commands, settings and packages is so.</summary>
public sealed partial class ReadmeTests
{
    private const string Readme = "README.md";
    private const string Packages = "docs/adr/0015-packages.md";
    private const string Records = "docs/adr";

    /// <summary>The parts of a decision record, in their order.</summary>
    private static readonly string[] Parts = ["Context", "Decision", "What it costs", "When it does not apply", "Enforced by", "Replaces"];

    private static readonly string[] NpmFiles = ["web/package.json", "src/Marketplace.Api/graphiql/package.json", "tests/audit/package.json", "tests/lighthouse/package.json", "tests/infra/package.json"];
    private static readonly string[] NpmKinds = ["dependencies", "devDependencies", "optionalDependencies"];

    public static TheoryData<string> Documents { get; } =
        [Readme, "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", .. Repository.Files("docs", ".md")];

    public static TheoryData<string> RecordFiles { get; } = [.. Repository.Files(Records, ".md")];

    /// <summary>The settings that the host knows, as they are written in the environment: its table is held to the host below.</summary>
    internal static IReadOnlySet<string> SettingNames => Rows(Readme, "Settings").Select(cells => cells[0].Trim('`')).ToHashSet();

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_file_that_a_document_names_is_there(string document)
    {
        var text = Repository.Read(document);
        var folder = Path.GetDirectoryName(document) ?? "";
        var linked = Link().Matches(text).Select(link => link.Groups["path"].Value)
            .Where(path => !path.Contains("://", StringComparison.Ordinal) && !path.StartsWith('#'))
            .Select(path => Path.Combine(folder, path.Split('#')[0]));
        var named = PlainPath().Matches(text).Select(path => path.Groups["path"].Value);

        Assert.Empty(linked.Concat(named).Where(path => !Repository.Has(path)).Distinct());
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_to_a_heading_finds_it(string document)
    {
        var folder = Path.GetDirectoryName(document) ?? "";
        var lost = Link().Matches(Repository.Read(document)).Select(link => link.Groups["path"].Value.Split('#'))
            .Where(link => link is [_, _] && !link[0].Contains("://", StringComparison.Ordinal))
            .Select(link => (File: link[0].Length == 0 ? document : Path.Combine(folder, link[0]), Heading: link[1]))
            .Where(link => !Headings(link.File).Contains(link.Heading));

        Assert.Empty(lost);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_project_that_a_command_names_exists(string document)
    {
        var commands = Command().Matches(Repository.Read(document)).Select(match => match.Value);
        var projects = commands.SelectMany(command => ProjectArgument().Matches(command)).Select(match => match.Groups["path"].Value);

        Assert.All(projects, project => Assert.Single(Repository.Files(project, ".csproj")));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_test_class_that_a_document_names_exists(string document)
    {
        var known = Repository.Files("tests", ".cs").Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet();

        Assert.Subset(known, TestClass().Matches(Repository.Read(document)).Select(match => match.Groups["name"].Value).ToHashSet());
    }

    [Fact]
    public void The_sdk_that_the_documents_name_is_the_one_that_builds()
    {
        using var global = JsonDocument.Parse(Repository.Read("global.json"));
        var version = global.RootElement.GetProperty("sdk").GetProperty("version").GetString()!;
        var band = version[..^2] + "xx";

        Assert.Contains(band, Repository.Read(Readme), StringComparison.Ordinal);
        Assert.All(Documents, document => Assert.All(SdkBand().Matches(Repository.Read(document.Data)), match => Assert.Equal(band, match.Value)));
    }

    [Fact]
    public void The_settings_table_is_what_the_host_reads()
    {
        var rows = Rows(Readme, "Settings").ToDictionary(cells => cells[0].Trim('`'), cells => cells[1].Trim('`'));
        var defaults = Settings.Read(new ConfigurationBuilder().Build(), Repository.Root);

        var known = new Dictionary<string, string>
        {
            [Named("Data__Directory")] = Path.GetRelativePath(Repository.Root, defaults.DataDirectory),
            [Named("Database__Provider")] = defaults.Provider.ToString(),
            [Named("Database__ConnectionString")] = "none",
            [Named("Search__Engine")] = defaults.Search.Engine.ToString(),
            [Named("Search__Url")] = "none",
            [Named("Search__ApiKey")] = "none",
            [Named("Search__Username")] = "none",
            [Named("Search__Password")] = "none",
            [Named("Search__CertificateAuthority")] = "none",
            [Named("Search__Shards")] = Written(new ElasticsearchConnection { Nodes = [] }.Shards),
            [Named("Search__Replicas")] = Written(new ElasticsearchConnection { Nodes = [] }.Replicas),
            [Named("Files__Directory")] = Path.GetRelativePath(Repository.Root, defaults.Files.Directory),
            [Named("Files__S3__Endpoint")] = "none",
            [Named("Files__S3__Bucket")] = "none",
            [Named("Files__S3__Region")] = S3Connection.DefaultRegion,
            [Named("Files__S3__AccessKey")] = "none",
            [Named("Files__S3__SecretKey")] = "none",
            [Named("Demo__Seed")] = Written(defaults.Seed),
            [Named("Urls")] = MarketplaceSetup.DefaultAddress,
            [Named("Redis__ConnectionString")] = "none",
            [Named(TelemetrySetup.EndpointKey)] = "none",
            [Named(TelemetrySetup.NameKey)] = TelemetrySetup.DefaultName,
        };
        Assert.Equal(Settings.Names.Order(StringComparer.Ordinal), known.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, value) in Options(KeyOptions.Section, new KeyOptions()).Concat(Options(StorefrontOptions.Section, new StorefrontOptions()))
            .Concat(Options(ProxyOptions.Section, new ProxyOptions())).Concat(Options(PageOptions.Section, new PageOptions())).Concat(Options(SiteOptions.Section, new SiteOptions()))
            .Concat(Options(MailOptions.Section, new MailOptions())).Concat(Options(AccountOptions.Section, new AccountOptions())).Concat(Options(OfficeOptions.Section, new OfficeOptions())).Concat(Options(GraphQLLimits.Section, new GraphQLLimits()))
            .Concat(Options(StripeOptions.Section, new StripeOptions())).Concat(Options(BankOptions.Section, new BankOptions())).Concat(Options(SandboxOptions.Section, new SandboxOptions())))
        {
            known.Add(name, value);
        }

        Assert.Equal(known.OrderBy(setting => setting.Key, StringComparer.Ordinal), rows.OrderBy(setting => setting.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void The_commands_are_the_ones_that_the_program_has()
    {
        var has = UsageLine().Matches(Api.Commands.Command.Usage).Select(match => match.Groups["command"].Value);
        var shown = Rows(Readme, "Commands").Select(cells => cells[0].Trim('`'));

        Assert.Equal(has, shown);
    }

    [Fact]
    public void The_table_of_sizes_is_the_one_that_was_measured() =>
        Assert.Equal(SizeTable().Match(Repository.Read("tests/Marketplace.Benchmarks/sizes.md")).Value, Assert.Single(SizeTable().Matches(Repository.Read(Readme))).Value);

    [Fact]
    public void Decision_records_are_numbered_without_a_gap()
    {
        var numbers = RecordFiles.Select(file => int.Parse(Path.GetFileName(file.Data)[..4], CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
    }

    [Theory]
    [MemberData(nameof(RecordFiles))]
    public void A_decision_record_is_one_page_with_all_its_parts(string record)
    {
        var lines = Repository.Read(record).Split('\n');

        Assert.StartsWith($"# {Path.GetFileName(record)[..4]} ", lines[0], StringComparison.Ordinal);
        Assert.Matches(@"^Status: (accepted|superseded by \[\d{4}\]\(.+\)), \d{4}-\d{2}-\d{2}$", lines[2]);
        Assert.Equal(Parts, lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]));
        Assert.True(lines.Length <= 70, $"{lines.Length} lines");
    }

    [Fact]
    public void Every_package_has_a_line_in_the_record_of_packages()
    {
        var nuget = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("ItemGroup")
            .Where(group => group.Attribute("Label")?.Value.StartsWith("Not referenced by us", StringComparison.Ordinal) != true)
            .SelectMany(group => group.Elements()).Select(package => package.Attribute("Include")!.Value);
        var npm = NpmFiles.SelectMany(file => Dependencies(file));
        var lines = TableRow().Matches(Repository.Read(Packages)).SelectMany(row => Code().Matches(row.Groups["first"].Value)).Select(code => code.Groups["text"].Value);

        Assert.Equal(nuget.Concat(npm).Distinct().Order(StringComparer.Ordinal), lines.Order(StringComparer.Ordinal));
    }

    private static string Named(string setting) => Settings.Names.Single(name => name == setting);

    private static IEnumerable<(string Name, string Value)> Options<T>(string section, T options) => typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite)
        .Select(property => ($"{section}__{property.Name}", Written(property.GetValue(options))));

    private static string Written(object? value) => value switch
    {
        null or "" => "none",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static IEnumerable<string> Dependencies(string file)
    {
        using var package = JsonDocument.Parse(Repository.Read(file));
        return [.. NpmKinds.Where(kind => package.RootElement.TryGetProperty(kind, out _)).SelectMany(kind => package.RootElement.GetProperty(kind).EnumerateObject()).Select(entry => entry.Name)];
    }

    /// <summary>The cells of the table under a heading, without its head.</summary>
    private static IEnumerable<string[]> Rows(string document, string heading) => Repository.Read(document).Split($"\n## {heading}\n")[1].Split("\n## ")[0].Split('\n')
        .Where(line => line.StartsWith('|')).Skip(2).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    /// <summary>A document's headings as links name them: lower case, without signs, with hyphens for spaces.</summary>
    private static HashSet<string> Headings(string document) =>
    [
        .. Repository.Read(document).Split('\n').Where(line => line.StartsWith('#'))
            .Select(line => string.Concat(line.TrimStart('#', ' ').ToLowerInvariant().Where(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '-' or '_')).Replace(' ', '-')),
    ];

    [GeneratedRegex(@"\]\((?<path>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    /// <summary>A path in code marks, or at the start of a line of a tree.</summary>
    [GeneratedRegex(@"(`|^)(?<path>(src|tests|web|docs|infra|build|\.ci)/[\w./\[\]+-]*)(`|\s|$)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainPath();

    [GeneratedRegex("dotnet (run|test|build|publish|ef) [^`\n]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"(\s(--project|-p|-s)|dotnet (test|build|publish))\s+(?<path>[\w.]+/[\w./]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProjectArgument();

    [GeneratedRegex(@"(?<!Marketplace\.)\b(?<name>[A-Z]\w+Tests)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestClass();

    [GeneratedRegex(@"\b\d+\.\d+\.\dxx\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SdkBand();

    [GeneratedRegex(@"^  (?<command>[a-z<>\[\] -]+?)  +\S", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UsageLine();

    [GeneratedRegex("<!-- size table -->.+<!-- /size table -->", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SizeTable();

    [GeneratedRegex(@"^\| (?<first>`[^|]+) \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TableRow();

    [GeneratedRegex("`(?<text>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
