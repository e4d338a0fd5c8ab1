using Microsoft.AspNetCore.Http.Features;

namespace Marketplace.Api.GraphQL;

/// <summary>Writes answers as server-sent events, in the distinct connections mode of GraphQL over Server-Sent Events.</summary>
internal sealed class EventWriter(HttpResponse response, JsonOutput output)
{
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        response.ContentType = MediaType.EventStream.ContentType;
        response.Headers.CacheControl = "no-store";

        // A proxy that waits for more would tell everything at the end.
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await response.StartAsync(cancellationToken);
        await response.BodyWriter.FlushAsync(cancellationToken);
    }

    /// <summary>An answer is one line: JSON escapes the ends of lines in texts.</summary>
    public Task NextAsync(Answer answer, CancellationToken cancellationToken)
    {
        Write("event: next\ndata: "u8);
        AnswerWriter.Write(response.BodyWriter, answer, output);
        return SendAsync("\n\n"u8, cancellationToken);
    }

    /// <summary>A browser leaves out events without data, so this has an empty line of it.</summary>
    public Task CompleteAsync(CancellationToken cancellationToken) => SendAsync("event: complete\ndata:\n\n"u8, cancellationToken);

    /// <summary>A comment, which keeps proxies from cutting a connection that is silent.</summary>
    public Task LiveAsync(CancellationToken cancellationToken) => SendAsync(":\n\n"u8, cancellationToken);

    private Task SendAsync(ReadOnlySpan<byte> text, CancellationToken cancellationToken)
    {
        Write(text);
        return response.BodyWriter.FlushAsync(cancellationToken).AsTask();
    }

    private void Write(ReadOnlySpan<byte> text) => System.Buffers.BuffersExtensions.Write(response.BodyWriter, text);
}
