using Marketplace.Api.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Marketplace.EngineTests.Database;

/// <summary>The parts of a host on a database, put together as the program does, without serving.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Node(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public static Node On(EngineDatabase database, params string[] more)
    {
        var builder = WebApplication.CreateBuilder([.. database.Settings.Select(setting => $"--{setting.Key}={setting.Value}"), .. more]);
        builder.AddMarketplace();
        builder.Logging.ClearProviders();
        return new(builder.Build());
    }

    public Task FillAsync(CancellationToken cancellationToken) => Services.GetRequiredService<Preparation>().FillAsync(cancellationToken);

    /// <summary>Starts as the program does, up to the moment at which it would serve.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => Services.GetRequiredService<Preparation>().RunAsync(cancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
