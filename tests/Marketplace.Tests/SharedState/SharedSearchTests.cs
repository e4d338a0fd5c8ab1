using System.Text.Json;
using Marketplace.Api.Search;
using Marketplace.Api.SharedState;
using Marketplace.Core;
using Marketplace.Core.Search;
using Marketplace.Tests.Search;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Marketplace.Tests.SharedState;

/// <summary>Answers of an engine that all nodes use, over a real Redis.</summary>
public sealed class SharedSearchTests(SeededSearch seeded) : IClassFixture<SeededSearch>
{
    private static readonly SharedKeys Keys = new(new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Texts => ["kẹo dừa sầu riêng", "keo dua", "4 sao mỏ cày bắc", "dưa hấu", "coconut candy", "không có gì như thế", ""];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task What_one_node_has_asked_the_next_finds_whole(string text)
    {
        using var redis = await RedisServer.StartAsync();
        var engine = new SharedEngine(seeded.Index);
        await using var one = Node(redis);
        await using var other = Node(redis);
        var query = SeededSearch.Query(text) with { WantFacets = true, WantWhy = true, WantHighlights = true };
        var suggest = new SuggestQuery(text, 8, Language.Vi, SeedDocuments.Today, SeedDocuments.Vocabulary);

        var (asked, completed) = (await Of(one, engine).SearchAsync(query, Stop), await Of(one, engine).SuggestAsync(suggest, Stop));
        await AnswersAsync(() => Of(other, engine).SearchAsync(query, Stop), engine);
        var (found, foundCompleted) = (await Of(other, engine).SearchAsync(query, Stop), await Of(other, engine).SuggestAsync(suggest, Stop));

        Assert.Equal(JsonSerializer.Serialize(asked), JsonSerializer.Serialize(found));
        Assert.Equal(JsonSerializer.Serialize(completed), JsonSerializer.Serialize(foundCompleted));
    }

    [Fact]
    public async Task A_changed_index_is_asked_anew()
    {
        using var redis = await RedisServer.StartAsync();
        var engine = new SharedEngine(seeded.Index);
        await using var node = Node(redis);
        var search = Of(node, engine);
        await search.SearchAsync(SeededSearch.Query("keo dua"), Stop);

        engine.Generation++;
        await search.SearchAsync(SeededSearch.Query("keo dua"), Stop);

        Assert.Equal(2, engine.Asked);
    }

    [Fact]
    public async Task That_the_engine_is_down_is_not_kept_and_neither_is_anything_without_an_index()
    {
        using var redis = await RedisServer.StartAsync();
        var engine = new SharedEngine(seeded.Index) { IsDown = true };
        await using var node = Node(redis);
        var search = Of(node, engine);

        await Assert.ThrowsAsync<SearchUnavailableException>(() => search.SearchAsync(SeededSearch.Query("keo dua"), Stop));
        (engine.IsDown, engine.Generation) = (false, 0);
        Assert.NotEmpty((await search.SearchAsync(SeededSearch.Query("keo dua"), Stop)).Hits);
        await search.SearchAsync(SeededSearch.Query("keo dua"), Stop);

        Assert.Equal(3, engine.Asked);
    }

    [Fact]
    public async Task What_this_node_has_had_before_is_found_as_the_object_that_it_is()
    {
        using var redis = await RedisServer.StartAsync();
        var engine = new SharedEngine(seeded.Index);
        await using var node = Node(redis);
        var search = new CachedSearch(Of(node, engine), TimeProvider.System);

        Assert.Same(await search.SearchAsync(SeededSearch.Query("keo dua"), Stop), await search.SearchAsync(SeededSearch.Query("keo dua"), Stop));
    }

    [Fact]
    public void A_key_says_nothing_of_what_was_searched_and_parts_installations()
    {
        var key = Keys.Of("answer", "nguoi.mua@example.org");

        Assert.Matches("^answer:[0-9a-f]{64}$", key);
        Assert.NotEqual(key, new SharedKeys(Guid.Empty).Of("answer", "nguoi.mua@example.org"));
    }

    private static SharedSearch Of(ServiceProvider node, ISearchIndex engine) => new(engine, () => engine.Generation == 0 ? null : $"{engine.Generation}", node.GetRequiredService<HybridCache>(), Keys);

    /// <summary>The answer travels to Redis after it was given: until it is there, the other node asks the engine too.</summary>
    private static async Task AnswersAsync(Func<Task> ask, SharedEngine engine)
    {
        for (var before = -1; before != engine.Asked; await ask())
        {
            Stop.ThrowIfCancellationRequested();
            before = engine.Asked;
            await ask();
        }
    }

    private static ServiceProvider Node(RedisServer redis)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IDistributedCache>(new RedisLine(SharedStateSetup.Read(redis.Connection), TimeProvider.System, NullLogger<RedisLine>.Instance));
        services.AddHybridCache();
        return services.BuildServiceProvider();
    }
}
