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
        string[][] texts = [.. Enumerable.Range(0, scale.WarmUp + scale.Rounds).Select(_ => typed.Next(scale.Searches))];
        byte[][][] requests = [.. texts.Select(round => round.Select(text => Connection.Request("/graphql", Documents.Search, new { search = text })).ToArray())];
        var connections = await Connection.OpenAsync(market.Port, Connections);
        var compared = await Load.CompareAsync(
            scale.WarmUp,
            scale.Rounds,
            round => Load.RunAsync(Connections, scale.Searches, async (worker, number) => await connections[worker].AskAsync(requests[round][number])),
            round => EngineAsync(market, texts[round], vocabulary));
        Array.ForEach(connections, connection => connection.Dispose());

        report.Add(new Row(
            "search over HTTP, 20 hits, 10 fields, facets, every query different",
            "≥ 0.60 × the engine in process",
            $"{Report.Number(compared.Best)} ×",
            $"{Report.Number(compared.Median)} ×",
            HttpRows.Latency(compared),
            HttpRows.Cost(compared, "engine"),
            compared.Median >= 0.6));
    }

    /// <summary>The engine at a larger catalogue against the engine at this one.</summary>
    public async Task LargerAsync(Market large, int products)
    {
        var (here, there) = (await VocabularyAsync(market), await VocabularyAsync(large));
        string[][] texts = [.. Enumerable.Range(0, scale.WarmUp + scale.Rounds).Select(_ => typed.Next(scale.Searches))];
        var compared = await Load.CompareAsync(
            scale.WarmUp, scale.Rounds, round => EngineAsync(large, texts[round], there), round => EngineAsync(market, texts[round], here));
        report.Add(new Row(
            $"the engine at {products:#,0} products",
            "≥ 0.50 × its rate at this size",
            $"{Report.Number(compared.Best)} ×",
            $"{Report.Number(compared.Median)} ×",
            HttpRows.Latency(compared),
            HttpRows.Cost(compared, "this size"),
            compared.Median >= 0.5));
    }

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
}
