using System.Collections.Concurrent;
using Marketplace.Payments.Stripe;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Marketplace.Tests.Payments;

/// <summary>Stands in for Stripe: pages and refunds by form, one for each key of idempotency, and the failures that it is told to have.</summary>
internal sealed class StripeStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Form, string Answer)> _byKey = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _failures = new();

    private StripeStandIn(WebApplication app) => _app = app;

    /// <summary>What was done, each once.</summary>
    public ConcurrentQueue<(string Path, IReadOnlyDictionary<string, string> Form)> Done { get; } = new();

    /// <summary>How often somebody asked.</summary>
    public int Asked { get; private set; }

    public string? Version { get; private set; }

    public StripeOptions Options => new() { ApiKey = "sk_test_stand_in", WebhookSecret = "whsec_stand_in", ApiBase = _app.Urls.Single() };

    public static async Task<StripeStandIn> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var standIn = new StripeStandIn(app);
        app.Run(standIn.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return standIn;
    }

    /// <summary>The next request is refused with this error.</summary>
    public void RefuseNext(int status, string type, string? code = null) => _failures.Enqueue(http => WriteAsync(http, status,
        $$"""{"error":{"type":"{{type}}"{{(code is null ? "" : $",\"code\":\"{code}\"")}},"message":"Your card number 4242 is wrong."} }"""));

    /// <summary>The next requests meet a gateway that answers with a page of its own.</summary>
    public void BreakNext(int requests)
    {
        for (var request = 0; request < requests; request++)
        {
            _failures.Enqueue(http => WriteAsync(http, StatusCodes.Status502BadGateway, "<html>Bad gateway</html>"));
        }
    }

    /// <summary>The next request is done, and its answer is lost on the way.</summary>
    public void LoseNextAnswer() => _failures.Enqueue(async http =>
    {
        await DoAsync(http, TextWriter.Null);
        http.Abort();
    });

    /// <summary>The next requests are never answered.</summary>
    public void HangNext(int requests)
    {
        for (var request = 0; request < requests; request++)
        {
            _failures.Enqueue(http =>
            {
                var gone = new TaskCompletionSource();
                http.RequestAborted.Register(gone.SetResult);
                return gone.Task;
            });
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        Asked++;
        Version = http.Request.Headers["Stripe-Version"];
        if (_failures.TryDequeue(out var fail))
        {
            await fail(http);
            return;
        }

        using var answer = new StringWriter();
        await DoAsync(http, answer);
        var text = answer.ToString();
        await WriteAsync(http, text.StartsWith("""{"error""", StringComparison.Ordinal) ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK, text);
    }

    private async Task DoAsync(HttpContext http, TextWriter answer)
    {
        if (http.Request.Headers.Authorization != "Bearer sk_test_stand_in" || http.Request.Headers["Idempotency-Key"].ToString() is not { Length: > 0 } key)
        {
            await answer.WriteAsync("""{"error":{"type":"invalid_request_error","code":"stand_in_refuses"}}""");
            return;
        }

        var form = http.Request.HasFormContentType ? (await http.Request.ReadFormAsync(http.RequestAborted)).ToDictionary(field => field.Key, field => field.Value.ToString()) : [];
        var path = http.Request.Path.Value!;
        var written = path + string.Join('&', form.OrderBy(field => field.Key, StringComparer.Ordinal));
        var kept = _byKey.GetOrAdd(key, _ =>
        {
            Done.Enqueue((path, form));
            return (written, Made(path));
        });
        await answer.WriteAsync(kept.Form == written ? kept.Answer : """{"error":{"type":"idempotency_error","message":"Keys for idempotent requests can only be used with the same parameters."}}""");
    }

    private string Made(string path) => path switch
    {
        "/v1/checkout/sessions" => $$"""{"id":"cs_test_{{Done.Count}}","object":"checkout.session","url":"https://checkout.stripe.example/c/pay/cs_test_{{Done.Count}}","status":"open"}""",
        "/v1/refunds" => $$"""{"id":"re_{{Done.Count}}","object":"refund","status":"pending"}""",
        _ when path.EndsWith("/expire", StringComparison.Ordinal) => """{"id":"cs_test_1","object":"checkout.session","status":"expired"}""",
        _ => """{"error":{"type":"invalid_request_error","code":"resource_missing"}}""",
    };

    private static Task WriteAsync(HttpContext http, int status, string body)
    {
        (http.Response.StatusCode, http.Response.ContentType) = (status, "application/json");
        return http.Response.WriteAsync(body, http.RequestAborted);
    }
}
