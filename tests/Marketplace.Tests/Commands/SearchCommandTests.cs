using Marketplace.Data;
using Marketplace.Data.Outbox;
using Marketplace.Data.Sqlite;
using Marketplace.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Commands;

/// <summary>The commands that hold the index against the database and mend it, run as a person runs them.</summary>
public sealed class SearchCommandTests : IDisposable
{
    private readonly MarketplaceApp _data = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drift_is_found_named_and_repaired()
    {
        var (equal, first) = await RunAsync("search", "verify");
        Assert.Equal((0, "Database and index are equal: 339 products and producers."), (equal, first.Trim()));

        // Behind the outbox's back: a product has another name, and a producer another id, so that its products have lost their maker.
        await PlantAsync("UPDATE Products SET Name_Vi = 'Khác' WHERE Slug = 'keo-dua-sau-rieng-dong-a'");
        await PlantAsync("PRAGMA foreign_keys = OFF; UPDATE Producers SET Id = '01A00000-0000-7000-8000-000000000001' WHERE Slug = 'cong-ty-dong-a'");

        var (drifted, second) = await RunAsync("search", "verify");
        Assert.Equal(1, drifted);
        Assert.Contains("1 missing, 5 stale, 1 surplus; the database has 339 products and producers.", second, StringComparison.Ordinal);
        Assert.Contains("  Stale    product keo-dua-sau-rieng-dong-a", second, StringComparison.Ordinal);

        var (repaired, third) = await RunAsync("search", "repair");
        Assert.Equal((0, true), (repaired, third.TrimEnd().EndsWith("Database and index are equal: 339 products and producers.", StringComparison.Ordinal)));
        Assert.Equal(0, (await RunAsync("search", "verify")).Code);
    }

    [Fact]
    public async Task What_the_outbox_still_tells_is_no_drift()
    {
        await using (var db = Open())
        {
            (await db.Products.SingleAsync(product => product.Slug == "keo-dua-sau-rieng-dong-a", Stop)).Name = new("Vừa đổi");
            await db.SaveChangesAsync(Stop);
        }

        var (code, said) = await RunAsync("search", "verify");

        Assert.Equal((0, "Database and index are equal: 339 products and producers. 1 changed since and wait to be followed."), (code, said.Trim()));
    }

    [Fact]
    public async Task Dead_letters_are_shown_and_replayed()
    {
        Assert.Equal((0, "There are no dead letters."), await TrimmedAsync("search", "dead-letters"));
        Guid id;
        await using (var db = Open())
        {
            id = (await db.Products.SingleAsync(product => product.Slug == "keo-dua-sau-rieng-dong-a", Stop)).Id;
            var at = new DateTime(2026, 11, 22, 3, 4, 0, DateTimeKind.Utc);
            db.DeadLetters.Add(new DeadLetter { SubjectId = id, Subject = OutboxSubject.Product, Sequence = 7, Reason = "too long", Attempts = 3, FirstAt = at, LastAt = at });
            await db.SaveChangesAsync(Stop);
        }

        var (shown, letters) = await RunAsync("search", "dead-letters");
        Assert.Equal(0, shown);
        Assert.Contains($"2026-11-22 03:04  2026-11-22 03:04      3  {id}  keo-dua-sau-rieng-dong-a: too long", letters, StringComparison.Ordinal);

        Assert.Equal((1, "There is no dead letter of nobody."), await TrimmedAsync("search", "replay", "nobody"));
        Assert.Equal((0, "1 of 1 written; 0 refused again."), await TrimmedAsync("search", "replay", id.ToString()));
        Assert.Equal((0, "There are no dead letters."), await TrimmedAsync("search", "replay"));
    }

    public void Dispose() => _data.Dispose();

    private Task<(int Code, string Output)> RunAsync(params string[] words) => ProgramRun.OfAsync(_data.DataDirectory, words);

    private async Task<(int Code, string Output)> TrimmedAsync(params string[] words)
    {
        var (code, output) = await RunAsync(words);
        return (code, output.Trim());
    }

    private MarketplaceDb Open()
    {
        var options = new DbContextOptionsBuilder<MarketplaceDb>();
        options.UseMarketplaceSqlite($"Data Source={Path.Combine(_data.DataDirectory, "marketplace.db")};Pooling=False");
        return new MarketplaceDb(options.Options);
    }

    private async Task PlantAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_data.DataDirectory, "marketplace.db")};Pooling=False");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Stop));
    }
}
