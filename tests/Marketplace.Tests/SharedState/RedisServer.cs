using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Marketplace.Tests.SharedState;

/// <summary>A real Redis on a port of its own, where the program is installed; it keeps nothing on disk.</summary>
internal sealed class RedisServer : IDisposable
{
    private const string Program = "redis-server";

    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(10);

    private readonly Process _process;

    private RedisServer(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public string Connection => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    /// <summary>Returns when it takes connections; skips the test where there is none to start.</summary>
    public static async Task<RedisServer> StartAsync(int? port = null)
    {
        var its = port ?? FreePort();
        var start = new ProcessStartInfo(Program, ["--port", its.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process? process = null;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{Program} is not installed: install Debian's package of that name, and these tests run against it.");
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new RedisServer(process, its);
        await server.ListensAsync();
        return server;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task ListensAsync()
    {
        for (var until = Stopwatch.StartNew(); ; await Task.Delay(PollEvery, TestContext.Current.CancellationToken))
        {
            Assert.False(_process.HasExited || until.Elapsed > TimeSpan.FromSeconds(60), "The Redis of this test did not start.");
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException)
            {
                // Not yet.
            }
        }
    }
}
