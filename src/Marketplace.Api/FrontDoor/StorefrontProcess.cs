using System.ComponentModel;
using System.Diagnostics;
using Marketplace.Api.Telemetry;
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
        catch (Win32Exception e)
        {
            GiveUp($"Node cannot be started: {e.Message}.");
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
            var well = await RunOnceAsync(launch.Describe(node, api), cancellationToken);
            if (lifetime.ApplicationStopping.IsCancellationRequested)
            {
                // Ctrl+C in a terminal reaches the storefront too, and it may be the quicker one.
                return;
            }

            endsInARow = well > TimeSpan.Zero ? 0 : endsInARow + 1;
            if (endsInARow < EndsBeforeFailed)
            {
                status.Move(StorefrontState.Restarting, "The storefront ended and is being started again.");
            }
            else
            {
                status.Move(StorefrontState.Failed, "The storefront ends again and again before it answers: its output is in this host's log.");
            }

            pause = well > LongestPause ? FirstPause : pause;
            Instruments.StorefrontRestarts.Add(1);
            Restarting(pause);
            await Task.Delay(pause, time, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>Runs the storefront until it ends or hangs, and tells how long it answered.</summary>
    private async Task<TimeSpan> RunOnceAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        try
        {
            await using var child = new StorefrontChild(start, log);
            return await WatchAsync(child, cancellationToken);
        }
        finally
        {
            if (place.SocketPath is { } socket)
            {
                File.Delete(socket);
            }
        }
    }

    private async Task<TimeSpan> WatchAsync(StorefrontChild child, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var lastAnswer = began;
        var ready = false;
        while (!child.HasExited)
        {
            if (await place.AnswersAsync(cancellationToken))
            {
                lastAnswer = time.GetTimestamp();
                if (!ready)
                {
                    ready = true;
                    began = lastAnswer;
                    Answers(child.Id);
                    status.Move(StorefrontState.Ready, "The storefront answers.");
                }
            }
            else if (time.GetElapsedTime(lastAnswer) > (ready ? options.Value.HangAfter : StartWithin))
            {
                Hangs(child.Id);
                child.Kill();
            }

            await child.ExitsWithinAsync(ready ? options.Value.ProbeEvery : ProbeWhileStarting, cancellationToken);
        }

        return ready ? time.GetElapsedTime(began) : TimeSpan.Zero;
    }

    private void GiveUp(string reason)
    {
        CannotRun(reason);
        status.Move(StorefrontState.Failed, reason);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "storefront: answers, process {Id}")]
    private partial void Answers(int id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "storefront: process {Id} does not answer and is replaced")]
    private partial void Hangs(int id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "storefront: starts again in {Pause}")]
    private partial void Restarting(TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Error, Message = "storefront: {Reason}")]
    private partial void CannotRun(string reason);
}
