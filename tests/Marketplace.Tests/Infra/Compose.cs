using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Marketplace.Tests.Infra;

/// <summary>infra/compose.yaml, its merges done, as far as the tests look at it; what is not here, the schema checks (InfraFileTests).</summary>
internal sealed partial class Compose
{
    public const string File = "infra/compose.yaml";

    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Converters = { new OneOrMany() } };

    /// <summary>What a person has filled into infra/secrets.env: for each variable a value that nobody would guess.</summary>
    public static IReadOnlyDictionary<string, string> Secrets { get; } = Variables("infra/secrets.env.example").ToDictionary(line => line.Name, line => $"{line.Name}-0123456789-abcdefghijklmnop");

    public Dictionary<string, ComposeService> Services { get; init; } = [];

    public Dictionary<string, ComposeNetwork?> Networks { get; init; } = [];

    public Dictionary<string, object?> Volumes { get; init; } = [];

    public static Compose Read() => Yaml.Read(File).Deserialize<Compose>(Form)!;

    /// <summary>The names and values of a file of variables.</summary>
    public static IEnumerable<(string Name, string Value)> Variables(string file) => Repository.Read(file).Split('\n')
        .Where(line => line.Length > 0 && !line.StartsWith('#')).Select(line => line.Split('=', 2)).Select(parts => (parts[0], parts[1]));

    /// <summary>The services that a profile starts.</summary>
    public IEnumerable<KeyValuePair<string, ComposeService>> Of(string profile) => Services.Where(service => service.Value.Profiles.Contains(profile));

    /// <summary>A value as Compose gives it to a container: ${NAME:-otherwise} replaced, and $$ a plain $.</summary>
    public static string Filled(string value, IReadOnlyDictionary<string, string> variables) => Variable().Replace(
        value,
        match => match.Value == "$$" ? "$" : variables.GetValueOrDefault(match.Groups["name"].Value, "") is { Length: > 0 } given ? given : match.Groups["otherwise"].Value);

    /// <summary>The variables that a text takes from the person who starts it.</summary>
    public static IEnumerable<string> VariablesIn(string text) => Variable().Matches(text).Where(match => match.Value != "$$").Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"\$\$|\$\{(?<name>\w+)(:-(?<otherwise>[^}]*))?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();

    /// <summary>Compose writes some lists also as a map of names, and some commands also as one text.</summary>
    private sealed class OneOrMany : JsonConverter<Words>
    {
        public override Words Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonNode.Parse(ref reader) switch
        {
            JsonArray list => new([.. list.Select(item => (string)item!)], []),
            JsonObject map => new([.. map.Select(entry => entry.Key)], [.. map.Select(entry => entry.Value?["aliases"]).OfType<JsonArray>().SelectMany(aliases => aliases).Select(alias => (string)alias!)]),
            var one => new([(string)one!], []),
        };

        public override void Write(Utf8JsonWriter writer, Words value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}

/// <summary>One text or several; with networks also the names that a service has there beside its own.</summary>
internal sealed record Words(IReadOnlyList<string> All, IReadOnlyList<string> Aliases);

internal sealed class ComposeService
{
    public string Image { get; init; } = "";

    public ComposeBuild? Build { get; init; }

    public string? User { get; init; }

    public string? Restart { get; init; }

    public string? NetworkMode { get; init; }

    public bool ReadOnly { get; init; }

    public List<string> CapDrop { get; init; } = [];

    public List<string> CapAdd { get; init; } = [];

    public List<string> SecurityOpt { get; init; } = [];

    public string? MemLimit { get; init; }

    public string? Cpus { get; init; }

    public string? PidsLimit { get; init; }

    public List<string> Profiles { get; init; } = [];

    public Dictionary<string, string> Environment { get; init; } = [];

    public Dictionary<string, ComposeDependency> DependsOn { get; init; } = [];

    public ComposeHealth? Healthcheck { get; init; }

    public List<string> Ports { get; init; } = [];

    public Words Networks { get; init; } = new(["default"], []);

    public List<string> Volumes { get; init; } = [];

    public Words Command { get; init; } = new([], []);

    /// <summary>Does its work and ends.</summary>
    public bool EndsByItself => Restart == "no";

    /// <summary>Runs this project's host.</summary>
    public bool IsHost => Image.StartsWith("marketplace/api:", StringComparison.Ordinal);

    /// <summary>The folders and files of this repository that it sees, relative to infra/.</summary>
    public IEnumerable<string> Binds => Volumes.Where(volume => volume.StartsWith('.')).Select(volume => volume.Split(':')[0]);

    public IEnumerable<string> NamedVolumes => Volumes.Where(volume => !volume.StartsWith('.')).Select(volume => volume.Split(':')[0]);
}

internal sealed class ComposeBuild
{
    public string Context { get; init; } = "";

    public string Dockerfile { get; init; } = "";

    public Dictionary<string, string> Args { get; init; } = [];
}

internal sealed class ComposeDependency
{
    public string Condition { get; init; } = "";
}

internal sealed class ComposeHealth
{
    public bool Disable { get; init; }

    public Words Test { get; init; } = new([], []);
}

internal sealed class ComposeNetwork
{
    public bool Internal { get; init; }

    public ComposeAddresses? Ipam { get; init; }
}

internal sealed class ComposeAddresses
{
    public List<Dictionary<string, string>> Config { get; init; } = [];
}
