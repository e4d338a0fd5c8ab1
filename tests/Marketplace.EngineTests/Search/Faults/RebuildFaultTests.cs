using System.Globalization;
using System.Text.Json.Nodes;
using Marketplace.Core;
using Marketplace.Core.Search;
using Marketplace.Search.Elasticsearch;

namespace Marketplace.EngineTests.Search.Faults;

/// <summary>An index is built beside the live one: until the swap nothing is touched, after it nothing is missing, and nothing is left lying about.</summary>
public sealed class RebuildFaultTests : IAsyncLifetime
{
    private ScriptedElasticsearch _server = null!;
    private FaultyNode _node = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await ScriptedElasticsearch.StartAsync();
        _node = FaultyNode.At(_server);
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_build_fills_a_numbered_index_quickly_and_then_gives_it_its_usual_habits()
    {
        var told = new List<int>();

        var rebuilt = await _node.Index.RebuildAsync(FaultyNode.Source(FaultyNode.Product(1), FaultyNode.Product(2)), new Told(told), Stop);

        Assert.Equal(7, rebuilt.Sequence);
        Assert.Empty(rebuilt.Rejected);
        Assert.Equal([2], told);
        Assert.Equal([$"{FaultyNode.Alias}-1"], _server.Indices.Names);
        var index = _server.Indices[$"{FaultyNode.Alias}-1"];
        Assert.Equal([FaultyNode.Alias], index.Aliases);
        Assert.Equal(("1", "1", null), ((string?)index.Settings["number_of_shards"]?.ToString(), index.Settings["number_of_replicas"]?.ToString(), index.Settings["refresh_interval"]?.ToString()));
        var made = JsonNode.Parse(_server.Requests.Single(asked => asked.Method == "PUT" && !asked.Path.Contains('/', StringComparison.Ordinal)).Body)!;
        Assert.Equal(("0", "-1"), (made["settings"]!["number_of_replicas"]!.ToString(), made["settings"]!["refresh_interval"]!.ToString()));
        Assert.Equal(new IndexStatus(IndexState.Ready, 7, 2, 0), await _node.StatusAsync());
    }

    [Fact]
    public async Task The_next_build_takes_the_next_number_and_the_old_one_goes()
    {
        await _node.RebuildAsync(FaultyNode.Product(1));
        await _node.RebuildAsync(FaultyNode.Product(1), FaultyNode.Product(2));

        Assert.Equal([$"{FaultyNode.Alias}-2"], _server.Indices.Names);
        Assert.Equal(2, (await _node.StatusAsync()).Products);
    }

    [Fact]
    public async Task What_changed_while_it_was_built_is_in_it_also_what_another_node_wrote_last()
    {
        await _node.RebuildAsync(FaultyNode.Product(1));
        await using var other = FaultyNode.At(_server);
        var rows = new List<IndexChange>();

        // The other node writes to the old index in the very moment before the alias moves, after the build has looked for the last time.
        _server.Fail("_aliases", async http =>
        {
            rows.Add(FaultyNode.Change(9, 50));
            await other.ApplyAsync([.. rows]);
            var (status, answer) = _server.Indices.Answer((Asked)http.Items[typeof(Asked)]!);
            await ScriptedElasticsearch.SendAsync(http, status, answer.ToJsonString());
        }, times: 1);

        var rebuilt = await _node.Index.RebuildAsync(Source(rows, FaultyNode.Product(1)), written: null, Stop);

        Assert.Equal(8, rebuilt.Sequence);
        Assert.Equal((2, IndexState.Ready), ((await _node.StatusAsync()).Products, (await other.StatusAsync()).State));
    }

