using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Marketplace.Api.FrontDoor;

namespace Marketplace.Tests.FrontDoor;

public sealed class StorefrontProcessTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_storefront_leaves_a_clear_page_and_an_answering_API_and_comes_back_by_itself()
    {
        await using var door = await Door.OpenAsync();
        using var first = await door.ChildAsync();

        door.Storefront.Hold();
        first.Kill();
        await door.ReachesAsync(StorefrontState.Restarting);

        using var page = await door.GetAsync("/san-pham/keo-dua");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.NotNull(page.Headers.RetryAfter);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        using var api = await door.GetAsync("/graphql");
        Assert.Equal(HttpStatusCode.OK, api.StatusCode);
        using var live = await door.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        using var ready = await door.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);

        door.Storefront.LetGo();
        await door.ReachesAsync(StorefrontState.Ready);

        Assert.Contains("Kẹo dừa Bến Tre", await door.TextAsync("/"), StringComparison.Ordinal);
        using var readyAgain = await door.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, readyAgain.StatusCode);
        using var second = await door.ChildAsync();
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task A_hung_storefront_is_replaced()
    {
        await using var door = await Door.OpenAsync(("Storefront:ProbeEvery", "00:00:00.05"), ("Storefront:HangAfter", "00:00:00.2"));
        using var first = await door.ChildAsync();

        var hung = door.GetAsync("/block");
        await door.ReachesAsync(StorefrontState.Restarting);
        await door.ReachesAsync(StorefrontState.Ready);

        using var answer = await hung;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        using var second = await door.ChildAsync();
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task The_storefront_stops_with_the_host()
    {
        var door = await Door.OpenAsync();
        var child = await door.ChildAsync();

        await door.DisposeAsync();

        Assert.True(child.HasExited);
    }

    [Fact]
    public async Task A_killed_host_leaves_no_storefront_behind()
    {
        using var storefront = new StubStorefront();
        var data = Directory.CreateTempSubdirectory("killed-host-");
        var start = new ProcessStartInfo("dotnet", Path.Combine(AppContext.BaseDirectory, "Marketplace.Api.dll"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["Urls"] = "http://127.0.0.1:0",
                ["Data__Directory"] = data.FullName,
                ["Database__Provider"] = "Sqlite",
                ["Database__ConnectionString"] = "",
                ["Demo__Seed"] = "false",
                ["Storefront__Directory"] = storefront.Folder,
                ["Storefront__Node"] = "node",
                ["Logging__LogLevel__Default"] = "Information",
                ["DOTNET_ENVIRONMENT"] = "Production",
            },
        };
        using var host = Process.Start(start)!;
        host.ErrorDataReceived += (_, _) => { };
        host.BeginErrorReadLine();
        using var child = Process.GetProcessById(await ChildOfAsync(host));

        host.Kill();

        await child.WaitForExitAsync(Stop).WaitAsync(TimeSpan.FromSeconds(10), Stop);
        await host.WaitForExitAsync(Stop);
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task The_storefront_gets_what_it_needs_and_none_of_the_hosts_secrets()
    {
        // Of nobody: every host that starts meanwhile reads its settings from the same place.
        Environment.SetEnvironmentVariable("Nobody__ApiKey", "a secret");
        await using var door = await Door.OpenAsync();

        var environment = JsonNode.Parse(await door.TextAsync("/env"))!.AsObject();

        Assert.DoesNotContain("Nobody__ApiKey", environment.Select(variable => variable.Key));
        Assert.Equal(new Uri(door.Web.BaseAddress!, "/graphql"), new Uri((string)environment["API_URL"]!));
        Assert.Equal(door.Key, (string?)environment["STOREFRONT_KEY"]);
        Assert.Equal("x-forwarded-proto", (string?)environment["PROTOCOL_HEADER"]);
        Assert.Equal("x-forwarded-host", (string?)environment["HOST_HEADER"]);
        Assert.Equal("x-forwarded-for", (string?)environment["ADDRESS_HEADER"]);
        Assert.Equal("24M", (string?)environment["BODY_SIZE_LIMIT"]);
        Assert.Equal("production", (string?)environment["NODE_ENV"]);
    }

    [Fact]
    public async Task A_Node_that_cannot_be_started_is_reported_and_the_API_answers()
    {
        await using var door = await Door.OpenUnreadyAsync(new StubStorefront(), ("Storefront:Node", "/no/such/node"));
        await door.ReachesAsync(StorefrontState.Failed);

        using var ready = await door.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("Node cannot be started", await ready.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var api = await door.GetAsync("/graphql");
        Assert.Equal(HttpStatusCode.OK, api.StatusCode);
    }

    private static async Task<int> ChildOfAsync(Process host)
    {
        const string Said = "storefront: answers, process ";
        while (await host.StandardOutput.ReadLineAsync(Stop) is { } line)
        {
            if (line.IndexOf(Said, StringComparison.Ordinal) is >= 0 and var at)
            {
                return int.Parse(line.AsSpan(at + Said.Length), System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        throw new InvalidOperationException("The host ended before its storefront answered.");
    }
}
