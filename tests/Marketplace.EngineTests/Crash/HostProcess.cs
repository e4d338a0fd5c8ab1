using System.Diagnostics;

namespace Marketplace.EngineTests.Crash;

/// <summary>The built program as a process that may be killed at any moment.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _said = [];

    private HostProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Said
    {
        get
        {
            lock (_said)
            {
                return string.Join('\n', _said);
            }
        }
    }

    public static HostProcess Start(string dataDirectory, params string[] words) => new(Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Marketplace.Api.dll"), .. words])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["Data__Directory"] = dataDirectory,
                ["DOTNET_ENVIRONMENT"] = "Production",
                ["Storefront__Enabled"] = "false",
                ["Urls"] = "http://127.0.0.1:0",
                ["GraphQL__RequestsPerMinute"] = "1000000",
                ["GraphQL__RequestBurst"] = "100000",
                ["Sandbox__Secret"] = "a word of the sandbox that outlives the host",
            },
        })!);

    /// <summary>Returns when the host serves.</summary>
    public Task ListeningAsync(CancellationToken stop) => _listening.Task.WaitAsync(TimeSpan.FromMinutes(2), stop);

    /// <summary>Where it serves, once it does.</summary>
    public Uri Address => new(Said.Split("Chợ Xứ Dừa: ", 2)[1].Split(' ', 2)[0]);

    /// <summary>Waits for a command to end.</summary>
    public async Task<int> ExitAsync(CancellationToken stop)
    {
        await _process.WaitForExitAsync(stop);
        return _process.ExitCode;
    }

    /// <summary>Ends it as a power cut does: SIGKILL. False when it had ended by itself.</summary>
    public async Task<bool> KillAsync(CancellationToken stop)
    {
        if (_process.HasExited)
        {
            return false;
        }

        _process.Kill();
        await _process.WaitForExitAsync(stop);
        return _process.ExitCode == 128 + 9;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_said)
        {
            _said.Add(line);
        }

        if (line.StartsWith("Chợ Xứ Dừa: http", StringComparison.Ordinal))
        {
            _listening.TrySetResult();
        }
    }
}
