using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Marketplace.Search.Elasticsearch;

/// <summary>Elasticsearch understood the call and will not do it as it is.</summary>
/// <param name="status">400, 404, 409, 413 or 429; what else it answers makes it unavailable.</param>
/// <param name="kind">Its word for the reason, such as <c>index_not_found_exception</c>; empty when it gave none.</param>
internal sealed class ElasticsearchRefusal(HttpStatusCode status, string kind, string message, TimeSpan? retryAfter) : Exception(message)
{
    /// <summary>Where the engine quotes what was written: a log must not hold it.</summary>
    private static readonly string[] Quotations = ["Preview of field", "The prefix of the first"];

    private const int LongestReason = 200;

    public HttpStatusCode Status => status;

    public string Kind => kind;

    /// <summary>When the engine wants to be asked again, if it said so.</summary>
    public TimeSpan? RetryAfter => retryAfter;

    public bool IsMissing => status == HttpStatusCode.NotFound;

    public static ElasticsearchRefusal Of(HttpResponseMessage response, string body)
    {
        var (kind, reason) = Read(body);
        return new ElasticsearchRefusal(response.StatusCode, kind, Sentence((int)response.StatusCode, kind, reason), response.Headers.RetryAfter?.Delta);
    }

    /// <summary>The kind and the reason of an error as the engine writes them, whole answers and items of a bulk alike.</summary>
    public static (string Kind, string Reason) Read(JsonNode? error) => error is JsonObject given
        ? ((string?)given["type"] ?? "", Short((string?)given["reason"] ?? ""))
        : ("", Short(error?.ToString() ?? ""));

    public static string Sentence(int status, string kind, string reason) =>
        $"Elasticsearch answers {status}{(kind.Length > 0 ? $" {kind}" : "")}{(reason.Length > 0 ? $": {reason}" : "")}";

    public static (string Kind, string Reason) Read(string body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject answer ? Read(answer["error"]) : ("", "");
        }
        catch (JsonException)
        {
            // A proxy in between answers in its own words: the status tells enough.
            return ("", "");
        }
    }

    private static string Short(string reason)
    {
        foreach (var quotation in Quotations)
        {
            var at = reason.IndexOf(quotation, StringComparison.Ordinal);
            reason = at < 0 ? reason : reason[..at].TrimEnd();
        }

        return reason.Length <= LongestReason ? reason : reason[..LongestReason] + "…";
    }
}
