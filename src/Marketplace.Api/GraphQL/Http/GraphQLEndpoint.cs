using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using Marketplace.Core;
using Microsoft.Extensions.ObjectPool;

namespace Marketplace.Api.GraphQL;

/// <summary>GraphQL over HTTP.</summary>
internal sealed class GraphQLEndpoint(
    ISchema schema, IDocumentExecuter executer, DocumentStore documents, RequestReader requests, RequestRate rate, Subscriptions subscriptions, ToldErrors errors, GraphQLLimits limits, TimeProvider clock)
{
    private const string Methods = "GET, POST";

    /// <summary>As many as requests may be under way: one that is made anew costs more than it writes.</summary>
    private const int OutputsKept = 64;

    private static readonly DefaultObjectPool<JsonOutput> Outputs = new(new OutputPolicy(), OutputsKept);

    public async Task HandleAsync(HttpContext http, Callers callers)
    {
        var ask = Ask.Of(http, clock);
        var media = MediaType.AcceptedBy(http.Request);
        var output = Outputs.Get();
        using var span = new OperationSpan();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(limits.TimeoutSeconds), clock);
        await using var aborted = http.RequestAborted.UnsafeRegister(static source => ((CancellationTokenSource?)source)?.Cancel(), deadline);
        try
        {
            var (status, answer) = await AnswerAsync(http, ask, media, output, callers, span, deadline.Token);
            using var stream = answer.Stream;
            span.Answered(answer);
            http.Response.Headers.Vary = "Accept, Accept-Language";
            if (stream is not null)
            {
                span.Dispose();
                await subscriptions.TellAsync(http, stream, ask, callers, output);
            }
            else
            {
                await SendAsync(http, media ?? MediaType.Json, status, answer, output);
            }
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

    private static async Task SendAsync(HttpContext http, MediaType media, int status, Answer answer, JsonOutput output)
    {
        if (media != MediaType.EventStream || status != StatusCodes.Status200OK)
        {
            http.Response.StatusCode = status;
            http.Response.ContentType = (media == MediaType.EventStream ? MediaType.Json : media).ContentType;
            await AnswerWriter.WriteAsync(http.Response, answer, output, http.RequestAborted);
            return;
        }

        var told = new EventWriter(http.Response, output);
        await told.BeginAsync(http.RequestAborted);
        await told.NextAsync(answer, http.RequestAborted);
        await told.CompleteAsync(http.RequestAborted);
    }

    private async Task<(int Status, Answer Answer)> AnswerAsync(
        HttpContext http, Ask ask, MediaType? media, JsonOutput output, Callers callers, OperationSpan span, CancellationToken cancellationToken)
    {
        var client = callers.Client(http);
        try
        {
            Admit(http, media, client);
            var request = await requests.ReadAsync(http.Request, cancellationToken);
            return await ExecuteAsync(http, request, ask, media, output, callers, client, span, cancellationToken);
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
            return (StatusOf(media, StatusCodes.Status503ServiceUnavailable), new Answer(Executed: false, Data: null, errors.Of(http, ask, [limits.TimedOut()])));
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
                "Câu trả lời chỉ có dạng application/graphql-response+json, application/json hoặc text/event-stream.",
                "Answers come as application/graphql-response+json, application/json or text/event-stream only.");
        }
    }

    private async Task<(int Status, Answer Answer)> ExecuteAsync(
        HttpContext http, GraphQLRequest request, Ask ask, MediaType? media, JsonOutput output, Callers callers, string client, OperationSpan span, CancellationToken cancellationToken)
    {
        var (document, invalid) = await documents.FindAsync(request, http);
        if (document is null)
        {
            return Failed(http, ask, media, invalid ?? []);
        }

        var operation = document.Operation(request.OperationName);
        var cost = operation is null ? 0 : Allow(http, document, operation, request, span);
        var asking = await callers.Visitor(http, cancellationToken);
        var question = new ExecutionOptions
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
        };
        if (operation is { Operation: OperationType.Subscription })
        {
            var (stream, refused) = await subscriptions.OpenAsync(question, asking, client, http.RequestAborted);
            return stream is null ? Failed(http, ask, media, refused ?? []) : (StatusCodes.Status200OK, new Answer(Executed: true, Data: null, [], Stream: stream));
        }

        var result = await executer.ExecuteAsync(question);
        if (!result.Executed)
        {
            return Failed(http, ask, media, result.Errors ?? []);
        }

        var wrong = result.Errors is { Count: > 0 } ? errors.Of(http, ask, result.Errors) : [];
        return (StatusCodes.Status200OK, new Answer(Executed: true, result.Data, wrong, http.Request.Headers["GraphQL-Cost"] == "1" ? (cost, limits.MaxCost) : null));
    }

    private long Allow(HttpContext http, PreparedDocument document, GraphQLOperationDefinition operation, GraphQLRequest request, OperationSpan span)
    {
        Refusal.OfWritingByGet(http, operation);
        Refusal.OfForgedOrigin(http, operation);
        Refusal.OfTellingInOnePiece(http, operation);
        var cost = document.Cost(operation, request.Variables);
        span.Asks(document, operation, request.DocumentId is not null, cost);
        return cost <= limits.MaxCost ? cost : throw new BadInputException(
            new LocalizedText(
                $"Truy vấn tốn {cost} điểm, tối đa {limits.MaxCost}. Hãy lấy trang nhỏ hơn hoặc ít trường lồng nhau hơn.",
                $"The query costs {cost}, at most {limits.MaxCost} is allowed. Ask for smaller pages or fewer nested fields."),
            ErrorCode.CostLimitExceeded);
    }

    private (int Status, Answer Answer) Failed(HttpContext http, Ask ask, MediaType? media, IEnumerable<ExecutionError> wrong)
    {
        var told = errors.Of(http, ask, wrong);
        var status = told.Any(error => error.Code == ErrorCode.Internal) ? StatusOf(media, StatusCodes.Status500InternalServerError) : (media ?? MediaType.Json).StatusOfRequestError;
        return (status, new Answer(Executed: false, Data: null, told));
    }

    /// <summary>A browser that wants events reads none from an answer with another status, and so would not learn what was wrong.</summary>
    private static int StatusOf(MediaType? media, int status) => media == MediaType.EventStream ? StatusCodes.Status200OK : status;

    private sealed class OutputPolicy : PooledObjectPolicy<JsonOutput>
    {
        public override JsonOutput Create() => new();

        public override bool Return(JsonOutput obj) => obj.Reset();
    }
}
