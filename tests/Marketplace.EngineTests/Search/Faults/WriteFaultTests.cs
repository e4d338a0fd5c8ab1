using System.Text.Json.Nodes;
using Marketplace.Core.Search;

namespace Marketplace.EngineTests.Search.Faults;

/// <summary>No write is lost: what fails can be written again as it is, what will never be taken is named, and the newest always stays.</summary>
public sealed class WriteFaultTests : IAsyncLifetime
{
    private ScriptedElasticsearch _server = null!;
    private FaultyNode _node = null!;

    private KeptIndex Live => _server.Indices[Assert.Single(_server.Indices.Behind(FaultyNode.Alias))];

    public async ValueTask InitializeAsync()
    {
        _server = await ScriptedElasticsearch.StartAsync();
        _node = FaultyNode.At(_server);
        await _node.RebuildAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_batch_can_be_found_when_the_call_returns_and_takes_few_requests()
    {
        var before = _server.Requests.Count;

        Assert.Empty(await _node.ApplyAsync(FaultyNode.Change(1, 5), FaultyNode.Change(2, 5)));

        Assert.Equal(["_bulk?require_alias=true&refresh=true", "_bulk?require_alias=true&refresh=false", "changed"], _server.Requests.Skip(before).Select(asked => asked.Call + asked.Query));
        Assert.Equal(2, (await _node.StatusAsync()).Products);
    }

    [Fact]
    public async Task An_older_write_never_takes_the_place_of_a_newer_one()
    {
        Assert.Empty(await _node.ApplyAsync(FaultyNode.Change(1, 9, "mới")));
        Assert.Empty(await _node.ApplyAsync(FaultyNode.Change(1, 8, "cũ")));

        Assert.Equal(9, Stored(1).Version);
    }

    [Fact]
    public async Task What_was_removed_stays_removed_when_an_older_write_arrives_late()
    {
        Assert.Empty(await _node.ApplyAsync(new IndexChange(FaultyNode.IdOf(1), Document: null, Version: 9)));
        Assert.Empty(await _node.ApplyAsync(FaultyNode.Change(1, 8)));

        Assert.Null(Stored(1).Source);
        Assert.Equal("1h", (string?)Live.Settings["gc_deletes"]);
    }

    [Fact]
    public async Task The_same_batch_twice_is_the_same_as_once()
    {
        var batch = new[] { FaultyNode.Change(1, 5), new IndexChange(FaultyNode.IdOf(2), Document: null, Version: 5) };

        Assert.Empty(await _node.ApplyAsync(batch));
        Assert.Empty(await _node.ApplyAsync(batch));

        Assert.Equal(1, (await _node.StatusAsync()).Products);
    }

    [Fact]
    public async Task A_document_that_the_fields_do_not_fit_is_named_without_its_text_and_the_others_are_written()
    {
        _server.Fail("_bulk", http => ItemsAsync(http, (place, item) => place == 0
            ? Refusal(400, "document_parsing_exception", "[1:77] failed to parse field [price] of type [long] in document with id '1'. Preview of field's value: 'bí mật'")
            : item), times: 1);

        var rejected = await _node.ApplyAsync(FaultyNode.Change(1, 5), FaultyNode.Change(2, 5));

        Assert.Equal(
            new IndexRejection(FaultyNode.IdOf(1), "Elasticsearch answers 400 document_parsing_exception: [1:77] failed to parse field [price] of type [long] in document with id '1'."),
            Assert.Single(rejected));
    }

    [Fact]
    public async Task A_request_that_is_too_large_is_cut_and_a_document_that_is_too_large_is_named()
    {
        const int Most = 40_000;
        _server.Fail("_bulk", http => Body(http).Length > Most
            ? ScriptedElasticsearch.SendAsync(http, 413, "Request Entity Too Large", "text/plain", isElastic: false)
            : ItemsAsync(http, (_, item) => item));
        var huge = new IndexChange(FaultyNode.IdOf(99), FaultyNode.Product(99, description: string.Join(' ', Enumerable.Repeat("dừa", 30_000))), 5);
        var large = Enumerable.Range(1, 8).Select(i => new IndexChange(FaultyNode.IdOf(i), FaultyNode.Product(i, description: string.Join(' ', Enumerable.Repeat("dừa", 1500))), 5));

        var rejected = await _node.ApplyAsync([.. large, huge]);

        Assert.Equal(FaultyNode.IdOf(99), Assert.Single(rejected).Id);
        Assert.Matches(@"^The document is too large for the engine: \d+ KiB\.$", rejected[0].Reason);
        Assert.Equal(8, (await _node.StatusAsync()).Products);
    }

    [Fact]
    public async Task A_busy_cluster_gets_smaller_portions_until_it_takes_them()
    {
        var sizes = new List<int>();
        _server.Fail("_bulk", http =>
        {
            sizes.Add(Body(http).Length);
            return Body(http).Length > 600_000
                ? ScriptedElasticsearch.SendAsync(http, 429, ScriptedElasticsearch.Error("es_rejected_execution_exception", "rejected execution of coordinating operation", 429))
                : ItemsAsync(http, (_, item) => item);
        });
        var description = string.Join(' ', Enumerable.Repeat("dừa", 20_000));

        Assert.Empty(await _node.ApplyAsync([.. Enumerable.Range(1, 30).Select(i => new IndexChange(FaultyNode.IdOf(i), FaultyNode.Product(i, description: description), 5))]));

        Assert.Equal(30, (await _node.StatusAsync()).Products);
        Assert.True(sizes[0] > 600_000 && sizes[^2] <= 600_000, string.Join(' ', sizes));
    }

    [Fact]
    public async Task Single_writes_that_the_cluster_was_too_busy_for_are_written_again()
    {
        var turn = 0;
        _server.Fail("_bulk", http => ItemsAsync(http, (place, item) => place % 2 == turn % 2 ? Refusal(429, "es_rejected_execution_exception", "queue is full") : item, after: () => turn++), times: 4);

        Assert.Empty(await _node.ApplyAsync([.. Enumerable.Range(1, 20).Select(i => FaultyNode.Change(i, 5))]));

        Assert.Equal(20, (await _node.StatusAsync()).Products);
    }

    [Fact]
    public async Task A_cluster_that_stays_busy_is_said_and_the_same_batch_is_written_later()
    {
        _server.Fail("_bulk", 429, ScriptedElasticsearch.Error("es_rejected_execution_exception", "queue is full", 429));

        Assert.Equal(
            "Elasticsearch is too busy to be written to. Elasticsearch answers 429 es_rejected_execution_exception: queue is full",
            await _node.RefusedAsync(FaultyNode.Change(1, 5)));

        await IsWrittenLaterAsync();
    }

    [Theory]
    [InlineData(403, "index [x] blocked by: [FORBIDDEN/12/index read-only / allow delete (api)];")]
    [InlineData(429, "index [x] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark, index has read-only-allow-delete block];")]
    [InlineData(403, "index [x] blocked by: [FORBIDDEN/8/index write (api)];")]
    public async Task A_full_disk_or_a_closed_index_is_said_at_once_and_the_same_batch_is_written_later(int status, string reason)
    {
        var expected = $"The search index takes no writes, as when a disk of the cluster is full. Elasticsearch answers {status} cluster_block_exception: {reason}";
        _server.Fail("_bulk", http => ItemsAsync(http, (_, _) => Refusal(status, "cluster_block_exception", reason)));
        var before = _server.Count("_bulk");

        Assert.Equal(expected, await _node.RefusedAsync(FaultyNode.Change(1, 5)));
        Assert.Equal(1, _server.Count("_bulk") - before);

        // A full disk does not keep people from searching.
        Assert.Equal(IndexState.Ready, (await _node.StatusAsync()).State);
        await IsWrittenLaterAsync();
    }

    [Fact]
    public async Task A_closed_index_may_also_refuse_the_whole_request()
    {
        _server.Fail("_bulk", 429, ScriptedElasticsearch.Error("cluster_block_exception", "index [x] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark];", 429));
        var before = _server.Count("_bulk");

        Assert.StartsWith("The search index takes no writes, as when a disk of the cluster is full.", await _node.RefusedAsync(FaultyNode.Change(1, 5)), StringComparison.Ordinal);

        Assert.Equal(1, _server.Count("_bulk") - before);
        await IsWrittenLaterAsync();
    }

    [Theory]
    [InlineData(401, "security_exception", "Elasticsearch answers 401 security_exception: no")]
    [InlineData(403, "security_exception", "Elasticsearch answers 403 security_exception: no")]
    public async Task A_write_that_the_key_does_not_allow_is_nobodys_fault_but_the_keys(int status, string kind, string expected)
    {
        _server.Fail("_bulk", http => ItemsAsync(http, (_, _) => Refusal(status, kind, "no")));

        Assert.Equal(expected, await _node.RefusedAsync(FaultyNode.Change(1, 5)));

        await IsWrittenLaterAsync();
    }

    [Fact]
    public async Task An_index_that_was_removed_under_a_running_host_is_not_made_by_a_write()
    {
        _server.Indices.Remove(Assert.Single(_server.Indices.Behind(FaultyNode.Alias)));

        Assert.Equal("There is no search index to write to: it has to be built anew.", await _node.RefusedAsync(FaultyNode.Change(1, 5)));

        Assert.Empty(_server.Indices.Names);
        Assert.Equal((IndexState.Missing, "There is no search index on the cluster."), ((await _node.StatusAsync()).State, (await _node.StatusAsync()).Reason));
        await _node.RebuildAsync();
        await IsWrittenLaterAsync();
    }

    [Fact]
    public async Task A_line_that_breaks_in_the_middle_of_an_answer_loses_nothing()
    {
        _server.Fail("_bulk", async http =>
        {
            _server.Indices.Answer((Asked)http.Items[typeof(Asked)]!);
            await ScriptedElasticsearch.BreakOffAsync(http, """{ "took": 3, "errors": false, "items": [ { "index": """);
        }, times: 1);

        Assert.Empty(await _node.ApplyAsync(FaultyNode.Change(1, 5), FaultyNode.Change(2, 5)));

        Assert.Equal((2, 5L), ((await _node.StatusAsync()).Products, Stored(1).Version));
    }

    [Theory]
    [InlineData("""{ "took": 3, "errors": false, "items": [ { "index": { "_id""")]
    [InlineData("""{ "took": 3, "errors": false }""")]
    [InlineData("""{ "took": 3, "errors": false, "items": [] }""")]
    [InlineData("""{ "took": 3, "errors": false, "items": [ { "index": { } } ] }""")]
    [InlineData("""[]""")]
    public async Task An_answer_that_does_not_tell_of_every_write_counts_for_none(string answer)
    {
        _server.Fail("_bulk", http => ScriptedElasticsearch.SendAsync(http, 200, answer));

        await _node.RefusedAsync(FaultyNode.Change(1, 5));

        await IsWrittenLaterAsync();
    }

    [Fact]
    public async Task A_node_that_does_not_answer_for_a_moment_is_asked_again()
    {
        _server.Fail("_bulk", 503, ScriptedElasticsearch.Error("unavailable_shards_exception", "primary shard is not active", 503), times: 2);

        Assert.Empty(await _node.ApplyAsync(FaultyNode.Change(1, 5)));

        Assert.Equal(5, Stored(1).Version);
    }

    private async Task IsWrittenLaterAsync()
    {
        _server.Mend();
        Assert.Empty(await _node.ApplyAsync(FaultyNode.Change(1, 5)));
        Assert.Equal(5, Stored(1).Version);
    }

    private (long Version, JsonObject? Source) Stored(int number) => Live.Documents[FaultyNode.IdOf(number).ToString("N")];

    private static string Body(Microsoft.AspNetCore.Http.HttpContext http) => ((Asked)http.Items[typeof(Asked)]!).Body;

    private static JsonNode Refusal(int status, string kind, string reason) => new JsonObject { ["status"] = status, ["error"] = new JsonObject { ["type"] = kind, ["reason"] = reason } };

    /// <summary>Answers as the server would, line by line; a line that is answered with a refusal is not written.</summary>
    private Task ItemsAsync(Microsoft.AspNetCore.Http.HttpContext http, Func<int, JsonNode, JsonNode> change, Action? after = null)
    {
        var asked = (Asked)http.Items[typeof(Asked)]!;
        var lines = asked.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var items = new JsonArray();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i] + "\n" + (lines[i].StartsWith("{\"delete\"", StringComparison.Ordinal) ? "" : lines[++i] + "\n");
            var probe = new JsonObject();
            var wanted = change(items.Count, probe);
            items.Add(ReferenceEquals(wanted, probe) ? _server.Indices.Answer(asked with { Body = line }).Answer["items"]![0]!.DeepClone() : new JsonObject { ["index"] = wanted });
        }

        after?.Invoke();
        return ScriptedElasticsearch.SendAsync(http, 200, new JsonObject { ["took"] = 1, ["errors"] = true, ["items"] = items }.ToJsonString());
    }
}
