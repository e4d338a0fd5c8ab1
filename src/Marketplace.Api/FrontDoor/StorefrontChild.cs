using System.Diagnostics;

namespace Marketplace.Api.FrontDoor;

/// <summary>One run of the storefront's process. Its output is the host's log; disposing ends it, gently first.</summary>
internal sealed partial class StorefrontChild : IAsyncDisposable
{
    private static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly ILogger _log;

    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public StorefrontChild(ProcessStartInfo start, ILogger log)
    {
        _log = log;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Say(LogLevel.Information, line.Data);
        _process.ErrorDataReceived += (_, line) => Say(LogLevel.Warning, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public void Kill() => _process.Kill(entireProcessTree: true);

    public async Task<bool> ExitsWithinAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(limit);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return _process.HasExited;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // The guard in the process takes the end of its input for the wish that it finish what it is answering and go.
            _process.StandardInput.Close();
            if (!await ExitsWithinAsync(EndWithin, CancellationToken.None))
            {
                Kill();
                await ExitsWithinAsync(EndWithin, CancellationToken.None);
            }
        }

        Ended(Id);
        _process.Dispose();
    }

    private void Say(LogLevel level, string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            Output(level, line);
        }
    }

    [LoggerMessage(Message = "storefront: {Line}")]
    private partial void Output(LogLevel level, string line);

    [LoggerMessage(Level = LogLevel.Information, Message = "storefront: process {Id} ended")]
    private partial void Ended(int id);
}
