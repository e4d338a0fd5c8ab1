using Microsoft.EntityFrameworkCore;

namespace Marketplace.EngineTests.Database;

/// <summary>Nodes that start on one database, at once and after an accident.</summary>
public sealed class StartTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<Engine, int> Rounds => new() { { Engine.Sqlite, 8 }, { Engine.SqlServer, 3 } };

    [Theory]
    [MemberData(nameof(Rounds))]
    public async Task Nodes_that_start_at_once_on_nothing_migrate_and_seed_once(Engine engine, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            await using var database = EngineDatabase.Empty(engine);
            await using var one = Node.On(database);
            await using var other = Node.On(database);

            await Task.WhenAll(Task.Run(() => one.FillAsync(Stop), Stop), Task.Run(() => other.FillAsync(Stop), Stop));

            await using var db = database.Open();
            Assert.Equal(1, await db.Installations.CountAsync(Stop));
            Assert.Equal((239, 100), (await db.Products.CountAsync(Stop), await db.Producers.CountAsync(Stop)));
            Assert.True(await db.Offers.AnyAsync(Stop));
            Assert.Empty(await db.Database.GetPendingMigrationsAsync(Stop));
        }
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Who_comes_second_waits_and_gives_up_in_one_sentence(Engine engine)
    {
        await using var database = await EngineDatabase.MigratedAsync(engine);
        await using var first = database.Open();
        await using var second = database.Open();
        await using (await database.Asks.AloneAsync(first, Stop))
        {
            var refused = await Assert.ThrowsAsync<Data.DatabaseUnusableException>(() => database.Impatient().AloneAsync(second, Stop));

            Assert.Matches("^Another (process|node) has been preparing the database .* for more than 1 seconds.*: wait for it or end it, then start again; nothing was changed.$", refused.Message);
        }

        await using var now = await database.Impatient().AloneAsync(second, Stop);
    }

    [Fact]
    public async Task The_mark_of_a_migration_that_was_killed_does_not_stop_the_next()
    {
        await using var database = EngineDatabase.Empty(Engine.Sqlite);
        await using (var killed = database.Open())
        {
            await killed.Database.OpenConnectionAsync(Stop);
            await killed.Database.ExecuteSqlRawAsync("CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)", Stop);
            await killed.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-22 02:00:00')", Stop);
        }

        await using var node = Node.On(database);
        await node.FillAsync(Stop).WaitAsync(TimeSpan.FromMinutes(1), Stop);

        await using var db = database.Open();
        Assert.Equal(239, await db.Products.CountAsync(Stop));
    }

    [Fact]
    public async Task A_seed_that_was_cut_off_leaves_nothing_behind()
    {
        await using var database = EngineDatabase.Empty(Engine.Sqlite);
        await using var node = Node.On(database);
        using var cut = new CancellationTokenSource();
        var filling = node.FillAsync(cut.Token);
        await using var db = database.Open();
        while (!filling.IsCompleted && !await HasTablesAsync())
        {
            await Task.Yield();
        }

        await cut.CancelAsync();
        await Record.ExceptionAsync(() => filling);
        var (texts, offers) = await HasTablesAsync() ? (await db.LegalTexts.CountAsync(Stop), await db.Offers.CountAsync(Stop)) : (0, 0);
        await node.FillAsync(Stop);

        Assert.True(texts > 0 == offers > 0, $"{texts} legal texts, {offers} offers");
        Assert.True(await db.Offers.AnyAsync(Stop));

        async Task<bool> HasTablesAsync() =>
            await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = 'Installation'").SingleAsync(Stop) > 0;
    }

    [Fact]
    public async Task One_host_serves_from_a_file_and_commands_may_work_beside_it()
    {
        await using var database = EngineDatabase.Empty(Engine.Sqlite);
        await using (var serving = Node.On(database))
        {
            await serving.StartAsync(Stop);
            await using var second = Node.On(database);
            var refused = await Assert.ThrowsAsync<Data.DatabaseUnusableException>(() => second.StartAsync(Stop));
            await using var command = Node.On(database);
            await command.FillAsync(Stop);

            Assert.Equal(
                $"The database file {Path.Combine(database.Folder, "marketplace.db")} is already served by process {Environment.ProcessId} on {Environment.MachineName}: "
                    + "give this host a Data__Directory of its own, or let both use one SQL Server (Database__Provider=SqlServer).",
                refused.Message);
        }

        await using var next = Node.On(database);
        await next.StartAsync(Stop);
    }
}
