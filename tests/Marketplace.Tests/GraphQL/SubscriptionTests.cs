using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.GraphQL;

/// <summary>Subscriptions in the distinct connections mode of GraphQL over Server-Sent Events.</summary>
public sealed class SubscriptionTests : IAsyncLifetime
{
    private const string Rung = "subscription { rung { number } }";
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(12);
    private SampleHost _host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await SampleHost.StartAsync(("GraphQL:MaxStreams", "2"));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    public async Task Each_event_is_answered_and_then_the_end_is_told(string method)
    {
        using var response = await Listener.SendAsync(_host.Client, Request("subscription { picked { number slug } }", method), "text/event-stream");

        Assert.Equal(
            "event: next\ndata: {\"data\":{\"picked\":{\"number\":0,\"slug\":\"dừa-0\"}}}\n\nevent: next\ndata: {\"data\":{\"picked\":{\"number\":1,\"slug\":\"dừa-1\"}}}\n\nevent: complete\ndata:\n\n",
            await response.Content.ReadAsStringAsync(Stop));
        Assert.Equal((HttpStatusCode.OK, "text/event-stream", "no-store", "no"), (response.StatusCode, response.Content.Headers.ContentType!.ToString(), response.Headers.CacheControl!.ToString(), response.Headers.GetValues("X-Accel-Buffering").Single()));
    }

