using System.Diagnostics;
using System.Globalization;
using Marketplace.Api.FrontDoor;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Marketplace.Tests.FrontDoor;

/// <summary>The front door on a port of its own, before a stub storefront and a stub API.</summary>
internal sealed class Door : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Door(WebApplication app)
    {
        _app = app;
        Web = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    /// <summary>The state of the catalogue, as the door is told.</summary>
    public long Generation { get; set; } = 1;

    public StubStorefront Storefront { get; private init; } = null!;

    public HttpClient Web { get; }

    public StorefrontStatus Status => _app.Services.GetRequiredService<StorefrontStatus>();

    public string Key => _app.Services.GetRequiredService<StorefrontKey>().Value;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Opens the door and waits until the storefront answers.</summary>
    public static async Task<Door> OpenAsync(params (string Name, string Value)[] settings)
    {
        var door = await OpenUnreadyAsync(new StubStorefront(), settings);
        await door.ReachesAsync(StorefrontState.Ready);
        return door;
    }

    public static Task<Door> OpenUnreadyAsync(StubStorefront storefront, params (string Name, string Value)[] settings) =>
        OpenUnreadyAsync(storefront, TimeProvider.System, settings);

    public static async Task<Door> OpenUnreadyAsync(StubStorefront storefront, TimeProvider clock, params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("Storefront:Directory", storefront.Folder), new("Storefront:Node", "node")]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.Services.AddSingleton(clock);
        builder.AddFrontDoor();

        var app = builder.Build();
        app.UseFrontDoor();
        app.MapGet("/graphql", () => Results.Json(new { data = new { names = Enumerable.Repeat("Kẹo dừa", 200) } }));
        app.MapGet("/who", (HttpContext http) => VisitorAddress.Of(http));
        Door? door = null;
        app.MapFrontDoor(_ => door?.Generation ?? 0);
        try
        {
            await app.StartAsync(Stop);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return door = new Door(app) { Storefront = storefront };
    }

    /// <summary>Waits for that state by event; only a door that never gets there runs into the limit.</summary>
    public Task ReachesAsync(StorefrontState state) => Status.ReachesAsync(state, Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop);

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Web.SendAsync(request, Stop);
    }

    public async Task<string> TextAsync(string path, params (string Name, string Value)[] headers)
    {
        using var response = await GetAsync(path, headers);
        return await response.Content.ReadAsStringAsync(Stop);
    }

    public async Task<Process> ChildAsync() => Process.GetProcessById(int.Parse(await TextAsync("/pid"), CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        Web.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Storefront.Dispose();
    }
}
