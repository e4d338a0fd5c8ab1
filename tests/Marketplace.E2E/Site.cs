using Marketplace.Api.FrontDoor;
using Marketplace.Data;
using Marketplace.E2E;
using Marketplace.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Site))]

namespace Marketplace.E2E;

/// <summary>The real host with the real storefront on a free port, its data in a folder of its own, and a browser before it; one for all tests.</summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan ExpectWithin = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("marketplace-e2e-");
    private readonly Host _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Site() => _host = new Host(_data.FullName, Sql, Operations);

    /// <summary>What the pages cost behind the door. Other tests open pages too: a test that counts must run alone.</summary>
    public SqlCounter Sql { get; } = new();

    public OperationCounter Operations { get; } = new();

    public IServiceProvider Services => _host.Services;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The site is not open yet.");

    /// <summary>Where the host lays its letters.</summary>
    public string LetterFolder => Path.Combine(_data.FullName, "mail");

    public Uri Address => _host.ClientOptions.BaseAddress;

    public async ValueTask InitializeAsync()
    {
        var program = Chromium.Find();
        _host.UseKestrel(0);
        _host.StartServer();
        await StorefrontReadyAsync(_host.Services.GetRequiredService<StorefrontStatus>());

        // On two busy cores a page takes longer than the five seconds that Playwright gives it.
        Assertions.SetDefaultExpectTimeout((float)ExpectWithin.TotalMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Chromium.Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await _host.DisposeAsync();
        _data.Delete(recursive: true);
    }

    /// <summary>A storefront that can never come up ends the wait at once, with its reason.</summary>
    private static async Task StorefrontReadyAsync(StorefrontStatus status)
    {
        using var limit = new CancellationTokenSource(ReadyWithin);
        Task[] ends = [.. new[] { StorefrontState.Ready, StorefrontState.Failed, StorefrontState.NotBuilt }.Select(state => status.ReachesAsync(state, limit.Token))];
        await await Task.WhenAny(ends);
        await limit.CancelAsync();

        if (status.Now.State != StorefrontState.Ready)
        {
            throw new InvalidOperationException($"The browser tests need the storefront. {status.Now.Reason}");
        }
    }

    private sealed class Host(string data, SqlCounter sql, OperationCounter operations) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("Data:Directory", data);
            builder.UseSetting("Database:Provider", "Sqlite");
            builder.UseSetting("Database:ConnectionString", "");
            builder.UseSetting("Storefront:StyleGuide", "true");
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
            // One visitor who opens a thousand pages in a minute is a test here, and not somebody to slow down.
            builder.UseSetting("GraphQL:RequestsPerMinute", "0");
            builder.UseSetting("Accounts:AttemptsPerMinute", "0");
            builder.UseSetting("Accounts:EvenAnswerMilliseconds", "0");
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<IStartupFilter>(operations);
                services.ConfigureDbContext<MarketplaceDb>(options => options.AddInterceptors(sql));
            });
        }
    }
}
