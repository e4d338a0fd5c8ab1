using Marketplace.Core.Catalogue;
using Marketplace.Core.Listings;
using Marketplace.Data;
using Marketplace.Data.Listings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Listings;

/// <summary>From a producer's draft to what the public finds, through the real host, database and index.</summary>
public sealed class PublishingTests
{
    private const string Slug = "keo-dua-sau-rieng-dong-a";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_first_approval_makes_the_product_and_the_index_finds_it()
    {
        await using var app = new MarketplaceApp();
        var id = Guid.CreateVersion7(app.Clock.GetUtcNow());
        var content = Some.Content with { Name = new("Kẹo dừa zzyxq", "Zzyxq candy") };
        await app.ChangeAsync(async db =>
        {
            var producer = await db.Producers.SingleAsync(producer => producer.Slug == "cong-ty-dong-a", Stop);
            var slug = await db.FreeSlugAsync(Core.Listings.Slug.Of(content.Name.Vi), id, Stop);
            db.Record(new(Some.Good(Listing.Start(id, producer.Id, slug, content, app.Clock.GetUtcNow())), Product: null, [], [], IsNew: true));
        });
        Assert.Empty(await FoundAsync(app, "zzyxq"));

        await StepAsync(app, id, listing => Some.Good(listing.Submit(Backing.None, Some.Groups, Some.Account, app.Clock.GetUtcNow())));
        await ApproveAsync(app, id);

        Assert.Equal("keo-dua-zzyxq", (await FoundAsync(app, "zzyxq"))[0]);
        await app.WithAsync(async db =>
        {
            var product = await db.Products.SingleAsync(product => product.Id == id, Stop);
            var producer = await db.Producers.SingleAsync(producer => producer.Id == product.ProducerId, Stop);
            Assert.Equal((ProgrammeStanding.Listed, producer.DistrictCode, app.Clock.GetUtcNow().UtcDateTime), (product.Standing, product.DistrictCode, product.ListedAt));
            Assert.Empty(ListingDifference.Between(content, ListingContent.Of(product)));
            Assert.Equal((LiveState.Shown, ListingState.Approved), await db.Listings.Where(listing => listing.Id == id).Select(listing => ValueTuple.Create(listing.Live, listing.State)).SingleAsync(Stop));
        });
    }

    [Fact]
    public async Task An_edit_of_a_shipped_product_stays_unseen_until_it_is_approved_and_leaves_what_sources_say()
    {
        await using var app = new MarketplaceApp();
        var id = await IdAsync(app);
        var (standing, sources) = await OfAsync(app, id, product => (product.Standing, product.Sources.Count));

        await StepAsync(app, id, listing => Some.Good(listing.Edit(listing.Content with { Name = new("Kẹo zzyzx Đông Á") })));
        await StepAsync(app, id, listing => Some.Good(listing.Submit(new Backing(5, [], [], []), Some.Groups, Some.Account, app.Clock.GetUtcNow())));
        Assert.Empty(await FoundAsync(app, "zzyzx"));

        await ApproveAsync(app, id);
        Assert.Equal([Slug], await FoundAsync(app, "zzyzx"));
        Assert.Equal((standing, sources), await OfAsync(app, id, product => (product.Standing, product.Sources.Count)));
    }

    [Fact]
    public async Task Two_who_change_one_listing_the_later_is_told_and_changes_nothing()
    {
        await using var app = new MarketplaceApp();
        var id = await IdAsync(app);
        await StepAsync(app, id, listing => Some.Good(listing.Edit(listing.Content with { Keywords = ["một"] })));
        var engine = app.Services.GetRequiredService<IDatabaseEngine>();

        await app.WithAsync(async late =>
        {
            var mine = (await late.ListingAsync(id, Stop))!.Listing;
            await StepAsync(app, id, listing => Some.Good(listing.Edit(listing.Content with { Keywords = ["hai"] })));
            Some.Good(mine.Edit(mine.Content with { Keywords = ["ba"] }));

            Assert.Equal(2, Assert.IsType<Core.ChangedMeanwhile>(await late.SaveWorkAsync(engine, Stop)).Version + 1);
        });
        await app.WithAsync(async db => Assert.Equal(["hai"], (await db.ListingAsync(id, Stop))!.Listing.Content.Keywords));
    }

    [Fact]
    public async Task Two_who_edit_a_shipped_product_for_the_first_time_the_later_is_told()
    {
        await using var app = new MarketplaceApp();
        var id = await IdAsync(app);

        await app.WithAsync(async late =>
        {
            var mine = (await late.ListingAsync(id, Stop))!;
            Assert.True(mine.IsNew);
            Some.Good(mine.Listing.Edit(mine.Listing.Content with { Keywords = ["ba"] }));
            late.Record(mine);
            await StepAsync(app, id, listing => Some.Good(listing.Edit(listing.Content with { Keywords = ["hai"] })));

            Assert.IsType<Core.ChangedMeanwhile>(await late.SaveWorkAsync(app.Services.GetRequiredService<IDatabaseEngine>(), Stop));
        });
    }

