using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Marketplace.Api.Telemetry;
using Marketplace.Core.Search;

namespace Marketplace.Api.Search;

/// <summary>Remembers answers for as long as the index has not changed: people repeat the same few hundred words.</summary>
internal sealed class CachedSearch(ISearchIndex index, TimeProvider clock) : ISearchIndex
{
    private const int MostAnswers = 4_000;

    private readonly ShortCircuit _engine = new(clock);
    private Answers _answers = new(generation: 0);

    public bool IsShared => index.IsShared;

    public long Generation => index.Generation;

    public async Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var answers = Current();
        var key = Key(query);
        if (Found(answers.Find(key) as SearchPage) is not { } page)
        {
            return answers.Keep(key, await _engine.AskAsync(() => index.SearchAsync(query, cancellationToken)));
        }

        using var span = MeasuredSearch.Span(MeasuredSearch.Attempt(query), cached: true)?.SetTag("search.hits", page.Total ?? page.Hits.Count);
        return page;
    }

    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(SuggestQuery query, CancellationToken cancellationToken)
    {
        var answers = Current();
        var key = Key(query);
        return Found(answers.Find(key) as IReadOnlyList<Suggestion>) ?? answers.Keep(key, await _engine.AskAsync(() => index.SuggestAsync(query, cancellationToken)));
    }

    public async Task<IReadOnlyList<IndexRejection>> ApplyAsync(IndexBatch batch, CancellationToken cancellationToken)
    {
        var rejected = await index.ApplyAsync(batch, cancellationToken);
        _engine.IsBack();
        return rejected;
    }

    public async Task<IndexRebuild> RebuildAsync(IndexSource source, IProgress<int>? written, CancellationToken cancellationToken)
    {
        var rebuilt = await index.RebuildAsync(source, written, cancellationToken);
        _engine.IsBack();
        return rebuilt;
    }

    public IAsyncEnumerable<IndexEntry> EntriesAsync(CancellationToken cancellationToken) => index.EntriesAsync(cancellationToken);

    public Task<IndexStatus> StatusAsync(CancellationToken cancellationToken) => index.StatusAsync(cancellationToken);

    private static T? Found<T>(T? answer)
        where T : class
    {
        Instruments.Looked("search", answer is not null);
        return answer;
    }

    /// <summary>The answers of the index as it is now. Full ones are dropped whole: what people repeat is back at once, and nothing has to be tracked.</summary>
    private Answers Current()
    {
        var generation = index.Generation;
        var answers = Volatile.Read(ref _answers);
        if (answers.Generation != generation || answers.IsFull)
        {
            Volatile.Write(ref _answers, answers = new Answers(generation));
        }

        return answers;
    }

    /// <summary>Everything on which the answer depends. The vocabulary changes only with reference data, which rebuilds the index.</summary>
    internal static string Key(SearchQuery query)
    {
        var filter = query.Filter;
        var key = new StringBuilder(160);
        key.Append(query.Today.DayNumber).Append('\u0001').Append((int)query.Sort).Append((int)query.Marks)
            .Append(query.Understand ? '1' : '0').Append(query.WantTotal ? '1' : '0').Append(query.WantOtherSpellings ? '1' : '0')
            .Append(query.WantFacets ? '1' : '0').Append(query.WantWhy ? '1' : '0').Append(query.WantHighlights ? '1' : '0').Append(query.Page.Backwards ? '1' : '0')
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

    internal static string Key(SuggestQuery query) => $"s\u0001{query.Today.DayNumber}\u0001{query.Language}\u0001{query.First}\u0001{query.Prefix}";

    private static void Add<T>(StringBuilder key, IReadOnlyList<T> values)
    {
        key.Append('\u0001');
        foreach (var value in values)
        {
            key.Append(value).Append('\u0002');
        }
    }

    /// <summary>Answers given under one generation of the index.</summary>
    private sealed class Answers(long generation)
    {
        private readonly ConcurrentDictionary<string, object> _byKey = new(StringComparer.Ordinal);
        private int _count;

        public long Generation => generation;

        public bool IsFull => Volatile.Read(ref _count) >= MostAnswers;

        public object? Find(string key) => _byKey.GetValueOrDefault(key);

        public T Keep<T>(string key, T answer)
            where T : class
        {
            if (_byKey.TryAdd(key, answer))
            {
                Interlocked.Increment(ref _count);
            }

            return answer;
        }
    }
}
