using System.Buffers;
using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;
using Microsoft.Net.Http.Headers;

namespace Marketplace.Api.GraphQL;

/// <summary>A request as the client sent it.</summary>
internal sealed record GraphQLRequest(string? Query, string? DocumentId, string? OperationName, Inputs? Variables);

/// <summary>Reads requests from the query string of a GET and from the JSON body of a POST.</summary>
internal sealed class RequestReader(GraphQLLimits limits)
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new InputsJsonConverter() } };

    public async ValueTask<GraphQLRequest> ReadAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        GraphQLRequest request;
        try
        {
            request = HttpMethods.IsGet(http.Method) ? FromQuery(http.Query) : await FromBodyAsync(http, cancellationToken);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw Malformed("Yêu cầu không phải là JSON hợp lệ theo dạng GraphQL qua HTTP.", "The request is not valid JSON in the form of GraphQL over HTTP.");
        }

        return (request.Query, request.DocumentId) switch
        {
            (null, null) => throw Malformed("Thiếu query hoặc documentId.", "Either query or documentId is required."),
            (not null, not null) => throw Malformed("Chỉ gửi query hoặc documentId, không gửi cả hai.", "Send either query or documentId, not both."),
            _ => request,
        };
    }

    private static Refusal Malformed(string vi, string en) => new(StatusCodes.Status400BadRequest, ErrorCode.BadRequest, vi, en);

    private static GraphQLRequest FromQuery(IQueryCollection query)
    {
        Parse(query["extensions"]);
        return new GraphQLRequest(query["query"], query["documentId"], query["operationName"], Parse(query["variables"]));
    }

    private static Inputs? Parse(string? json) => string.IsNullOrEmpty(json) ? null : JsonSerializer.Deserialize<Inputs>(json, Options);

    private async ValueTask<GraphQLRequest> FromBodyAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(http.ContentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !MediaType.IsUtf8(type.Charset.Value)))
        {
            throw new Refusal(
                StatusCodes.Status415UnsupportedMediaType, ErrorCode.BadRequest, "Content-Type phải là application/json; charset=utf-8.", "Content-Type must be application/json; charset=utf-8.");
        }

        while (true)
        {
            var read = http.ContentLength > limits.MaxBodyBytes ? throw TooLarge() : await http.BodyReader.ReadAsync(cancellationToken);
            var consumed = read.Buffer.End;
            try
            {
                if (read.Buffer.Length > limits.MaxBodyBytes)
                {
                    throw TooLarge();
                }

                if (read.IsCompleted)
                {
                    return FromJson(read.Buffer);
                }

                consumed = read.Buffer.Start;
            }
            finally
            {
                http.BodyReader.AdvanceTo(consumed, read.Buffer.End);
            }
        }
    }

    private Refusal TooLarge() => new(
        StatusCodes.Status413PayloadTooLarge,
        ErrorCode.DocumentTooLarge,
        $"Nội dung yêu cầu được dài tối đa {limits.MaxBodyBytes} byte.",
        $"The body may be up to {limits.MaxBodyBytes} bytes long.");

    private static GraphQLRequest FromJson(ReadOnlySequence<byte> body)
    {
        var json = new Utf8JsonReader(body);
        json.Read();
        if (json.TokenType == JsonTokenType.StartArray)
        {
            throw Malformed("Không nhận nhiều yêu cầu trong một lần gửi; hãy gửi một đối tượng JSON.", "Batches of requests are not supported; send one JSON object.");
        }

        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        var request = new GraphQLRequest(null, null, null, null);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString();
            json.Read();
            switch (name)
            {
                case "query":
                    request = request with { Query = json.GetString() };
                    break;
                case "documentId":
                    request = request with { DocumentId = json.GetString() };
                    break;
                case "operationName":
                    request = request with { OperationName = json.GetString() };
                    break;
                case "variables":
                    request = request with { Variables = JsonSerializer.Deserialize<Inputs>(ref json, Options) };
                    break;
                case "extensions":
                    JsonSerializer.Deserialize<Inputs>(ref json, Options);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return json.Read() ? throw new JsonException() : request;
    }
}
