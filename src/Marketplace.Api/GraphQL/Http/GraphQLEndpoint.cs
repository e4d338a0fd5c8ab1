using System.Diagnostics;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using Marketplace.Core;
using Microsoft.Extensions.ObjectPool;

namespace Marketplace.Api.GraphQL;

/// <summary>GraphQL over HTTP.</summary>
internal sealed partial class GraphQLEndpoint(
    ISchema schema, IDocumentExecuter executer, DocumentStore documents, RequestReader requests, RequestRate rate, GraphQLLimits limits, TimeProvider clock, ILogger<GraphQLEndpoint> log)
{
    private const string Methods = "GET, POST";

    /// <summary>As many as requests may be under way: one that is made anew costs more than it writes.</summary>
    private const int OutputsKept = 64;

    private static readonly DefaultObjectPool<JsonOutput> Outputs = new(new OutputPolicy(), OutputsKept);

    public async Task HandleAsync(HttpContext http, Func<HttpContext, string> client, Func<HttpContext, CancellationToken, ValueTask<Visitor>> visitor)
    {
        var ask = Ask.Of(http, clock);
        var media = MediaType.AcceptedBy(http.Request);
        var output = Outputs.Get();
        using var span = new OperationSpan();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(limits.TimeoutSeconds), clock);
        await using var aborted = http.RequestAborted.UnsafeRegister(static source => ((CancellationTokenSource?)source)?.Cancel(), deadline);
        try
        {
            var (status, answer) = await AnswerAsync(http, ask, media, output, client(http), visitor, span, deadline.Token);
            span.Answered(answer);
            await SendAsync(http, media, status, answer, output);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is listening any more.
        }
        finally
        {
            Outputs.Return(output);
        }
    }

    private static Task SendAsync(HttpContext http, MediaType? media, int status, Answer answer, JsonOutput output)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = (media ?? MediaType.Json).ContentType;
        http.Response.Headers.Vary = "Accept, Accept-Language";
        return AnswerWriter.WriteAsync(http.Response, answer, output, http.RequestAborted);
    }

    private async Task<(int Status, Answer Answer)> AnswerAsync(
        HttpContext http, Ask ask, MediaType? media, JsonOutput output, string client, Func<HttpContext, CancellationToken, ValueTask<Visitor>> visitor, OperationSpan span, CancellationToken cancellationToken)
    {
        try
        {
            Admit(http, media, client);
            var request = await requests.ReadAsync(http.Request, cancellationToken);
            return await ExecuteAsync(http, request, ask, media, output, visitor, span, cancellationToken);
        }
        catch (Refusal refusal)
        {
            if (refusal.Allow is not null)
            {
                http.Response.Headers.Allow = refusal.Allow;
            }

            return (refusal.Status, new Answer(Executed: false, Data: null, [ClientError.Of(refusal, ask.Language)]));
        }
        catch (ExecutionError error)
        {
            return Failed(http, ask, media, [error]);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            var message = new LocalizedText(
                $"Yêu cầu mất hơn {limits.TimeoutSeconds} giây nên đã bị dừng. Hãy hỏi ít hơn trong một lần.", $"The request took more than {limits.TimeoutSeconds} seconds and was stopped. Ask for less at once.");
            return (StatusCodes.Status503ServiceUnavailable, new Answer(Executed: false, Data: null, [new ClientError(message.In(ask.Language), ErrorCode.Timeout)]));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Failed(http, ask, media, [new UnhandledError("", exception)]);
        }
    }

    private void Admit(HttpContext http, MediaType? media, string client)
    {
        if (rate.SecondsToWait(client) is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            throw new Refusal(StatusCodes.Status429TooManyRequests, ErrorCode.RateLimited, $"Quá nhiều yêu cầu. Hãy thử lại sau {seconds} giây.", $"Too many requests. Try again in {seconds} seconds.");
        }

        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsPost(http.Request.Method))
        {
            throw new Refusal(StatusCodes.Status405MethodNotAllowed, ErrorCode.BadRequest, "Chỉ nhận GET và POST.", "Use GET or POST.", Methods);
        }

        if (media is null)
        {
            throw new Refusal(
                StatusCodes.Status406NotAcceptable,
                ErrorCode.BadRequest,
                "Câu trả lời chỉ có dạng application/graphql-response+json hoặc application/json.",
                "Answers come as application/graphql-response+json or application/json only.");
        }
    }

    private async Task<(int Status, Answer Answer)> ExecuteAsync(
        HttpContext http, GraphQLRequest request, Ask ask, MediaType? media, JsonOutput output, Func<HttpContext, CancellationToken, ValueTask<Visitor>> visitor, OperationSpan span, CancellationToken cancellationToken)
    {
        var (document, invalid) = await documents.FindAsync(request, http);
        if (document is null)
        {
            return Failed(http, ask, media, invalid ?? []);
        }

        var cost = document.Operation(request.OperationName) is { } operation ? Allow(http, document, operation, request, span) : 0;
        var asking = await visitor(http, cancellationToken);
        var result = await executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Document = document.Document,
            ValidationRules = [],
            OperationName = request.OperationName,
            Variables = request.Variables,
            UserContext = new RequestState(ask, asking, output, document.Plans()),
            RequestServices = http.RequestServices,
            User = http.User,
            CancellationToken = cancellationToken,
        });
        if (!result.Executed)
        {
            return Failed(http, ask, media, result.Errors ?? []);
        }

        var errors = result.Errors is { Count: > 0 } ? Told(http, ask, result.Errors) : [];
        return (StatusCodes.Status200OK, new Answer(Executed: true, result.Data, errors, http.Request.Headers["GraphQL-Cost"] == "1" ? (cost, limits.MaxCost) : null));
    }

    private long Allow(HttpContext http, PreparedDocument document, GraphQLOperationDefinition operation, GraphQLRequest request, OperationSpan span)
    {
        Refusal.OfWritingByGet(http, operation);
        Refusal.OfForgedOrigin(http, operation);
        var cost = document.Cost(operation, request.Variables);
        span.Asks(document, operation, request.DocumentId is not null, cost);
        return cost <= limits.MaxCost ? cost : throw new BadInputException(
            new LocalizedText(
                $"Truy vấn tốn {cost} điểm, tối đa {limits.MaxCost}. Hãy lấy trang nhỏ hơn hoặc ít trường lồng nhau hơn.",
                $"The query costs {cost}, at most {limits.MaxCost} is allowed. Ask for smaller pages or fewer nested fields."),
            ErrorCode.CostLimitExceeded);
    }

    private (int Status, Answer Answer) Failed(HttpContext http, Ask ask, MediaType? media, IEnumerable<ExecutionError> errors)
    {
        var told = Told(http, ask, errors);
        var status = told.Any(error => error.Code == ErrorCode.Internal) ? StatusCodes.Status500InternalServerError : (media ?? MediaType.Json).StatusOfRequestError;
        return (status, new Answer(Executed: false, Data: null, told));
    }

    private ClientError[] Told(HttpContext http, Ask ask, IEnumerable<ExecutionError> errors)
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

    private sealed class OutputPolicy : PooledObjectPolicy<JsonOutput>
    {
        public override JsonOutput Create() => new();

        public override bool Return(JsonOutput obj) => obj.Reset();
    }
}
