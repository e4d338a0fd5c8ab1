using System.Diagnostics;
using System.Globalization;
using Marketplace.Api.SharedState;
using Marketplace.Api.Telemetry;
using Marketplace.Core;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace Marketplace.Api.FrontDoor;

/// <summary>
/// Which pages the door keeps ready, and under which key. The key is all that the storefront is told of the visitor, and the state of the
/// catalogue: a change of it leads to other keys, so an old page cannot be found any more.
/// </summary>
/// <param name="generation">The state of the catalogue as the pages show it; 0 while it has none, when nothing is kept.</param>
internal sealed class PageCache(
    IOptions<PageOptions> options, StorefrontAssets assets, StorefrontStatus status, StorefrontKey key, IOutputCacheStore store, TimeProvider clock, Func<HttpContext, long> generation)
    : IOutputCachePolicy
{
    /// <summary>An answer that is larger is passed on and not kept.</summary>
    public const int LargestPage = 1024 * 1024;

    /// <summary>A longer query is nobody's link.</summary>
    private const int LongestQuery = 512;

    private static readonly object Complete = new();

    /// <summary>Pages that read the visitor's cookies, with all below them (web/src/lib/own-paths.ts). No other page is told of them.</summary>
    internal static readonly PathString[] OwnPages =
    [
        "/da-luu", "/dang-ky", "/xac-nhan", "/dang-nhap", "/mat-khau", "/loi-moi", "/khieu-nai/gui", "/tai-khoan", "/co-so", "/van-phong", "/gio-hang", "/dat-nhanh", "/dat-mau", "/dat-hang", "/don-hang",
        "/en/saved", "/en/register", "/en/confirm", "/en/sign-in", "/en/password", "/en/invitation", "/en/complaints/file", "/en/account", "/en/producer", "/en/office", "/en/cart", "/en/order-pad", "/en/order-sample", "/en/checkout", "/en/orders",
    ];

    /// <summary>By what the storefront's builds are told apart: on one node by its runs, between nodes by the build's own word.</summary>
    private readonly Func<string> _build = store is SharedPages ? () => assets.Version : () => status.Starts.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether this request is answered from the kept pages, or may add to them.</summary>
    public static bool Serves(HttpContext http) => http.Features.Get<IOutputCacheFeature>()?.Context.EnableOutputCaching == true;

    /// <summary>Says that the whole answer has gone through the door: half of one must not be kept.</summary>
    public static void Completed(HttpContext http) => http.Items[Complete] = Complete;

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (!IsForAnybody(http) || generation(http) is not (not 0 and var state))
        {
            return ValueTask.CompletedTask;
        }

        var request = http.Request;
        request.QueryString = PageQuery.Normalised(request);
        var coding = PreferredCoding(request);
        request.Headers.AcceptEncoding = coding;

        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.CacheVaryByRules.CacheKeyPrefix = string.Create(
            CultureInfo.InvariantCulture, $"{state} {clock.Today().DayNumber} {_build()} {coding} {request.Host.Value} {request.QueryString.Value}");
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        Tell(found: true);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        Tell(found: false);
        context.AllowCacheStorage &= context.HttpContext.Items.ContainsKey(Complete);
        return ValueTask.CompletedTask;
    }

    private static void Tell(bool found)
    {
        Instruments.Looked("page", found);
        Activity.Current?.SetTag("marketplace.page", found ? "kept" : "made");
    }

    /// <summary>Nothing in the request tells one visitor from another.</summary>
    private bool IsForAnybody(HttpContext http)
    {
        var request = http.Request;
        return options.Value.CacheBytes > 0
            && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && request.Headers.Authorization.Count == 0
            && request.QueryString.Value is null or { Length: <= LongestQuery }
            && request.Path.Value is { } path && !path.Any(char.IsControl)
            && !OwnPages.Any(own => request.Path.StartsWithSegments(own, StringComparison.Ordinal))
            && !assets.Has(path)
            && !key.Opens(request);
    }

    /// <summary>The one coding that the answer will have, so that all who accept it share one answer; empty for none.</summary>
    private static string PreferredCoding(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        return Quality("br") is > 0 and var brotli && brotli >= Quality("gzip") ? "br" : Quality("gzip") > 0 ? "gzip" : "";

        double Quality(string coding) => accepted
            .Where(entry => entry.Value.Equals(coding, StringComparison.OrdinalIgnoreCase))
            .Select(entry => entry.Quality ?? 1).FirstOrDefault();
    }
}
