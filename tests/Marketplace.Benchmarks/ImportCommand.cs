using System.Diagnostics;
using Marketplace.Api.Hosting;
using Marketplace.Api.Imports;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Imports;
using Marketplace.Core.Listings;
using Marketplace.Data;
using Marketplace.Data.Imports;
using Marketplace.Data.Listings;
using Marketplace.Files.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Marketplace.Benchmarks;

/// <summary>How long the largest sheet takes from the file to the result file: ten thousand offers of 2,500 products, and ten thousand new products.</summary>
internal static class ImportCommand
{
    private const int Products = 2_500;
    private const int PacksOfEach = 4;

    public static async Task<int> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("marketplace-imports-");
        try
        {
            var builder = WebApplication.CreateBuilder(Market.Settings(data.FullName));
            builder.AddMarketplace();
            builder.Services.AddImports();
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            await using var app = builder.Build();
            await app.Services.GetRequiredService<Preparation>().FillAsync(CancellationToken.None);
            var bench = new Bench(app.Services);
            await bench.FillAsync();
            foreach (var format in Enum.GetValues<SheetFormat>())
            {
                foreach (var policy in Enum.GetValues<SheetPolicy>())
                {
                    await bench.RunAsync($"offers and texts changed, {format}, {policy}", await bench.ChangedAsync(), format, policy, dryRun: false);
                }
            }

            await bench.RunAsync("the same again, dry run", await bench.ChangedAsync(), SheetFormat.Xlsx, SheetPolicy.KeepGoodRows, dryRun: true);
            await bench.RunAsync("new products", Bench.New(), SheetFormat.Xlsx, SheetPolicy.KeepGoodRows, dryRun: false);
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            data.Delete(recursive: true);
        }
    }

    private sealed class Bench(IServiceProvider services)
    {
        private readonly IDbContextFactory<MarketplaceDb> _databases = services.GetRequiredService<IDbContextFactory<MarketplaceDb>>();
        private readonly TimeProvider _clock = services.GetRequiredService<TimeProvider>();
        private readonly ImportWords _words = new(new Dictionary<string, LocalizedText>(), Language.Vi);
        private Organisation _maker = null!;
        private int _turn;

        public async Task FillAsync()
        {
            await using var db = await _databases.CreateDbContextAsync();
            var producer = await db.Producers.OrderBy(one => one.Slug).FirstAsync();
            _maker = db.Organisations.Add(new Organisation { Id = Guid.CreateVersion7(_clock.GetUtcNow()), Kind = OrganisationKind.Producer, Name = "x", CreatedAt = DateTime.UnixEpoch, ProducerId = producer.Id }).Entity;
            var group = await db.ProductGroups.OrderBy(one => one.Code).Select(one => one.Code).FirstAsync();
            for (var i = 0; i < Products; i++)
            {
                var product = db.Products.Add(new Product
                {
                    Id = Guid.CreateVersion7(_clock.GetUtcNow()),
                    Slug = $"{Slug.Of("Kẹo dừa số")}-{i}-x",
                    Name = new($"Kẹo dừa số {i}"),
                    Description = new("Kẹo dẻo nấu từ nước cốt dừa và mạch nha, gói tay từng viên."),
                    GroupCode = group,
                    Category = "coconut-candy",
                    Keywords = ["kẹo dừa", "quà quê"],
                    ProducerId = producer.Id,
                    ListedAt = DateTime.UnixEpoch,
                }).Entity;
                for (var pack = 1; pack <= PacksOfEach; pack++)
                {
                    var terms = new OfferTerms { QuantityRule = new(1, 1, null), PriceTiers = [new(1, 30_000), new(10, 27_000)], Stock = 10 };
                    if (!Offer.Start(Guid.CreateVersion7(_clock.GetUtcNow()), product.Id, new($"Hộp {pack}00 g"), new("hộp"), terms).Failed(out _, out var offer))
                    {
                        db.Offers.Add(offer);
                    }
                }
            }

            await db.SaveChangesAsync();
        }

        /// <summary>Everything that the producer has, each price and stock another, and each fourth row another text.</summary>
        public async Task<IReadOnlyList<IReadOnlyList<SheetCell>>> ChangedAsync()
        {
            _turn++;
            await using var db = await _databases.CreateDbContextAsync();
            var offers = (await db.OffersOfProducerAsync(_maker.ProducerId!.Value, CancellationToken.None)).ToLookup(offer => offer.ProductId);
            var columns = ImportColumn.All.ToList();
            List<IReadOnlyList<SheetCell>> rows = [_words.Headers()];
            foreach (var at in (await db.AllListingsOfProducerAsync(_maker.ProducerId.Value, CancellationToken.None)).Where(at => offers[at.Listing.Id].Count() == PacksOfEach))
            {
                foreach (var offer in offers[at.Listing.Id])
                {
                    var cells = _words.Row(at.Listing.Slug, at.Listing.Content, at.Edition, offer).ToArray();
                    cells[columns.IndexOf(ImportColumn.Price)] = new($"{30_000 + _turn}", CellKind.Number);
                    cells[columns.IndexOf(ImportColumn.Stock)] = new($"{10 + _turn}", CellKind.Number);
                    cells[columns.IndexOf(ImportColumn.DescriptionVi)] = new($"Kẹo dẻo nấu từ nước cốt dừa, lần {_turn}.");
                    rows.Add(cells);
                }
            }

            return rows;
        }

        public static IReadOnlyList<IReadOnlyList<SheetCell>> New() =>
        [
            [new("Tên"), new("Mô tả"), new("Loại hàng"), new("Từ khóa")],
            .. Enumerable.Range(1, Sheet.MostRows).Select(i => (IReadOnlyList<SheetCell>)[new($"Bánh phồng số {i}"), new("Bánh phồng nướng than, giòn và thơm."), new("Bánh phồng"), new("bánh phồng; quà quê")]),
        ];

        public async Task RunAsync(string what, IReadOnlyList<IReadOnlyList<SheetCell>> rows, SheetFormat format, SheetPolicy policy, bool dryRun)
        {
            var file = SheetWriter.Write(rows, format);
            var import = new SheetImport
            {
                Id = Guid.CreateVersion7(_clock.GetUtcNow()),
                OrganisationId = _maker.Id,
                ProducerId = _maker.ProducerId!.Value,
                AccountId = _maker.Id,
                Who = "x",
                FileName = "x",
                Format = format,
                Size = file.Length,
                State = ImportState.Received,
                CreatedAt = _clock.GetUtcNow().UtcDateTime,
            };
            import.Queue(dryRun, policy, Language.Vi, requestKey: null);
            await services.GetRequiredService<ImportFiles>().KeepSourceAsync(import, file, CancellationToken.None);
            await using (var db = await _databases.CreateDbContextAsync())
            {
                db.Imports.Add(import);
                await db.SaveChangesAsync();
            }

            var began = Stopwatch.GetTimestamp();
            await services.GetRequiredService<ImportRun>().RunNextAsync(CancellationToken.None);
            var took = Stopwatch.GetElapsedTime(began);
            await using var after = await _databases.CreateDbContextAsync();
            var ended = (await after.ImportAsync(import.Id, CancellationToken.None))!;
            Console.WriteLine($"{what}: {ended.State}, {ended.Rows:#,0} rows of {file.Length / 1024:#,0} KiB, {ended.Made:#,0} made, {ended.Changed:#,0} changed, {ended.Refused:#,0} refused: {took.TotalSeconds:0.0} s");
        }
    }
}
