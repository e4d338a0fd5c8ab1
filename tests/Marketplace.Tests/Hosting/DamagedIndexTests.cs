namespace Marketplace.Tests.Hosting;

/// <summary>The index is a copy: whatever happens to it, the shop comes back with all its goods.</summary>
public sealed class DamagedIndexTests
{
    [Fact]
    public async Task A_damaged_index_is_rebuilt_at_start()
    {
        var data = Directory.CreateTempSubdirectory("damaged-");
        try
        {
            using (var first = new MarketplaceApp(data))
            {
                Assert.Equal(239, await CountAsync(first));
            }

            foreach (var file in Directory.EnumerateFiles(Path.Combine(data.FullName, "search"), "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file).StartsWith('_')))
            {
                await File.WriteAllTextAsync(file, "damaged", TestContext.Current.CancellationToken);
            }

            using var second = new MarketplaceApp(data);
            Assert.Equal(239, await CountAsync(second));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<int> CountAsync(MarketplaceApp app) => (int)(await app.DataAsync("{ products { totalCount } }"))["products"]!["totalCount"]!;
}
