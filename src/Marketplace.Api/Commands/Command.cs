using Marketplace.Api.Hosting;
using Marketplace.Data;
using Marketplace.Data.Import;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Commands;

/// <summary>What the program was started for: to serve, or one of its commands. Words come first, settings (--Name=value) after them.</summary>
/// <param name="Run">Null to serve; otherwise does the work and gives the exit code: 0 done, 1 refused with the reason said, 2 not understood.</param>
internal sealed record Command(string[] HostArguments, Func<IServiceProvider, CancellationToken, Task<int>>? Run)
{
    internal const string Usage = """
        Usage: dotnet run --project src/Marketplace.Api [-- command] [--Setting=value …]
          (no command)         serve the shop and the API
          migrate              bring the database's tables up to this version
          import <path>        bring in catalogue files: a folder, or one file
          prove                look through the books: stock, orders, journal, index, certificates
          search rebuild       build the search index anew from the database
          search verify        compare the search index with the database
          search repair        compare, and write again what differs
          search dead-letters  show what the search index would not take
          search replay [id]   write that again: all of it, or one thing
        """;

    public static Command Of(string[] args)
    {
        string[] words = [.. args.TakeWhile(arg => !arg.StartsWith('-'))];
        string[] rest = args[words.Length..];
        return words switch
        {
            [] => new(rest, Run: null),
            ["migrate"] => new(rest, MigrateAsync),
            ["import", var path] => new(rest, (services, stop) => ImportAsync(services, path, stop)),
            ["prove"] => new(rest, ProveCommand.RunAsync),
            ["search", "rebuild"] => Search((search, stop) => search.RebuildAsync(stop)),
            ["search", "verify"] => Search((search, stop) => search.VerifyAsync(stop)),
            ["search", "repair"] => Search((search, stop) => search.RepairAsync(stop)),
            ["search", "dead-letters"] => Search((search, stop) => search.DeadLettersAsync(stop)),
            ["search", "replay"] => Search((search, stop) => search.ReplayAsync(id: null, stop)),
            ["search", "replay", var id] => Search((search, stop) => search.ReplayAsync(id, stop)),
            _ => new(rest, (_, _) => NotUnderstood(words)),
        };

        Command Search(Func<SearchCommands, CancellationToken, Task<int>> run) =>
            new(rest, async (services, stop) => await run(await SearchCommands.OpenAsync(services, stop), stop));
    }

    private static async Task<int> MigrateAsync(IServiceProvider services, CancellationToken stop)
    {
        var applied = await services.GetRequiredService<Preparation>().MigrateAsync(stop);
        Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"Applied: {string.Join(", ", applied)}.");
        return 0;
    }

    private static async Task<int> ImportAsync(IServiceProvider services, string path, CancellationToken stop)
    {
        ImportFiles files;
        try
        {
            files = ImportFiles.At(path);
        }
        catch (FileNotFoundException nothing)
        {
            await Console.Error.WriteLineAsync(nothing.Message);
            return 1;
        }

        await services.GetRequiredService<Preparation>().FillAsync(stop);
        if (await BringInAsync(services, files, stop) is not { } report)
        {
            await Console.Error.WriteLineAsync("Others keep changing the same records; nothing was imported: run it again.");
            return 1;
        }

        foreach (var fault in report.Faults)
        {
            await Console.Error.WriteLineAsync($"{fault.File}: {fault.Record}{(fault.Field.Length > 0 ? "." + fault.Field : "")}: {fault.Message.En} / {fault.Message.Vi}");
        }

        Console.WriteLine(report.Succeeded
            ? $"{report.Created} new, {report.Changed} changed, {report.Unchanged} as they were."
            : $"{report.Faults.Count} fault{(report.Faults.Count == 1 ? "" : "s")}; nothing was imported.");
        return report.Succeeded ? 0 : 1;
    }

    /// <summary>Reads and writes anew when somebody else has written the same records in between; null when that does not end.</summary>
    private static async Task<ImportReport?> BringInAsync(IServiceProvider services, ImportFiles files, CancellationToken stop)
    {
        const int MostAttempts = 5;
        var engine = services.GetRequiredService<IDatabaseEngine>();
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContextAsync(stop);
            try
            {
                return await new CatalogueImport(db, services.GetRequiredService<TimeProvider>()).RunAsync(files, stop);
            }
            catch (DbUpdateException raced) when (raced is DbUpdateConcurrencyException || engine.IsDuplicate(raced))
            {
                // The next attempt sees what the other has written.
            }
        }

        return null;
    }

    private static async Task<int> NotUnderstood(string[] words)
    {
        await Console.Error.WriteLineAsync($"\"{string.Join(' ', words)}\" is not a command.\n{Usage}");
        return 2;
    }
}
