using System.Diagnostics;
using Marketplace.Api.Commands;
using Marketplace.Core.Search;
using Marketplace.Search.Lucene;

namespace Marketplace.Benchmarks.Sizes;

/// <summary>The embedded engine over a catalogue of one size.</summary>
internal sealed class SizedIndex : IDisposable
{
    private readonly Seedling _seed;
    private readonly string _directory;

    private SizedIndex(Seedling seed, int products, string directory, Built built)
    {
        (_seed, _directory, Products, Built) = (seed, directory, products, built);
        Engine = new LuceneIndex(directory);
    }

    public int Products { get; }

    public Built Built { get; }

    public LuceneIndex Engine { get; }

    public string Directory => _directory;

    public static async Task<SizedIndex> BuildAsync(Seedling seed, int products, string directory)
    {
        var began = Stopwatch.GetTimestamp();
        var documents = seed.Documents(products).Count();
        var making = Stopwatch.GetElapsedTime(began).TotalSeconds;

        using var process = Process.GetCurrentProcess();
        using (var engine = new LuceneIndex(directory))
        using (var progress = new ProgressBar($"Indexing {products:#,0} products", documents))
        {
            GC.Collect();
            process.Refresh();
            var cpu = process.TotalProcessorTime;
            began = Stopwatch.GetTimestamp();
            await engine.RebuildAsync(new IndexSource(1, seed.Documents(products).ToAsyncEnumerable(), NothingAfter), progress, CancellationToken.None);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            process.Refresh();
            var built = new Built(documents, making, seconds, (process.TotalProcessorTime - cpu).TotalSeconds, Disk.BytesOf(directory));
            return new SizedIndex(seed, products, directory, built);
        }
    }

    public SearchQuery Query(string? text, bool facets) => new()
    {
        Text = text,
        Page = new PageRequest(20),
        Today = _seed.Today,
        Vocabulary = _seed.Vocabulary,
        WantTotal = true,
        WantFacets = facets,
    };

    public Task<SearchPage> SearchAsync(string? text, bool facets) => Engine.SearchAsync(Query(text, facets), CancellationToken.None);

    public Task SuggestAsync(string prefix) =>
        Engine.SuggestAsync(new SuggestQuery(prefix, 8, Core.Language.Vi, _seed.Today, _seed.Vocabulary), CancellationToken.None);

    /// <summary>Renames products one by one while another thread keeps searching.</summary>
    public async Task<Changed> ChangeAsync(int changes, IReadOnlyList<string> texts)
    {
        using var stop = new CancellationTokenSource();
        var searching = Task.Run(async () =>
        {
            for (var at = 0; !stop.IsCancellationRequested; at++)
            {
                await SearchAsync(texts[at % texts.Count], facets: true);
            }
        });
        var times = new List<double>();
        foreach (var (at, product) in _seed.Documents(1000).OfType<ProductDocument>().Take(changes).Index())
        {
            var word = Brands.Of(int.MaxValue - at);
            var renamed = product with { Name = product.Name with { Vi = $"{product.Name.Vi} {word}" } };
            var began = Stopwatch.GetTimestamp();
            await Engine.ApplyAsync(new IndexBatch([new IndexChange(product.Id, renamed, Version: at + 2)], at + 2), CancellationToken.None);
            while ((await SearchAsync(word, facets: false)).Hits.All(hit => hit.ProductId != product.Id))
            {
                await Task.Yield();
            }

            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        await stop.CancelAsync();
        await searching;
        times.Sort();
        return new Changed(Load.Middle(times), times[times.Count * 99 / 100], times[^1]);
    }

    public void Dispose() => Engine.Dispose();

    private static Task<IndexBatch> NothingAfter(long sequence, CancellationToken cancellationToken) => Task.FromResult(new IndexBatch([], sequence));
}
