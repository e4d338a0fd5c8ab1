using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Marketplace.Api.FrontDoor;

/// <summary>The storefront's files, answered from disk without going through Node, compressed ahead where its build did so.</summary>
internal sealed class StorefrontAssets
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string OneDay = "public, max-age=86400";
    private const string AskEachTime = "no-cache";

    private const string Worker = "/service-worker.js";
    private const string WorkerPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'";

    private static readonly (string Coding, string Suffix)[] Codings = [("br", ".br"), ("gzip", ".gz")];

    /// <summary>Only what was there at start is ever answered, so no path can lead out of the folder.</summary>
    private readonly FrozenDictionary<string, Asset> _assets;

    public StorefrontAssets(StorefrontPlace place)
    {
        var root = place.Directory is null ? null : Path.Combine(place.Directory, "build", "client");
        Version = root is not null && File.Exists(Path.Combine(root, "_app", "version.json")) ? File.ReadAllText(Path.Combine(root, "_app", "version.json")) : "";
        _assets = root is not null && Directory.Exists(root) ? Read(root) : FrozenDictionary<string, Asset>.Empty;
    }

    /// <summary>Names the storefront's build; empty for one that runs elsewhere.</summary>
    public string Version { get; }

    public bool Has(string path) => _assets.ContainsKey(path);

    public async Task<bool> TryAnswerAsync(HttpContext http)
    {
        if (!(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            || http.Request.Path.Value is not { } path
            || !_assets.TryGetValue(path, out var asset))
        {
            return false;
        }

        var variant = asset.Variants.FirstOrDefault(v => v.Coding.Length == 0 || Accepts(http.Request, v.Coding)) ?? asset.Variants[^1];
        http.Response.Headers.CacheControl = asset.CacheControl;
        if (path == Worker)
        {
            // A worker is bound by the policy it came with, and this one fetches pages.
            http.Response.Headers.ContentSecurityPolicy = WorkerPolicy;
        }

        if (asset.Variants.Length > 1)
        {
            http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        }

        if (variant.Coding.Length > 0)
        {
            http.Response.Headers.ContentEncoding = variant.Coding;
        }

        await TypedResults.PhysicalFile(variant.File, asset.ContentType, lastModified: variant.LastModified, entityTag: variant.Tag).ExecuteAsync(http);
        return true;
    }

    private static bool Accepts(HttpRequest request, string coding) =>
        request.GetTypedHeaders().AcceptEncoding.Any(accepted => accepted.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && accepted.Quality is null or > 0);

    private static FrozenDictionary<string, Asset> Read(string root)
    {
        var types = new FileExtensionContentTypeProvider { Mappings = { [".webmanifest"] = "application/manifest+json" } };
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).ToHashSet(StringComparer.Ordinal);

        return files
            .Where(file => !Codings.Any(c => file.EndsWith(c.Suffix, StringComparison.Ordinal) && files.Contains(file[..^c.Suffix.Length])))
            .Select(file => (Path: "/" + Path.GetRelativePath(root, file).Replace('\\', '/'), File: file))
            .ToFrozenDictionary(f => f.Path, f => Describe(f.Path, f.File), StringComparer.Ordinal);

        Asset Describe(string path, string file) => new(
            types.TryGetContentType(path, out var type) ? WithCharset(type) : "application/octet-stream",
            CacheControlOf(path),
            [.. Codings.Where(c => files.Contains(file + c.Suffix)).Select(c => NewVariant(file + c.Suffix, c.Coding)), NewVariant(file, "")]);
    }

    private static string WithCharset(string type) => type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;

    private static string CacheControlOf(string path) => path switch
    {
        _ when path.StartsWith("/_app/immutable/", StringComparison.Ordinal) => Forever,
        // A font's name counts its versions.
        _ when path.StartsWith("/fonts/", StringComparison.Ordinal) => Forever,
        // By these two a browser learns that there is a newer storefront.
        "/_app/version.json" or Worker => AskEachTime,
        _ => OneDay,
    };

    private static Variant NewVariant(string file, string coding)
    {
        var info = new FileInfo(file);
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{info.LastWriteTimeUtc.Ticks:x}-{info.Length:x}{coding}\"");
        return new(file, coding, new DateTimeOffset(info.LastWriteTimeUtc), new EntityTagHeaderValue(tag));
    }

    private sealed record Asset(string ContentType, string CacheControl, Variant[] Variants);

    /// <param name="Coding">Empty for the file as it is, which comes last.</param>
    private sealed record Variant(string File, string Coding, DateTimeOffset LastModified, EntityTagHeaderValue Tag);
}
