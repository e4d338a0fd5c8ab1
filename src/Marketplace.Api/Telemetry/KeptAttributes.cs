using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace Marketplace.Api.Telemetry;

/// <summary>
/// Lets through the attributes of spans that are known to say nothing of a visitor. The libraries add addresses, queries and programs of
/// visitors by themselves, and more with every version: what is not named here does not leave the host.
/// </summary>
internal sealed class KeptAttributes : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Kept = FrozenSet.Create(
        StringComparer.Ordinal,
        "http.request.method", "http.response.status_code", "http.route", "network.protocol.version", "url.scheme", "error.type",
        "db.system.name", "db.query.summary", "db.query.text", "messaging.batch.message_count",
        "graphql.operation.name", "graphql.operation.type", "graphql.document.persisted", "graphql.cost", "graphql.error_codes",
        "search.engine", "search.attempt", "search.hits", "search.took_ms", "search.cached", "marketplace.page", "outcome");

    public override void OnEnd(Activity data)
    {
        // The path of what is there is an address of ours; that of what is not there may be anything.
        var isThere = data.GetTagItem("http.response.status_code") is int and < StatusCodes.Status400BadRequest;
        List<string>? dropped = null;
        foreach (ref readonly var attribute in data.EnumerateTagObjects())
        {
            if (!Kept.Contains(attribute.Key) && !(isThere && attribute.Key == "url.path"))
            {
                (dropped ??= []).Add(attribute.Key);
            }
        }

        // A null takes the attribute off.
        dropped?.ForEach(name => data.SetTag(name, null));
        if (data.StatusDescription is not null)
        {
            data.SetStatus(data.Status);
        }

        // What others have written behind the trace's id, in their own words.
        data.TraceStateString = null;
    }
}
