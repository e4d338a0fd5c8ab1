using System.Data.Common;
using System.Globalization;
using System.Text;
using Marketplace.Api;
using Marketplace.Api.Imports;
using Marketplace.Data;
using Marketplace.Data.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Imports;

/// <summary>The work on an import: in batches, over failures and the end of a host, and by one host at a time.</summary>
public sealed class ImportRunTests : IDisposable
{
    private readonly FailingSaves _failing = new();
    private readonly MarketplaceApp _app;

    public ImportRunTests() => _app = new MarketplaceApp
    {
        With = services =>
        {
            // The tests are the worker.
            services.Remove(services.Single(service => service.ImplementationFactory?.Method.ReturnType == typeof(ImportWorker)));
            services.ConfigureDbContext<MarketplaceDb>(options => options.AddInterceptors(_failing));
        },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ImportRun Run => _app.Services.GetRequiredService<ImportRun>();

    [Fact]
    public async Task Good_rows_that_were_saved_before_a_failure_are_not_done_a_second_time()
    {
        var sender = await Sender.OfAsync(_app);
        var id = await StartedAsync(sender, NewProducts(1_200), "KEEP_GOOD_ROWS");
        _failing.AtBatch = 2;

        await Run.RunNextAsync(Stop);
        var broken = await sender.LookAsync(id);
        Assert.Equal(("RUNNING", 1_000, 1_000), ((string?)broken["state"], (int)broken["done"]!, await ListingsAsync()));
        _app.Clock.Advance(TimeSpan.FromMinutes(5));
        await Run.RunNextAsync(Stop);

        var ended = await sender.LookAsync(id);
        Assert.Equal(("DONE", 1_200, 1_200, 0), ((string?)ended["state"], (int)ended["done"]!, (int)ended["made"]!, (int)ended["refused"]!));
        Assert.Equal(1_200, await ListingsAsync());
        Assert.Equal(1_201, (await sender.ResultAsync(ended)).Rows.Count);
    }

    [Fact]
    public async Task All_or_nothing_that_fails_in_the_middle_has_done_nothing_and_is_then_done_whole()
    {
        var sender = await Sender.OfAsync(_app);
        var id = await StartedAsync(sender, NewProducts(1_200), "ALL_OR_NOTHING");
        _failing.AtBatch = 2;

        await Run.RunNextAsync(Stop);
        Assert.Equal(0, await ListingsAsync());
        Assert.Equal(0, (int)(await sender.LookAsync(id))["done"]!);
        _app.Clock.Advance(TimeSpan.FromMinutes(5));
        await Run.RunNextAsync(Stop);

        Assert.Equal(("DONE", 1_200), ((string?)(await sender.LookAsync(id))["state"], await ListingsAsync()));
    }

    [Fact]
    public async Task What_keeps_failing_is_broken_off_and_says_how_far_it_came()
    {
        var sender = await Sender.OfAsync(_app);
        var id = await StartedAsync(sender, NewProducts(700), "KEEP_GOOD_ROWS");
        _failing.AtBatch = 1;
        _failing.ForEver = true;

        for (var attempt = 0; attempt < 10 && await Run.RunNextAsync(Stop); attempt++)
        {
            _app.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        var import = await sender.LookAsync(id);
        Assert.Equal(("BROKEN_OFF", 700, 500), ((string?)import["state"], (int)import["rows"]!, (int)import["done"]!));
        Assert.Equal(500, await ListingsAsync());
        Assert.Equal(["IMPORT_STARTED"], await sender.Browser.ProblemsAsync("startImport", new { import = id }));
    }

    [Fact]
    public async Task A_host_that_died_is_followed_by_another_when_its_lease_has_run_out_and_not_before()
    {
        var sender = await Sender.OfAsync(_app);
        var id = await StartedAsync(sender, NewProducts(3), "ALL_OR_NOTHING");
        Assert.True(GlobalId.TryDecode(id, "Import", out var key));
        await _app.WithAsync(async db => Assert.True(await db.TakeImportAsync(key, (await db.ImportAsync(key, Stop))!.Fence, (_app.Clock.GetUtcNow() + ImportRun.Lease).UtcDateTime, Stop)));

        Assert.False(await Run.RunNextAsync(Stop));
        _app.Clock.Advance(ImportRun.Lease + TimeSpan.FromSeconds(1));
        Assert.True(await Run.RunNextAsync(Stop));

        Assert.Equal("DONE", (string?)(await sender.LookAsync(id))["state"]);
    }

    [Fact]
    public async Task Progress_is_told_from_how_it_stands_to_the_end()
    {
        var sender = await Sender.OfAsync(_app);
        var id = await StartedAsync(sender, NewProducts(700), "KEEP_GOOD_ROWS");
        using var listener = await sender.ListenAsync(id);
        List<(string? State, int Done)> told = [];
        async Task HearAsync() => told.Add((await listener.DataAsync())["importProgress"] is { } import ? ((string?)import["state"], (int)import["done"]!) : (null, 0));
        await HearAsync();

        await Run.RunNextAsync(Stop);
        while (told[^1].State is "QUEUED" or "RUNNING")
        {
            await HearAsync();
        }

        Assert.Equal((("QUEUED", 0), ("DONE", 700)), (told[0], told[^1]));
        Assert.Equal(told.Distinct().OrderBy(standing => standing.Done), told);
        await listener.EndAsync();
    }

    [Fact]
    public async Task Whoever_lost_the_lease_saves_nothing_more()
    {
        var sender = await Sender.OfAsync(_app);
        var id = await StartedAsync(sender, NewProducts(700), "KEEP_GOOD_ROWS");
        Assert.True(GlobalId.TryDecode(id, "Import", out var key));
        _failing.Before = async () =>
        {
            _failing.Before = null;
            await _app.WithAsync(db => db.Imports.Where(import => import.Id == key).ExecuteUpdateAsync(set => set.SetProperty(import => import.Fence, import => import.Fence + 1), Stop));
        };

        await Run.RunNextAsync(Stop);

        Assert.Equal(0, await ListingsAsync());
        await _app.WithAsync(async db => Assert.Empty(await db.ImportBatches.ToListAsync(Stop)));
    }

    [Fact]
    public async Task Statements_that_read_grow_with_the_batches_and_not_with_the_rows()
    {
        var sender = await Sender.OfAsync(_app);
        var (few, many) = (await ReadsAsync(sender, NewProducts(50, "a")), await ReadsAsync(sender, NewProducts(450, "b")));
        var twice = await ReadsAsync(sender, NewProducts(900, "c"));

        Assert.Equal(few, many);
        Assert.InRange(twice - many, 1, 10);
    }

    [Fact]
    public async Task Coconut_and_pineapple_are_two_products_with_slugs_of_their_own()
    {
        var sender = await Sender.OfAsync(_app);
        var id = await StartedAsync(sender, "Tên\nMứt dừa sấy\nMứt dứa sấy\nmứt DỨA (sấy)\n", "KEEP_GOOD_ROWS");

        await Run.RunNextAsync(Stop);

        var import = await sender.LookAsync(id);
        Assert.Equal((2, 1, "DIFFERS"), ((int)import["made"]!, (int)import["refused"]!, (string?)import["faults"]![0]!["code"]));
        await _app.WithAsync(async db => Assert.Equal(["mut-dua-say", "mut-dua-say-2"], await db.Listings.Select(listing => listing.Slug).OrderBy(slug => slug).ToListAsync(Stop)));
    }

    public void Dispose() => _app.Dispose();

    private static string NewProducts(int count, string mark = "") =>
        Enumerable.Range(1, count).Aggregate(new StringBuilder("Tên;Mô tả\n"), (csv, i) => csv.Append(CultureInfo.InvariantCulture, $"Kẹo dừa {mark} số {i};Dẻo\n")).ToString();

    private static async Task<string> StartedAsync(Sender sender, string csv, string policy)
    {
        var id = await sender.SendAsync(csv);
        Assert.Empty(await sender.Browser.ProblemsAsync("startImport", new { import = id, policy }));
        return id;
    }

    private async Task<int> ReadsAsync(Sender sender, string csv)
    {
        await StartedAsync(sender, csv, "KEEP_GOOD_ROWS");
        _app.Sql.Clear();
        await Run.RunNextAsync(Stop);
        return _app.Sql.Statements.Count(sql => sql.TrimStart().StartsWith("SELECT", StringComparison.Ordinal));
    }

    private async Task<int> ListingsAsync()
    {
        var count = 0;
        await _app.WithAsync(async db => count = await db.Listings.CountAsync(Stop));
        return count;
    }

    /// <summary>Lets saves of batches fail, or something happen before them.</summary>
    private sealed class FailingSaves : SaveChangesInterceptor
    {
        /// <summary>From 0.</summary>
        public int? AtBatch { get; set; }

        public bool ForEver { get; set; }

        public Func<Task>? Before { get; set; }

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (eventData.Context!.ChangeTracker.Entries<ImportBatch>().FirstOrDefault(entry => entry.State == EntityState.Added) is not { } batch)
            {
                return result;
            }

            if (Before is { } before)
            {
                await before();
            }

            if (AtBatch == batch.Entity.Number)
            {
                AtBatch = ForEver ? AtBatch : null;
                throw new TestDatabaseException();
            }

            return result;
        }
    }

    private sealed class TestDatabaseException : DbException;
}
