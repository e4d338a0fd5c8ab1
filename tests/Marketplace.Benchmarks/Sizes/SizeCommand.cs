using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Marketplace.Api.Hosting;
using Marketplace.Core;
using Marketplace.Core.Search;
using Marketplace.Search.Lucene;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Benchmarks.Sizes;

/// <summary>The embedded engine at growing sizes: what it takes to build, to ask, to change and to hold.</summary>
internal static class SizeCommand
{
    /// <summary>Looks at one index from a process that does nothing else; the first argument of that process.</summary>
    public const string MemoryOf = "size-memory";

    public static async Task<int> RunAsync(string[] args)
    {
        var options = SizeOptions.Read(args);
        var began = Stopwatch.GetTimestamp();
        var data = Directory.CreateTempSubdirectory("marketplace-sizes-");
        var indexes = new List<SizedIndex>();
        try
        {
            var seed = await Seedling.ReadAsync(Path.Combine(data.FullName, "seed"));
            var questions = new SizeQuestions(seed, options);
            var report = new SizeReport(options);
            foreach (var size in options.Sizes)
            {
                indexes.Add(await SizedIndex.BuildAsync(seed, size, Path.Combine(data.FullName, $"index-{size}")));
                report.Add(indexes[^1]);
                report.Add(await MemoryAsync(indexes[^1], questions.Words(options.Searches)));
                report.Add(size <= options.DatabaseUpTo ? await StoreAsync(Path.Combine(data.FullName, $"database-{size}"), size) : null);
            }

            report.Add(await questions.AskAsync(indexes));
            foreach (var index in indexes)
            {
                Console.WriteLine($"changing listings among {index.Products:#,0}");
                report.Add(await index.ChangeAsync(options.Changes, questions.Words(options.Searches)));
            }

            await report.WriteAsync(Stopwatch.GetElapsedTime(began));
            return 0;
        }
        finally
        {
            indexes.ForEach(index => index.Dispose());
            SqliteConnection.ClearAllPools();
            data.Delete(recursive: true);
        }
    }

    /// <summary>Opens the index, asks every line of standard input, and tells what the process then holds.</summary>
    public static async Task<int> TellMemoryAsync(string directory)
    {
        using var engine = new LuceneIndex(directory);
        var query = new SearchQuery
        {
            Page = new PageRequest(20),
            Today = TimeProvider.System.Today(),
            Vocabulary = SearchVocabulary.Empty,
            WantTotal = true,
            WantFacets = true,
        };
        while (await Console.In.ReadLineAsync() is { } text)
        {
            await engine.SearchAsync(query with { Text = text }, CancellationToken.None);
        }

        var heap = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(new Memory(heap, process.WorkingSet64)));
        return 0;
    }

    private static async Task<Memory> MemoryAsync(SizedIndex index, string[] texts)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(SizeCommand).Assembly.Location);
        start.ArgumentList.Add(MemoryOf);
        start.ArgumentList.Add(index.Directory);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("No second process could be started.");
        await process.StandardInput.WriteAsync(string.Join('\n', texts));
        process.StandardInput.Close();
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<Memory>(told) ?? throw new InvalidOperationException("The second process said nothing.");
    }

    private static async Task<Stored> StoreAsync(string directory, int products)
    {
        var began = Stopwatch.GetTimestamp();
        await using var market = await Market.OpenAsync(directory, products, serve: false, index: false);
        var fill = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var bytes = Disk.BytesOf(directory, "*.db*");

        using var process = Process.GetCurrentProcess();
        process.Refresh();
        var cpu = process.TotalProcessorTime;
        began = Stopwatch.GetTimestamp();
        await market.Services.GetRequiredService<Preparation>().IndexAsync(CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        process.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"database of {products:#,0}: filled in {fill:0.0} s, {bytes / 1048576.0:0.0} MiB, indexed in {seconds:0.0} s"));
        return new Stored(fill, bytes, seconds, (process.TotalProcessorTime - cpu).TotalSeconds);
    }
}
