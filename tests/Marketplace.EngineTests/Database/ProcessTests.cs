using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.EngineTests.Database;

/// <summary>Real processes on one folder.</summary>
public sealed partial class ProcessTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commands_that_start_at_once_on_a_fresh_folder_all_end_well()
    {
        for (var round = 0; round < 2; round++)
        {
            await using var database = EngineDatabase.Empty(Engine.Sqlite);
            var file = Path.Combine(database.Folder, "producers.json");
            await File.WriteAllTextAsync(file, """{ "producers": [ { "id": "a-b", "nameVi": "A", "kind": "household" } ] }""", Stop);

            var ends = await Task.WhenAll(RunAsync(database, "migrate"), RunAsync(database, "import", file), RunAsync(database, "import", file));

            Assert.All(ends, end => Assert.True(end.Code == 0, end.Said));
            Assert.Equal(["0 new, 0 changed", "1 new, 0 changed"], ends.SelectMany(end => Imported().Matches(end.Said)).Select(match => match.Value).Order(StringComparer.Ordinal));
            await using var db = database.Open();
            Assert.Equal((1, 101, 239), (await db.Installations.CountAsync(Stop), await db.Producers.CountAsync(Stop), await db.Products.CountAsync(Stop)));
        }
    }

    [Fact]
    public async Task A_second_host_refuses_a_file_that_is_served_until_the_first_is_gone()
    {
        await using var database = EngineDatabase.Empty(Engine.Sqlite);
        using var first = await ServeAsync(database);

        var (code, said) = await RunAsync(database, $"--Urls=http://127.0.0.1:{FreePort()}");
        var (migrated, beside) = await RunAsync(database, "migrate");
        first.Kill();
        await first.WaitForExitAsync(Stop);
        using var next = await ServeAsync(database);

        Assert.Equal((1, 0), (code, migrated));
        Assert.Equal(
            $"The database file {Path.Combine(database.Folder, "marketplace.db")} is already served by process {first.Id} on {Environment.MachineName}: "
                + "give this host a Data__Directory of its own, or let both use one SQL Server (Database__Provider=SqlServer).",
            said.Trim());
        Assert.Equal("The database is up to date.", beside.Trim());
        next.Kill();
        await next.WaitForExitAsync(Stop);
    }

    /// <summary>Starts a host and returns when it says where it listens.</summary>
    private static async Task<Process> ServeAsync(EngineDatabase database)
    {
        var process = Process.Start(Command(database, $"--Urls=http://127.0.0.1:{FreePort()}"))!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        while (await process.StandardError.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("Chợ Xứ Dừa: ", StringComparison.Ordinal))
            {
                _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return process;
            }
        }

        throw new InvalidOperationException("The host ended before it served.");
    }

    private static async Task<(int Code, string Said)> RunAsync(EngineDatabase database, params string[] words)
    {
        using var process = Process.Start(Command(database, words))!;
        var errors = process.StandardError.ReadToEndAsync(Stop);
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        var said = (await errors).Split('\n').Where(line => !line.Contains('%', StringComparison.Ordinal));
        return (process.ExitCode, string.Join('\n', said) + output);
    }

    private static ProcessStartInfo Command(EngineDatabase database, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Marketplace.Api.dll"), .. words])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_ENVIRONMENT"] = "Production" },
        };
        foreach (var (name, value) in database.Settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return start;
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\d+ new, \d+ changed", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Imported();
}
