using System.Text.Json.Nodes;
using Marketplace.Api.Search;
using Marketplace.Core.Catalogue;
using Marketplace.Data.Catalogue;
using Marketplace.Data.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Listings;

/// <summary>A product that its producer takes out of sight is gone from everything that the public sees but the truth of its certificate.</summary>
public sealed class VisibilityTests
{
    private const string Slug = "keo-dua-sau-rieng-dong-a";

    private const string Everything = """
        query($number: String!, $node: ID!, $offer: ID!, $certificate: ID!) {
          product(slug: "keo-dua-sau-rieng-dong-a") { name }
          node(id: $node) { id }
          offer: node(id: $offer) { id }
          fact: node(id: $certificate) { id }
          productsBySlug(slugs: ["keo-dua-sau-rieng-dong-a"]) { name }
          found: products(search: "keo dua sau rieng dong a", first: 100) { nodes { slug } }
          all: products(first: 1) { totalCount facets { name values { value count } } }
          producer(slug: "cong-ty-dong-a") { productCount products(first: 100) { totalCount nodes { slug } } }
          catalogue { productCount certifiedCount }
          suggest(prefix: "keo dua sau rieng", first: 10) { text }
          newlyCertified(first: 100) { number }
          certificate(number: $number) { number stars product { name offers { sku } } }
        }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_paused_product_vanishes_everywhere_and_comes_back_as_it_was()
    {
        await using var app = new MarketplaceApp();
        var id = await PublishingTests.IdAsync(app);
        var (number, variables) = await AboutAsync(app, id);
        var before = await app.DataAsync(Everything, variables);
        Assert.Contains(number, Numbers(before));

        await PublishingTests.StepAsync(app, id, listing => Some.Good(listing.Pause()));
        var hidden = await app.DataAsync(Everything, variables);

        Assert.Null(hidden["product"]);
        Assert.Null(hidden["node"]);
        Assert.Null(hidden["offer"]);
        Assert.NotNull(hidden["fact"]);
        Assert.Null(hidden["productsBySlug"]![0]);
        Assert.DoesNotContain(Slug, Slugs(hidden["found"]!));
        Assert.DoesNotContain(Slug, Slugs(hidden["producer"]!["products"]!));
        Assert.DoesNotContain(number, Numbers(hidden));
        Assert.Equal(Count(before, "all") - 1, Count(hidden, "all"));
        Assert.All((string[])["group", "stars", "district", "producerKind"], facet => Assert.Equal(Facet(before, facet) - 1, Facet(hidden, facet)));
        Assert.Equal((int)before["producer"]!["productCount"]! - 1, (int)hidden["producer"]!["productCount"]!);
        Assert.Equal((int)before["producer"]!["products"]!["totalCount"]! - 1, (int)hidden["producer"]!["products"]!["totalCount"]!);
        Assert.Equal(
            ((int)before["catalogue"]!["productCount"]! - 1, (int)before["catalogue"]!["certifiedCount"]! - 1),
            ((int)hidden["catalogue"]!["productCount"]!, (int)hidden["catalogue"]!["certifiedCount"]!));
        Assert.DoesNotContain("Kẹo dừa sầu riêng Đông Á", hidden["suggest"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((number, 5), ((string)hidden["certificate"]!["number"]!, (int)hidden["certificate"]!["stars"]!));
        Assert.Empty(hidden["certificate"]!["product"]!["offers"]!.AsArray());
        Assert.Empty((await app.Services.GetRequiredService<IndexCheck>().RunAsync(compared: null, Stop)).Things);

        await PublishingTests.StepAsync(app, id, listing => Some.Good(listing.Resume()));
        Assert.Equal(before.ToJsonString(), (await app.DataAsync(Everything, variables)).ToJsonString());
    }

    [Fact]
    public async Task The_databases_own_list_and_counts_leave_it_out_too()
    {
        await using var app = new MarketplaceApp();
        var id = await PublishingTests.IdAsync(app);
        await app.WithAsync(async db =>
        {
            var (products, chosen) = (await db.ProductCountAsync(Stop), await db.ChosenProductCountAsync(new(new(2026, 11, 22)) { Stars = [5] }, Stop));
            (await db.Products.SingleAsync(product => product.Id == id, Stop)).Visibility = Visibility.Hidden;
            await db.SaveChangesAsync(Stop);

            Assert.Equal((products - 1, chosen - 1), (await db.ProductCountAsync(Stop), await db.ChosenProductCountAsync(new(new(2026, 11, 22)) { Stars = [5] }, Stop)));
            Assert.Empty(await db.ListedProductsAsync([id], Stop));
            Assert.Equal([id], (await db.ListedProductsEvenHiddenAsync([id], Stop)).Select(product => product.Product.Id));
        });
    }

    [Fact]
    public async Task Hiding_tells_of_the_producer_whose_count_changes_once_and_a_change_of_what_is_hidden_does_not()
    {
        await using var app = new MarketplaceApp();
        var id = await PublishingTests.IdAsync(app);

        Assert.Equal(["Product", "ProducerEntry"], await ToldAsync(app, id, product => product.Visibility = Visibility.Hidden));
        Assert.Equal(["Product"], await ToldAsync(app, id, product => product.Keywords = ["mới"]));
        Assert.Equal(["Product", "ProducerEntry"], await ToldAsync(app, id, product => product.Visibility = Visibility.Shown));
    }

    [Fact]
    public async Task An_import_finds_a_hidden_product_and_leaves_it_hidden()
    {
        await using var app = new MarketplaceApp();
        var id = await PublishingTests.IdAsync(app);
        await app.ChangeAsync(async db => (await db.Products.SingleAsync(product => product.Id == id, Stop)).Visibility = Visibility.Hidden);

        await app.WithAsync(async db =>
        {
            var report = await new CatalogueImport(db, app.Clock).RunAsync(ImportFiles.Shipped(), Stop);

            Assert.Empty(report.Faults);
            Assert.Equal(0, report.Created);
            Assert.Equal(0, await new DemonstrationData(db, app.Clock).AddAsync(Stop));
            Assert.Equal(Visibility.Hidden, (await db.Products.IgnoreQueryFilters().SingleAsync(product => product.Id == id, Stop)).Visibility);
        });
    }

    /// <summary>What retries a save, and what tells of a conflict, looks for the row as it is in the database.</summary>
    [Fact]
    public async Task The_row_of_a_hidden_product_is_still_found_by_those_who_look_after_a_failed_save()
    {
        await using var app = new MarketplaceApp();
        var id = await PublishingTests.IdAsync(app);
        await app.WithAsync(async db =>
        {
            var product = await db.Products.SingleAsync(product => product.Id == id, Stop);
            product.Visibility = Visibility.Hidden;
            await db.SaveChangesAsync(Stop);

            Assert.NotNull(await db.Entry(product).GetDatabaseValuesAsync(Stop));
        });
    }

    private static async Task<IReadOnlyList<string>> ToldAsync(MarketplaceApp app, Guid id, Action<Product> change)
    {
        IReadOnlyList<string> told = [];
        await app.WithAsync(async db =>
        {
            var last = await db.Outbox.MaxAsync(message => message.Sequence, Stop);
            change(await db.Products.IgnoreQueryFilters().SingleAsync(product => product.Id == id, Stop));
            await db.SaveChangesAsync(Stop);
            told = [.. (await db.Outbox.Where(message => message.Sequence > last).OrderBy(message => message.Sequence).ToListAsync(Stop)).Select(message => message.Subject.ToString())];
        });
        return told;
    }

    private static async Task<(string Number, object Variables)> AboutAsync(MarketplaceApp app, Guid id)
    {
        var (number, certificate, offer) = ("", Guid.Empty, Guid.Empty);
        await app.WithAsync(async db =>
        {
            var theirs = await db.Certificates.AsNoTracking().SingleAsync(certificate => certificate.ProductId == id, Stop);
            (number, certificate) = (theirs.Number, theirs.Id);
            offer = await db.Offers.Where(offer => offer.ProductId == id).Select(offer => offer.Id).FirstAsync(Stop);
        });
        return (number, new
        {
            number,
            node = Api.GlobalId.Encode("Product", id),
            offer = Api.GlobalId.Encode("Offer", offer),
            certificate = Api.GlobalId.Encode("Certificate", certificate),
        });
    }

    private static IEnumerable<string> Slugs(JsonNode connection) => connection["nodes"]!.AsArray().Select(node => (string)node!["slug"]!);

    private static IEnumerable<string> Numbers(JsonNode answer) => answer["newlyCertified"]!.AsArray().Select(certificate => (string)certificate!["number"]!);

    private static int Count(JsonNode answer, string list) => (int)answer[list]!["totalCount"]!;

    private static int Facet(JsonNode answer, string name) => answer["all"]!["facets"]!.AsArray().Where(facet => (string)facet!["name"]! == name)
        .Sum(facet => facet!["values"]!.AsArray().Sum(value => (int)value!["count"]!));
}
