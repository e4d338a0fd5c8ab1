using System.Diagnostics;
using Marketplace.Api.Telemetry;
using Marketplace.Core.Search;

namespace Marketplace.Api.Search;

/// <summary>Measures what the engine behind it does, and shows each search in the trace of its request; never the words that were searched for.</summary>
internal sealed class MeasuredSearch(ISearchIndex engine, string name) : ISearchIndex
{
    public bool IsShared => engine.IsShared;

    public long Generation => engine.Generation;

    /// <summary>A span of a search. What was answered from the cache has one too, so that a trace shows why there was no engine in it.</summary>
    public static Activity? Span(string attempt, bool cached) => Instruments.Source.StartActivity("search")?.SetTag("search.attempt", attempt).SetTag("search.cached", cached);

    /// <summary>Kinds of search, for the span: a list, words, words that had to be read in another way.</summary>
    public static string Attempt(SearchQuery query) => string.IsNullOrWhiteSpace(query.Text) ? "browse" : "text";

    public Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken) =>
        MeasureAsync(Attempt(query), () => engine.SearchAsync(query, cancellationToken), static page => page.Total ?? page.Hits.Count, static page => page.DidYouMean is not null);

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(SuggestQuery query, CancellationToken cancellationToken) =>
        MeasureAsync("suggest", () => engine.SuggestAsync(query, cancellationToken), static found => found.Count, static _ => false);

    public Task<IReadOnlyList<IndexRejection>> ApplyAsync(IndexBatch batch, CancellationToken cancellationToken) => engine.ApplyAsync(batch, cancellationToken);

    public Task<IndexRebuild> RebuildAsync(IndexSource source, IProgress<int>? written, CancellationToken cancellationToken) =>
        engine.RebuildAsync(source, written, cancellationToken);

    public IAsyncEnumerable<IndexEntry> EntriesAsync(CancellationToken cancellationToken) => engine.EntriesAsync(cancellationToken);

    public Task<IndexStatus> StatusAsync(CancellationToken cancellationToken) => engine.StatusAsync(cancellationToken);

    private async Task<T> MeasureAsync<T>(string attempt, Func<Task<T>> search, Func<T, int> hits, Func<T, bool> corrected)
    {
        using var span = Span(attempt, cached: false)?.SetTag("search.engine", name);
        var began = Stopwatch.GetTimestamp();
        var outcome = "failed";
        try
        {
            var answer = await search();
            outcome = "ok";
            span?.SetTag("search.hits", hits(answer)).SetTag("search.attempt", corrected(answer) ? "corrected" : attempt);
            return answer;
        }
        catch (InvalidCursorException)
        {
            outcome = "refused";
            throw;
        }
        catch (SearchUnavailableException)
        {
            outcome = "unavailable";
            throw;
        }
        catch (OperationCanceledException)
        {
            outcome = "abandoned";
            throw;
        }
        finally
        {
            var took = Stopwatch.GetElapsedTime(began);
            Instruments.SearchDuration.Record(took.TotalSeconds, new("engine", name), new("outcome", outcome));
            span?.SetTag("search.took_ms", took.TotalMilliseconds).SetTag("outcome", outcome).SetStatus(outcome is "failed" or "unavailable" ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        }
    }
}
