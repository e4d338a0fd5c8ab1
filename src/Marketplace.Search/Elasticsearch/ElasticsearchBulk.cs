using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Marketplace.Core.Search;

namespace Marketplace.Search.Elasticsearch;

/// <summary>
/// Writes in portions that the cluster can take. What it is too busy for is written again, later and in smaller portions; what it will never
/// take is given back. Everything has a version, so that writing it twice does no harm.
/// </summary>
internal sealed class ElasticsearchBulk(IElasticsearch engine, string alias, ElasticsearchConnection connection)
{
    public const string Visible = "true";
    public const string NotYet = "false";

    private const int LargestPortion = 5 << 20;
    private const int SmallestPortion = 64 << 10;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly List<IndexRejection> _rejected = [];

    /// <summary>How much is sent at once; less after the cluster was too busy.</summary>
    private int _limit = LargestPortion;

    /// <summary>What the engine will never take, so far.</summary>
    public IReadOnlyList<IndexRejection> Rejected => _rejected;

    /// <summary>The index that was written to last: the alias stood for it.</summary>
    public string? WrittenTo { get; private set; }

    /// <summary>Cuts a row of writes into portions of the greatest size.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<BulkLine>> PortionsAsync(IAsyncEnumerable<BulkLine> lines, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (portion, size) = (new List<BulkLine>(), 0);
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            if (portion.Count > 0 && size + line.Bytes.Length > LargestPortion)
            {
                yield return portion;
                (portion, size) = ([], 0);
            }

            portion.Add(line);
            size += line.Bytes.Length;
        }

        if (portion.Count > 0)
        {
            yield return portion;
        }
    }

    /// <summary>Writes all lines. <paramref name="refresh"/> waits until searches find them.</summary>
    public async Task WriteAsync(IReadOnlyList<BulkLine> lines, bool refresh, CancellationToken cancellationToken)
    {
        var waiting = new Queue<BulkLine>(lines);
        var (sent, busy) = (0, 0);
        while (waiting.Count > 0)
        {
            var portion = Take(waiting);
            var isAll = ++sent == 1 && waiting.Count == 0;
            var outcome = await SendAsync(portion, refresh && isAll ? Visible : NotYet, cancellationToken);
            foreach (var line in outcome.Again)
            {
                waiting.Enqueue(line);
            }

            if (outcome.Wait is { } wait)
            {
                busy = outcome.Again.Count < portion.Count ? 1 : busy + 1;
                await PauseAsync(busy, wait, outcome.Reason, cancellationToken);
            }
        }

        if (refresh && sent > 1)
        {
            await engine.RefreshAsync(alias, cancellationToken);
        }
    }

    private List<BulkLine> Take(Queue<BulkLine> waiting)
    {
        var (portion, size) = (new List<BulkLine>(), 0);
        while (waiting.TryPeek(out var next) && (portion.Count == 0 || size + next.Bytes.Length <= _limit))
        {
            portion.Add(waiting.Dequeue());
            size += next.Bytes.Length;
        }

        return portion;
    }

    private async Task<Outcome> SendAsync(List<BulkLine> portion, string refresh, CancellationToken cancellationToken)
    {
        using var content = Content(portion);
        try
        {
            return Read(portion, await engine.BulkAsync(alias, refresh, content, cancellationToken));
        }
        catch (ElasticsearchRefusal refusal) when (BulkItem.IsBlock(refusal.Kind))
        {
            throw BulkItem.Unavailable(refusal.Kind, refusal.Message);
        }
        catch (ElasticsearchRefusal refusal) when (refusal.Status == HttpStatusCode.TooManyRequests)
        {
            TakeLess();
            return new Outcome(portion, refusal.RetryAfter ?? TimeSpan.Zero, refusal.Message);
        }
        catch (ElasticsearchRefusal refusal) when (refusal.Status == HttpStatusCode.RequestEntityTooLarge)
        {
            if (portion is [var alone])
            {
                _rejected.Add(new IndexRejection(alone.Id, $"The document is too large for the engine: {alone.Bytes.Length / 1024} KiB."));
                return Outcome.Written;
            }

            _limit = Math.Max(portion.Sum(line => line.Bytes.Length) / 2, 1);
            return new Outcome(portion, Wait: null, refusal.Message);
        }
    }

    /// <summary>Reads what became of every line; an answer that does not tell of each is no answer.</summary>
    private Outcome Read(List<BulkLine> portion, JsonObject answer)
    {
        if (answer["items"] is not JsonArray items || items.Count != portion.Count)
        {
            throw new SearchUnavailableException($"Elasticsearch answered for {(answer["items"] as JsonArray)?.Count ?? 0} of {portion.Count} writes.");
        }

        var (again, reason) = (new List<BulkLine>(), "");
        for (var i = 0; i < items.Count; i++)
        {
            var item = BulkItem.Of(items[i]);
            WrittenTo = item.Index ?? WrittenTo;
            switch (item.Fate)
            {
                case BulkFate.Rejected:
                    _rejected.Add(new IndexRejection(portion[i].Id, item.Reason));
                    break;
                case BulkFate.Again:
                    again.Add(portion[i]);
                    reason = item.Reason;
                    break;
            }
        }

        if (again.Count == 0)
        {
            return Outcome.Written;
        }

        TakeLess();
        return new Outcome(again, TimeSpan.Zero, reason);
    }

    private static ByteArrayContent Content(List<BulkLine> portion)
    {
        var bytes = new byte[portion.Sum(line => line.Bytes.Length)];
        var at = 0;
        foreach (var line in portion)
        {
            line.Bytes.Span.CopyTo(bytes.AsSpan(at));
            at += line.Bytes.Length;
        }

        return new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-ndjson") } };
    }

    private void TakeLess() => _limit = Math.Max(_limit / 2, SmallestPortion);

    private async Task PauseAsync(int busy, TimeSpan wanted, string reason, CancellationToken cancellationToken)
    {
        if (busy > connection.BusyRetries)
        {
            throw new SearchUnavailableException($"Elasticsearch is too busy to be written to. {reason}");
        }

        var pause = connection.BusyPause * (1 << Math.Min(busy - 1, 6));
        await Task.Delay(wanted > LongestPause ? LongestPause : pause > wanted ? pause : wanted, TimeProvider.System, cancellationToken);
    }

    /// <param name="Again">What has to be sent once more.</param>
    /// <param name="Wait">How long the engine wants to be left alone; null when it need not be.</param>
    private readonly record struct Outcome(IReadOnlyList<BulkLine> Again, TimeSpan? Wait, string Reason)
    {
        public static Outcome Written { get; } = new([], Wait: null, "");
    }
}
