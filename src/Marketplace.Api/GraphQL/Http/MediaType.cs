using Microsoft.Net.Http.Headers;

namespace Marketplace.Api.GraphQL;

/// <summary>
/// The forms of an answer. In the newer one the status tells whether the request was executed; in the older one it is 200 for any request that could
/// be read; as events it is 200 too, because a browser reads no others.
/// </summary>
internal sealed record MediaType(string Name, int StatusOfRequestError)
{
    public static readonly MediaType Response = new("application/graphql-response+json", StatusCodes.Status400BadRequest);
    public static readonly MediaType Json = new("application/json", StatusCodes.Status200OK);
    public static readonly MediaType EventStream = new("text/event-stream", StatusCodes.Status200OK);

    public string ContentType { get; } = Name.StartsWith("text/", StringComparison.Ordinal) ? Name : Name + "; charset=utf-8";

    /// <summary>The form that the client likes best; null when it accepts none.</summary>
    public static MediaType? AcceptedBy(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 0 || (accept.Count == 1 && accept[0] is ("*/*" or "application/json")))
        {
            return Json;
        }

        if (accept.Count == 1 && accept[0] == Response.Name)
        {
            return Response;
        }

        return RangesOf(request).OrderByDescending(range => range.Quality ?? 1).Select(Matching).FirstOrDefault(form => form is not null);
    }

    /// <summary>Whether the client takes this form, and not just any.</summary>
    public bool IsNamedBy(HttpRequest request) => RangesOf(request).Any(range => Matching(range) == this);

    public static bool IsUtf8(ReadOnlySpan<char> charset) => charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<MediaTypeHeaderValue> RangesOf(HttpRequest request) => MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var ranges)
        ? ranges.Where(range => range.Quality is not 0 && (!range.Charset.HasValue || IsUtf8(range.Charset.Value)))
        : [];

    private static MediaType? Matching(MediaTypeHeaderValue range) =>
        range.MediaType.Equals(Response.Name, StringComparison.OrdinalIgnoreCase) ? Response
        : range.MediaType.Equals(Json.Name, StringComparison.OrdinalIgnoreCase) || range.MatchesAllTypes ? Json
        : range.MediaType.Equals(EventStream.Name, StringComparison.OrdinalIgnoreCase) ? EventStream
        : range.MatchesAllSubTypes && range.Type.Equals("application", StringComparison.OrdinalIgnoreCase) ? Json
        : null;
}
