using System.Diagnostics;
using System.Text.Json.Nodes;
using Marketplace.Data;
using Marketplace.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.EngineTests.Crash;

/// <summary>
/// The host is killed again and again while the importer changes listings beside it, and in some rounds the importer too: afterwards database
/// and index are equal, and the database holds what the importer said. A short run by default; with MARKETPLACE_CRASH=full 50 kills in 10,000 changes.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("crash-");
    private readonly Random _random = new(20261128);
    private readonly Dictionary<string, string> _described = [];

    private static bool IsFull => Environment.GetEnvironmentVariable("MARKETPLACE_CRASH") == "full";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string DatabaseFile => Path.Combine(_data.FullName, "marketplace.db");

    [Fact]
    public async Task Whatever_is_killed_database_and_index_are_equal_afterwards()
    {
        var (killsWanted, changesWanted) = IsFull ? (50, 10_000) : (4, 400);
        var began = Stopwatch.GetTimestamp();
        using (var first = HostProcess.Start(_data.FullName))
        {
            await first.ListeningAsync(Stop);
            Assert.True(await first.KillAsync(Stop));
        }

        var (kills, importsKilled, changes, rounds) = (0, 0, 0, 0);
        while (kills < killsWanted || changes < changesWanted)
        {
            rounds++;
            var records = Records(rounds);
            using var host = HostProcess.Start(_data.FullName);
            if (rounds % 5 != 0)
            {
                // Every fifth host dies on its way up.
                await host.ListeningAsync(Stop);
            }

            using var import = HostProcess.Start(_data.FullName, "import", await WriteAsync(records));
            var killsImport = rounds % 4 == 3;
            await Task.Delay(_random.Next(killsImport ? 3_000 : 5_000), Stop);
            kills += await host.KillAsync(Stop) ? 1 : 0;
            if (killsImport)
            {
                await Task.Delay(_random.Next(2_000), Stop);
                importsKilled += await import.KillAsync(Stop) ? 1 : 0;
            }

            var code = await import.ExitAsync(Stop);
            var written = await IsWrittenAsync(records);
            if (code == 0)
            {
                // What the importer reported is there, whatever happened to the host.
                Assert.Contains($"0 new, {records.Count} changed", import.Said, StringComparison.Ordinal);
                Assert.Equal(records.Count, written);
            }
            else
            {
                Assert.True(killsImport, import.Said);
                Assert.True(written == 0 || written == records.Count, $"A killed import wrote {written} of {records.Count}.");
            }

            changes += written;
            if (written > 0)
            {
                records.ForEach(record => _described[Id(record)] = Description(record));
            }
        }

        using (var last = HostProcess.Start(_data.FullName))
        {
            await last.ListeningAsync(Stop);
            Assert.Contains("equal", await CaughtUpAsync(), StringComparison.Ordinal);
            await last.KillAsync(Stop);
        }

        using var verify = HostProcess.Start(_data.FullName, "search", "verify");
        Assert.True(await verify.ExitAsync(Stop) == 0, verify.Said);
        Assert.Contains("Database and index are equal: 339 products and producers.", verify.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("wait to be followed", verify.Said, StringComparison.Ordinal);
        Assert.Equal(_described.Count, await IsWrittenAsync([.. _described.Select(described => Record(described.Key, described.Value))]));

        await using var db = Open();
        output.WriteLine($"{kills} hosts and {importsKilled} imports killed in {rounds} rounds, {changes} listings changed, {await db.Outbox.CountAsync(Stop)} rows in the outbox, {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s.");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }

    /// <summary>The shipped listings with another description.</summary>
    private static List<JsonNode> Records(int round)
    {
        using var seed = typeof(MarketplaceDb).Assembly.GetManifestResourceStream("Seed/products.json")!;
        var records = JsonNode.Parse(seed)!["products"]!.AsArray().Take(200).Select(record => record!.DeepClone()).ToList();
        foreach (var record in records)
        {
            (record["descriptionVi"], record["descriptionEn"]) = ($"Lần {round}: {Id(record)}", $"Round {round}");
        }

        return records;
    }

    private static JsonObject Record(string id, string description) => new() { ["id"] = id, ["descriptionVi"] = description };

    private static string Id(JsonNode record) => (string)record["id"]!;

    private static string Description(JsonNode record) => (string)record["descriptionVi"]!;

    private async Task<string> WriteAsync(List<JsonNode> records)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_data.FullName, "files"));
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "products.json"),
            new JsonObject { ["products"] = new JsonArray([.. records.Select(record => record.DeepClone())]) }.ToJsonString(),
            Stop);
        return folder.FullName;
    }

    /// <summary>How many of them the database holds as they are.</summary>
    private async Task<int> IsWrittenAsync(IReadOnlyList<JsonNode> records)
    {
        await using var db = Open();
        var held = await db.Products.AsNoTracking().ToDictionaryAsync(product => product.Slug, product => product.Description?.Vi, Stop);
        return records.Count(record => held.GetValueOrDefault(Id(record)) == Description(record));
    }

    /// <summary>Asks beside the running host until it has followed everything.</summary>
    private async Task<string> CaughtUpAsync()
    {
        for (var deadline = Stopwatch.GetTimestamp(); ;)
        {
            using var verify = HostProcess.Start(_data.FullName, "search", "verify");
            await verify.ExitAsync(Stop);
            if (!verify.Said.Contains("wait to be followed", StringComparison.Ordinal) || Stopwatch.GetElapsedTime(deadline) > TimeSpan.FromMinutes(1))
            {
                return verify.Said;
            }
        }
    }

    private MarketplaceDb Open()
    {
        var options = new DbContextOptionsBuilder<MarketplaceDb>();
        options.UseMarketplaceSqlite(SqliteDatabase.ConnectionString(DatabaseFile));
        return new MarketplaceDb(options.Options);
    }
}
