using Marketplace.Core.Search;

namespace Marketplace.EngineTests.Search.Faults;

/// <summary>Every host sees in time what any host wrote, and nothing that an outage left is taken for fresh.</summary>
public sealed class WatchTests : IAsyncLifetime
{
    private ScriptedElasticsearch _server = null!;
    private FaultyNode _here = null!;
    private FaultyNode _there = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await ScriptedElasticsearch.StartAsync();
        (_here, _there) = (FaultyNode.At(_server), FaultyNode.At(_server));
        await _here.RebuildAsync(FaultyNode.Product(1));
    }

    public async ValueTask DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task What_this_host_wrote_raises_the_number_before_the_call_returns()
    {
        var before = _here.Index.Generation;
        Assert.True(before > 0);

        await _here.ApplyAsync(FaultyNode.Change(1, 5));

        Assert.True(_here.Index.Generation > before);
    }

    [Fact]
    public async Task What_another_host_wrote_raises_it_soon()
    {
        await _there.StatusAsync();
        var before = _there.Index.Generation;

        await _here.ApplyAsync(new IndexChange(FaultyNode.IdOf(1), Document: null, Version: 5));
        await ReachesAsync(() => _there.Index.Generation > before);

        before = _there.Index.Generation;
        await _here.RebuildAsync(FaultyNode.Product(1));
        await ReachesAsync(() => _there.Index.Generation > before);
    }

    [Fact]
    public async Task It_stays_where_it_is_while_nothing_changes()
    {
        var looks = _server.Count("changed");
        var before = _here.Index.Generation;
        await ReachesAsync(() => _server.Count("changed") >= looks + 3);

        Assert.Equal(before, _here.Index.Generation);
    }

    [Fact]
    public async Task It_is_0_while_the_engine_does_not_answer_and_a_new_one_afterwards()
    {
        var before = _here.Index.Generation;
        _server.Fail("changed", 503);
        _server.Fail("", 503);
        await ReachesAsync(() => _here.Index.Generation == 0);

        _server.Mend();
        await ReachesAsync(() => _here.Index.Generation != 0);

        Assert.True(_here.Index.Generation > before);
        Assert.Equal(
            [
                $"Information: Search uses the index {FaultyNode.Alias}-1.",
                "Warning: Search cannot be used: Elasticsearch answers 503 some_exception: some reason",
                $"Information: Search uses the index {FaultyNode.Alias}-1.",
            ],
            _here.Log.All);
    }

    [Fact]
    public async Task All_entries_are_read_from_one_moment_a_thousand_at_a_time()
    {
        IndexDocument[] documents = [.. Enumerable.Range(1, 2500).Select(i => FaultyNode.Product(i)), new ProducerDocument(FaultyNode.IdOf(9999)) { Slug = "a", Name = new("A", null), ProductCount = 1 }];
        await _here.RebuildAsync(documents);

        var entries = await _here.Index.EntriesAsync(Stop).ToListAsync(Stop);

        Assert.Equal(documents.Select(document => new IndexEntry(document.Id, document.Fingerprint)).ToHashSet(), entries.ToHashSet());
        Assert.Equal((2501, 3, 1), (entries.Count, _server.Count("_search"), _server.Requests.Count(asked => asked is { Method: "DELETE", Call: "_pit" })));
    }

    [Fact]
    public async Task Reading_entries_ends_with_the_reason_when_the_engine_goes_away()
    {
        _server.Fail("_search", 503);

        var ended = await Assert.ThrowsAsync<SearchUnavailableException>(async () => await _here.Index.EntriesAsync(Stop).ToListAsync(Stop));

        Assert.Equal("Elasticsearch answers 503 some_exception: some reason", ended.Message);
    }

    private static async Task ReachesAsync(Func<bool> condition)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, deadline.Token);
        }
    }
}
