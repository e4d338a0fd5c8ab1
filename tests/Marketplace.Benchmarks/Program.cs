using System.Globalization;
using System.Runtime.CompilerServices;
using Marketplace.Benchmarks;
using Marketplace.Benchmarks.Sizes;
using Microsoft.Data.Sqlite;

#if DEBUG
Console.WriteLine("Built for debugging: run with -c Release, or the figures mean nothing.");
#endif

if (args is [SizeCommand.MemoryOf, var directory])
{
    return await SizeCommand.TellMemoryAsync(directory);
}

if (args is ["size", ..] or ["--only", "size", ..])
{
    return await SizeCommand.RunAsync(args);
}

if (args is ["import"])
{
    return await ImportCommand.RunAsync();
}

const int LargeCatalogue = 100_000;

var quick = args.Contains("--quick");
var products = Array.IndexOf(args, "--products") is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 10_000;
var only = Array.IndexOf(args, "--only") is >= 0 and var named ? args[named + 1] : null;
var scale = quick ? Scale.Quick : Scale.Full;
var report = new Report(products, quick);
var data = Directory.CreateTempSubdirectory("marketplace-figures-");
try
{
    var folder = Path.Combine(data.FullName, "here");
    await using (var bare = await Bare.OpenAsync())
    await using (var market = await Market.OpenAsync(folder, products, serve: true))
    {
        var typed = new Typed(market.Originals);
        var http = new HttpRows(market, bare, scale, report);
        var searches = new SearchRows(market, typed, scale, report);
        var slugs = await http.WalkAsync();
        await RowAsync("search", searches.OverHttpAsync);
        await RowAsync("repeated", () => http.RepeatedSearchAsync(typed));
        await RowAsync("list", http.ListAsync);
        await RowAsync("telemetry", () => TelemetryRow.RunAsync(market, bare, scale, report));
        await RowAsync("page", () => http.PagesAsync(slugs));
        await RowAsync("larger", () => LargerAsync(searches, bare));
        await RowAsync("change", () => ChangeRow.RunAsync(market, scale, report));
    }

    await RowAsync("orders", () => OrderRows.RunAsync(Path.Combine(data.FullName, "orders"), scale, report));
    await RowAsync("door", () => DoorRows.RunAsync(Path.Combine(data.FullName, "door"), scale, report));
    SqliteConnection.ClearAllPools();
    await RowAsync("start", () => StartRow.RunAsync(folder, scale, report));
}
finally
{
    SqliteConnection.ClearAllPools();
    data.Delete(recursive: true);
}

report.Note("Best: the best round's rate over the other side's best. Median: the middle of the rounds' ratios, which the verdict goes by. Rounds take turns within one run.");
report.Note("Cost of one: requests a second, processor time and memory allocated for each, client and server together; 8 connections over loopback.");
report.Note("Bare: a minimal Kestrel endpoint in the same process that answers a constant of the same size to the same requests.");
if (!quick && only is null)
{
    await File.WriteAllTextAsync(ResultsFile(), report.ToString());
}

Console.WriteLine();
Console.WriteLine(report);
return 0;

Task RowAsync(string name, Func<Task> measure) => only is null || only == name ? measure() : Task.CompletedTask;

async Task LargerAsync(SearchRows searches, Bare bare)
{
    if (quick)
    {
        report.Note($"The search at {LargeCatalogue:#,0} products was skipped in this quick run.");
        return;
    }

    await using var large = await Market.OpenAsync(Path.Combine(data.FullName, "large"), LargeCatalogue, serve: true);
    await new HttpRows(large, bare, scale, report).WalkAsync();
    await searches.LargerAsync(large, LargeCatalogue);
}

static string ResultsFile([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source) ?? "", "results.md");
