using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Marketplace.Benchmarks;

/// <summary>A minimal endpoint that answers constants: what the machine, Kestrel and the client cost without us.</summary>
internal sealed class Bare : IAsyncDisposable
{
    public const string Path = "/bare";

    private readonly WebApplication _app;
    private byte[] _answer = [];

    private Bare(WebApplication app)
    {
        _app = app;
        app.Map(Path, Answer);
    }

    public int Port => new Uri(_app.Urls.First()).Port;

    /// <summary>How long its answers are from now on.</summary>
    public int Size
    {
        set => _answer = [.. Enumerable.Repeat((byte)'x', value)];
    }

    public static async Task<Bare> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var bare = new Bare(builder.Build());
        await bare._app.StartAsync();
        return bare;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task Answer(HttpContext http)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = _answer.Length;
        return http.Response.Body.WriteAsync(_answer, 0, _answer.Length);
    }
}
