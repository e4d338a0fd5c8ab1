using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace Marketplace.Search.Elasticsearch;

/// <summary>How patient we are with each kind of call: how long, how often, and when it is given up for a while.</summary>
internal static class ElasticsearchCalls
{
    private const string Look = "look";
    private const string Search = "search";
    private const string Write = "write";
    private const string Change = "change";

    private const double FailedShare = 0.5;
    private const int FewestCalls = 8;

    private static readonly string[] Searches = ["_search", "_msearch", "_count", "_terms_enum", "_pit"];
    private static readonly string[] Writes = ["_bulk", "_refresh"];

    /// <summary>Kinds have time-outs and circuit breakers of their own: a cluster that takes no writes may well be searched.</summary>
    public static string KindOf(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        var call = path[(path.LastIndexOf('/') + 1)..];
        return Searches.Contains(call) ? Search
            : Writes.Contains(call) ? Write
            : request.Method == HttpMethod.Get && !request.RequestUri.Query.Contains("wait_for", StringComparison.Ordinal) ? Look
            : Change;
    }

    public static void Build(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, string kind, ElasticsearchConnection connection)
    {
        var patience = kind switch
        {
            Look => connection.Look,
            Search => connection.Search,
            Write => connection.Write,
            _ => connection.Change,
        };

        pipeline.AddTimeout(patience.Total);
        if (patience.Retries > 0)
        {
            pipeline.AddRetry(Retry(patience, kind));
        }

        if (kind is Search or Write)
        {
            pipeline.AddCircuitBreaker(Breaker(connection.Rest));
        }

        pipeline.AddTimeout(patience.Attempt);
    }

    /// <summary>Reads are the same when done twice, and so are writes with versions. Whoever writes answers a 429 himself, with less at a time.</summary>
    private static HttpRetryStrategyOptions Retry(Patience patience, string kind) => new()
    {
        MaxRetryAttempts = patience.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = TimeSpan.FromMilliseconds(100),
        ShouldRetryAfterHeader = true,
        ShouldHandle = kind == Write
            ? attempt => ValueTask.FromResult(IsFailure(attempt.Outcome))
            : attempt => ValueTask.FromResult(IsFailure(attempt.Outcome) || (int?)attempt.Outcome.Result?.StatusCode == 429),
    };

    private static HttpCircuitBreakerStrategyOptions Breaker(TimeSpan rest) => new()
    {
        FailureRatio = FailedShare,
        MinimumThroughput = FewestCalls,
        SamplingDuration = TimeSpan.FromSeconds(10),
        BreakDuration = rest,
        ShouldHandle = attempt => ValueTask.FromResult(IsFailure(attempt.Outcome)),
    };

    private static bool IsFailure(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or TimeoutRejectedException || (int?)outcome.Result?.StatusCode >= 500;
}
