using System.Diagnostics;

namespace Marketplace.Api.FrontDoor;

/// <summary>
/// Whose traces are gone on with: the storefront's, which shows its key. A visitor's begin here, or he could name the trace that ours is mixed
/// with, have everything recorded, and write what he likes into it.
/// </summary>
internal sealed class VisitorTraces(StorefrontKey key) : DistributedContextPropagator
{
    private static readonly DistributedContextPropagator Standard = CreateW3CPropagator();

    public override IReadOnlyCollection<string> Fields => Standard.Fields;

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) => Standard.Inject(activity, carrier, setter);

    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState)
    {
        (traceId, traceState) = (null, null);
        if (carrier is IHeaderDictionary headers && key.Opens(headers))
        {
            Standard.ExtractTraceIdAndState(carrier, getter, out traceId, out _);
        }
    }

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
