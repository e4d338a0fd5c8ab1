using System.Net;
using System.Net.Sockets;
using Marketplace.Api.FrontDoor;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Marketplace.E2E;

/// <summary>A shop whose storefront looks for the API where nobody answers, until <see cref="EndAsync"/> leads the way to a real one.</summary>
internal sealed class Outage : IAsyncDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("marketplace-e2e-");
    private readonly int _port = FreePort();
    private readonly Host _host;
    private WebApplication? _relay;

    private Outage() => _host = new Host(_data.FullName, $"http://127.0.0.1:{_port}/graphql");

    public Uri Address => _host.ClientOptions.BaseAddress;

    public static async Task<Outage> BeginAsync()
    {
        var outage = new Outage();
        outage._host.UseKestrel(0);
        outage._host.StartServer();
        using var limit = new CancellationTokenSource(ReadyWithin);
        await outage._host.Services.GetRequiredService<StorefrontStatus>().ReachesAsync(StorefrontState.Ready, limit.Token);
        return outage;
    }

    public async Task EndAsync(Uri shop)
    {
        var api = new Uri(shop, "/graphql");
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, _port));
        _relay = builder.Build();
        var client = new HttpClient();
        _relay.Run(async http =>
        {
            using var body = new StreamContent(http.Request.Body) { Headers = { ContentType = new("application/json") } };
            using var question = new HttpRequestMessage(HttpMethod.Post, api) { Content = body };
            question.Headers.TryAddWithoutValidation("Accept", (string?)http.Request.Headers.Accept);
            question.Headers.TryAddWithoutValidation("Accept-Language", (string?)http.Request.Headers.AcceptLanguage);
            using var answer = await client.SendAsync(question, http.RequestAborted);
            http.Response.StatusCode = (int)answer.StatusCode;
            http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
        });
        await _relay.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_relay is not null)
        {
            await _relay.DisposeAsync();
        }

        await _host.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Host(string data, string api) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("Data:Directory", data);
            builder.UseSetting("Database:Provider", "Sqlite");
            builder.UseSetting("Database:ConnectionString", "");
            builder.UseSetting("Storefront:ApiUrl", api);
            builder.UseSetting("Logging:LogLevel:Default", "None");
        }
    }
}
