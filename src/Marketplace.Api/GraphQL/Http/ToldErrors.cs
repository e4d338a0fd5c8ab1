using System.Diagnostics;
using GraphQL;

namespace Marketplace.Api.GraphQL;

/// <summary>Turns errors into what a client is told of them, and logs those that are ours.</summary>
internal sealed partial class ToldErrors(ILogger<ToldErrors> log)
{
    public ClientError[] Of(HttpContext http, Ask ask, IEnumerable<ExecutionError> errors)
    {
        var traceId = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;

        // A fault in a list comes once for each entry; the log needs it once.
        foreach (var fault in errors.Where(ClientError.IsOurs).DistinctBy(error => (error.InnerException ?? error).GetType()))
        {
            Fault(traceId, string.Join('.', fault.Path ?? []), fault.InnerException ?? fault);
        }

        return [.. errors.Select(error => ClientError.Of(error, ask.Language, traceId))];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A GraphQL request failed (trace {TraceId}, field {Path}).")]
    private partial void Fault(string traceId, string path, Exception exception);
}
