using Marketplace.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.EngineTests.Database;

/// <summary>Migrations that move rows to another table, on a database that has some.</summary>
public sealed class MovedRowsTests
{
    private static readonly DateOnly Earlier = new(2026, 1, 1);
    private static readonly DateOnly Later = new(2026, 6, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Each_buyer_keeps_of_each_producer_the_one_price_list_that_counted(Engine engine)
    {
        await using var database = await EngineDatabase.MigratedAsync(engine, upTo: "BuyingCompany");
        await using var db = database.Open();
        var (coconut, honey) = (await ProducerAsync(db, "dua"), await ProducerAsync(db, "mat-ong"));
        var (old, current, twin) = (await ListAsync(db, coconut, Earlier), await ListAsync(db, coconut, Later), await ListAsync(db, coconut, Later));
        var ofHoney = await ListAsync(db, honey, Earlier);
        var onlyOld = await BuyerAsync(db, old);
        var oldAndCurrent = await BuyerAsync(db, current, old);
        var ofBoth = await BuyerAsync(db, old, ofHoney);
        var ofOneDay = await BuyerAsync(db, current, twin);
        await BuyerAsync(db);

        await db.Database.MigrateAsync(Stop);

        var held = await db.BuyerPriceLists.AsNoTracking().ToListAsync(Stop);
        Assert.Equal(
            new[] { (onlyOld, coconut, old), (oldAndCurrent, coconut, current), (ofBoth, coconut, old), (ofBoth, honey, ofHoney) }.Order(),
            held.Where(row => row.OrganisationId != ofOneDay).Select(row => (row.OrganisationId, row.ProducerId, row.PriceListId)).Order());
        var one = Assert.Single(held, row => row.OrganisationId == ofOneDay);
        Assert.Equal(coconut, one.ProducerId);
        Assert.Contains(one.PriceListId, new[] { current, twin });
    }

    // As the tables were before: the model of today would write columns that are not there yet.
    private static async Task<Guid> ProducerAsync(MarketplaceDb db, string slug)
    {
        var id = Some.Id();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Producers" ("Id", "Slug", "Kind", "Sources", "Version", "UpdatedAt", "NameSortKey", "Name_Vi")
            VALUES ({id}, {slug}, 'HOUSEHOLD', '[]', 0, {default(DateTime)}, {slug}, {slug})
            """,
            Stop);
        return id;
    }

    private static async Task<Guid> ListAsync(MarketplaceDb db, Guid producer, DateOnly from)
    {
        var id = Some.Id();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "PriceLists" ("Id", "ProducerId", "Name", "ReductionBasisPoints", "ValidFrom", "Version")
            VALUES ({id}, {producer}, 'Đại lý', 500, {from}, 0)
            """,
            Stop);
        return id;
    }

    private static async Task<Guid> BuyerAsync(MarketplaceDb db, params Guid[] lists)
    {
        var id = Some.Id();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Organisations" ("Id", "Kind", "Name", "IdentityStatus", "IsDemonstration", "CreatedAt", "Version")
            VALUES ({id}, 'BUYER', 'Bên mua', 'VERIFIED', 0, {default(DateTime)}, 0)
            """,
            Stop);
        foreach (var list in lists)
        {
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "PriceListBuyers" ("OrganisationId", "PriceListId") VALUES ({id}, {list})""", Stop);
        }

        return id;
    }
}
