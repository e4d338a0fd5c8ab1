using System.Globalization;
using System.Text.Json;

namespace Marketplace.Benchmarks;

/// <summary>Questions over HTTP, each beside the bare endpoint that answers as many bytes.</summary>
internal sealed class HttpRows(Market market, Bare bare, Scale scale, Report report)
{
    private const int Connections = 8;
    private const int Words = 500;
    private const int Pages = 200;

    private readonly Random _random = new(1862);

    /// <summary>Reads every product once, which fills the cache of the catalogue.</summary>
    public async Task<IReadOnlyList<string>> WalkAsync()
    {
        using var connection = await Connection.OpenAsync(market.Port);
        var slugs = new List<string>();
        for (string? after = null; ;)
        {
            using var answer = JsonDocument.Parse(await connection.AskAsync(Connection.Request("/graphql", Documents.Walk, new { after })));
            var page = answer.RootElement.GetProperty("data").GetProperty("products");
            slugs.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("slug").GetString() ?? ""));
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                return slugs;
            }

            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
    }

    public Task RepeatedSearchAsync(Typed typed)
    {
        byte[][] requests = [.. typed.Next(Words).Select(text => Connection.Request("/graphql", Documents.Search, new { search = text }))];

        // Zipf: the second most frequent word comes half as often as the first, the tenth a tenth as often.
        var sums = new double[Words];
        for (var rank = 0; rank < Words; rank++)
        {
            sums[rank] = (rank == 0 ? 0 : sums[rank - 1]) + (1.0 / (rank + 1));
        }

        return CompareAsync("search, repeated words (Zipf over 500), cached by index generation", 0.25, requests, scale.Requests, mostP99: 10, Draw);

        int Draw()
        {
            var at = Array.BinarySearch(sums, _random.NextDouble() * sums[^1]);
            return Math.Min(Words - 1, at < 0 ? ~at : at);
        }
    }

    public Task ListAsync() =>
        CompareAsync("product list, 20 products, 10 fields", 0.40, [Connection.Request("/graphql", Documents.List)], scale.Requests, mostP99: null, () => 0);

    public Task PagesAsync(IReadOnlyList<string> slugs)
    {
        byte[][] requests = [.. Enumerable.Range(0, Pages).Select(_ => Connection.Request("/graphql", Documents.Page, new { slug = slugs[_random.Next(slugs.Count)] }))];
        return CompareAsync("product page, all it shows, 200 products in turn", 0.40, requests, scale.Requests, mostP99: null, () => _random.Next(Pages));
    }

    private async Task CompareAsync(string what, double budget, byte[][] requests, int count, double? mostP99, Func<int> draw)
    {
        var ours = await Connection.OpenAsync(market.Port, Connections);
        var theirs = await Connection.OpenAsync(bare.Port, Connections);
        var size = 0.0;
        foreach (var request in requests)
        {
            var answer = await ours[0].AskAsync(request);
            size += answer.Span.IndexOf("\"errors\""u8) < 0 ? answer.Length / (double)requests.Length : throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(answer.Span));
        }

        bare.Size = (int)size;

        // The same requests for both, drawn beforehand.
        int[] drawn = [.. Enumerable.Range(0, count).Select(_ => draw())];
        var bareRequests = requests.Select(request => BareRequest(request)).ToArray();
        var compared = await Load.CompareAsync(
            scale.WarmUp,
            scale.Rounds,
            _ => Load.RunAsync(Connections, count, async (worker, number) => await ours[worker].AskAsync(requests[drawn[number]])),
            _ => Load.RunAsync(Connections, count, async (worker, number) => await theirs[worker].AskAsync(bareRequests[drawn[number]])));
        Array.ForEach([.. ours, .. theirs], connection => connection.Dispose());

        var slow = compared.Subject.P99 / compared.Basis.P99;
        report.Add(new Row(
            what,
            string.Create(CultureInfo.InvariantCulture, $"≥ {budget:0.00} × bare{(mostP99 is null ? "" : $", p99 ≤ {mostP99} × bare's")}"),
            $"{Report.Number(compared.Best)} ×",
            $"{Report.Number(compared.Median)} ×{(mostP99 is null ? "" : $", p99 {Report.Number(slow)} ×")}",
            Latency(compared),
            Cost(compared, "bare") + string.Create(CultureInfo.InvariantCulture, $"; {size / 1024:0.0} KiB answer"),
            compared.Median >= budget && (mostP99 is null || slow <= mostP99)));
    }

    public static string Latency(Comparison compared) => string.Create(
        CultureInfo.InvariantCulture, $"{compared.Subject.P50:0.00} / {compared.Subject.P99:0.00} ms (against {compared.Basis.P50:0.00} / {compared.Basis.P99:0.00})");

    public static string Cost(Comparison compared, string basis) => string.Create(
        CultureInfo.InvariantCulture,
        $"{compared.Subject.PerSecond:#,0}/s, {compared.Subject.Cpu:0} µs, {compared.Subject.Allocated / 1024:0.0} KiB ({basis}: {compared.Basis.PerSecond:#,0}/s, {compared.Basis.Cpu:0} µs, {compared.Basis.Allocated / 1024:0.0} KiB)");

    private static byte[] BareRequest(byte[] request)
    {
        // Bare answers without reading; Kestrel reads the body off the connection all the same.
        var line = "POST /graphql"u8.Length;
        return [.. "POST "u8, .. System.Text.Encoding.ASCII.GetBytes(Bare.Path), .. request[line..]];
    }
}