    [Theory]
    [InlineData("{ echo(text: \"a\\nb\") }", "{\"data\":{\"echo\":\"Vi 2026-11-23 a\\nb\"}}")]
    [InlineData("mutation { increment(by: 1) }", "{\"data\":{\"increment\":2}}")]
    public async Task A_query_or_a_mutation_is_one_event_and_the_end(string query, string answer)
    {
        using var response = await _host.PostAsync(JsonSerializer.Serialize(new { query }), "text/event-stream");

        Assert.Equal($"event: next\ndata: {answer}\n\nevent: complete\ndata:\n\n", await response.Content.ReadAsStringAsync(Stop));
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.ToString());
    }

    [Theory]
    [InlineData("{ echo }", "text/event-stream, application/json;q=0.5", "text/event-stream")]
    [InlineData("{ echo }", "application/json, text/event-stream;q=0.5", "application/json; charset=utf-8")]
    [InlineData("{ echo }", "*/*", "application/json; charset=utf-8")]
    [InlineData("subscription { picked { number } }", "application/graphql-response+json, application/json, text/event-stream;q=0.1", "text/event-stream")]
    public async Task The_form_is_the_one_that_the_client_likes_best_of_those_that_can_hold_the_answer(string query, string accept, string form)
    {
        using var response = await Listener.SendAsync(_host.Client, Request(query), accept);

        Assert.Equal((HttpStatusCode.OK, form), (response.StatusCode, response.Content.Headers.ContentType!.ToString()));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    [InlineData("*/*")]
    [InlineData("application/json, text/event-stream;q=0")]
    public async Task A_subscription_for_which_no_stream_was_asked_is_refused_with_the_way_to_ask(string accept)
    {
        using var response = await Listener.SendAsync(_host.Client, Request(Rung), accept);

        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        Assert.Contains("Accept: text/event-stream", (string)JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!["errors"]![0]!["message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subscription {", "GRAPHQL_PARSE_FAILED")]
    [InlineData("subscription { nothing { number } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { a: picked { number } b: picked { number } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { __typename }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription A($n: Int!) { picked(first: $n) { number } }", "BAD_USER_INPUT")]
    [InlineData("subscription { picked(first: 5001) { fragile } }", "COST_LIMIT_EXCEEDED")]
    [InlineData("subscription { picked { similar { similar { similar { similar { similar { similar { similar { similar { similar { similar { similar { number } } } } } } } } } } } } }", "DEPTH_LIMIT_EXCEEDED")]
    [InlineData("{ boom }", "INTERNAL")]
    public async Task What_is_wrong_with_an_operation_is_told_as_an_event(string query, string code)
    {
        using var listener = await Listener.ToAsync(_host.Client, query);

        Assert.Equal(code, await listener.ErrorAsync());
        await listener.EndAsync();
    }

    [Fact]
    public async Task What_is_wrong_with_a_request_keeps_its_status_so_that_a_browser_does_not_try_again()
    {
        using var unreadable = await _host.PostAsync("{", "text/event-stream");
        using var unknown = await _host.PostAsync("{\"documentId\":\"sha256:0\"}", "text/event-stream");
        using var mutation = await Listener.SendAsync(_host.Client, Request("mutation { increment(by: 1) }", "GET"), "text/event-stream");
        using var request = Request(Rung);
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var foreign = await Listener.SendAsync(_host.Client, request, "text/event-stream");

        Assert.Equal(
            [HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.MethodNotAllowed, HttpStatusCode.Forbidden],
            [unreadable.StatusCode, unknown.StatusCode, mutation.StatusCode, foreign.StatusCode]);
        Assert.All([unreadable, unknown, mutation, foreign], refusal => Assert.Equal("application/json", refusal.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_document_may_be_named_by_its_hash_in_an_address()
    {
        var file = Path.GetTempFileName();
        var id = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("subscription($n: Int) { picked(first: $n) { number } }")));
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new Dictionary<string, string> { [id] = "subscription($n: Int) { picked(first: $n) { number } }" }), Stop);
        await using var host = await SampleHost.StartAsync(("GraphQL:PersistedDocuments", file));

        for (var round = 0; round < 3; round++)
        {
            using var listener = await Listener.ToAsync(host.Client, new HttpRequestMessage(HttpMethod.Get, $"/graphql?documentId={Uri.EscapeDataString(id)}&variables={Uri.EscapeDataString("{\"n\":1}")}"));
            Assert.Equal(0, (int)(await listener.DataAsync())["picked"]!["number"]!);
            await listener.EndAsync();
        }

        File.Delete(file);
    }

    [Fact]
    public async Task A_stream_outlives_the_time_of_an_answer_shows_that_it_lives_and_ends_after_an_hour()
    {
        using var listener = await Listener.ToAsync(_host.Client, Rung);
        _host.Bell.Ring(1);
        Assert.Equal(1, (int)(await listener.DataAsync())["rung"]!["number"]!);

        await _host.Clock.PassAsync(Beat);
        await listener.LiveAsync();
        _host.Bell.Ring(2);
        Assert.Equal(2, (int)(await listener.DataAsync())["rung"]!["number"]!);

        await _host.Clock.PassAsync(TimeSpan.FromMinutes(60));
        await listener.EndAsync();
        await _host.Bell.LetGo.Task.WaitAsync(TimeSpan.FromSeconds(10), Stop);
    }

    [Fact]
    public async Task Each_event_is_answered_with_what_is_true_by_then()
    {
        await using var host = await SampleHost.StartAsync(("GraphQL:StreamMinutes", "1440"));
        using var listener = await Listener.ToAsync(host.Client, "subscription { rung { today stall { name } } }");
        host.Bell.Ring(2);
        Assert.Equal("2026-11-23", (string?)(await listener.DataAsync())["rung"]!["today"]);

        await host.Clock.PassAsync(Beat, by: TimeSpan.FromHours(23.5));
        await listener.LiveAsync();
        host.Bell.Ring(4);

        Assert.Equal("2026-11-24", (string?)(await listener.DataAsync())["rung"]!["today"]);
        Assert.Equal([1, 1], host.Services.GetRequiredService<StallBatches>().Sizes);
    }

    [Fact]
    public async Task A_fault_in_one_event_is_told_with_it_and_the_next_one_comes()
    {
        using var listener = await Listener.ToAsync(_host.Client, "subscription { rung { number fragile } }");
        _host.Bell.Ring(5);
        _host.Bell.Ring(6);
        _host.Bell.Ring(-1);

        var broken = await listener.NextAsync();
        Assert.Equal(("INTERNAL", "rung.fragile"), ((string?)broken["errors"]![0]!["extensions"]!["code"], string.Join('.', broken["errors"]![0]!["path"]!.AsArray())));
        Assert.Equal("whole", (string?)(await listener.DataAsync())["rung"]!["fragile"]);
        Assert.Null((await listener.DataAsync())["rung"]);
    }

    [Fact]
    public async Task A_source_that_breaks_ends_the_stream_and_tells_none_of_our_secrets()
    {
        using var listener = await Listener.ToAsync(_host.Client, "subscription { broken { number } }");
        await listener.DataAsync();

        var told = await listener.NextAsync();

        Assert.Equal("INTERNAL", (string?)told["errors"]![0]!["extensions"]!["code"]);
        Assert.DoesNotContain("secret", told.ToJsonString(), StringComparison.Ordinal);
        await listener.EndAsync();
        Assert.Contains(_host.Log.Entries, entry => entry.Exception?.Message == "internal secret of the stall");
    }

    [Fact]
    public async Task An_event_that_takes_too_long_is_told_so_and_the_stream_goes_on()
    {
        using var listener = await Listener.ToAsync(_host.Client, "subscription { rung { number endless } }");
        _host.Bell.Ring(0);
        await _host.Waiting.Started.Task.WaitAsync(TimeSpan.FromSeconds(10), Stop);
        _host.Clock.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal("TIMEOUT", await listener.ErrorAsync());
        await _host.Clock.PassAsync(Beat);
        await listener.LiveAsync();
    }

    [Fact]
    public async Task Who_leaves_is_let_go_of_at_once_and_makes_room()
    {
        var listener = await Listener.ToAsync(_host.Client, Rung);
        _host.Bell.Ring(1);
        await listener.DataAsync();
        using var second = await Listener.ToAsync(_host.Client, Rung);
        using var third = await Listener.SendAsync(_host.Client, Request(Rung), "text/event-stream");
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Equal("RATE_LIMITED", (string?)(await third.Content.ReadFromJsonAsync<JsonNode>(Stop))!["errors"]![0]!["extensions"]!["code"]);

        listener.Dispose();

        await _host.Bell.LetGo.Task.WaitAsync(TimeSpan.FromSeconds(10), Stop);
        HttpResponseMessage next;
        while ((next = await Listener.SendAsync(_host.Client, Request(Rung), "text/event-stream")).StatusCode != HttpStatusCode.OK)
        {
            // The place is given back a moment after the source.
            next.Dispose();
        }

        next.Dispose();
    }

    [Fact]
    public async Task A_host_that_stops_tells_the_end_and_waits_for_nobody()
    {
        using var listener = await Listener.ToAsync(_host.Client, Rung);
        _host.Bell.Ring(1);
        await listener.DataAsync();

        var stopping = _host.StopAsync();

        await listener.EndAsync();
        await stopping.WaitAsync(TimeSpan.FromSeconds(10), Stop);
    }

    private static HttpRequestMessage Request(string query, string method = "POST") => method == "GET"
        ? new(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString(query))
        : new(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }), Headers = { { "Accept-Language", "en" } } };
}
