using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Marketplace.Tests.GraphQL;

/// <summary>Somebody who listens to a subscription.</summary>
internal sealed class Listener : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private Listener(HttpResponseMessage response, Stream body) => (_response, _lines) = (response, new StreamReader(body));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<Listener> ToAsync(HttpClient client, string query, object? variables = null) =>
        ToAsync(client, new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) });

    public static async Task<Listener> ToAsync(HttpClient client, HttpRequestMessage request)
    {
        var response = await SendAsync(client, request, "text/event-stream");
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{response.StatusCode}");
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.ToString());
        return new(response, await response.Content.ReadAsStreamAsync(Stop));
    }

    /// <summary>Sends it and returns as soon as there is a status.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpRequestMessage request, string accept)
    {
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
    }

    /// <summary>The next answer; nothing else may come before it.</summary>
    public async Task<JsonNode> NextAsync()
    {
        var said = await SaidAsync();
        Assert.StartsWith("event: next\ndata: {", said, StringComparison.Ordinal);
        return JsonNode.Parse(said["event: next\ndata: ".Length..])!;
    }

    /// <summary>The next answer's data; it has no errors.</summary>
    public async Task<JsonNode> DataAsync()
    {
        var answer = await NextAsync();
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        return answer["data"]!;
    }

    /// <summary>The next answer's code of error.</summary>
    public async Task<string?> ErrorAsync() => (string?)(await NextAsync())["errors"]![0]!["extensions"]!["code"];

    /// <summary>A comment, which says that the connection lives.</summary>
    public async Task LiveAsync() => Assert.Equal(":", await SaidAsync());

    /// <summary>That it is over, and the end of the connection.</summary>
    public async Task EndAsync()
    {
        Assert.Equal("event: complete\ndata:", await SaidAsync());
        Assert.Equal("", await _lines.ReadToEndAsync(Stop));
    }

    public void Dispose()
    {
        _lines.Dispose();
        _response.Dispose();
    }

    /// <summary>Lines up to an empty one.</summary>
    private async Task<string> SaidAsync()
    {
        List<string> said = [];
        while (await _lines.ReadLineAsync(Stop) is { Length: > 0 } line)
        {
            said.Add(line);
        }

        return string.Join('\n', said);
    }
}
