using System.Globalization;
using Marketplace.Core.Search;
using Microsoft.Extensions.Logging;

namespace Marketplace.Search.Elasticsearch;

/// <summary>
/// Knows what state the index on the cluster is in, and a number that rises when it changes. Once it is read, it looks every second in the
/// background: what another node wrote is seen a second later at most, and reading the number never waits.
/// </summary>
internal sealed partial class ElasticsearchWatch(IElasticsearch engine, ElasticsearchVersions versions, TimeProvider clock, ILogger log) : IDisposable
{
    private const int OldestMajor = 8;
    private const int NewestMajor = 9;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();
    private readonly SemaphoreSlim _looking = new(1, 1);
    private readonly CancellationTokenSource _closing = new();
    private View _view = View.Nothing;
    private bool _isKnown;
    private long _generation;
    private int _isWatching;

    /// <summary>0 while the index cannot be used.</summary>
    public long Generation
    {
        get
        {
            if (Interlocked.Exchange(ref _isWatching, 1) == 0)
            {
                _ = WatchAsync();
            }

            return Volatile.Read(ref _view).State == IndexState.Ready ? Volatile.Read(ref _generation) : 0;
        }
    }

    public View Last => Volatile.Read(ref _view);

    /// <summary>Looks now; a whole look also asks what the engine is.</summary>
    public async Task<View> LookAsync(CancellationToken cancellationToken, bool whole = false)
    {
        await _looking.WaitAsync(cancellationToken);
        try
        {
            var seen = await SeeAsync(whole, cancellationToken);
            if (seen != _view)
            {
                Tell(_view, seen);
                if (seen.State == IndexState.Ready)
                {
                    Interlocked.Increment(ref _generation);
                }

                Volatile.Write(ref _view, seen);
            }

            return seen;
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <summary>Refuses another product, and a version whose answers we do not know.</summary>
    public async Task CheckEngineAsync(CancellationToken cancellationToken)
    {
        var version = (string?)(await engine.RootAsync(cancellationToken))["version"]?["number"] ?? "";
        if (!int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) || major is < OldestMajor or > NewestMajor)
        {
            throw new SearchUnavailableException($"Elasticsearch is version {(version.Length > 0 ? version : "unknown")}, but must be {OldestMajor} or {NewestMajor}.");
        }
    }

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    private async Task WatchAsync()
    {
        var closing = _closing.Token;
        using var timer = new PeriodicTimer(BetweenLooks);
        try
        {
            do
            {
                await LookAsync(closing);
            }
            while (await timer.WaitForNextTickAsync(closing));
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task<View> SeeAsync(bool whole, CancellationToken cancellationToken)
    {
        try
        {
            if (whole || !_isKnown)
            {
                await CheckEngineAsync(cancellationToken);
                _isKnown = true;
            }

            var mark = await ChangeMark.ReadAsync(engine, versions.Alias, cancellationToken);
            return mark is { } seen && _view.State == IndexState.Ready && _view.Live?.Index == seen.Index
                ? _view with { Mark = seen.Version }
                : Judge(await versions.LiveAsync(cancellationToken), mark?.Version ?? 0);
        }
        catch (SearchUnavailableException unavailable)
        {
            _isKnown = false;
            return new View(IndexState.Unreachable, Live: null, Mark: 0, unavailable.Message);
        }
        catch (ElasticsearchRefusal refusal)
        {
            return new View(IndexState.Unreachable, Live: null, Mark: 0, refusal.Message);
        }
    }

    /// <summary>
    /// An index of another format is built anew, unless somebody built it while this host runs: during an upgrade hosts of two versions would
    /// otherwise take it from one another until the last old one has stopped.
    /// </summary>
    private View Judge(LiveVersion? live, long mark) =>
        live is null ? new View(IndexState.Missing, Live: null, mark, "There is no search index on the cluster.")
        : live.Format == ElasticsearchMapping.Format ? new View(IndexState.Ready, live, mark, Reason: null)
        : live.BuiltAt > _startedAt ? new View(IndexState.Unreachable, live, mark, "A host with other rules has built the search index anew: all hosts must run the same version.")
        : new View(IndexState.Outdated, live, mark, $"The search index {live.Index} was made by other rules than this version's.");

    private void Tell(View before, View now)
    {
        if (now.State == before.State && now.Reason == before.Reason)
        {
            return;
        }

        if (now.State == IndexState.Ready)
        {
            Usable(now.Live!.Index);
        }
        else
        {
            Unusable(now.Reason!);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Search uses the index {Index}.")]
    private partial void Usable(string index);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Search cannot be used: {Reason}")]
    private partial void Unusable(string reason);

    /// <summary>What was seen at the last look.</summary>
    /// <param name="Mark">Rises with every batch that is written to the live index.</param>
    internal sealed record View(IndexState State, LiveVersion? Live, long Mark, string? Reason)
    {
        public static View Nothing { get; } = new(IndexState.Unreachable, Live: null, Mark: 0, "Elasticsearch has not been asked yet.");
    }
}