    [Fact]
    public async Task A_newer_change_stays_when_the_build_writes_what_it_read_earlier()
    {
        var rows = new List<IndexChange> { FaultyNode.Change(1, 50, "mới"), new(FaultyNode.IdOf(2), Document: null, Version: 51) };

        await _node.Index.RebuildAsync(Source(rows, FaultyNode.Product(1), FaultyNode.Product(2)), written: null, Stop);

        var live = _server.Indices[$"{FaultyNode.Alias}-1"];
        Assert.Equal(50, live.Documents[FaultyNode.IdOf(1).ToString("N")].Version);
        Assert.Null(live.Documents[FaultyNode.IdOf(2).ToString("N")].Source);
    }

    [Fact]
    public async Task What_a_crash_left_half_built_is_removed_by_the_next_build_and_never_searched()
    {
        await _node.RebuildAsync(FaultyNode.Product(1));
        _server.Indices.Add($"{FaultyNode.Alias}-2", new KeptIndex(new JsonObject { ["aliases"] = new JsonObject { [ElasticsearchVersions.MakingOf($"{FaultyNode.Alias}-2")] = new JsonObject() } }));

        Assert.Equal(1, (await _node.StatusAsync()).Products);
        await _node.RebuildAsync(FaultyNode.Product(1));

        Assert.Single(_server.Indices.Names);
        Assert.Equal(IndexState.Ready, (await _node.StatusAsync()).State);
    }

    [Fact]
    public async Task The_first_build_that_a_crash_ended_leaves_no_index_to_search()
    {
        _server.Indices.Add($"{FaultyNode.Alias}-1", new KeptIndex([]));

        Assert.Equal(IndexState.Missing, (await _node.StatusAsync()).State);
        await _node.RebuildAsync(FaultyNode.Product(1));

        Assert.Equal([$"{FaultyNode.Alias}-1"], _server.Indices.Names);
    }

    [Fact]
    public async Task A_build_that_fails_leaves_the_live_index_as_it_was()
    {
        await _node.RebuildAsync(FaultyNode.Product(1));
        _server.Fail("_bulk", 403, ScriptedElasticsearch.Error("security_exception", "no", 403));

        await Assert.ThrowsAsync<SearchUnavailableException>(() => _node.RebuildAsync(FaultyNode.Product(1), FaultyNode.Product(2)));

        Assert.Equal([$"{FaultyNode.Alias}-1"], _server.Indices.Names);
        Assert.Equal(1, (await _node.StatusAsync()).Products);
    }

    [Fact]
    public async Task A_swap_whose_answer_is_lost_is_looked_up_and_not_done_again()
    {
        await _node.RebuildAsync(FaultyNode.Product(1));
        _server.Fail("_aliases", async http =>
        {
            _server.Indices.Answer((Asked)http.Items[typeof(Asked)]!);
            await ScriptedElasticsearch.SendAsync(http, 503, "", "text/plain", isElastic: false);
        }, times: 1);

        await _node.RebuildAsync(FaultyNode.Product(1), FaultyNode.Product(2));

        Assert.Equal(2, _server.Count("_aliases"));
        Assert.Equal([$"{FaultyNode.Alias}-2"], _server.Indices.Names);
        Assert.Equal(2, (await _node.StatusAsync()).Products);
    }

    [Fact]
    public async Task A_swap_that_is_refused_leaves_the_live_index_as_it_was()
    {
        await _node.RebuildAsync(FaultyNode.Product(1));
        _server.Fail("_aliases", 503);

        await Assert.ThrowsAsync<SearchUnavailableException>(() => _node.RebuildAsync(FaultyNode.Product(1), FaultyNode.Product(2)));

        _server.Mend();
        Assert.Equal([$"{FaultyNode.Alias}-1"], _server.Indices.Names);
        Assert.Equal(1, (await _node.StatusAsync()).Products);
        Assert.Empty(await _node.ApplyAsync(FaultyNode.Change(2, 5)));
    }

    [Fact]
    public async Task An_index_that_is_taken_away_while_it_is_built_is_not_made_again_by_its_writes()
    {
        _server.Fail("_bulk", http =>
        {
            _server.Indices.Remove($"{FaultyNode.Alias}-1");
            var (status, answer) = _server.Indices.Answer((Asked)http.Items[typeof(Asked)]!);
            return ScriptedElasticsearch.SendAsync(http, status, answer.ToJsonString());
        }, times: 1);

        await Assert.ThrowsAsync<SearchUnavailableException>(() => _node.RebuildAsync(FaultyNode.Product(1)));

        Assert.Empty(_server.Indices.Names);
    }

