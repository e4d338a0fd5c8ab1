using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Marketplace.Core.Search;

namespace Marketplace.EngineTests.Search.Faults;

/// <summary>Whatever is wrong with the way to the cluster is said in one sentence, and is over when it is mended.</summary>
public sealed class ConnectionFaultTests : IAsyncLifetime
{
    private ScriptedElasticsearch _server = null!;

    public async ValueTask InitializeAsync() => _server = await ScriptedElasticsearch.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private string Place => _server.Address.GetLeftPart(UriPartial.Authority);

    [Fact]
    public async Task Nothing_that_listens_is_said_with_the_address()
    {
        var address = Unused();
        await using var node = FaultyNode.At([address]);

        var status = await node.StatusAsync();

        var expected = $"Nothing answers at {address.GetLeftPart(UriPartial.Authority)}: check the URL and whether Elasticsearch runs.";
        Assert.Equal((IndexState.Unreachable, expected), (status.State, status.Reason));
        Assert.Equal(expected, await node.RefusedAsync(FaultyNode.Change(1, 1)));
        Assert.Equal([$"Warning: Search cannot be used: {expected}"], node.Log.All);
    }

    [Fact]
    public async Task A_host_that_takes_the_connection_and_then_says_nothing_is_as_good_as_none()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var place = $"https://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}";
        await using var node = FaultyNode.At([new Uri(place + "/")], connect: TimeSpan.FromSeconds(0.3));

