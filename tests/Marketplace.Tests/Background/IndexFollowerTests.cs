using Marketplace.Core.Certification;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Background;

/// <summary>Writes reach the index and the caches through the outbox, on a host of their own.</summary>
public sealed class IndexFollowerTests : IDisposable
{
    private readonly MarketplaceApp _app = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_listing_is_found_and_shown_as_it_is_now()
    {
        Assert.Equal(0, await CountAsync("qwzrtk"));

        await _app.ChangeAsync(async db =>
        {
            var product = await db.Products.SingleAsync(product => product.Slug == "keo-dua-sau-rieng-dong-a", Stop);
            product.Name = new("Kẹo qwzrtk", "Qwzrtk candy");
        });

        Assert.Equal(1, await CountAsync("qwzrtk"));
        Assert.Equal("Kẹo qwzrtk", (string?)(await _app.DataAsync("""{ product(slug: "keo-dua-sau-rieng-dong-a") { name } }"""))["product"]!["name"]);
    }

    [Fact]
    public async Task A_renamed_producer_is_shown_on_its_products()
    {
        await _app.DataAsync("""{ product(slug: "keo-dua-sau-rieng-dong-a") { producer { name } } }""");

        await _app.ChangeAsync(async db => (await db.Producers.SingleAsync(producer => producer.Slug == "cong-ty-dong-a", Stop)).Rename(new("Công ty Mặt Trời")));

        Assert.Equal("Công ty Mặt Trời", (string?)(await _app.DataAsync("""{ product(slug: "keo-dua-sau-rieng-dong-a") { producer { name } } }"""))["product"]!["producer"]!["name"]);
        Assert.True(await CountAsync("mặt trời") > 0);
    }

    [Fact]
    public async Task A_revoked_certificate_takes_the_stars_off_the_product_and_out_of_the_facet()
    {
        const string FiveStars = "{ products(filter: { stars: [5] }) { totalCount } product(slug: \"keo-dua-sau-rieng-dong-a\") { stars } }";
        Assert.Equal(5, (int)(await _app.DataAsync(FiveStars))["products"]!["totalCount"]!);

        await _app.ChangeAsync(async db =>
        {
            var product = await db.Products.SingleAsync(product => product.Slug == "keo-dua-sau-rieng-dong-a", Stop);
            var certificate = await db.Certificates.SingleAsync(certificate => certificate.ProductId == product.Id, Stop);
            Assert.False(certificate.Revoke(new(2026, 11, 22), RevocationGround.MisuseOfMark, "Dùng sai nhãn hiệu").Failed(out _, out _));
        });

        var after = await _app.DataAsync(FiveStars);
        Assert.Equal((4, null), ((int)after["products"]!["totalCount"]!, (int?)after["product"]!["stars"]));
    }

    [Fact]
    public async Task Stars_end_with_their_last_day_though_nothing_is_written()
    {
        const string Certified = "{ products(filter: { certified: true }) { totalCount } product(slug: \"xa-bong-dua-khanh-thanh-tan\") { stars certificate { state expiresOn } } }";
        var before = await _app.DataAsync(Certified);
        Assert.Equal("EXPIRING", (string?)before["product"]!["certificate"]!["state"]);

        var last = DateOnly.Parse((string)before["product"]!["certificate"]!["expiresOn"]!, System.Globalization.CultureInfo.InvariantCulture);
        _app.Clock.SetUtcNow(new DateTimeOffset(last.AddDays(1), new TimeOnly(0, 5), TimeSpan.FromHours(7)));

        var after = await _app.DataAsync(Certified);
        Assert.Equal(("EXPIRED", null), ((string?)after["product"]!["certificate"]!["state"], (int?)after["product"]!["stars"]));
        Assert.True((int)after["products"]!["totalCount"]! < (int)before["products"]!["totalCount"]!);
    }

    [Fact]
    public async Task A_deleted_product_is_found_no_more()
    {
        await _app.ChangeAsync(async db =>
        {
            var product = await db.Products.SingleAsync(product => product.Slug == "tranh-dua-khanh-thanh-tan", Stop);
            db.RemoveRange(await db.Offers.Where(offer => offer.ProductId == product.Id).ToListAsync(Stop));
            db.RemoveRange(await db.Certificates.Where(certificate => certificate.ProductId == product.Id).ToListAsync(Stop));
            db.Remove(product);
        });

        Assert.Null((await _app.DataAsync("""{ product(slug: "tranh-dua-khanh-thanh-tan") { id } }"""))["product"]);
        Assert.Equal(238, (int)(await _app.DataAsync("{ products { totalCount } }"))["products"]!["totalCount"]!);
    }

    public void Dispose() => _app.Dispose();

    private async Task<int> CountAsync(string search) =>
        (int)(await _app.DataAsync("query($q: String) { products(search: $q, understand: false) { totalCount } }", new { q = search }))["products"]!["totalCount"]!;
}
