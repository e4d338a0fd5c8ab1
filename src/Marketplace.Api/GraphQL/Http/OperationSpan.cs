using System.Diagnostics;
using GraphQLParser.AST;
using Marketplace.Api.Telemetry;

namespace Marketplace.Api.GraphQL;

/// <summary>
/// One request to the API as it is seen from outside: a span where somebody traces, a duration where somebody measures. It carries the name of a
/// persisted document only; the name in any other is a word of the client's.
/// </summary>
internal sealed class OperationSpan : IDisposable
{
    private const string Other = "other";
    private const string Anonymous = "anonymous";

    private readonly Activity? _span = Instruments.Source.StartActivity("graphql");
    private readonly long _began = Stopwatch.GetTimestamp();
    private string _name = Other;
    private string _type = "none";

    // Until there is an answer nobody has waited for one.
    private string _outcome = "abandoned";
    private bool _ended;

    /// <summary>Tells what is asked, as soon as the document is known.</summary>
    public void Asks(PreparedDocument document, GraphQLOperationDefinition operation, bool persisted, long cost)
    {
        var name = document.NameOf(operation);
        _name = name is null ? Anonymous : persisted ? name : Other;
        _type = operation.Operation switch
        {
            OperationType.Query => "query",
            OperationType.Mutation => "mutation",
            _ => "subscription",
        };
        _span?.SetTag("graphql.document.persisted", persisted).SetTag("graphql.cost", cost);
    }

    public void Answered(Answer answer)
    {
        _outcome = OutcomeOf(answer);
        if (answer.Errors.Count == 0)
        {
            return;
        }

        _span?.SetTag("graphql.error_codes", string.Join(' ', answer.Errors.Select(error => error.Code).Distinct()));
        if (LimitOf(answer.Errors[0].Code) is { } limit)
        {
            Instruments.Refused(limit);
        }
    }

    public void Dispose()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        if (_span is not null)
        {
            _span.DisplayName = "graphql " + _name;
            _span.SetTag("graphql.operation.name", _name).SetTag("graphql.operation.type", _type).SetTag("outcome", _outcome);
            _span.SetStatus(_outcome is "failed" or "timeout" ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
            _span.Dispose();
        }

        Instruments.OperationDuration.Record(Stopwatch.GetElapsedTime(_began).TotalSeconds, new("operation.name", _name), new("operation.type", _type), new("outcome", _outcome));
    }

    private static string OutcomeOf(Answer answer) => answer.Errors switch
    {
        [] => "ok",
        var errors when errors.Any(error => error.Code == ErrorCode.Internal) => "failed",
        [{ Code: ErrorCode.Timeout }] => "timeout",
        _ => answer.Executed ? "partial" : "refused",
    };

    private static string? LimitOf(string code) => code switch
    {
        ErrorCode.RateLimited => "rate",
        ErrorCode.DocumentTooLarge => "size",
        ErrorCode.CostLimitExceeded => "cost",
        ErrorCode.DepthLimitExceeded => "depth",
        ErrorCode.AliasLimitExceeded => "aliases",
        ErrorCode.Timeout => "time",
        _ => null,
    };
}
