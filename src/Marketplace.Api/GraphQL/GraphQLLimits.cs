using System.ComponentModel.DataAnnotations;
using Marketplace.Core;

namespace Marketplace.Api;

/// <summary>What one request, and one client, may ask for. Configuration section "GraphQL".</summary>
public sealed record GraphQLLimits
{
    public const string Section = "GraphQL";

    /// <summary>Levels of fields inside one another.</summary>
    [Range(1, 100)]
    public int MaxDepth { get; init; } = 12;

    /// <summary>Sum of the fields' weights, multiplied by the sizes of the pages around them.</summary>
    [Range(1, 10_000_000)]
    public int MaxCost { get; init; } = 5000;

    /// <summary>Renamed fields in one document.</summary>
    [Range(0, 10_000)]
    public int MaxAliases { get; init; } = 30;

    /// <summary>Fields written in one document, fragments included; comparing them for conflicts takes the square of it.</summary>
    [Range(1, 10_000)]
    public int MaxFields { get; init; } = 500;

    [Range(1024, 64 * 1024 * 1024)]
    public int MaxBodyBytes { get; init; } = 128 * 1024;

    /// <summary>Length of a document in characters.</summary>
    [Range(64, 1024 * 1024)]
    public int MaxDocumentLength { get; init; } = 32 * 1024;

    /// <summary>Total length of the documents that are kept parsed and validated.</summary>
    [Range(0, 256 * 1024 * 1024)]
    public int CachedDocumentsLength { get; init; } = 4 * 1024 * 1024;

    [Range(1, 600)]
    public double TimeoutSeconds { get; init; } = 10;

    /// <summary>Steady rate of one client; 0 means no limit.</summary>
    [Range(0, 10_000_000)]
    public int RequestsPerMinute { get; init; } = 600;

    /// <summary>Requests that one client may send at once after a pause.</summary>
    [Range(1, 1_000_000)]
    public int RequestBurst { get; init; } = 120;

    /// <summary>Subscriptions that one person, machine or address may have open at once.</summary>
    [Range(1, 10_000)]
    public int MaxStreams { get; init; } = 8;

    /// <summary>How long a subscription is told before it has to be opened anew.</summary>
    [Range(1, 24 * 60)]
    public int StreamMinutes { get; init; } = 60;

    /// <summary>File of documents that clients may name by hash: {"sha256:…": "query …"}. Relative to the content root; it need not exist.</summary>
    public string? PersistedDocuments { get; init; }

    internal BadInputException TimedOut() => new(
        new LocalizedText($"Yêu cầu mất hơn {TimeoutSeconds} giây nên đã bị dừng. Hãy hỏi ít hơn trong một lần.", $"The request took more than {TimeoutSeconds} seconds and was stopped. Ask for less at once."),
        ErrorCode.Timeout);
}
