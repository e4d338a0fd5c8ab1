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
}
