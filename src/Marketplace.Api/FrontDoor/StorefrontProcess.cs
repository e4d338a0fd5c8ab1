using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace Marketplace.Api.FrontDoor;

/// <summary>Starts the storefront, watches it, replaces it when it ends or hangs, and stops it with the host.</summary>
internal sealed partial class StorefrontProcess(
    IOptions<StorefrontOptions> options,
    StorefrontPlace place,
    StorefrontLaunch launch,
    StorefrontStatus status,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<StorefrontProcess> log) : BackgroundService
{
    private const int EndsBeforeFailed = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ProbeWhileStarting = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (place.Directory is null)
        {
            return;
        }

        try
        {
            // Only then is the port known on which the API answers, and the storefront is told of it.
            await StartedAsync(stoppingToken);
            await SuperviseAsync(place.Directory, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping, and the storefront was ended on the way here.
        }
    }

    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }

    private async Task SuperviseAsync(string directory, CancellationToken cancellationToken)
    {
        if (launch.ApiAddress() is not { } api)
        {
            GiveUp("This host listens on no http address: name one for the storefront in Storefront__ApiUrl.");
            return;
        }

        var (node, trouble) = await NodeRuntime.FindAsync(options.Value.Node, directory, cancellationToken);
        if (node is null)
        {
            GiveUp(trouble ?? "Node was not found.");
            return;
        }

        var pause = FirstPause;
        var endsInARow = 0;
        while (true)
        {
            TimeSpan well;
            try
            {
                well = await RunOnceAsync(launch.Describe(node, api), cancellationToken);
            }
            catch (Win32Exception e)
            {
                GiveUp($"Node cannot be started as '{node}': {e.Message}.");
                return;
            }

            if (lifetime.ApplicationStopping.IsCancellationRequested)
            {
                // Ctrl+C in a terminal reaches the storefront too, and it may be the quicker one.
                return;
            }

            endsInARow = well > TimeSpan.Zero ? 0 : endsInARow + 1;
            pause = well > LongestPause ? FirstPause : pause;
            status.Move(
                endsInARow < EndsBeforeFailed ? StorefrontState.Restarting : StorefrontState.Failed,
                endsInARow < EndsBeforeFailed ? "The storefront ended and is being started again." : "The storefront ends again and again before it answers: its output is in this host's log.");
            Restarting(pause);

            await Task.Delay(pause, time, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>Runs the storefront until it ends or hangs, and tells how long it answered.</summary>
    private async Task<TimeSpan> RunOnceAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        using var child = new Process { StartInfo = start };
        child.OutputDataReceived += (_, line) => Said(line.Data);
        child.ErrorDataReceived += (_, line) => Complained(line.Data);
        child.Start();
        child.BeginOutputReadLine();
        child.BeginErrorReadLine();

        try
        {
            return await WatchAsync(child, cancellationToken);
        }
        finally
        {
            await EndAsync(child);
            Ended(child.Id);
            if (place.SocketPath is { } socket)
            {
                File.Delete(socket);
            }
        }
    }

    private async Task<TimeSpan> WatchAsync(Process child, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var lastAnswer = began;
        var ready = false;
        while (!child.HasExited)
        {
            if (await AnswersAsync(cancellationToken))
            {
                lastAnswer = time.GetTimestamp();
                if (!ready)
                {
                    ready = true;
                    began = lastAnswer;
                    status.Move(StorefrontState.Ready, "The storefront answers.");
                    Answers(child.Id);
                }
            }
            else if (time.GetElapsedTime(lastAnswer) > (ready ? options.Value.HangAfter : StartWithin))
            {
                Hangs(child.Id);
                child.Kill(entireProcessTree: true);
            }

            await ExitsWithinAsync(child, ready ? options.Value.ProbeEvery : ProbeWhileStarting, cancellationToken);
        }

        return ready ? time.GetElapsedTime(began) : TimeSpan.Zero;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ProbeTimeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(place.Prefix + "healthz"));
            using var response = await place.Client.SendAsync(request, patience.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Asks the process to finish what it is answering, and ends it if it does not.</summary>
    private static async Task EndAsync(Process child)
    {
        if (child.HasExited)
        {
            return;
        }

        child.StandardInput.Close();
        if (!await ExitsWithinAsync(child, EndWithin, CancellationToken.None))
        {
            child.Kill(entireProcessTree: true);
            await ExitsWithinAsync(child, EndWithin, CancellationToken.None);
        }
    }

    private static async Task<bool> ExitsWithinAsync(Process child, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(limit);
        try
        {
            await child.WaitForExitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return child.HasExited;
        }
    }

    private void GiveUp(string reason)
    {
        status.Move(StorefrontState.Failed, reason);
        CannotRun(reason);
    }

    private void Said(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            Output(line);
        }
    }

    private void Complained(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            ErrorOutput(line);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "storefront: answers, process {Id}")]
    private partial void Answers(int id);

    [LoggerMessage(Level = LogLevel.Information, Message = "storefront: process {Id} ended")]
    private partial void Ended(int id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "storefront: process {Id} does not answer and is replaced")]
    private partial void Hangs(int id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "storefront: starts again in {Pause}")]
    private partial void Restarting(TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Error, Message = "storefront: {Reason}")]
    private partial void CannotRun(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "storefront: {Line}")]
    private partial void Output(string line);

    [LoggerMessage(Level = LogLevel.Warning, Message = "storefront: {Line}")]
    private partial void ErrorOutput(string line);
}
