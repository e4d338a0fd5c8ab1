using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Marketplace.Benchmarks;

/// <summary>The built host as a process of its own on a folder that holds everything already.</summary>
internal static class StartRow
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(string directory, Scale scale, Report report)
    {
        var starts = new List<double>();
        var memory = new List<double>();
        for (var start = 0; start < scale.Starts; start++)
        {
            var port = FreePort();
            var began = Stopwatch.GetTimestamp();
            using var host = Start(directory, port);
            try
            {
                await AnsweredAsync(host, port);
                starts.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
                if (start >= scale.Starts - 2)
                {
                    memory.Add(await IdleMemoryAsync(host));
                }
            }
            finally
            {
                host.Kill(entireProcessTree: true);
                await host.WaitForExitAsync();
            }
        }

        report.Add(new Row(
            "cold start to the first answered search, data present", "< 3 s", Seconds(starts.Min()), Seconds(Load.Middle(starts)),
            "", $"{starts.Count} starts", Load.Middle(starts) < 3));
        report.Add(new Row(
            "memory of the API, 10 s after that search", "< 200 MiB", $"{memory.Min():0} MiB", $"{Load.Middle(memory):0} MiB",
            "", "working set", Load.Middle(memory) < 200));
    }

    private static string Seconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.00} s");

    private static Process Start(string directory, int port)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Marketplace.Api.dll"));
        foreach (var setting in Market.Settings(directory, port))
        {
            start.ArgumentList.Add(setting);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The host did not start.");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Asks until there is an answer with products in it.</summary>
    private static async Task AnsweredAsync(Process host, int port)
    {
        var request = Connection.Request("/graphql", Documents.Search, new { search = "kẹo dừa" });
        var began = Stopwatch.GetTimestamp();
        while (!host.HasExited && Stopwatch.GetElapsedTime(began) < GiveUp)
        {
            try
            {
                using var connection = await Connection.OpenAsync(port);
                var answer = await connection.AskAsync(request);
                if (answer.Span.IndexOf("\"slug\":"u8) >= 0)
                {
                    return;
                }
            }
            catch (Exception refused) when (refused is SocketException or IOException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        throw new InvalidOperationException("The host never answered.");
    }

    private static async Task<double> IdleMemoryAsync(Process host)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Idle)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250));
            host.Refresh();
        }

        return host.WorkingSet64 / 1048576.0;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