    [Fact]
    public async Task A_changed_offer_is_found_with_its_new_price_and_one_that_is_not_on_sale_is_gone()
    {
        await using var app = new MarketplaceApp();
        var id = await IdAsync(app);
        const string Ask = "query($slug: String!) { product(slug: $slug) { offers { sku price { amount } demonstration } } }";
        await app.ChangeAsync(async db =>
        {
            foreach (var (at, offer) in (await db.Offers.Where(offer => offer.ProductId == id).OrderBy(offer => offer.Sku).ToListAsync(Stop)).Index())
            {
                Some.Good(offer.Change(offer.Terms with
                {
                    OnSale = at == 0,
                    PriceTiers = [new(1, 12_345), .. offer.Terms.PriceTiers.Skip(1).Select(tier => tier with { UnitPrice = 12_000 })],
                    BlackoutDays = [new(2027, 2, 5)],
                }));
            }
        });

        var shown = Assert.Single((await app.DataAsync(Ask, new { slug = Slug }))["product"]!["offers"]!.AsArray())!;
        Assert.Equal((12_345, false), ((int)shown["price"]!["amount"]!, (bool)shown["demonstration"]!));
        await app.WithAsync(async db =>
        {
            var offers = await db.Offers.AsNoTracking().Where(offer => offer.ProductId == id).ToListAsync(Stop);
            Assert.True(offers.Count > 1);
            Assert.All(offers, offer => Assert.Equal((1, 3, new DateOnly(2027, 2, 5)), (offer.Version, offer.PriceTiers.Count, Assert.Single(offer.BlackoutDays))));
        });
    }

    [Fact]
    public async Task A_sheet_that_changes_prices_alone_makes_what_others_have_seen_old()
    {
        await using var app = new MarketplaceApp();
        var id = await IdAsync(app);
        StockRow[] rows = [];
        await app.ChangeAsync(async db =>
        {
            var offers = await OffersAsync(db);
            rows = [.. offers.Values.Select(offer => new StockRow(offer.Id, offer.Version, Stock: null, offer.Price.Amount + 1000))];
            Assert.Empty(StockSheet.Apply(rows, offers, SheetPolicy.AllOrNothing).Faults);
        });

        await app.WithAsync(async db =>
        {
            var offers = await OffersAsync(db);
            Assert.Equal(rows.Select(row => row.UnitPrice!.Value).Order(), offers.Values.Select(offer => offer.Price.Amount).Order());
            Assert.NotEmpty(rows);
            Assert.Equal(
                rows.Index().Select(row => ($"rows.{row.Index}.version", Core.FaultKind.ChangedMeanwhile)),
                StockSheet.Apply(rows, offers, SheetPolicy.AllOrNothing).Faults.Select(fault => (fault.Path, fault.Kind)));
        });

        async Task<Dictionary<Guid, Offer>> OffersAsync(MarketplaceDb db)
        {
            var producer = await db.Products.Where(product => product.Id == id).Select(product => product.ProducerId!.Value).SingleAsync(Stop);
            return (await db.OffersOfProducerAsync(producer, Stop)).ToDictionary(offer => offer.Id);
        }
    }

    /// <summary>Takes a step as a caller would: load, decide, record, save.</summary>
    internal static Task StepAsync(MarketplaceApp app, Guid id, Action<Listing> step) => app.ChangeAsync(async db =>
    {
        var at = (await db.ListingAsync(id, Stop))!;
        step(at.Listing);
        db.Record(at);
    });

    internal static async Task<Guid> IdAsync(MarketplaceApp app)
    {
        var id = Guid.Empty;
        await app.WithAsync(async db => id = await db.Products.Where(product => product.Slug == Slug).Select(product => product.Id).SingleAsync(Stop));
        return id;
    }

    private static Task ApproveAsync(MarketplaceApp app, Guid id) => app.ChangeAsync(async db =>
    {
        var at = (await db.ListingAsync(id, Stop))!;
        var producer = await db.Producers.SingleAsync(producer => producer.Id == at.Listing.ProducerId, Stop);
        db.Publish(at, Some.Good(at.Listing.Approve(Some.Officer, app.Clock.GetUtcNow())), producer, app.Clock.GetUtcNow());
    });

    private static async Task<T> OfAsync<T>(MarketplaceApp app, Guid id, Func<Product, T> read)
    {
        var value = default(T);
        await app.WithAsync(async db => value = read(await db.Products.AsNoTracking().SingleAsync(product => product.Id == id, Stop)));
        return value!;
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(MarketplaceApp app, string words) =>
    [
        .. (await app.DataAsync("query($words: String!) { products(search: $words) { nodes { slug } } }", new { words }))["products"]!["nodes"]!.AsArray()
            .Select(node => (string)node!["slug"]!),
    ];
}
