using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Forwarder;

namespace Marketplace.Api.FrontDoor;

/// <summary>Hands to the storefront whatever is not the API's, or shows why that is not possible right now.</summary>
internal sealed class StorefrontForwarding(StorefrontPlace place, StorefrontStatus status, StorefrontAssets assets, StorefrontKey key, IHttpForwarder forwarder)
{
    /// <summary>Addresses that are never pages, whoever answers them.</summary>
    private static readonly PathString[] NotPages = ["/graphql", "/health"];

    private static readonly ForwarderRequestConfig Limits = new()
    {
        ActivityTimeout = TimeSpan.FromSeconds(30),
        Version = HttpVersion.Version11,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    public async Task AnswerAsync(HttpContext http)
    {
        if (key.Opens(http.Request) || NotPages.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)))
        {
            // The storefront asks the API to make a page, also its page for what is not there: handed back to it, such a call would go round for ever.
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (await assets.TryAnswerAsync(http))
        {
            return;
        }

        if (status.Now.State != StorefrontState.Ready)
        {
            await ClosedPage.AnswerAsync(http, status.Now.State);
            return;
        }

        // The storefront stops reading by itself and says why (BODY_SIZE_LIMIT); the server's own limit would look like an outage.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        var error = await forwarder.SendAsync(http, place.Prefix, place.Client, Limits, VisitorTransform.Instance);
        if (error == ForwarderError.None)
        {
            PageCache.Completed(http);
        }
        else if (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            http.Response.Clear();
            await ClosedPage.AnswerAsync(http, StorefrontState.Restarting);
        }
    }

    /// <summary>Tells the storefront who asks and how, in headers that no visitor can write: they are replaced, never added to.</summary>
    private sealed class VisitorTransform : HttpTransformer
    {
        public static readonly VisitorTransform Instance = new();

        private static readonly string[] Forgeable = [VisitorAddress.Header, "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Prefix", "Forwarded", "X-Real-IP", StorefrontKey.Header, "traceparent", "tracestate", "baggage"];

        public override async ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);

            if (PageCache.Serves(httpContext))
            {
                // A page for anybody must not know who asked for it: it is told the address and how it will be packed.
                proxyRequest.Headers.Clear();
                proxyRequest.Headers.TryAddWithoutValidation(HeaderNames.AcceptEncoding, httpContext.Request.Headers.AcceptEncoding.ToString());
            }

            foreach (var name in Forgeable)
            {
                proxyRequest.Headers.Remove(name);
            }

            proxyRequest.Headers.TryAddWithoutValidation(VisitorAddress.Header, VisitorAddress.Connected(httpContext).ToString());
            proxyRequest.Headers.TryAddWithoutValidation("X-Forwarded-Proto", httpContext.Request.Scheme);
            proxyRequest.Headers.TryAddWithoutValidation("X-Forwarded-Host", httpContext.Request.Host.Value);
        }

        public override async ValueTask<bool> TransformResponseAsync(HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
        {
            var copies = await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
            PageLifetime.Apply(httpContext);
            return copies;
        }
    }
}
