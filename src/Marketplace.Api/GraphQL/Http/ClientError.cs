using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser;
using Marketplace.Core;

namespace Marketplace.Api.GraphQL;

/// <summary>An error as the client sees it: nothing of ours but a message, a stable code and, for our own faults, the id to find them by.</summary>
internal sealed record ClientError(string Message, string Code, IReadOnlyList<Location>? Locations = null, IEnumerable<object>? Path = null, string? TraceId = null)
{
    private static readonly LocalizedText OurFault = new(
        "Hệ thống gặp lỗi khi trả lời phần này. Nếu cần báo lỗi, hãy gửi kèm mã traceId.", "Something went wrong on our side. When you report it, please give the traceId.");

    /// <summary>True for an error that is ours and must be logged.</summary>
    public static bool IsOurs(ExecutionError error) => Known(error, Language.En) is null;

    public static ClientError Of(ExecutionError error, Language language, string traceId)
    {
        var (message, code) = Known(error, language) ?? (OurFault.In(language), ErrorCode.Internal);
        return new ClientError(message, code, error.Locations, error.Path, code == ErrorCode.Internal ? traceId : null);
    }

    public static ClientError Of(Refusal refusal, Language language) => new(refusal.Text.In(language), refusal.Code);

    // The library's own messages about documents are for developers, in English.
    private static (string Message, string Code)? Known(ExecutionError error, Language language) => error switch
    {
        BadInputException bad => (bad.Text.In(language), bad.StableCode),
        SyntaxError => (error.Message, ErrorCode.ParseFailed),
        InvalidVariableError or InvalidValueError => (error.Message, ErrorCode.BadUserInput),
        DocumentError => (error.Message, ErrorCode.ValidationFailed),
        _ => null,
    };
}
