using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using System.Threading.RateLimiting;
using GraphQL;

namespace Marketplace.Api.GraphQL;

/// <summary>One subscription while it is open: whose it is, when it ends, and events that wait to be told.</summary>
internal sealed class OpenStream : IObserver<ExecutionResult>, IDisposable
{
    // Without a limit: Kestrel cuts off whoever reads too slowly.
    private readonly Channel<ExecutionResult> _waiting = Channel.CreateUnbounded<ExecutionResult>(new UnboundedChannelOptions { SingleReader = true });
    private readonly RateLimitLease _place;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenSource _ends;
    private IObservable<ExecutionResult>? _events;
    private IDisposable? _source;

    public OpenStream(Visitor visitor, RateLimitLease place, TimeSpan life, TimeProvider clock, CancellationToken gone, CancellationToken stopping)
    {
        (Visitor, _place, _clock, _time) = (visitor, place, clock, new CancellationTokenSource(life, clock));
        _ends = CancellationTokenSource.CreateLinkedTokenSource(gone, stopping, _time.Token);
    }

    /// <summary>Who listens, as it was in the beginning.</summary>
    public Visitor Visitor { get; }

    /// <summary>When its time is over, when the host stops, or when nobody listens any more.</summary>
    public CancellationToken Ends => _ends.Token;

    /// <param name="events">Null where there is nothing to tell.</param>
    public OpenStream Of(IObservable<ExecutionResult>? events)
    {
        _events = events;
        return this;
    }

    public void Begin()
    {
        _source = _events?.Subscribe(this);
        if (_events is null)
        {
            OnCompleted();
        }
    }

    /// <summary>True when there may be an event, or when there was none for so long; false when there will be no more.</summary>
    public async Task<bool> WaitAsync(TimeSpan pause)
    {
        using var silent = new CancellationTokenSource(pause, _clock);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Ends, silent.Token);
        try
        {
            return await _waiting.Reader.WaitToReadAsync(over.Token);
        }
        catch (OperationCanceledException) when (!Ends.IsCancellationRequested)
        {
            return true;
        }
    }

    public bool TryRead([NotNullWhen(true)] out ExecutionResult? result) => _waiting.Reader.TryRead(out result);

    public void OnNext(ExecutionResult value) => _waiting.Writer.TryWrite(value);

    public void OnCompleted() => _waiting.Writer.TryComplete();

    public void OnError(Exception error) => _waiting.Writer.TryComplete(error);

    public void Dispose()
    {
        _ends.Cancel();
        _source?.Dispose();
        _ends.Dispose();
        _time.Dispose();
        _place.Dispose();
    }
}
