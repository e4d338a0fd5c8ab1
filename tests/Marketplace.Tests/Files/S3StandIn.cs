using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Marketplace.Files.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Marketplace.Tests.Files;

/// <summary>Stands in for S3: one bucket in memory, asked for by path, which believes only requests that are signed as the reference says (version 4).</summary>
internal sealed class S3StandIn : IAsyncDisposable
{
    private const string Region = "eu-central-1";
    private const string AccessKey = "AKSTANDIN";
    private const string SecretKey = "secret-of-the-stand-in";

    private readonly WebApplication _app;
    private int _failures;

    private S3StandIn(WebApplication app) => _app = app;

    public ConcurrentDictionary<string, (byte[] Content, string? Type)> Objects { get; } = new(StringComparer.Ordinal);

    public S3Connection Connection => new()
    {
        Endpoint = new Uri(_app.Urls.Single()),
        Bucket = "pictures",
        Region = Region,
        AccessKey = AccessKey,
        SecretKey = SecretKey,
    };

    public static async Task<S3StandIn> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var standIn = new S3StandIn(app);
        app.Run(standIn.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return standIn;
    }

    /// <summary>The next requests meet a server that is overloaded.</summary>
    public void FailNext(int requests) => _failures = requests;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var (content, path) = (body.ToArray(), http.Request.Path.Value!);
        var key = path.StartsWith("/pictures/", StringComparison.Ordinal) ? path["/pictures/".Length..] : null;
        await (Interlocked.Decrement(ref _failures) >= 0 ? RefuseAsync(http, StatusCodes.Status503ServiceUnavailable, "SlowDown")
            : !IsSigned(http.Request, content) ? RefuseAsync(http, StatusCodes.Status403Forbidden, "SignatureDoesNotMatch")
            : key is null ? RefuseAsync(http, StatusCodes.Status404NotFound, "NoSuchBucket")
            : DoAsync(http, key, content));
    }

    private async Task DoAsync(HttpContext http, string key, byte[] content)
    {
        switch (http.Request.Method)
        {
            case "PUT" when http.Request.Headers.IfNoneMatch == "*":
                await (Objects.TryAdd(key, (content, http.Request.ContentType)) ? Task.CompletedTask : RefuseAsync(http, StatusCodes.Status412PreconditionFailed, "PreconditionFailed"));
                break;
            case "GET" or "HEAD" when Objects.TryGetValue(key, out var found):
                (http.Response.ContentType, http.Response.ContentLength) = (found.Type, found.Content.Length);
                await (http.Request.Method == "GET" ? http.Response.Body.WriteAsync(found.Content, http.RequestAborted).AsTask() : Task.CompletedTask);
                break;
            case "DELETE":
                Objects.TryRemove(key, out _);
                http.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case "GET" or "HEAD":
                await RefuseAsync(http, StatusCodes.Status404NotFound, "NoSuchKey");
                break;
            default:
                await RefuseAsync(http, StatusCodes.Status501NotImplemented, "NotImplemented");
                break;
        }
    }

    private static async Task RefuseAsync(HttpContext http, int status, string code)
    {
        (http.Response.StatusCode, http.Response.ContentType) = (status, "application/xml");
        if (http.Request.Method != "HEAD")
        {
            await http.Response.WriteAsync($"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>{code}</Code><Message>{code}</Message></Error>", http.RequestAborted);
        }
    }

    private static bool IsSigned(HttpRequest request, byte[] content)
    {
        // AWS4-HMAC-SHA256 Credential=<key>/<day>/<region>/s3/aws4_request, SignedHeaders=<names>, Signature=<sign>
        var parts = request.Headers.Authorization.ToString().Replace("AWS4-HMAC-SHA256 ", "", StringComparison.Ordinal)
            .Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToDictionary(part => part[0], part => part[1]);
        if (parts.Count != 3 || parts["Credential"].Split('/') is not [AccessKey, var day, Region, "s3", "aws4_request"])
        {
            return false;
        }

        var sum = request.Headers["x-amz-content-sha256"].ToString();
        var names = parts["SignedHeaders"].Split(';');
        var headers = string.Concat(names.Select(name => $"{name}:{(name == "host" ? request.Host.Value : request.Headers[name].ToString().Trim())}\n"));
        var query = string.Join('&', request.Query.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}"));
        var asked = $"{request.Method}\n{request.Path.Value}\n{query}\n{headers}\n{parts["SignedHeaders"]}\n{sum}";
        var toSign = $"AWS4-HMAC-SHA256\n{request.Headers["x-amz-date"]}\n{day}/{Region}/s3/aws4_request\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(asked)))}";
        var key = new[] { day, Region, "s3", "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes("AWS4" + SecretKey), (known, word) => HMACSHA256.HashData(known, Encoding.UTF8.GetBytes(word)));
        return sum == Hex(SHA256.HashData(content)) && parts["Signature"] == Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
