using Marketplace.Data.Import;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.EngineTests.Database;

/// <summary>The shipped catalogue in either database.</summary>
public sealed class ImportTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_catalogue_comes_in_whole_and_a_second_time_writes_nothing(Engine engine)
    {
        await using var database = await EngineDatabase.MigratedAsync(engine);

        var first = await database.ImportAsync(ImportFiles.Shipped());
        var second = await database.ImportAsync(ImportFiles.Shipped());

        Assert.Empty(first.Faults);
        Assert.Equal((0, 0, first.Created), (second.Created, second.Changed, second.Unchanged));
        await using var db = database.Open();
        Assert.Equal((239, 100), (await db.Products.CountAsync(Stop), await db.Producers.CountAsync(Stop)));
        Assert.Equal("Kẹo dừa sầu riêng Đông Á", (await db.Products.SingleAsync(product => product.Slug == "keo-dua-sau-rieng-dong-a", Stop)).Name.Vi);
    }
}
