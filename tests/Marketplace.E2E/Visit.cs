using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Marketplace.E2E;

/// <summary>One visitor with a browser window of their own, who hears whatever the pages complain about.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private const int Tall = 900;

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];
    private int _expectedStatus = 200;

    private Visit(IBrowserContext context, IPage page, bool scripts)
    {
        _context = context;
        HasScripts = scripts;
        Page = page;
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            // The browser reports a page that is not there, also where a test asks for one.
            var expected = _expectedStatus != 200 && message.Text.Contains($"status of {_expectedStatus}", StringComparison.Ordinal);
            // The driver says so itself where a visit keeps the worker out.
            expected |= message.Text.StartsWith("Service Worker registration blocked", StringComparison.Ordinal);
            if (message.Type is "error" or "warning" && !expected)
            {
                _complaints.Add(message.Text);
            }
        };
        page.RequestFailed += (_, request) =>
        {
            // What the page itself gave up, such as suggestions for words that are typed on, is no fault.
            // Nor is a script that a browser with scripts switched off refuses to load.
            var unwanted = !scripts && request.ResourceType == "script";
            if (request.Failure is not "net::ERR_ABORTED" && !unwanted)
            {
                _complaints.Add($"{request.Url}: {request.Failure}");
            }
        };
    }

    public IPage Page { get; }

    public bool HasScripts { get; }

    public static async Task<Visit> BeginAsync(
        Site site, bool scripts = true, int width = 1280, ColorScheme colours = ColorScheme.Light, bool worker = false, string locale = "vi-VN", Uri? address = null)
    {
        var context = await site.Browser.NewContextAsync(new()
        {
            BaseURL = (address ?? site.Address).AbsoluteUri,
            JavaScriptEnabled = scripts,
            ViewportSize = new() { Width = width, Height = Tall },
            ColorScheme = colours,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = locale,
            // A worker keeps copies, and a test wants to see the site itself.
            ServiceWorkers = worker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
        });
        return new Visit(context, await context.NewPageAsync(), scripts);
    }

    /// <summary>Opens a page and waits until its scripts, where they may run, have taken it over.</summary>
    public async Task OpenAsync(string path, int status = 200)
    {
        _expectedStatus = status;
        var response = await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await TakenOverAsync();
        Assert.Equal(status, response?.Status);
    }

    /// <summary>Another window of the same browser, with its cookies; closing either closes both.</summary>
    public async Task<Visit> BesideAsync() => new(_context, await _context.NewPageAsync(), HasScripts);

    /// <summary>From now on the browser's report of such an answer is no complaint: the test makes one.</summary>
    public void ExpectStatus(int status) => _expectedStatus = status;

    public async Task TakenOverAsync()
    {
        if (HasScripts)
        {
            await Page.Locator("body[data-hydrated]").WaitForAsync();
        }
    }

    public ILocator Link(string href) => Page.Locator($"a[href='{href}']");

    public async Task SearchAsync(string words)
    {
        var field = Page.Locator("form[role=search] input[name=q]").First;
        await field.FillAsync(words);
        await Page.Locator("form[role=search] button").First.ClickAsync();
        await Page.WaitForURLAsync(url => url.Contains("q=", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.DOMContentLoaded });
    }

    /// <summary>No barrier that a machine can find, and nothing wider than the window.</summary>
    public async Task AssertOpenToEverybodyAsync()
    {
        var axe = await Page.RunAxe();
        var overflow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

        Assert.Empty(axe.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        Assert.Equal(0, overflow);
    }

    /// <summary>The last line of a test: an error in the console is a fault even where the visitor saw none.</summary>
    public void AssertNoComplaint() => Assert.True(_complaints.Count == 0, string.Join("\n", _complaints));

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
