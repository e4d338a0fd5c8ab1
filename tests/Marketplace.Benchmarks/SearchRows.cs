using Marketplace.Api.Catalogue;
using Marketplace.Core.Search;
using Marketplace.Search.Lucene;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Benchmarks;

/// <summary>Searches that were never made before, beside the engine called in the same process: nothing here comes from the cache of answers.</summary>
internal sealed class SearchRows(Market market, Typed typed, Scale scale, Report report)
{
    private const int Connections = 8;

    /// <summary>GraphQL over HTTP against the engine. Both get the same texts; the engine bypasses the cache, so it cannot fill it.</summary>
    public async Task OverHttpAsync()
    {
        var vocabulary = await VocabularyAsync(market);
        var texts = NewTexts();
        using var client = await Client.OpenAsync(market, texts);
        var compared = await Load.CompareAsync(scale.WarmUp, scale.Rounds, client.AskAsync, round => EngineAsync(market, texts[round], vocabulary));
        report.Add(new Row(
            "search over HTTP, 20 hits, 10 fields, facets, every query different",
            "≥ 0.60 × the engine in process",
            $"{Report.Number(compared.Best)} ×",
            $"{Report.Number(compared.Median)} ×",
            HttpRows.Latency(compared),
            HttpRows.Cost(compared, "engine"),
            compared.Median >= 0.6));
    }

    /// <summary>
    /// A larger catalogue against this one: the same search over HTTP, each with all its products read once as after some hours; the same right
    /// after a start, when the larger one's products come from its database; and the engine alone.
    /// </summary>
    public async Task LargerAsync(Market large, int products)
    {
        var (words, texts, first, more) = (await VocabularyAsync(market), NewTexts(), NewTexts(), NewTexts());
        var cache = large.Services.GetRequiredService<CatalogueCache>();
        using var here = await Client.OpenAsync(market, texts);
        using var there = await Client.OpenAsync(large, texts);
        Add($"the same search at {products:#,0} products", await Load.CompareAsync(scale.WarmUp, scale.Rounds, there.AskAsync, here.AskAsync), atLeast: 0.5);
        using var hereFirst = await Client.OpenAsync(market, first);
        using var thereFirst = await Client.OpenAsync(large, first);
        Add($"the first {scale.Searches:#,0} searches after a start at {products:#,0} products", await Load.CompareAsync(
            scale.WarmUp,
            scale.Rounds,
            round =>
            {
                cache.ForgetAll();
                return thereFirst.AskAsync(round);
            },
            hereFirst.AskAsync));
        Add($"the engine alone at {products:#,0} products", await Load.CompareAsync(
            scale.WarmUp, scale.Rounds, round => EngineAsync(large, more[round], words), round => EngineAsync(market, more[round], words)));

        void Add(string what, Comparison compared, double? atLeast = null) => report.Add(new Row(
            what,
            atLeast is { } budget ? $"≥ {Report.Number(budget)} × its rate at this size" : "–",
            $"{Report.Number(compared.Best)} ×",
            $"{Report.Number(compared.Median)} ×",
            HttpRows.Latency(compared),
            HttpRows.Cost(compared, "this size"),
            atLeast is { } least ? compared.Median >= least : null));
    }

    private string[][] NewTexts() => [.. Enumerable.Range(0, scale.WarmUp + scale.Rounds).Select(_ => typed.Next(scale.Searches))];

    private static async Task<SearchVocabulary> VocabularyAsync(Market market) =>
        (await market.Services.GetRequiredService<CatalogueCache>().ReferenceAsync(CancellationToken.None)).Vocabulary;

    // As many at once as there are processors: it does not wait for anything, so more would only stand in line.
    private static Task<Sample> EngineAsync(Market market, string[] texts, SearchVocabulary vocabulary)
    {
        LuceneIndex engine = market.Engine;
        var today = market.Today;
        return Load.RunAsync(Environment.ProcessorCount, texts.Length, async (_, number) => await engine.SearchAsync(
            new SearchQuery
            {
                Text = texts[number],
                Page = new PageRequest(20),
                Today = today,
                Vocabulary = vocabulary,
                WantTotal = true,
                WantFacets = true,
            },
            CancellationToken.None));
    }

    /// <summary>Asks one market over HTTP, round by round.</summary>
    private sealed class Client(Connection[] connections, byte[][][] requests) : IDisposable
    {
        public static async Task<Client> OpenAsync(Market market, string[][] texts) => new(
            await Connection.OpenAsync(market.Port, Connections),
            [.. texts.Select(round => round.Select(text => Connection.Request("/graphql", Documents.Search, new { search = text })).ToArray())]);

        public Task<Sample> AskAsync(int round) =>
            Load.RunAsync(connections.Length, requests[round].Length, async (worker, number) => await connections[worker].AskAsync(requests[round][number]));

        public void Dispose() => Array.ForEach(connections, connection => connection.Dispose());
    }
}
