using System.Diagnostics.Metrics;
using Marketplace.Api.Telemetry;

namespace Marketplace.Api.FrontDoor;

internal enum StorefrontState
{
    /// <summary>Switched off: this host answers the API only.</summary>
    Off,

    /// <summary>Wanted, but not built.</summary>
    NotBuilt,

    /// <summary>On its way up for the first time.</summary>
    Starting,

    /// <summary>Answering.</summary>
    Ready,

    /// <summary>Ended or hung, and on its way up again.</summary>
    Restarting,

    /// <summary>Cannot be started, or ends again and again before it answers.</summary>
    Failed,
}

/// <param name="Reason">A sentence for whoever runs the host; it holds nothing that a visitor may not read.</param>
internal sealed record StorefrontCondition(StorefrontState State, string Reason);

/// <summary>How the storefront is right now, for the health check, for the page shown in its place, and for whoever waits for it.</summary>
internal sealed class StorefrontStatus
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = NewSignal();

    public StorefrontStatus(IMeterFactory? meters = null) =>
        meters?.Create(Instruments.Name).CreateObservableGauge("marketplace.storefront.ready", () => Now.State == StorefrontState.Ready ? 1 : 0, "{storefront}", "1 while the storefront answers.");

    /// <summary>How often the storefront has begun to answer: another run may be another build.</summary>
    public int Starts { get; private set; }

    public StorefrontCondition Now { get; private set; } = new(StorefrontState.Starting, "The storefront is starting.");

    public void Move(StorefrontState state, string reason)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            Starts += state == StorefrontState.Ready && Now.State != StorefrontState.Ready ? 1 : 0;
            Now = new(state, reason);
            changed = _changed;
            _changed = NewSignal();
        }

        changed.SetResult();
    }

    /// <summary>Completes as soon as the storefront is in that state.</summary>
    public async Task ReachesAsync(StorefrontState state, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (Now.State == state)
                {
                    return;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
