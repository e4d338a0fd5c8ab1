using System.Diagnostics;
using System.IO.Compression;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Marketplace.Api.FrontDoor;

/// <summary>One door for visitors: the API, the storefront behind it, and what is true of every answer.</summary>
public static class FrontDoorSetup
{
    /// <summary>Registers the door. The host's other parts add their own health checks, and <c>/health/ready</c> waits for all of them.</summary>
    public static WebApplicationBuilder AddFrontDoor(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // It has two lines to say of every page.
        builder.Logging.AddFilter("Yarp.ReverseProxy.Forwarder", LogLevel.Warning);

        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<StorefrontOptions>().BindConfiguration(StorefrontOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorefrontOptions>, StorefrontOptionsRules>();
        services.AddOptions<ProxyOptions>().BindConfiguration(ProxyOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProxyOptions>, ProxyOptionsRules>();
        services.AddSingleton<IConfigureOptions<ForwardedHeadersOptions>, KnownProxies>();

        services.AddSingleton<DistributedContextPropagator, VisitorTraces>();
        services.AddHttpForwarder();
        services.AddSingleton<StorefrontStatus>().AddSingleton<StorefrontPlace>().AddSingleton<StorefrontKey>().AddSingleton<StorefrontLaunch>();
        services.AddSingleton<StorefrontAssets>().AddSingleton<StorefrontForwarding>();
        services.AddHostedService<StorefrontProcess>();
        services.AddHealthChecks().AddCheck<StorefrontHealth>("storefront");

        services.AddOptions<PageOptions>().BindConfiguration(PageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOutputCache();
        services.AddOptions<OutputCacheOptions>().Configure<IOptions<PageOptions>>(KeepPages);

        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddResponseCompression(Compress);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
        return builder;
    }

    /// <summary>Puts the door before everything else that answers, so that its headers are on every answer.</summary>
    public static WebApplication UseFrontDoor(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseHsts();
        app.UseSecurityHeaders();
        // Outside the compression: a kept page is kept compressed.
        app.UseOutputCache();
        app.UseResponseCompression();
        return app;
    }

    /// <summary>
    /// Adds the health addresses, and the storefront for every address that nobody else has. <paramref name="generation"/> tells the state of
    /// what its pages show, 0 while there is none: pages are kept until it changes.
    /// </summary>
    public static WebApplication MapFrontDoor(this WebApplication app, Func<HttpContext, long> generation)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = static _ => false, ResponseWriter = WriteHealthAsync }).DisableHttpMetrics();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteHealthAsync }).DisableHttpMetrics();
        app.MapFallback("{**path}", static http => http.RequestServices.GetRequiredService<StorefrontForwarding>().AnswerAsync(http))
            .CacheOutput(ActivatorUtilities.CreateInstance<PageCache>(app.Services, generation));
        return app;
    }

    private static void KeepPages(OutputCacheOptions cache, IOptions<PageOptions> pages)
    {
        cache.SizeLimit = pages.Value.CacheBytes;
        cache.UseCaseSensitivePaths = true;

        // Whoever waits for a page that turns out too large to keep would get an empty one, so PageLifetime stops at less.
        cache.MaximumBodySize = 2 * PageCache.LargestPage;
    }

    private static void Compress(ResponseCompressionOptions options)
    {
        // BREACH needs a secret and a guess in one body. Ours hold no secret: the session is a cookie that no script reads, and forms are guarded by their origin.
        options.EnableForHttps = true;
        options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/graphql-response+json", "application/ld+json", "application/manifest+json", "image/svg+xml"];
        options.Providers.Add<BrotliCompressionProvider>();
        options.Providers.Add<GzipCompressionProvider>();
    }

    private static Task WriteHealthAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(
        new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(entry => entry.Key, entry => new { status = entry.Value.Status.ToString(), description = entry.Value.Description }),
        },
        http.RequestAborted);
}
