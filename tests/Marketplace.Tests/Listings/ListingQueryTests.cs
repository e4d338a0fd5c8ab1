using Marketplace.Core.Catalogue;
using Marketplace.Core.Listings;
using Marketplace.Data;
using Marketplace.Data.Import;
using Marketplace.Data.Listings;
using Marketplace.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Marketplace.Tests.Listings;

public sealed class ListingQueryTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shipped_products_are_listed_as_approved_without_a_row_and_pages_miss_none()
    {
        await using var database = await FilledAsync();
        await using var db = database.Open();
        var producer = await BusiestAsync(db);
        var theirs = await db.Products.Where(product => product.ProducerId == producer).Select(product => product.Id).ToListAsync(Stop);

        var all = await WalkAsync(db, producer, state: null, take: 2);

        Assert.True(theirs.Count > 4);
        Assert.Equal(theirs.Order(), all.Select(at => at.Listing.Id).Order());
        Assert.All(all, at => Assert.Equal((true, ListingState.Approved, 0), (at.IsNew, at.Listing.State, at.Differences.Count)));
        Assert.Equal(theirs.Count, (await db.ListingCountsOfProducerAsync(producer, Stop))[ListingState.Approved]);
    }

    [Fact]
    public async Task Each_state_lists_its_own_with_rows_and_without()
    {
        await using var database = await FilledAsync();
        await using var db = database.Open();
        var producer = await BusiestAsync(db);
        var ids = await db.Products.Where(product => product.ProducerId == producer).OrderBy(product => product.Id).Select(product => product.Id).ToListAsync(Stop);
        await StepAsync(db, ids[0], listing => listing.Edit(listing.Content with { Keywords = ["mới"] }));
        await StepAsync(db, ids[1], listing => listing.Pause());
        await StepAsync(db, ids[2], listing => listing.Archive());
        (await db.Products.SingleAsync(product => product.Id == ids[3], Stop)).Visibility = Visibility.Hidden;
        await db.SaveChangesAsync(Stop);
        db.ChangeTracker.Clear();

        Assert.Equal([ids[0]], await IdsAsync(ListingState.Draft));
        Assert.Equal([ids[1], ids[3]], (await IdsAsync(ListingState.Paused)).Order());
        Assert.Equal([ids[2]], await IdsAsync(ListingState.Archived));
        Assert.Equal(ids.Skip(4), (await IdsAsync(ListingState.Approved)).Order());
        Assert.Equal(ids, (await IdsAsync(null)).Order());
        var counts = await db.ListingCountsOfProducerAsync(producer, Stop);
        Assert.Equal((1, 2, 1, ids.Count - 4), (counts[ListingState.Draft], counts[ListingState.Paused], counts[ListingState.Archived], counts[ListingState.Approved]));

        async Task<List<Guid>> IdsAsync(ListingState? state) => [.. (await WalkAsync(db, producer, state, take: 3)).Select(at => at.Listing.Id)];
    }

    [Fact]
    public async Task The_oldest_submission_is_reviewed_first_with_what_it_changes_and_claims()
    {
        await using var database = await FilledAsync();
        await using var db = database.Open();
        var ids = await db.Products.Where(product => product.ProducerId != null && product.Standing == ProgrammeStanding.Promoted).OrderBy(product => product.Id).Select(product => product.Id).Take(3).ToListAsync(Stop);
        foreach (var (at, id) in ids.Index())
        {
            await StepAsync(db, id, listing => listing.Edit(listing.Content with { Description = new("Trồng hữu cơ.") }));
            await StepAsync(db, id, listing => listing.Submit(Backing.None, Some.Groups.Append(listing.Content.Group).ToHashSet(), Some.Account, Some.Now.AddHours(-at)));
        }

        db.ChangeTracker.Clear();
        var first = await db.ReviewQueueAsync(from: null, 2, Stop);
        var rest = await db.ReviewQueueAsync(new(first[1].Listing.SubmittedAt!.Value, first[1].Listing.Id), 2, Stop);

        Assert.Equal([ids[2], ids[1], ids[0]], first.Select(at => at.Listing.Id));
        Assert.Equal([ids[0]], rest.Select(at => at.Listing.Id));
        Assert.Equal(3, (await db.ListingCountsAsync(Stop))[ListingState.InReview]);
        Assert.Contains(rest[0].Differences, difference => difference is { Field: "description.vi", After: "Trồng hữu cơ." });
        Assert.Equal(ClaimKind.Organic, Assert.Single(rest[0].ClaimsOn(Day), claim => claim.Field == "description.vi").Kind);
    }

    [Fact]
    public async Task Everything_written_comes_back_as_it_was()
    {
        await using var database = await FilledAsync();
        await using var db = database.Open();
        var id = Guid.CreateVersion7(Some.Now);
        var listing = Some.Good(Listing.Start(id, await BusiestAsync(db), "thu", Some.Content, Some.Now));
        Some.Good(listing.Submit(Backing.None, Some.Groups, Some.Account, Some.Now));
        Some.Good(listing.Return([new("name.vi", "Tên chưa rõ.\nHãy thêm vị.")], Some.Officer, Some.Now));
        db.Record(new(listing, Product: null, [], [], IsNew: true));
        await db.SaveChangesAsync(Stop);

        await using var other = database.Open();
        var read = (await other.ListingAsync(id, Stop))!.Listing;

        Assert.Empty(ListingDifference.Between(Some.Content, read.Content));
        Assert.Equal(listing.Reasons, read.Reasons);
        Assert.Equal((ListingState.Returned, LiveState.None, Some.Now.UtcDateTime, Some.Account, Some.Officer), (read.State, read.Live, read.SubmittedAt, read.SubmittedBy, read.DecidedBy));
        Assert.Equal(0, await other.SaveChangesAsync(Stop));
        Some.Good(read.Edit(read.Content with { Name = new("Tên rõ") }));
        await other.SaveChangesAsync(Stop);
        Assert.Equal(1, read.Version);
    }

    [Fact]
    public async Task A_slug_that_a_product_or_a_draft_bears_is_not_given_again()
    {
        await using var database = await FilledAsync();
        await using var db = database.Open();
        var producer = await BusiestAsync(db);
        (await db.Products.SingleAsync(product => product.Slug == "keo-dua-sau-rieng-dong-a", Stop)).Visibility = Visibility.Hidden;
        db.Listings.Add(Some.Good(Listing.Start(Guid.CreateVersion7(Some.Now), producer, "keo-dua-sau-rieng-dong-a-2", Some.Content, Some.Now)));
        await db.SaveChangesAsync(Stop);

        Assert.Equal("keo-dua-sau-rieng-dong-a-3", await db.FreeSlugAsync("keo-dua-sau-rieng-dong-a", Guid.Empty, Stop));
        Assert.Equal("chua-co-ai", await db.FreeSlugAsync("chua-co-ai", Guid.Empty, Stop));
    }

    [Fact]
    public async Task Today_tells_what_expires_what_runs_low_what_came_back_and_what_is_being_written()
    {
        await using var database = await FilledAsync();
        await using var db = database.Open();
        var producer = await BusiestAsync(db);
        var ids = await db.Products.Where(product => product.ProducerId == producer).OrderBy(product => product.Id).Select(product => product.Id).ToListAsync(Stop);
        await StepAsync(db, ids[0], listing => listing.Edit(listing.Content with { Keywords = ["mới"] }));
        var offers = (await db.OffersOfProducerAsync(producer, Stop)).ToList();
        offers.ForEach(offer => Some.Good(offer.Change(offer.Terms with { Stock = 5000, MadeToOrder = false })));
        Some.Good(offers[0].Change(offers[0].Terms with { Stock = 9 }));
        Some.Good(offers[1].Change(offers[1].Terms with { Stock = 0, MadeToOrder = true }));
        Some.Good(offers[2].Change(offers[2].Terms with { Stock = 0, OnSale = false }));
        Some.Good(offers[3].Change(offers[3].Terms with
        {
            Stock = 40,
            QuantityRule = new(50, 1, null),
            PriceTiers = [new(50, 1000)],
        }));
        await db.SaveChangesAsync(Stop);
        db.ChangeTracker.Clear();

        var today = await db.ProducerTodayAsync(producer, Day, Stop);

        Assert.Equal([offers[0].Id, offers[3].Id], today.LowStock.Select(offer => offer.Id));
        Assert.Equal([ids[0]], today.Drafts.Select(draft => draft.Listing.Id));
        Assert.Empty(today.Returned);
        var last = await db.Certificates.Where(certificate => ids.Contains(certificate.ProductId)).OrderBy(certificate => certificate.ExpiresOn).FirstAsync(Stop);
        Assert.DoesNotContain(today.Expiring, certificate => certificate.Id == last.Id);
        Assert.Contains((await db.ProducerTodayAsync(producer, last.ExpiresOn.AddDays(-180), Stop)).Expiring, certificate => certificate.Id == last.Id);
        Assert.DoesNotContain((await db.ProducerTodayAsync(producer, last.ExpiresOn.AddDays(-181), Stop)).Expiring, certificate => certificate.Id == last.Id);
        Assert.All(today.LowStock, offer => Assert.False(string.IsNullOrEmpty(today.Names[offer.ProductId].Vi)));
    }

    [Fact]
    public async Task The_number_of_statements_does_not_hang_on_the_number_of_listings()
    {
        await using var app = new MarketplaceApp();
        await app.WithAsync(async db =>
        {
            var producer = await BusiestAsync(db);
            var id = await db.Products.Where(product => product.ProducerId == producer).Select(product => product.Id).FirstAsync(Stop);
            foreach (var take in (int[])[1, 5])
            {
                Assert.Equal(5, await StatementsAsync(() => db.ListingsOfProducerAsync(producer, state: null, from: null, take, Stop)));
                Assert.Equal(5, await StatementsAsync(() => db.ReviewQueueAsync(from: null, take, Stop)));
            }

            Assert.Equal(4, await StatementsAsync(() => db.ListingAsync(id, Stop)));
            Assert.Equal(2, await StatementsAsync(() => db.ListingCountsOfProducerAsync(producer, Stop)));
            Assert.Equal(1, await StatementsAsync(() => db.ListingCountsAsync(Stop)));
            Assert.Equal(2, await StatementsAsync(() => db.FreeSlugAsync("keo-dua", id, Stop)));
            Assert.Equal(9, await StatementsAsync(() => db.ProducerTodayAsync(producer, Day, Stop)));
            Assert.Equal(1, await StatementsAsync(() => db.OffersOfProducerAsync(producer, Stop)));
        });

        async Task<int> StatementsAsync(Func<Task> read)
        {
            app.Sql.Clear();
            await read();
            return app.Sql.Statements.Count;
        }
    }

    [Fact]
    public async Task What_was_there_before_the_tables_changed_stays_in_sight_and_on_sale()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        await db.GetService<IMigrator>().MigrateAsync("KeysAndIndexes", Stop);
        await db.Database.ExecuteSqlRawAsync(
            """
            PRAGMA foreign_keys = OFF;
            INSERT INTO "Products" ("Id", "Slug", "GroupCode", "Category", "ExportMarkets", "Keywords", "Sources", "Standing", "UpdatedAt", "ListedAt", "Version", "Name_Vi")
            VALUES ('0199E000-0000-7000-8000-000000000001', 'keo', 'food', 'coconut-candy', '[]', '[]', '[]', 'Certified', '2026-01-01', '2026-01-01', 0, 'Kẹo');
            INSERT INTO "Offers" ("Id", "ProductId", "Sku", "Stock", "MadeToOrder", "LeadTimeDays", "IsDemonstration", "UpdatedAt", "Currency", "Version", "Pack_Vi", "Unit_Vi", "QuantityRule_Increment", "QuantityRule_Minimum")
            VALUES ('0199E000-0000-7000-8000-000000000002', '0199E000-0000-7000-8000-000000000001', 'A', 1, 0, 1, 0, '2026-01-01', 'VND', 0, 'Hộp', 'hộp', 1, 1);
            """,
            Stop);

        await db.Database.MigrateAsync(Stop);

        Assert.Equal((Visibility.Shown, null), await db.Products.Select(product => ValueTuple.Create(product.Visibility, product.Season)).SingleAsync(Stop));
        var offer = await db.Offers.SingleAsync(Stop);
        Assert.Equal((true, null, 0), (offer.OnSale, offer.WeeklyCapacity, offer.BlackoutDays.Count));
    }

    /// <summary>Else the first look of a producer at a shipped product would send it to review.</summary>
    [Fact]
    public async Task No_shipped_text_is_refused_or_changed_by_saving_it_as_it_is()
    {
        await using var database = await FilledAsync();
        await using var db = database.Open();
        var products = await db.Products.AsNoTracking().ToListAsync(Stop);

        Assert.Equal(239, products.Count);
        Assert.All(products.Select(ListingContent.Of), content => Assert.Empty(ListingDifference.Between(content, Some.Good(content.Cleaned()))));
    }

    [Fact]
    public async Task The_groups_in_force_are_the_six_of_the_decision() =>
        Assert.Equal(["beverage", "food", "handicraft", "herbal", "ornamental", "tourism"], await GroupsAsync());

    private static async Task<IEnumerable<string>> GroupsAsync()
    {
        await using var database = await FilledAsync();
        await using var db = database.Open();
        return (await db.GroupsInForceAsync(Day, Stop)).Order(StringComparer.Ordinal);
    }

    private static async Task<TestDatabase> FilledAsync()
    {
        var database = await TestDatabase.CreateAsync();
        await database.ImportAsync(ImportFiles.Shipped());
        await database.AddDemonstrationAsync();
        return database;
    }

    /// <summary>The producer with the most products, one of them certified.</summary>
    private static Task<Guid> BusiestAsync(MarketplaceDb db) => db.Products
        .Where(product => product.ProducerId != null && db.Certificates.Any(certificate => certificate.ProductId == product.Id))
        .Select(product => product.ProducerId!.Value).Distinct()
        .OrderByDescending(producer => db.Products.Count(product => product.ProducerId == producer)).FirstAsync(Stop);

    private static async Task<IReadOnlyList<ListingAtWork>> WalkAsync(MarketplaceDb db, Guid producer, ListingState? state, int take)
    {
        List<ListingAtWork> all = [];
        for (ListingPlace? from = null; ;)
        {
            var page = await db.ListingsOfProducerAsync(producer, state, from, take, Stop);
            all.AddRange(page.Take(take));
            if (page.Count <= take)
            {
                return all;
            }

            from = page[take - 1].Place;
        }
    }

    private static async Task StepAsync(MarketplaceDb db, Guid id, Func<Listing, Core.Result<Listing>> step)
    {
        var at = (await db.ListingAsync(id, Stop))!;
        Some.Good(step(at.Listing));
        db.Record(at);
        await db.SaveChangesAsync(Stop);
    }
}
