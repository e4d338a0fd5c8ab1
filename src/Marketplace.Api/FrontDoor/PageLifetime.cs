using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace Marketplace.Api.FrontDoor;

/// <summary>
/// What becomes of the storefront's own word about an answer. <c>s-maxage</c> is meant for this door and ends here: only the door sees when the
/// catalogue changes, so nobody behind it may keep a page without asking.
/// </summary>
internal static class PageLifetime
{
    public static void Apply(HttpContext http)
    {
        var response = http.Response;
        var headers = response.GetTypedHeaders();
        var control = headers.CacheControl;
        if (http.Features.Get<IOutputCacheFeature>()?.Context is { EnableOutputCaching: true } cache)
        {
            cache.AllowCacheStorage = IsForAnybody(response, control);
            cache.ResponseExpirationTimeSpan = control?.SharedMaxAge;
        }

        if (control?.SharedMaxAge is not null)
        {
            control.SharedMaxAge = null;
            headers.CacheControl = control.MaxAge is null ? new CacheControlHeaderValue { NoCache = true } : control;
        }

        // The same words in another coding are other bytes, and a strong tag promises the same bytes.
        if (headers.ETag is { IsWeak: false } tag)
        {
            headers.ETag = new EntityTagHeaderValue(tag.Tag, isWeak: true);
        }
    }

    private static bool IsForAnybody(HttpResponse response, CacheControlHeaderValue? control) =>
        response.StatusCode == StatusCodes.Status200OK
        && control is { Private: false, NoStore: false, NoCache: false } && control.SharedMaxAge > TimeSpan.Zero
        && response.Headers.SetCookie.Count == 0
        && response.Headers.Vary.All(vary => HeaderNames.AcceptEncoding.Equals(vary, StringComparison.OrdinalIgnoreCase))
        && response.ContentLength is > 0 and <= PageCache.LargestPage;
}
