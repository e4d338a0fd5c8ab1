using System.Globalization;
using System.Text;
using Marketplace.Core.Search;
using Microsoft.Extensions.Caching.Memory;

namespace Marketplace.Api.Search;

/// <summary>Remembers answers for as long as the index has not changed: people repeat the same few hundred words.</summary>
internal sealed class CachedSearch(ISearchIndex index) : ISearchIndex, IDisposable
{
    private const int MostPages = 4_000;

    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = MostPages });

    public long Generation => index.Generation;

    public async Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var key = Key(query, index.Generation);
        if (_pages.TryGetValue(key, out SearchPage? known))
        {
            return known!;
        }

        var page = await index.SearchAsync(query, cancellationToken);
        return _pages.Set(key, page, new MemoryCacheEntryOptions { Size = 1 });
    }

    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(SuggestQuery query, CancellationToken cancellationToken)
    {
        var key = $"s\u0001{index.Generation}\u0001{query.Today.DayNumber}\u0001{query.Language}\u0001{query.First}\u0001{query.Prefix}";
        if (_pages.TryGetValue(key, out IReadOnlyList<Suggestion>? known))
        {
            return known!;
        }

        var suggestions = await index.SuggestAsync(query, cancellationToken);
        return _pages.Set(key, suggestions, new MemoryCacheEntryOptions { Size = 1 });
    }

    public Task ApplyAsync(IReadOnlyList<IndexChange> changes, long sequence, CancellationToken cancellationToken) =>
        index.ApplyAsync(changes, sequence, cancellationToken);

    public Task RebuildAsync(IAsyncEnumerable<IndexDocument> documents, long sequence, IProgress<int>? written, CancellationToken cancellationToken) =>
        index.RebuildAsync(documents, sequence, written, cancellationToken);

    public Task<IndexStatus> StatusAsync(CancellationToken cancellationToken) => index.StatusAsync(cancellationToken);

    public void Dispose() => _pages.Dispose();

    /// <summary>Everything on which the answer depends. The vocabulary changes only with reference data, which rebuilds the index.</summary>
    private static string Key(SearchQuery query, long generation)
    {
        var filter = query.Filter;
        var key = new StringBuilder(160);
        key.Append(generation).Append('\u0001').Append(query.Today.DayNumber).Append('\u0001').Append((int)query.Sort).Append((int)query.Marks)
            .Append(query.Understand ? '1' : '0').Append(query.WantTotal ? '1' : '0').Append(query.WantFacets ? '1' : '0')
            .Append(query.WantWhy ? '1' : '0').Append(query.WantHighlights ? '1' : '0').Append(query.Page.Backwards ? '1' : '0')
            .Append(query.Vocabulary.Terms.Count > 0 ? '1' : '0')
            .Append('\u0001').Append(query.Page.Size).Append('\u0001').Append(query.Page.Cursor).Append('\u0001').Append(query.Text);
        Add(key, filter.Groups);
        Add(key, filter.Stars);
        Add(key, filter.Districts);
        Add(key, filter.Communes);
        Add(key, filter.ProducerIds);
        Add(key, filter.ProducerKinds);
        Add(key, filter.Certifications);
        Add(key, filter.ExportMarkets);
        key.Append('\u0001').Append(filter.Certified).Append('\u0001').Append(filter.Available)
            .Append('\u0001').Append(CultureInfo.InvariantCulture, $"{filter.PriceMin}\u0001{filter.PriceMax}");
        return key.ToString();
    }

    private static void Add<T>(StringBuilder key, IReadOnlyList<T> values)
    {
        key.Append('\u0001');
        foreach (var value in values)
        {
            key.Append(value).Append('\u0002');
        }
    }
}
