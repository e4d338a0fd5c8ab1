using GraphQL;
using Marketplace.Core;

namespace Marketplace.Api;

/// <summary>The request asks for something impossible; the message says what was wrong and what would be right, in the reader's language.</summary>
public sealed class BadInputException(LocalizedText message, string code = ErrorCode.BadUserInput) : ExecutionError(message.Vi)
{
    internal LocalizedText Text { get; } = message;

    internal string StableCode { get; } = code;
}

/// <summary>The values of <c>extensions.code</c>: stable, for programs to branch on.</summary>
public static class ErrorCode
{
    public const string BadRequest = "BAD_REQUEST";
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";
    public const string BadUserInput = "BAD_USER_INPUT";
    public const string Unauthenticated = "UNAUTHENTICATED";
    public const string Forbidden = "FORBIDDEN";
    public const string CostLimitExceeded = "COST_LIMIT_EXCEEDED";
    public const string DepthLimitExceeded = "DEPTH_LIMIT_EXCEEDED";
    public const string AliasLimitExceeded = "ALIAS_LIMIT_EXCEEDED";
    public const string DocumentTooLarge = "DOCUMENT_TOO_LARGE";
    public const string PersistedDocumentNotFound = "PERSISTED_DOCUMENT_NOT_FOUND";
    public const string Timeout = "TIMEOUT";
    public const string RateLimited = "RATE_LIMITED";
    public const string Internal = "INTERNAL";
}
