using System.Globalization;
using Marketplace.Api.FrontDoor;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Benchmarks;

/// <summary>Pages of the real storefront through the door: made for each visitor, and kept for all.</summary>
internal static class DoorRows
{
    private const int Connections = 8;

    /// <summary>A page made by Node takes some hundred times as long as a kept one; so many fewer are asked for.</summary>
    private const int Fewer = 50;

    private const string Packed = "gzip, deflate, br";

    private static readonly TimeSpan ReadyWithin = TimeSpan.FromMinutes(1);

    private static readonly (string Name, string Path)[] Pages = [("home page", "/"), ("product page", "/san-pham/keo-dua-sau-rieng-dong-a")];

    public static async Task RunAsync(string directory, Scale scale, Report report)
    {
        await using var market = await Market.OpenAsync(directory, products: 0, serve: true, storefront: true);
        var status = market.Services.GetRequiredService<StorefrontStatus>();
        if (status.Now.State == StorefrontState.NotBuilt)
        {
            report.Note("The pages through the door were skipped: the storefront is not built.");
            return;
        }

        await status.ReachesAsync(StorefrontState.Ready, CancellationToken.None).WaitAsync(ReadyWithin);
        await using var bare = await Bare.OpenAsync();
        foreach (var (name, path) in Pages)
        {
            // Credentials are never answered from the kept pages: the same door, as it is without them.
            await AddAsync($"{name} through the door, made each time", Connection.PageRequest(path, "Authorization: none\r\n"), budget: null, scale.Requests / Fewer);
            await FillAsync(market.Port, path);
            await AddAsync($"{name} through the door, kept", Connection.PageRequest(path, $"Accept-Encoding: {Packed}\r\n"), budget: 0.40, scale.Requests);
        }

        report.Note("Pages made each time are not packed, kept ones are packed with Brotli as a browser asks for; bare's answer is as long as each. 8 visitors at once, the catalogue as it is shipped.");

        async Task AddAsync(string what, byte[] request, double? budget, int count)
        {
            var ours = await Connection.OpenAsync(market.Port, Connections);
            var theirs = await Connection.OpenAsync(bare.Port, Connections);
            var bareRequest = Connection.PageRequest(Bare.Path, "");
            var size = (await ours[0].AskAsync(request)).Length;
            bare.Size = size;
            var compared = await Load.CompareAsync(
                scale.WarmUp,
                scale.Rounds,
                _ => Load.RunAsync(Connections, count, async (worker, _) => await ours[worker].AskAsync(request)),
                _ => Load.RunAsync(Connections, count, async (worker, _) => await theirs[worker].AskAsync(bareRequest)));
            Array.ForEach([.. ours, .. theirs], connection => connection.Dispose());
            report.Add(new Row(
                what,
                budget is null ? "–" : string.Create(CultureInfo.InvariantCulture, $"≥ {budget:0.00} × bare"),
                string.Create(CultureInfo.InvariantCulture, $"{compared.Best:0.000} ×"),
                string.Create(CultureInfo.InvariantCulture, $"{compared.Median:0.000} ×"),
                HttpRows.Latency(compared),
                HttpRows.Cost(compared, "bare") + string.Create(CultureInfo.InvariantCulture, $"; {size / 1024.0:0.0} KiB answer"),
                budget is null ? null : compared.Median >= budget));
        }
    }

    /// <summary>Has the page made and kept. The first answer is packed while it is sent and tells no length, which our own connection needs.</summary>
    private static async Task FillAsync(int port, string path)
    {
        using var client = new HttpClient { DefaultRequestHeaders = { Host = "localhost" } };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", Packed);
        await client.GetByteArrayAsync(new Uri($"http://127.0.0.1:{port}{path}"));
    }
}
