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

    /// <summary>Refuses anything but a query by GET: a link must not change anything.</summary>
    public static void OfWritingByGet(HttpContext http, GraphQLOperationDefinition operation)
    {
        if (operation.Operation != OperationType.Query && HttpMethods.IsGet(http.Request.Method))
        {
            throw new Refusal(StatusCodes.Status405MethodNotAllowed, ErrorCode.BadRequest, "GET chỉ để đọc; hãy dùng POST cho mutation.", "GET is for queries only; use POST for mutations.", "POST");
        }
    }

    /// <summary>Refuses a change that a page of another site asks for: the browser would send the visitor's session with it.</summary>
    public static void OfForgedOrigin(HttpContext http, GraphQLOperationDefinition operation)
    {
        var origin = http.Request.Headers.Origin.ToString();
        var isForeign = origin.Length > 0 && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || !http.Request.Host.Value!.Equals(from.Authority, StringComparison.OrdinalIgnoreCase));
        if (operation.Operation == OperationType.Mutation && (isForeign || http.Request.Headers["Sec-Fetch-Site"] == "cross-site"))
        {
            throw new Refusal(StatusCodes.Status403Forbidden, ErrorCode.Forbidden, "Trang của nơi khác không được thay đổi gì ở đây.", "A page of another site may not change anything here.");
        }
    }
}
