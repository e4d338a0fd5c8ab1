using Microsoft.Net.Http.Headers;

namespace Marketplace.Api.FrontDoor;

/// <summary>What every answer tells the browser not to do, whoever wrote the answer.</summary>
internal static class SecurityHeaders
{
    private const string SameOrigin = "same-origin";

    private const string NoFrames = "frame-ancestors 'none'";

    /// <summary>For a page that names no policy of its own; the storefront's pages name a stricter one, with the hashes of their scripts.</summary>
    private const string PagePolicy = $"default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; {NoFrames}";

    /// <summary>For everything that is not a page. A drawing may hold styles of its own.</summary>
    private const string DataPolicy = $"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; {NoFrames}";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (http, next) =>
    {
        http.Response.OnStarting(Write, http.Response);
        return next(http);
    });

    private static Task Write(object state)
    {
        var response = (HttpResponse)state;
        var headers = response.Headers;

        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // A page whose address holds a secret says so itself.
        headers["Referrer-Policy"] = headers["Referrer-Policy"] == SameOrigin ? SameOrigin : "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // "Not modified" brings no page: a policy made up for it would take the place of the kept page's own.
        if (response.StatusCode != StatusCodes.Status304NotModified)
        {
            headers.ContentSecurityPolicy = Policy(headers.ContentSecurityPolicy.ToString(), response.ContentType);
        }

        headers.Remove(HeaderNames.Server);
        headers.Remove("X-Powered-By");
        return Task.CompletedTask;
    }

    private static string Policy(string own, string? contentType)
    {
        if (own.Length == 0)
        {
            return contentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true ? PagePolicy : DataPolicy;
        }

        // A second policy can only take away, so nothing of the page's own one is weakened.
        return own.Contains("frame-ancestors", StringComparison.OrdinalIgnoreCase) ? own : $"{own}, {NoFrames}";
    }
}