        Assert.Equal($"Nothing answers at {place}: check the URL and whether Elasticsearch runs.", (await node.StatusAsync()).Reason);
    }

    [Fact]
    public async Task A_host_name_that_nobody_has_is_said()
    {
        await using var node = FaultyNode.At([new Uri("http://no-such-host.invalid:9200/")]);

        Assert.Equal("There is no host no-such-host.invalid: check the URL.", (await node.StatusAsync()).Reason);
    }

    [Theory]
    [InlineData(200, "text/html", "<!doctype html><title>Welcome</title>")]
    [InlineData(200, "application/json", """{ "version": { "number": "2.11.0", "distribution": "opensearch" } }""")]
    public async Task Another_product_is_told_from_Elasticsearch(int code, string type, string body)
    {
        _server.Fail("", http => ScriptedElasticsearch.SendAsync(http, code, body, type, isElastic: false));
        await using var node = FaultyNode.At(_server);

        var status = await node.StatusAsync();

        Assert.Equal((IndexState.Unreachable, $"{Place} answers, but is not Elasticsearch: check the URL."), (status.State, status.Reason));
    }

    [Theory]
    [InlineData(404, "answers 404, but not as Elasticsearch does: check the URL.")]
    [InlineData(301, "sends us elsewhere (301), which Elasticsearch does not: check the URL.")]
    public async Task A_web_server_that_knows_no_such_page_is_told_from_Elasticsearch(int code, string words)
    {
        _server.Fail("", http => ScriptedElasticsearch.SendAsync(http, code, "<h1>Not here</h1>", "text/html", isElastic: false));
        await using var node = FaultyNode.At(_server);

        Assert.Equal($"{Place} {words}", (await node.StatusAsync()).Reason);
    }

    [Fact]
    public async Task A_wrong_key_is_said_and_never_shown()
    {
        _server.Fail("", 401, ScriptedElasticsearch.Error("security_exception", "missing authentication credentials for REST request [/]", 401));
        await using var node = FaultyNode.At([_server.Address], signIn: new AuthenticationHeaderValue("ApiKey", "c2VjcmV0"));

        var status = await node.StatusAsync();

        Assert.Equal((IndexState.Unreachable, $"Elasticsearch at {Place} refuses the sign-in (401): check the API key, or the user name and password."), (status.State, status.Reason));
        Assert.All(_server.Requests, asked => Assert.Equal("ApiKey c2VjcmV0", asked.SignIn));
        Assert.DoesNotContain(node.Log.All, line => line.Contains("c2VjcmV0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_key_may_not_do_is_said_in_the_words_of_the_engine()
    {
        _server.Fail("_mapping", 403, ScriptedElasticsearch.Error("security_exception", "action [indices:admin/mappings/get] is unauthorized for API key", 403));
        await using var node = FaultyNode.At(_server);

        Assert.Equal(
            "Elasticsearch answers 403 security_exception: action [indices:admin/mappings/get] is unauthorized for API key: check what the API key or the user may do, and whether the index may be written to.",
            (await node.StatusAsync()).Reason);
    }

    [Theory]
    [InlineData("7.17.24")]
    [InlineData("10.0.0")]
    public async Task A_version_that_was_never_tried_is_refused(string version)
    {
        _server.Indices.Version = version;
        await using var node = FaultyNode.At(_server);

        Assert.Equal($"Elasticsearch is version {version}, but must be 8 or 9.", (await node.StatusAsync()).Reason);
        Assert.Equal($"Elasticsearch is version {version}, but must be 8 or 9.", (await Assert.ThrowsAsync<SearchUnavailableException>(() => node.RebuildAsync())).Message);
        Assert.Empty(_server.Indices.Names);
    }

    [Theory]
    [InlineData("8.0.0")]
    [InlineData("9.4.1")]
    public async Task Both_versions_are_taken(string version)
    {
        _server.Indices.Version = version;
        await using var node = FaultyNode.At(_server);

        await node.RebuildAsync(FaultyNode.Product(1));

        Assert.Equal((IndexState.Ready, 1), ((await node.StatusAsync()).State, (await node.StatusAsync()).Products));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_waited_for_only_so_long()
    {
        _server.Fail("", http => Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted));
        await using var node = FaultyNode.At([_server.Address], look: TimeSpan.FromSeconds(0.3));

        Assert.Equal($"Elasticsearch at {Place} did not answer within 0.3 s.", (await node.StatusAsync()).Reason);
    }

    [Fact]
    public async Task An_answer_that_stops_in_the_middle_is_asked_for_again_and_then_said()
    {
        _server.Fail("", http => ScriptedElasticsearch.BreakOffAsync(http, """{ "version": """), times: 1);
        await using var node = FaultyNode.At(_server);
        Assert.Equal(IndexState.Missing, (await node.StatusAsync()).State);

        _server.Fail("", http => ScriptedElasticsearch.BreakOffAsync(http, """{ "version": """));
        var reason = (await node.StatusAsync()).Reason;

        Assert.StartsWith($"The connection to {Place} broke: ", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_an_answer_is_no_answer()
    {
        _server.Fail("", http => ScriptedElasticsearch.SendAsync(http, 200, """{ "version": { "num"""));
        await using var node = FaultyNode.At(_server);

        Assert.Equal($"{Place} broke off in the middle of an answer, or is not Elasticsearch: check the URL.", (await node.StatusAsync()).Reason);
    }

    [Fact]
    public async Task A_node_that_is_gone_is_passed_by_and_one_that_is_back_is_asked_again()
    {
        await using var second = await ScriptedElasticsearch.StartAsync();
        await using var node = FaultyNode.At([Unused(), _server.Address, second.Address]);

        for (var i = 0; i < 6; i++)
        {
            await node.Engine.RootAsync(TestContext.Current.CancellationToken);
        }

        Assert.InRange(_server.Count(""), 2, 4);
        Assert.Equal(6, _server.Count("") + second.Count(""));
    }

    [Fact]
    public async Task A_failed_read_is_asked_again_and_a_failed_change_is_not()
    {
        await using var node = FaultyNode.At(_server);
        _server.Fail("_count", 503, times: 2);
        _server.Fail("_aliases", 503);
        await node.Engine.CreateAsync("an-index", [], TestContext.Current.CancellationToken);

        await node.Engine.CountAsync("an-index", new() { ["query"] = new System.Text.Json.Nodes.JsonObject { ["term"] = new System.Text.Json.Nodes.JsonObject { ["kind"] = "product" } } }, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<SearchUnavailableException>(() => node.Engine.MoveAliasesAsync([], TestContext.Current.CancellationToken));

        Assert.Equal((3, 1), (_server.Count("_count"), _server.Count("_aliases")));
    }

    [Fact]
    public async Task A_busy_engine_is_asked_again_when_it_says()
    {
        await using var node = FaultyNode.At(_server);
        await node.Engine.CreateAsync("an-index", [], TestContext.Current.CancellationToken);
        _server.Fail("_refresh", 503, times: 1);
        _server.Fail("_search", http =>
        {
            http.Response.Headers.RetryAfter = "1";
            return ScriptedElasticsearch.SendAsync(http, 429, ScriptedElasticsearch.Error("es_rejected_execution_exception", "queue is full", 429));
        }, times: 1);
        _server.Fail("_search", 200, "{}", times: 1);

        var started = TimeProvider.System.GetTimestamp();
        await node.Engine.SearchAsync("an-index", [], TestContext.Current.CancellationToken);

        Assert.Equal(2, _server.Count("_search"));
        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromSeconds(0.95), "the second question came too early");
    }

    [Fact]
    public async Task An_engine_that_fails_again_and_again_is_left_alone_for_a_while()
    {
        await using var node = FaultyNode.At([_server.Address], rest: TimeSpan.FromMinutes(1));
        _server.Fail("_search", 503);
        for (var i = 0; i < 4; i++)
        {
            await Assert.ThrowsAsync<SearchUnavailableException>(() => node.Engine.SearchAsync("an-index", [], TestContext.Current.CancellationToken));
        }

        var asked = _server.Count("_search");
        var refused = await Assert.ThrowsAsync<SearchUnavailableException>(() => node.Engine.SearchAsync("an-index", [], TestContext.Current.CancellationToken));

        Assert.Equal("Elasticsearch has failed too often and is left alone for some seconds.", refused.Message);
        Assert.Equal(asked, _server.Count("_search"));

        // Whether it is well again is looked at all the same, and writes have a circuit of their own.
        Assert.Equal(IndexState.Missing, (await node.StatusAsync()).State);
    }

    /// <summary>An address at which nothing listens.</summary>
    private static Uri Unused()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}/");
    }
}
