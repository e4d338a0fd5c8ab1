using GraphQLParser.AST;
using Marketplace.Core;

namespace Marketplace.Api.GraphQL;

/// <summary>The request cannot even be executed: what the client is told, and with which status.</summary>
internal sealed class Refusal(int status, string code, string vi, string en, string? allow = null) : Exception(en)
{
    public int Status => status;

    public string Code => code;

    /// <summary>Methods for the Allow header.</summary>
    public string? Allow => allow;

    public LocalizedText Text { get; } = new(vi, en);

    /// <summary>Refuses a change by GET: a link must not change anything.</summary>
    public static void OfWritingByGet(HttpContext http, GraphQLOperationDefinition operation)
    {
        if (operation.Operation == OperationType.Mutation && HttpMethods.IsGet(http.Request.Method))
        {
            throw new Refusal(StatusCodes.Status405MethodNotAllowed, ErrorCode.BadRequest, "GET chỉ để đọc; hãy dùng POST cho mutation.", "GET is for reading only; use POST for mutations.", "POST");
        }
    }

    /// <summary>Refuses to tell events to somebody who did not ask for a stream: they would wait for the end of an answer.</summary>
    public static void OfTellingInOnePiece(HttpContext http, GraphQLOperationDefinition operation)
    {
        if (operation.Operation == OperationType.Subscription && !MediaType.EventStream.IsNamedBy(http.Request))
        {
            throw new Refusal(
                StatusCodes.Status406NotAcceptable,
                ErrorCode.BadRequest,
                "Subscription chỉ được trả lời dưới dạng text/event-stream; hãy gửi Accept: text/event-stream.",
                "Subscriptions are told as text/event-stream only; send Accept: text/event-stream.");
        }
    }

    /// <summary>Refuses a change, or a stream, that a page of another site asks for: the browser would send the visitor's session with it.</summary>
    public static void OfForgedOrigin(HttpContext http, GraphQLOperationDefinition operation)
    {
        var origin = http.Request.Headers.Origin.ToString();
        var isForeign = origin.Length > 0 && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || !http.Request.Host.Value!.Equals(from.Authority, StringComparison.OrdinalIgnoreCase));
        if (operation.Operation != OperationType.Query && (isForeign || http.Request.Headers["Sec-Fetch-Site"] == "cross-site"))
        {
            throw new Refusal(StatusCodes.Status403Forbidden, ErrorCode.Forbidden, "Trang của nơi khác không được thay đổi hay theo dõi gì ở đây.", "A page of another site may not change or follow anything here.");
        }
    }
}
