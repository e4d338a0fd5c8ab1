namespace Marketplace.Search.Elasticsearch;

/// <summary>Sends each attempt to the cluster's next node, and reads the whole answer while the attempt lasts: one that breaks off is a failed attempt.</summary>
internal sealed class ElasticsearchNodes(IReadOnlyList<Uri> nodes, TimeProvider clock) : DelegatingHandler
{
    private const long LargestAnswer = 64 << 20;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);
    private static readonly HttpRequestOptionsKey<string> Path = new("path");

    private readonly long[] _restsUntil = new long[nodes.Count];
    private int _turn = -1;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(Path, out var path))
        {
            request.Options.Set(Path, path = request.RequestUri!.PathAndQuery.TrimStart('/'));
        }

        var node = Next();
        request.RequestUri = new Uri(nodes[node], path);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
            _restsUntil[node] = 0;
            return response;
        }
        catch (HttpRequestException)
        {
            _restsUntil[node] = clock.GetTimestamp() + (long)(Rest.TotalSeconds * clock.TimestampFrequency);
            throw;
        }
    }

    /// <summary>The next node that has not failed lately; when all have, the one whose rest ends first.</summary>
    private int Next()
    {
        var (turn, now, best) = ((int)((uint)Interlocked.Increment(ref _turn) % nodes.Count), clock.GetTimestamp(), -1);
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = (turn + i) % nodes.Count;
            if (_restsUntil[node] <= now)
            {
                return node;
            }

            best = best < 0 || _restsUntil[node] < _restsUntil[best] ? node : best;
        }

        return best;
    }
}
