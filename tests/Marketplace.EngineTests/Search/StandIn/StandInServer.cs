using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Marketplace.EngineTests.Search.StandIn;

/// <summary>
/// A small web server in place of Elasticsearch. It evaluates our requests by our own reading of the reference: it proves
/// that requests and answers fit together and what they mean by that reading, and nothing about Elasticsearch itself.
/// </summary>
internal sealed class StandInServer : IAsyncDisposable
{
    private readonly WebApplication _host;

    private StandInServer(WebApplication host) => _host = host;

    public StandInCluster Cluster { get; } = new();

    /// <summary>Method and path of every call, in order.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>Stands before the server: it may answer by itself, break off, or wait. True when it has dealt with the call.</summary>
    public Func<HttpContext, Task<bool>>? Fault { get; set; }

    public Uri Address => new(_host.Services.GetService(typeof(Microsoft.AspNetCore.Hosting.Server.IServer)) is Microsoft.AspNetCore.Hosting.Server.IServer server
        ? server.Features.Get<IServerAddressesFeature>()!.Addresses.First()
        : throw new InvalidOperationException("The stand-in has not been started."));

    public static async Task<StandInServer> StartAsync(Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        configure?.Invoke(builder);
        var server = new StandInServer(builder.Build());
        server._host.Run(server.HandleAsync);
        await server._host.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        Calls.Enqueue($"{context.Request.Method} {context.Request.Path}");
        if (Fault is { } fault && await fault(context))
        {
            return;
        }

        context.Response.Headers["X-Elastic-Product"] = "Elasticsearch";
        context.Response.ContentType = "application/json";
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        try
        {
            var parameters = context.Request.Query.ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString());
            await context.Response.WriteAsync(Cluster.Answer(context.Request.Method, context.Request.Path.Value!, parameters, body).ToJsonString(), context.RequestAborted);
        }
        catch (Refusal refusal)
        {
            context.Response.StatusCode = refusal.Status;
            await context.Response.WriteAsync(refusal.Body.ToJsonString(), context.RequestAborted);
        }
    }
}
