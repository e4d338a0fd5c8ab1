using System.Data.Common;
using Marketplace.Core;
using Marketplace.Data;
using Marketplace.Data.Sqlite;
using Marketplace.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Marketplace.EngineTests.Database;

/// <summary>
/// SQL Server's way of trying again, over SQLite, with a connection that breaks when a test says so. The faults are time-outs, which
/// count as passing everywhere; the server's own numbers are known to the library.
/// </summary>
public sealed class RetryTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("retry-");
    private readonly BreakingCommit _line = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_save_that_broke_before_it_was_written_is_written_once()
    {
        await using var db = await MigratedAsync();
        db.Producers.Add(Some.Producer("a"));
        _line.BreakBefore = 2;

        Assert.Equal(1, await db.SaveChangesAsync(Stop));

        Assert.Equal((1, 1, 3), (await db.Producers.CountAsync(Stop), await db.Outbox.CountAsync(Stop), _line.Commits));
    }

    [Fact]
    public async Task A_save_whose_answer_was_lost_is_neither_doubled_nor_called_a_failure()
    {
        await using var db = await MigratedAsync();
        db.Producers.AddRange(Some.Producer("a"), Some.Producer("b"));
        _line.BreakAfter = 1;

        Assert.Equal(2, await db.SaveChangesAsync(Stop));

        Assert.Equal((2, 2, 1), (await db.Producers.CountAsync(Stop), await db.Outbox.CountAsync(Stop), _line.Commits));
        Assert.False(db.ChangeTracker.HasChanges());
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_is_known_by_its_version_and_time()
    {
        await using var db = await MigratedAsync();
        var producer = Some.Producer("a");
        db.Producers.Add(producer);
        await db.SaveChangesAsync(Stop);
        producer.Rename(new LocalizedText("Mới"));
        _line.BreakAfter = 1;

        Assert.Equal(1, await db.SaveChangesAsync(Stop));
        producer.Rename(new LocalizedText("Mới hơn"));
        Assert.Equal(1, await db.SaveChangesAsync(Stop));

        await using var after = Open();
        Assert.Equal("Mới hơn", (await after.Producers.SingleAsync(Stop)).Name.Vi);
        Assert.Equal(3, await after.Outbox.CountAsync(Stop));
    }

    [Fact]
    public async Task A_removal_whose_answer_was_lost_is_known_by_the_absence_of_the_row()
    {
        await using var db = await MigratedAsync();
        var producer = Some.Producer("a");
        db.Producers.Add(producer);
        await db.SaveChangesAsync(Stop);
        db.Producers.Remove(producer);
        _line.BreakAfter = 1;

        Assert.Equal(1, await db.SaveChangesAsync(Stop));

        Assert.Equal((0, 2), (await db.Producers.CountAsync(Stop), await db.Outbox.CountAsync(Stop)));
    }

    [Fact]
    public async Task What_another_has_changed_meanwhile_is_not_taken_for_ones_own()
    {
        await using var db = await MigratedAsync();
        var producer = Some.Producer("a");
        db.Producers.Add(producer);
        await db.SaveChangesAsync(Stop);
        producer.Rename(new LocalizedText("Của tôi"));
        _line.BreakBefore = 1;
        _line.Broken = async () =>
        {
            await using var other = Open();
            (await other.Producers.SingleAsync(Stop)).Rename(new LocalizedText("Của người khác"));
            await other.SaveChangesAsync(Stop);
        };

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(Stop));

        await using var after = Open();
        Assert.Equal("Của người khác", (await after.Producers.SingleAsync(Stop)).Name.Vi);
    }

    [Fact]
    public async Task A_fault_that_does_not_pass_is_not_tried_again()
    {
        await using var db = await MigratedAsync();
        db.Producers.AddRange(Some.Producer("a"), Some.Producer("a"));

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Stop));

        Assert.Equal(0, _line.Commits);
    }

    public async ValueTask DisposeAsync()
    {
        await Task.Yield();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task<MarketplaceDb> MigratedAsync()
    {
        await using (var first = Open())
        {
            await first.Database.MigrateAsync(Stop);
        }

        return Open(_line);
    }

    private MarketplaceDb Open(params IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<MarketplaceDb>();
        options.UseSqlite(SqliteDatabase.ConnectionString(Path.Combine(_folder.FullName, "retry.db")), sqlite => sqlite
            .MigrationsAssembly(typeof(SqliteDatabase).Assembly.FullName)
            .ExecutionStrategy(dependencies => new SqlServerRetries(dependencies)));
        options.AddInterceptors(interceptors);
        return new MarketplaceDb(options.Options);
    }

    /// <summary>Breaks the line before or after the database has written.</summary>
    private sealed class BreakingCommit : DbTransactionInterceptor
    {
        public int BreakBefore { get; set; }

        public int BreakAfter { get; set; }

        public int Commits { get; private set; }

        public Func<Task> Broken { get; set; } = () => Task.CompletedTask;

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            Commits++;
            if (BreakBefore-- > 0)
            {
                await transaction.RollbackAsync(cancellationToken);
                await Broken();
                throw new TimeoutException("The line broke before the commit.");
            }

            return result;
        }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
            BreakAfter-- > 0 ? throw new TimeoutException("The line broke after the commit.") : Task.CompletedTask;
    }
}
