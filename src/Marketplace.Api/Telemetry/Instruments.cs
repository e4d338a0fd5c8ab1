using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Marketplace.Api.Telemetry;

/// <summary>
/// What the host measures of itself, beside what ASP.NET Core and .NET measure. Nobody listens unless told to (docs/adr/0021), and then each
/// costs a look at a flag. Names are a contract with dashboards; no attribute may hold a word of a visitor's.
/// </summary>
internal static class Instruments
{
    /// <summary>Of the meter and of the source of spans.</summary>
    public const string Name = "Marketplace";

    public static readonly ActivitySource Source = new(Name);

    /// <summary>From a look into a cache to the longest time that a request may take.</summary>
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    private static readonly Meter Meter = new(Name);

    /// <summary>operation.name (of persisted documents only, else "other" or "anonymous"), operation.type, outcome.</summary>
    public static readonly Histogram<double> OperationDuration = Meter.CreateHistogram("marketplace.graphql.duration", "s", "Time to answer a GraphQL operation.", tags: null, Seconds);

    /// <summary>engine, outcome; what was answered from a cache is not in it.</summary>
    public static readonly Histogram<double> SearchDuration = Meter.CreateHistogram("marketplace.search.duration", "s", "Time that the search engine took.", tags: null, Seconds);

    /// <summary>Lists that came from the database because the engine was down.</summary>
    public static readonly Counter<long> LimitedSearches = Meter.CreateCounter<long>("marketplace.search.limited", "{answer}", "Answers given from the database while the search engine is down.");

    public static readonly Counter<long> StorefrontRestarts = Meter.CreateCounter<long>("marketplace.storefront.restarts", "{restart}", "Times that the storefront ended or hung and was started again.");

    /// <summary>Streams of subscriptions that are open on this node.</summary>
    public static readonly UpDownCounter<int> OpenStreams = Meter.CreateUpDownCounter<int>("marketplace.graphql.streams", "{stream}", "Subscriptions that are being told.");

    private static readonly Counter<long> CacheRequests = Meter.CreateCounter<long>("marketplace.cache.requests", "{request}", "Things looked for in a cache.");

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("marketplace.requests.refused", "{request}", "Requests refused because they were over a limit.");

    /// <param name="cache">"catalogue", "search" or "page".</param>
    public static void Looked(string cache, bool found, int times = 1)
    {
        if (times > 0)
        {
            CacheRequests.Add(times, new("cache", cache), new("outcome", found ? "hit" : "miss"));
        }
    }

    /// <param name="reason">The limit: "rate", "size", "cost", "depth", "aliases", "time".</param>
    public static void Refused(string reason) => Refusals.Add(1, new KeyValuePair<string, object?>("reason", reason));
}
