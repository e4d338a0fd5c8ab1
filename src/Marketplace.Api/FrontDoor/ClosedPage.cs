using System.Security.Cryptography;
using System.Text;

namespace Marketplace.Api.FrontDoor;

/// <summary>The page in the storefront's place while there is none, in both languages, the visitor's first.</summary>
internal static class ClosedPage
{
    private const int RetrySeconds = 3;

    private const string Style = """
        :root{color-scheme:light dark;--paper:#fbf7ee;--ink:#1f2a24;--soft:#4d5c53;--leaf:#1d6b4a;--line:#dfd6c2}
        @media(prefers-color-scheme:dark){:root{--paper:#16201b;--ink:#f2ede0;--soft:#b9c4bb;--leaf:#7fd3a8;--line:#33423a}}
        *{box-sizing:border-box}
        body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1.5rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,sans-serif}
        main{max-width:34rem}
        svg{width:4rem;height:4rem;color:var(--leaf)}
        h1{margin:.5rem 0;font-size:1.75rem;line-height:1.25}
        h2{margin:0;font-size:1.0625rem}
        p{margin:.5rem 0 0;color:var(--soft)}
        section{margin-top:1.5rem;padding-top:1.25rem;border-top:1px solid var(--line)}
        code{color:var(--ink);overflow-wrap:anywhere}
        a{color:var(--leaf)}
        """;

    private const string Coconut = """
        <svg viewBox="0 0 64 64" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" aria-hidden="true"><path d="M10 34a22 22 0 0 0 44 0z"/><path d="M10 34c6 5 38 5 44 0"/><path d="M32 33C30 20 36 12 46 8c2 9-3 18-14 25zM32 33C28 22 20 18 12 20c3 7 10 12 20 13z"/></svg>
        """;

    /// <summary>The page's own styles are allowed by their hash, and nothing else is.</summary>
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Words DownVi = new(
        "vi",
        "Chợ Xứ Dừa sẽ trở lại ngay",
        "Trang đang khởi động lại và sẽ tự mở sau vài giây. Nếu bạn vừa gửi một biểu mẫu, hãy quay lại và gửi lần nữa.");

    private static readonly Words DownEn = new(
        "en",
        "Chợ Xứ Dừa will be right back",
        "The site is restarting and will open by itself in a few seconds. If you have just sent a form, please go back and send it again.");

    private static readonly Words ApiOnlyVi = new(
        "vi",
        "Máy chủ này chỉ có API",
        "Trang web chưa được dựng hoặc đã tắt. Để có trang web, hãy chạy <code>dotnet run --project src/Marketplace.Api</code> không kèm <code>-p:SkipStorefront=true</code>. API ở <a href=\"/graphql\">/graphql</a>.");

    private static readonly Words ApiOnlyEn = new(
        "en",
        "This host has only the API",
        "The storefront is not built or is switched off. To get it, run <code>dotnet run --project src/Marketplace.Api</code> without <code>-p:SkipStorefront=true</code>. The API is at <a href=\"/graphql\">/graphql</a>.");

    public static Task AnswerAsync(HttpContext http, StorefrontState state)
    {
        var apiOnly = state is StorefrontState.Off or StorefrontState.NotBuilt;
        var response = http.Response;
        response.StatusCode = !apiOnly ? StatusCodes.Status503ServiceUnavailable : IsHome(http) ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        response.Headers.CacheControl = "no-store";
        if (!apiOnly)
        {
            response.Headers.RetryAfter = $"{RetrySeconds}";
        }

        var (vi, en) = apiOnly ? (ApiOnlyVi, ApiOnlyEn) : (DownVi, DownEn);
        if (WantsJson(http.Request))
        {
            var code = apiOnly ? "API_ONLY" : "STOREFRONT_DOWN";
            return response.WriteAsJsonAsync(new { code, message = en.Title, messages = new { vi = vi.Title, en = en.Title } }, http.RequestAborted);
        }

        var english = http.Request.Path.StartsWithSegments("/en", StringComparison.Ordinal);
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.ContentLanguage = english ? "en, vi" : "vi, en";
        return response.WriteAsync(english ? Page(en, vi, refreshes: !apiOnly) : Page(vi, en, refreshes: !apiOnly), http.RequestAborted);
    }

    private static bool IsHome(HttpContext http) => http.Request.Path == "/" || http.Request.Path == "/en";

    private static bool WantsJson(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return accept.Contains("application/json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    private static string Page(Words first, Words second, bool refreshes) => $"""
        <!doctype html>
        <html lang="{first.Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">{(refreshes ? $"\n<meta http-equiv=\"refresh\" content=\"{RetrySeconds}\">" : "")}
        <title>{first.Title}</title>
        <style>{Style}</style>
        </head>
        <body>
        <main>
        {Coconut}
        <h1>{first.Title}</h1>
        <p>{first.Text}</p>
        <section lang="{second.Language}">
        <h2>{second.Title}</h2>
        <p>{second.Text}</p>
        </section>
        </main>
        </body>
        </html>
        """;

    private sealed record Words(string Language, string Title, string Text);
}
