using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Marketplace.EngineTests.Search.Faults;

/// <summary>One request as it came.</summary>
internal sealed record Asked(string Method, string Path, string Query, string Body, string? SignIn)
{
    public string Call => Path[(Path.LastIndexOf('/') + 1)..];
}

/// <summary>
/// A server that speaks as much of Elasticsearch's HTTP as the life of an index needs, keeps what it is given, and answers a request wrongly
/// when a test tells it to. It finds nothing by text.
/// </summary>
internal sealed class ScriptedElasticsearch : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<Fault> _faults = [];
    private readonly ConcurrentQueue<Asked> _asked = [];

    private ScriptedElasticsearch(WebApplication app) => _app = app;

    public KeptIndices Indices { get; } = new();

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single() + "/");

    public IReadOnlyList<Asked> Requests => [.. _asked];

    public static async Task<ScriptedElasticsearch> StartAsync(X509Certificate2? certificate = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.ListenLocalhostOrLoopback(port, certificate);
        });
        var app = builder.Build();
        var server = new ScriptedElasticsearch(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public int Count(string call) => _asked.Count(asked => asked.Call == call);

    /// <summary>Answers the next requests of that kind in another way.</summary>
    /// <param name="call">The last part of the path, such as <c>_bulk</c>; the empty text is the root.</param>
    public void Fail(string call, Func<HttpContext, Task> answer, int times = int.MaxValue, string? method = null)
    {
        lock (_faults)
        {
            _faults.Add(new Fault(call, method, answer) { Left = times });
        }
    }

    public void Fail(string call, int status, string? body = null, int times = int.MaxValue, string? method = null) => Fail(call, http => SendAsync(http, status, body ?? Error("some_exception", "some reason", status)), times, method);

    public void Mend()
    {
        lock (_faults)
        {
            _faults.Clear();
        }
    }

    public static string Error(string kind, string reason, int status) => new JsonObject
    {
        ["error"] = new JsonObject { ["type"] = kind, ["reason"] = reason, ["root_cause"] = new JsonArray() },
        ["status"] = status,
    }.ToJsonString();

    public static Task SendAsync(HttpContext http, int status, string body, string type = "application/json", bool isElastic = true)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        if (isElastic)
        {
            http.Response.Headers["X-Elastic-Product"] = "Elasticsearch";
        }

        return http.Response.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>Begins an answer and cuts the line in the middle of it.</summary>
    public static async Task BreakOffAsync(HttpContext http, string begun)
    {
        http.Response.Headers["X-Elastic-Product"] = "Elasticsearch";
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = begun.Length + 1000;
        await http.Response.WriteAsync(begun, http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        http.Abort();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        var asked = new Asked(http.Request.Method, Uri.UnescapeDataString(http.Request.Path.Value!.Trim('/')), http.Request.QueryString.Value ?? "", body, http.Request.Headers.Authorization);
        _asked.Enqueue(asked);
        if (Find(asked) is { } fault)
        {
            http.Items[typeof(Asked)] = asked;
            await fault.Answer(http);
            return;
        }

        var (status, answer) = Indices.Answer(asked);
        await SendAsync(http, status, answer.ToJsonString());
    }

    private Fault? Find(Asked asked)
    {
        lock (_faults)
        {
            var fault = _faults.FirstOrDefault(fault => fault.Left > 0 && fault.Call == asked.Call && (fault.Method is null || fault.Method == asked.Method));
            if (fault is not null)
            {
                fault.Left--;
            }

            return fault;
        }
    }

    private sealed record Fault(string Call, string? Method, Func<HttpContext, Task> Answer)
    {
        public int Left { get; set; }
    }
}

file static class Listening
{
    public static void ListenLocalhostOrLoopback(this Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel, int port, X509Certificate2? certificate) =>
        kestrel.Listen(System.Net.IPAddress.Loopback, port, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        });
}
