using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Marketplace.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Marketplace.Tests.GraphQL;

/// <summary>The engine over the sample roots, on Kestrel and a real port.</summary>
public sealed class SampleHost : IAsyncDisposable
{
    /// <summary>Whom the request counts against, as a trusted storefront would say it.</summary>
    public const string ClientHeader = "X-Sample-Client";

    private readonly WebApplication _app;

    private SampleHost(WebApplication app, HttpClient client) => (_app, Client) = (app, client);

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public Waiting Waiting => Services.GetRequiredService<Waiting>();

    public ArmedClock Clock => (ArmedClock)Services.GetRequiredService<TimeProvider>();

    public Bell Bell => Services.GetRequiredService<Bell>();

    public LogBook Log => Services.GetRequiredService<LogBook>();

    public static async Task<SampleHost> StartAsync(params (string Key, string? Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value));
        var log = new LogBook();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton(log);
        builder.Services.AddSingleton<TimeProvider>(new ArmedClock(new DateTimeOffset(2026, 11, 22, 17, 30, 0, TimeSpan.Zero)));
        builder.Services.AddMarketplaceGraphQL(typeof(SampleQuery), typeof(SampleMutation), typeof(SampleSubscription));
        builder.Services.AddScoped<StallLoader>().AddSingleton<StallBatches>().AddSingleton<Waiting>().AddSingleton<Bell>().AddSingleton<FruitNodes>();
        builder.Services.AddSingleton<INodeLoader>(services => services.GetRequiredService<FruitNodes>());
        var app = builder.Build();
        app.MapMarketplaceGraphQL(http => http.Request.Headers[ClientHeader].ToString());
        await app.StartAsync();
        return new SampleHost(app, new HttpClient { BaseAddress = new Uri(app.Urls.First()) });
    }

    public async Task<string> TextAsync(string query, object? variables = null, string? language = null)
    {
        using var response = await PostAsync(JsonSerializer.Serialize(new { query, variables }), language: language);
        return await response.Content.ReadAsStringAsync();
    }

    public async Task<JsonElement> AskAsync(string query, object? variables = null, string? language = null) =>
        JsonDocument.Parse(await TextAsync(query, variables, language)).RootElement;

    public Task<HttpResponseMessage> PostAsync(string body, string accept = "application/json", string? language = null, string? contentType = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return SendAsync(request, accept, language);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string accept = "application/json", string? language = null)
    {
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (language is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        }

        return Client.SendAsync(request);
    }

    /// <summary>Stops it as a signal from outside does.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}

/// <summary>What was logged.</summary>
public sealed class LogBook : ILoggerProvider, ILogger
{
    private readonly List<(LogLevel Level, string Text, Exception? Exception)> _entries = [];

    public IReadOnlyList<(LogLevel Level, string Text, Exception? Exception)> Entries
    {
        get
        {
            lock (_entries)
            {
                return [.. _entries];
            }
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            lock (_entries)
            {
                _entries.Add((logLevel, formatter(state, exception), exception));
            }
        }
    }

    public void Dispose()
    {
    }
}
