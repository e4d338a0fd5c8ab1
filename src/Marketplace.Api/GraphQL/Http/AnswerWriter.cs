using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL.Execution;

namespace Marketplace.Api.GraphQL;

/// <summary>What is said to the client; with a stream, that is where it is said.</summary>
internal sealed record Answer(bool Executed, object? Data, IReadOnlyList<ClientError> Errors, (long Value, int Limit)? Cost = null, OpenStream? Stream = null);

/// <summary>Writes an answer straight to the response: the node tree, and in its gaps the plain fields that are written already.</summary>
internal static class AnswerWriter
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText Errors = JsonEncodedText.Encode("errors");

    public static async Task WriteAsync(HttpResponse response, Answer answer, JsonOutput output, CancellationToken cancellationToken)
    {
        response.ContentLength = Write(response.BodyWriter, answer, output);
        await response.BodyWriter.FlushAsync(cancellationToken);
    }

    /// <summary>Writes the answer as JSON; returns how many bytes it took.</summary>
    public static long Write(IBufferWriter<byte> to, Answer answer, JsonOutput output)
    {
        var json = output.Answer;
        json.Reset(to);
        json.WriteStartObject();
        if (answer.Errors.Count > 0)
        {
            json.WriteStartArray(Errors);
            foreach (var error in answer.Errors)
            {
                Write(json, error);
            }

            json.WriteEndArray();
        }

        if (answer.Executed)
        {
            json.WritePropertyName(Data);
            Write(json, answer.Data as ExecutionNode, output);
        }

        if (answer.Cost is { } cost)
        {
            json.WriteStartObject("extensions");
            json.WriteStartObject("cost");
            json.WriteNumber("value", cost.Value);
            json.WriteNumber("limit", cost.Limit);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.Flush();
        return json.BytesCommitted;
    }

    private static void Write(Utf8JsonWriter json, ClientError error)
    {
        json.WriteStartObject();
        json.WriteString("message", error.Message);
        if (error.Locations is not null)
        {
            json.WriteStartArray("locations");
            foreach (var location in error.Locations)
            {
                json.WriteStartObject();
                json.WriteNumber("line", location.Line);
                json.WriteNumber("column", location.Column);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (error.Path is not null)
        {
            json.WriteStartArray("path");
            foreach (var step in error.Path)
            {
                Write(json, step);
            }

            json.WriteEndArray();
        }

        json.WriteStartObject("extensions");
        json.WriteString("code", error.Code);
        if (error.TraceId is not null)
        {
            json.WriteString("traceId", error.TraceId);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExecutionNode? node, JsonOutput output)
    {
        switch (node)
        {
            case ObjectExecutionNode { SubFields: null }:
                json.WriteNullValue();
                break;
            case PlannedObject { Followed: { } plan } planned:
                Write(json, planned, plan, output);
                break;
            case ObjectExecutionNode shown:
                json.WriteStartObject();
                foreach (var field in shown.SubFields)
                {
                    json.WritePropertyName(field.Name ?? "");
                    Write(json, field, output);
                }

                json.WriteEndObject();
                break;
            case PlannedArray { Written: { } written }:
                json.WriteRawValue(output[written], skipInputValidation: true);
                break;
            case ArrayExecutionNode { Items: { } items }:
                json.WriteStartArray();
                foreach (var item in items)
                {
                    Write(json, item, output);
                }

                json.WriteEndArray();
                break;
            default:
                Write(json, node?.ToValue());
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, PlannedObject node, SelectionPlan plan, JsonOutput output)
    {
        json.WriteStartObject();
        var (run, field) = (0, 0);
        foreach (var step in plan.Steps)
        {
            if (step.Field is null)
            {
                // A run is several fields, but the writer only sees bytes between two commas.
                json.WriteRawValue(output[node.Runs[run++]], skipInputValidation: true);
                continue;
            }

            json.WritePropertyName(step.Field.Name);
            Write(json, node.SubFields?[field++], output);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            default:
                JsonSerializer.Serialize(json, value, Options);
                break;
        }
    }
}
