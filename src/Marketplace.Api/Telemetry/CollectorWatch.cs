using System.Diagnostics.Tracing;

namespace Marketplace.Api.Telemetry;

/// <summary>Says once that the collector does not take what it is sent. The exporter itself only drops it, and goes on.</summary>
internal sealed partial class CollectorWatch(ILogger<CollectorWatch> log) : IHostedService, IDisposable
{
    private readonly Lock _gate = new();
    private Listener? _listener;
    private bool _said;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener = new Listener(Failed);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _listener?.Dispose();

    private void Failed()
    {
        lock (_gate)
        {
            if (_said)
            {
                return;
            }

            _said = true;
        }

        DoesNotAnswer(TelemetrySetup.EndpointKey);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The collector at {Setting} does not take what it is sent: traces, measurements and logs are dropped until it does; the host goes on.")]
    private partial void DoesNotAnswer(string setting);

    /// <summary>The exporter tells of its failures by events only.</summary>
    private sealed class Listener(Action failed) : EventListener
    {
        private const string Exporter = "OpenTelemetry-Exporter-OpenTelemetryProtocol";

        private readonly Action _failed = failed;

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == Exporter)
            {
                EnableEvents(eventSource, EventLevel.Error);
            }
        }

        // The base's constructor tells of sources that are there already before this one's fields are set.
        protected override void OnEventWritten(EventWrittenEventArgs eventData) => _failed?.Invoke();
    }
}
