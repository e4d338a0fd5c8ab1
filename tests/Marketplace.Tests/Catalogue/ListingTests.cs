using Marketplace.Core;
using Marketplace.Core.Certification;
using Marketplace.Data.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Catalogue;

/// <summary>What the home page, the places' pages and feeds ask for.</summary>
public sealed class ListingTests(MarketplaceApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_newly_certified_are_those_that_show_stars_newest_first_then_by_name()
    {
        var certificates = (await app.DataAsync("{ newlyCertified(first: 100) { issuedOn showsStars product { stars name } } }"))["newlyCertified"]!.AsArray();
        var total = (int)(await app.DataAsync("{ catalogue { certifiedCount } }"))["catalogue"]!["certifiedCount"]!;

        var rows = certificates.Select(one => (On: (string)one!["issuedOn"]!, Name: (string)one["product"]!["name"]!)).ToList();
        Assert.Equal(total, rows.Count);
        Assert.All(certificates, one => Assert.True((bool)one!["showsStars"]!));
        Assert.Equal(rows.OrderByDescending(row => row.On, StringComparer.Ordinal).ThenBy(row => VietnameseOrder.Key(row.Name), StringComparer.Ordinal), rows);
        var three = (await app.DataAsync("{ newlyCertified(first: 3) { product { name } } }"))["newlyCertified"]!.AsArray();
        Assert.Equal(rows.Take(3).Select(row => row.Name), three.Select(one => (string)one!["product"]!["name"]!));
    }

    [Theory]
    [InlineData("2023-11-30")]
    [InlineData("2025-06-30")]
    [InlineData("2026-11-22")]
    [InlineData("2028-03-01")]
    public async Task The_database_and_the_rule_agree_on_who_shows_stars_on_a_day(string date)
    {
        var day = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
        await app.WithAsync(async db =>
        {
            var found = await db.NewlyCertifiedAsync(day, 10_000, Stop);

            var shown = (await db.Certificates.AsNoTracking().ToListAsync(Stop)).Where(certificate => certificate.ShowsStarsOn(day));
            Assert.Equal(shown.Select(certificate => certificate.Id).Order(), found.Select(certificate => certificate.CertificateId).Order());
        });
    }

    [Theory]
    [InlineData("{ newlyCertified(first: 0) { number } }", "first must be from 1 to 100; got 0.")]
    [InlineData("{ newlyCertified(first: 101) { number } }", "first must be from 1 to 100; got 101.")]
    public async Task A_number_beyond_the_limits_is_refused(string query, string message)
    {
        var answer = await app.AskAsync(query, language: "en");

        Assert.Equal((message, "BAD_USER_INPUT"), ((string?)answer["errors"]![0]!["message"], (string?)answer["errors"]![0]!["extensions"]!["code"]));
    }

    [Fact]
    public async Task Products_come_in_the_order_of_their_slugs_with_null_for_what_is_not_there()
    {
        string[] slugs = ["keo-chuoi-ben-tre", "khong-co", "keo-dua-sau-rieng-dong-a", "keo-chuoi-ben-tre", ""];

        var products = (await app.DataAsync("query($s: [String!]!) { productsBySlug(slugs: $s) { slug } }", new { s = slugs }))["productsBySlug"]!.AsArray();

        Assert.Equal(["keo-chuoi-ben-tre", null, "keo-dua-sau-rieng-dong-a", "keo-chuoi-ben-tre", null], products.Select(product => (string?)product?["slug"]));
    }

    [Fact]
    public async Task No_slugs_give_no_products_and_more_than_a_hundred_are_refused()
    {
        const string query = "query($s: [String!]!) { productsBySlug(slugs: $s) { slug } }";

        Assert.Empty((await app.DataAsync(query, new { s = Array.Empty<string>() }))["productsBySlug"]!.AsArray());
        var answer = await app.AskAsync(query, new { s = Enumerable.Repeat("x", 101) }, "en");
        Assert.Equal("productsBySlug takes up to 100 slugs; got 101.", (string?)answer["errors"]![0]!["message"]);
    }

    [Fact]
    public async Task A_group_and_a_district_are_found_by_their_codes_and_nothing_by_others()
    {
        var data = await app.DataAsync("""
            { group: productGroup(code: "food") { roman productCount } old: productGroup(code: "2019-food") { becomes { code } }
              district(code: "ba-tri") { name productCount } noGroup: productGroup(code: "cars") { code } noDistrict: district(code: "") { code } }
            """);

        Assert.Equal(("I", "food", "Huyện Ba Tri"), ((string?)data["group"]!["roman"], (string?)data["old"]!["becomes"]!["code"], (string?)data["district"]!["name"]));
        Assert.Equal((null, null), (data["noGroup"], data["noDistrict"]));
    }

    [Fact]
    public async Task A_district_knows_its_communes_in_Vietnamese_order_and_how_many_products_name_them()
    {
        var data = await app.DataAsync("{ districts { code communes { name productCount district { code } } } products(first: 100) { totalCount } }");

        var communes = data["districts"]!.AsArray().SelectMany(district => district!["communes"]!.AsArray().Select(commune => (District: (string)district["code"]!, Commune: commune!))).ToList();
        Assert.True(communes.Count > 150, $"{communes.Count} communes");
        Assert.All(communes, pair => Assert.Equal(pair.District, (string?)pair.Commune["district"]!["code"]));
        foreach (var district in communes.GroupBy(pair => pair.District, pair => (string)pair.Commune["name"]!))
        {
            Assert.Equal(district.OrderBy(VietnameseOrder.Key, StringComparer.Ordinal), district);
        }

        await app.WithAsync(async db => Assert.Equal(
            await db.Products.CountAsync(product => db.Communes.Any(commune => commune.Code == product.CommuneCode && commune.DistrictCode != null), Stop),
            communes.Sum(pair => (int)pair.Commune["productCount"]!)));
    }
}

