using Marketplace.Data.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.EngineTests.Database;

/// <summary>How the databases compare and order text.</summary>
public sealed class TextTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Names_come_in_the_order_of_a_Vietnamese_dictionary(Engine engine)
    {
        string[] dictionary = ["An", "Ăn", "Ân", "Bình", "Cơ", "Dừa", "Đào", "Em", "Êm", "Ong", "Ông", "Ơn", "Ung", "Ưng"];
        await using var database = await EngineDatabase.MigratedAsync(engine);
        await using var db = database.Open();
        db.Producers.AddRange(dictionary.Reverse().Select((name, i) => Some.Producer($"p-{i}", name)));
        await db.SaveChangesAsync(Stop);

        var forwards = await db.ProducerPageAsync(ProducerChoice.All, from: null, backwards: false, take: 100, Stop);
        var fifth = forwards[4];
        var after = await db.ProducerPageAsync(ProducerChoice.All, new(fifth.NameSortKey, fifth.Id), backwards: false, take: 100, Stop);
        var before = await db.ProducerPageAsync(ProducerChoice.All, new(fifth.NameSortKey, fifth.Id), backwards: true, take: 100, Stop);

        Assert.Equal(dictionary, forwards.Select(producer => producer.Name.Vi));
        Assert.Equal(dictionary[5..], after.Select(producer => producer.Name.Vi));
        Assert.Equal(dictionary[..4].Reverse(), before.Select(producer => producer.Name.Vi));
    }

    [Fact]
    public async Task Sql_server_itself_orders_names_so_too()
    {
        string[] dictionary = ["An", "Ăn", "Ân", "bình", "Dừa", "Đào"];
        await using var database = await EngineDatabase.MigratedAsync(Engine.SqlServer);
        await using var db = database.Open();
        db.Producers.AddRange(dictionary.Reverse().Select((name, i) => Some.Producer($"p-{i}", name)));
        await db.SaveChangesAsync(Stop);

        Assert.Equal(dictionary, await db.Producers.OrderBy(producer => producer.Name.Vi).Select(producer => producer.Name.Vi).ToListAsync(Stop));
        Assert.Equal(1, await db.Producers.CountAsync(producer => producer.Name.Vi == "BÌNH", Stop));
        Assert.Equal(0, await db.Producers.CountAsync(producer => producer.Name.Vi == "binh", Stop));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Codes_are_compared_byte_by_byte(Engine engine)
    {
        await using var database = await EngineDatabase.MigratedAsync(engine);
        await using var db = database.Open();
        db.Producers.AddRange(Some.Producer("keo-dua"), Some.Producer("KEO-DUA"));
        await db.SaveChangesAsync(Stop);

        var lower = await db.ProducerIdAsync("keo-dua", Stop);
        var upper = await db.ProducerIdAsync("KEO-DUA", Stop);

        Assert.NotNull(lower);
        Assert.NotNull(upper);
        Assert.NotEqual(lower, upper);
    }

    /// <summary>SQL Server takes đ for d where it makes narrow text of it, and pays no heed to spaces at the end.</summary>
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_text_that_is_no_code_finds_none(Engine engine)
    {
        await using var database = await EngineDatabase.FilledAsync(engine);
        await using var db = database.Open();
        string[] near = ["keo-dua-sau-rieng-đong-a", "keo-dua-sau-rieng-dong-a ", "Keo-dua-sau-rieng-dong-a", "keo-dua-sau-rieng-dong-á"];

        foreach (var slug in near)
        {
            Assert.Null(await db.ProductIdAsync(slug, Stop));
            Assert.Null(await db.ProducerIdAsync(slug, Stop));
        }

        Assert.Empty(await db.ProductIdsAsync(near, Stop));
        Assert.Single(await db.ProductIdsAsync([.. near, "keo-dua-sau-rieng-dong-a"], Stop));
        var number = await db.Certificates.Select(certificate => certificate.Number).FirstAsync(Stop);
        Assert.NotNull(await db.CertifiedProductIdAsync(number, Stop));
        Assert.Null(await db.CertifiedProductIdAsync(number.ToLowerInvariant(), Stop));
        Assert.Null(await db.CertifiedProductIdAsync(number + " ", Stop));
    }
}