    [Fact]
    public async Task A_document_that_is_refused_while_building_is_named_and_the_index_goes_live_without_it()
    {
        _server.Fail("_bulk", http => ScriptedElasticsearch.SendAsync(http, 200, new JsonObject
        {
            ["items"] = new JsonArray(new JsonObject { ["index"] = new JsonObject { ["status"] = 400, ["error"] = new JsonObject { ["type"] = "illegal_argument_exception", ["reason"] = "Document contains at least one immense term. The prefix of the first immense term is: '[107, 101]'" } } }),
        }.ToJsonString()), times: 1);

        var rebuilt = await _node.RebuildAsync(FaultyNode.Product(1));

        Assert.Equal(new IndexRejection(FaultyNode.IdOf(1), "Elasticsearch answers 400 illegal_argument_exception: Document contains at least one immense term."), Assert.Single(rebuilt.Rejected));
        Assert.Equal(IndexState.Ready, (await _node.StatusAsync()).State);
    }

    [Fact]
    public async Task An_index_of_other_rules_is_built_anew_unless_another_host_made_it_just_now()
    {
        await _node.RebuildAsync(FaultyNode.Product(1));
        var notes = _server.Indices[$"{FaultyNode.Alias}-1"].Mappings["_meta"]!;
        notes["format"] = "of a newer version";

        // This host runs already: a newer version took the index over, and taking it back would go on for ever.
        await using var older = FaultyNode.At(_server);
        notes["built"] = TimeProvider.System.GetUtcNow().AddMinutes(1).ToString("O", CultureInfo.InvariantCulture);
        Assert.Equal(
            (IndexState.Unreachable, "A host with other rules has built the search index anew: all hosts must run the same version."),
            ((await older.StatusAsync()).State, (await older.StatusAsync()).Reason));
        await older.RefusedAsync(FaultyNode.Change(2, 5));
        await Assert.ThrowsAsync<SearchUnavailableException>(() => older.Index.SuggestAsync(new SuggestQuery("d", 1, Language.Vi, DateOnly.MaxValue, SearchVocabulary.Empty), Stop));

        // This one starts later: the index is from before an upgrade.
        notes["built"] = TimeProvider.System.GetUtcNow().AddMinutes(-1).ToString("O", CultureInfo.InvariantCulture);
        await using var newer = FaultyNode.At(_server);
        Assert.Equal((IndexState.Outdated, $"The search index {FaultyNode.Alias}-1 was made by other rules than this version's."), ((await newer.StatusAsync()).State, (await newer.StatusAsync()).Reason));
        await newer.RebuildAsync(FaultyNode.Product(1));
        Assert.Equal(IndexState.Ready, (await newer.StatusAsync()).State);
    }

    [Fact]
    public async Task An_index_that_took_the_name_of_the_alias_gives_way()
    {
        _server.Indices.Add(FaultyNode.Alias, new KeptIndex([]));
        Assert.Equal(IndexState.Outdated, (await _node.StatusAsync()).State);

        await _node.RebuildAsync(FaultyNode.Product(1));

        Assert.Equal([$"{FaultyNode.Alias}-1"], _server.Indices.Names);
        Assert.Equal(1, (await _node.StatusAsync()).Products);
    }

    private static IndexSource Source(List<IndexChange> rows, params IndexDocument[] documents) => new(7, documents.ToAsyncEnumerable(), (sequence, _) =>
        Task.FromResult(sequence == 7 && rows.Count > 0 ? new IndexBatch([.. rows], 8) : new IndexBatch([], sequence)));

    private sealed class Told(List<int> told) : IProgress<int>
    {
        public void Report(int value) => told.Add(value);
    }
}
