using Marketplace.Core;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.EngineTests.Database;

/// <summary>Two who want the same at the same time.</summary>
public sealed class TogetherTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Of_two_who_take_one_slug_one_gets_it_and_the_other_is_told(Engine engine)
    {
        await using var database = await EngineDatabase.MigratedAsync(engine);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            await using var db = database.Open();
            db.Producers.Add(Some.Producer("keo-dua"));
            return await Record.ExceptionAsync(() => db.SaveChangesAsync(Stop));
        })));

        var refused = Assert.IsType<DbUpdateException>(Assert.Single(outcomes, outcome => outcome is not null));
        Assert.True(database.Asks.IsDuplicate(refused));
        await using var after = database.Open();
        Assert.Equal(1, await after.Producers.CountAsync(Stop));
        Assert.Equal(1, await after.Outbox.CountAsync(Stop));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_later_save_does_not_overwrite_what_it_has_not_seen(Engine engine)
    {
        await using var database = await EngineDatabase.MigratedAsync(engine);
        await AddAsync(database, "a");
        await using var first = database.Open();
        await using var second = database.Open();
        (await first.Producers.SingleAsync(Stop)).Rename(new LocalizedText("Một"));
        (await second.Producers.SingleAsync(Stop)).Rename(new LocalizedText("Hai"));

        await first.SaveChangesAsync(Stop);
        var refused = await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(Stop));

        Assert.False(database.Asks.IsDuplicate(refused));
        await using var after = database.Open();
        Assert.Equal("Một", (await after.Producers.SingleAsync(Stop)).Name.Vi);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_reader_does_not_wait_for_a_writer(Engine engine)
    {
        await using var database = await EngineDatabase.MigratedAsync(engine);
        await AddAsync(database, "a");
        await using var writer = database.Open();
        await using var reader = database.Open();
        reader.Database.SetCommandTimeout(5);

        await writer.Database.CreateExecutionStrategy().ExecuteAsync(async stop =>
        {
            await using var transaction = await writer.Database.BeginTransactionAsync(stop);
            (await writer.Producers.SingleAsync(stop)).Rename(new LocalizedText("Mới"));
            await writer.SaveChangesAsync(stop);
            Assert.Equal("Cơ sở", (await reader.Producers.AsNoTracking().SingleAsync(stop)).Name.Vi);
            await transaction.CommitAsync(stop);
        }, Stop);

        Assert.Equal("Mới", (await reader.Producers.AsNoTracking().SingleAsync(Stop)).Name.Vi);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Two_who_lock_each_other_out_both_come_through(Engine engine)
    {
        await using var database = await EngineDatabase.MigratedAsync(engine);
        await AddAsync(database, "a", "b");
        TaskCompletionSource[] inside = [new(), new()];

        await Task.WhenAll(TakeBothAsync(0, "a", "b"), TakeBothAsync(1, "b", "a"));

        await using var after = database.Open();
        Assert.Equal(2 + 4, await after.Outbox.CountAsync(Stop));
        Assert.All(await after.Producers.Select(producer => EF.Property<int>(producer, "Version")).ToListAsync(Stop), version => Assert.Equal(2, version));

        async Task TakeBothAsync(int me, string first, string second) => await Task.Run(async () =>
        {
            await using var db = database.Open();
            await db.Database.CreateExecutionStrategy().ExecuteAsync(async stop =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(stop);
                await RenameAsync(first);
                inside[me].TrySetResult();

                // SQLite lets the other in only when this one is done: then there is nobody to meet.
                await Task.WhenAny(inside[1 - me].Task, Task.Delay(TimeSpan.FromSeconds(2), stop));
                await RenameAsync(second);
                await transaction.CommitAsync(stop);

                async Task RenameAsync(string slug)
                {
                    (await db.Producers.SingleAsync(producer => producer.Slug == slug, stop)).Rename(new LocalizedText($"{me} {slug}"));
                    await db.SaveChangesAsync(stop);
                }
            }, Stop);
        });
    }

    private static async Task AddAsync(EngineDatabase database, params string[] slugs)
    {
        await using var db = database.Open();
        db.Producers.AddRange(slugs.Select(slug => Some.Producer(slug)));
        await db.SaveChangesAsync(Stop);
    }
}
