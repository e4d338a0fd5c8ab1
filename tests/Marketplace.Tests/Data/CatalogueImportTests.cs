using Marketplace.Core.Certification;
using Marketplace.Core;
using Marketplace.Data.Import;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Data;

public sealed class CatalogueImportTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_shipped_catalogue_is_the_real_one()
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(ImportFiles.Shipped());

        Assert.Empty(report.Faults);
        await using var db = database.Open();
        Assert.Equal(239, await db.Products.CountAsync(Stop));
        Assert.Equal(100, await db.Producers.CountAsync(Stop));
        Assert.Equal(9, await db.Districts.CountAsync(Stop));
        Assert.Equal(167 + 48, await db.Communes.CountAsync(Stop));
        Assert.Equal(12, await db.ProductGroups.CountAsync(Stop));
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ImportAsync(ImportFiles.Shipped());
        await database.AddDemonstrationAsync();
        var outbox = await OutboxRows(database);

        var second = await database.ImportAsync(ImportFiles.Shipped());
        var added = await database.AddDemonstrationAsync();

        Assert.Equal((0, 0), (second.Created, second.Changed));
        Assert.Equal(0, added);
        Assert.Equal(outbox, await OutboxRows(database));
    }

    [Fact]
    public async Task Every_fault_is_told_by_file_record_and_field_and_nothing_is_written()
    {
        await using var database = await TestDatabase.CreateAsync();
        var files = ImportFiles.From(new Dictionary<string, string>
        {
            ["districts.json"] = """{ "districts": [ { "code": "Ba Tri", "nameVi": "Huyện Ba Tri", "kind": "shire", "validTo": "30/06/2025" } ] }""",
            ["producers.json"] = """{ "producers": [ { "id": "a", "nameVi": "A", "kind": "household", "district": "nowhere" }, { "id": "a", "nameVi": "B", "kind": "household" }, 7 ] }""",
            ["products.json"] = """{ "products": "none" }""",
        });

        var report = await database.ImportAsync(files);

        Assert.Equal(
            [
                "districts.json Ba Tri code", "districts.json Ba Tri kind", "districts.json Ba Tri validTo",
                "producers.json a district", "producers.json a id",
                "producers.json #3 id", "producers.json #3 nameVi", "producers.json #3 kind",
                "products.json  products",
            ],
            report.Faults.Select(fault => $"{fault.File} {fault.Record} {fault.Field}"));
        Assert.Contains(report.Faults, fault => fault.Message.En!.Contains("choose one of: city, district", StringComparison.Ordinal));
        await using var db = database.Open();
        Assert.Equal(0, await db.Producers.CountAsync(Stop));
    }

    [Fact]
    public async Task A_file_that_is_not_json_names_the_line()
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(ImportFiles.From(new Dictionary<string, string> { ["products.json"] = "{\n  \"products\": [\n    oops" }));

        Assert.Equal("Is not valid JSON at line 3.", Assert.Single(report.Faults).Message.En);
    }

    [Fact]
    public async Task A_changed_record_is_changed_alone()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ImportAsync(ImportFiles.Shipped());

        var report = await database.ImportAsync(ImportFiles.From(new Dictionary<string, string>
        {
            ["districts.json"] = """{ "districts": [ { "code": "ba-tri", "nameVi": "Huyện Ba Tri", "nameEn": "Ba Tri", "kind": "district" } ] }""",
        }));

        Assert.Equal((0, 1), (report.Created, report.Changed));
    }

    [Fact]
    public async Task Demonstration_gives_the_forty_certified_products_their_real_stars_today_and_nobody_else_more_than_three()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ImportAsync(ImportFiles.Shipped());
        await database.AddDemonstrationAsync();
        await using var db = database.Open();
        var today = database.Clock.Today();

        var certificates = await db.Certificates.ToListAsync(Stop);
        var stars = ShippedStars.Load();
        var slugs = await db.Products.ToDictionaryAsync(product => product.Id, product => product.Slug, Stop);

        Assert.All(certificates, certificate => Assert.True(certificate.IsDemonstration));
        Assert.Equal(40, stars.Count);
        Assert.All(stars, rated => Assert.Equal(rated.Value, certificates.Single(c => slugs[c.ProductId] == rated.Key && c.ShowsStarsOn(today)).Stars));
        var others = certificates.Where(c => !stars.ContainsKey(slugs[c.ProductId])).Select(c => c.StateOn(today)).ToList();
        Assert.Equal(
            [CertificateState.Expiring, CertificateState.Expired, CertificateState.Revoked],
            others.Distinct().Order());
    }

    [Fact]
    public async Task Demonstration_has_samples_that_can_be_sent_and_smallest_orders_that_a_maker_takes_back_for_good()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ImportAsync(ImportFiles.Shipped());
        await database.AddDemonstrationAsync();
        await using var db = database.Open();

        var sampled = await db.Offers.Where(offer => offer.SampleMost != null).ToListAsync(Stop);
        Assert.Equal(5, sampled.Count);
        Assert.All(sampled, offer => Assert.True(offer.IsDemonstration && offer.Available >= offer.Sample!.Most && offer.Sample.UnitPrice < offer.Price.Amount));
        var asking = await db.Producers.Where(producer => producer.SmallestOrder != null).OrderBy(producer => producer.Slug).ToListAsync(Stop);
        Assert.Equal([("cong-ty-minh-luong", 500_000), ("vina-tt-kim-thanh", 1_000_000)], asking.Select(producer => (producer.Slug, producer.SmallestOrder!.Value)));

        Assert.False(asking[0].AskAtLeast(null).Failed(out _, out _));
        await db.SaveChangesAsync(Stop);
        Assert.Equal(0, await database.AddDemonstrationAsync());
        Assert.Equal(1, await db.Producers.CountAsync(producer => producer.SmallestOrder != null, Stop));
    }

    private static async Task<int> OutboxRows(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Outbox.CountAsync(Stop);
    }
}