/// <summary>When a listing was last changed, on a host of its own.</summary>
public sealed class ListingDateTests : IDisposable
{
    private const string Slug = "keo-dua-sau-rieng-dong-a";
    private readonly MarketplaceApp _app = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Changes => ["name", "price", "stock", "revocation", "certification", "removed offer"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_of_anything_shown_with_a_product_is_a_change_of_its_listing(string change)
    {
        var (listed, before) = await DatesAsync(Slug);
        _app.Clock.Advance(TimeSpan.FromHours(1));

        await _app.ChangeAsync(async db =>
        {
            var id = await db.Products.Where(p => p.Slug == Slug).Select(p => p.Id).SingleAsync(Stop);
            var offer = await db.Offers.FirstAsync(o => o.ProductId == id, Stop);
            switch (change)
            {
                case "name":
                    (await db.Products.SingleAsync(p => p.Id == id, Stop)).Name = new("Kẹo mới");
                    break;
                case "price":
                    Assert.False(offer.WithPrices([new(offer.QuantityRule.Minimum, 12_345)]).Failed(out _, out _));
                    break;
                case "stock":
                    db.Entry(offer).Property(o => o.Stock).CurrentValue = offer.Stock + 1;
                    break;
                case "revocation":
                    Assert.False((await db.Certificates.SingleAsync(c => c.ProductId == id, Stop)).Revoke(new(2026, 11, 22), RevocationGround.OtherFinding, "x").Failed(out _, out _));
                    break;
                case "certification":
                    (await db.Products.SingleAsync(p => p.Id == id, Stop)).Certifications.Add(new() { Number = 99, Code = "organic", Detail = new("hữu cơ", "organic"), Held = true });
                    break;
                default:
                    db.Offers.Remove(offer);
                    break;
            }
        });

        Assert.Equal((listed, before.AddHours(1)), await DatesAsync(Slug));
    }

    [Fact]
    public async Task A_change_of_one_product_is_none_of_another_and_none_of_its_producer()
    {
        var other = await DatesAsync("keo-chuoi-ben-tre");
        var producer = await ProducerDateAsync();
        _app.Clock.Advance(TimeSpan.FromHours(1));

        await _app.ChangeAsync(async db => (await db.Products.SingleAsync(p => p.Slug == Slug, Stop)).Name = new("Kẹo mới"));

        Assert.Equal((other, producer), (await DatesAsync("keo-chuoi-ben-tre"), await ProducerDateAsync()));
    }

    [Fact]
    public async Task A_renamed_producer_has_changed()
    {
        var before = await ProducerDateAsync();
        _app.Clock.Advance(TimeSpan.FromHours(1));

        await _app.ChangeAsync(async db => (await db.Producers.SingleAsync(p => p.Slug == "cong-ty-dong-a", Stop)).Rename(new("Công ty Mặt Trời")));

        Assert.Equal(before.AddHours(1), await ProducerDateAsync());
    }

    public void Dispose() => _app.Dispose();

    private async Task<(DateTime Listed, DateTime Updated)> DatesAsync(string slug)
    {
        var product = (await _app.DataAsync("query($s: String!) { product(slug: $s) { listedAt updatedAt } }", new { s = slug }))["product"]!;
        Assert.EndsWith("Z", (string)product["listedAt"]!, StringComparison.Ordinal);
        return ((DateTime)product["listedAt"]!, (DateTime)product["updatedAt"]!);
    }

    private async Task<DateTime> ProducerDateAsync() =>
        (DateTime)(await _app.DataAsync("""{ producer(slug: "cong-ty-dong-a") { updatedAt } }"""))["producer"]!["updatedAt"]!;
}
