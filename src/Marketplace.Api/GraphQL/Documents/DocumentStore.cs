using GraphQL;
using GraphQL.Execution;
using GraphQL.Instrumentation;
using GraphQL.Types;
using GraphQL.Validation;
using Marketplace.Core;

namespace Marketplace.Api.GraphQL;

/// <summary>Where documents come from: kept ones as they are, new ones parsed, measured and validated first.</summary>
internal sealed class DocumentStore(ISchema schema, IDocumentBuilder builder, IDocumentValidator validator, PersistedDocuments persisted, GraphQLLimits limits)
{
    private readonly DocumentCache _cache = new(limits.CachedDocumentsLength);

    /// <summary>The request's document; or, for one that is not valid, null and the errors.</summary>
    public async ValueTask<(PreparedDocument? Document, ExecutionErrors? Errors)> FindAsync(GraphQLRequest request, HttpContext http)
    {
        // A hash with its prefix is no GraphQL, so both kinds of key live side by side.
        var key = request.DocumentId ?? request.Query ?? "";
        return _cache.TryGet(key, out var known) ? (known, null) : await PrepareAsync(key, Text(request), request, http);
    }

    private string Text(GraphQLRequest request) => request.Query ?? persisted.Find(request.DocumentId ?? "") ?? throw new Refusal(
        StatusCodes.Status400BadRequest, ErrorCode.PersistedDocumentNotFound, "Không có tài liệu truy vấn nào được lưu với documentId này.", "No document is stored under this documentId.");

    private async ValueTask<(PreparedDocument? Document, ExecutionErrors? Errors)> PrepareAsync(string key, string text, GraphQLRequest request, HttpContext http)
    {
        if (text.Length > limits.MaxDocumentLength)
        {
            throw new BadInputException(
                new LocalizedText($"Truy vấn được dài tối đa {limits.MaxDocumentLength} ký tự.", $"A document may be up to {limits.MaxDocumentLength} characters long."), ErrorCode.DocumentTooLarge);
        }

        var document = builder.Build(text);
        DocumentShape.Check(document, limits);
        var prepared = new PreparedDocument(schema, document, text.Length);
        if (prepared.Operation(request.OperationName) is not { } operation)
        {
            return (prepared, null);
        }

        if (prepared.Root(operation) is null)
        {
            // A mutation by GET is the wrong method first of all, whether or not there is anything to mutate.
            Refusal.OfWritingByGet(http, operation);
            throw new BadInputException(new LocalizedText("API này không có loại thao tác đó.", "This API has no operations of that kind."), ErrorCode.ValidationFailed);
        }

        var validation = await validator.ValidateAsync(new ValidationOptions
        {
            Schema = schema,
            Document = document,
            Operation = operation,
            Rules = DocumentValidator.CoreRules,
            Variables = request.Variables ?? Inputs.Empty,
            Extensions = Inputs.Empty,
            Metrics = Metrics.None,
            UserContext = new Dictionary<string, object?>(),
            RequestServices = http.RequestServices,
            User = http.User,
            CancellationToken = http.RequestAborted,
        });
        if (!validation.IsValid)
        {
            return (null, validation.Errors);
        }

        _cache.Add(key, prepared);
        return (prepared, null);
    }
}
