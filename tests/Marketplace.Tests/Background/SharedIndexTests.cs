using Marketplace.Api.Background;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Search;
using Marketplace.Data.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Background;

/// <summary>Several nodes keep one index current: together, each change once, in order, and nothing is lost whoever dies.</summary>
public sealed class SharedIndexTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_nodes_share_the_work_and_do_nothing_twice()
    {
        await using var shared = await SharedNodes.CreateAsync();
        var (first, second) = (shared.Add(), shared.Add());
        await first.FollowAsync();
        await second.FollowAsync();
        await RenameAllAsync(shared, "một");

        // The second node does all that it may while the first is held up in its first share.
        var heldUp = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        shared.Index.Before = async _ =>
        {
            if (begun.TrySetResult())
            {
                await heldUp.Task;
            }
        };
        var slow = first.FollowAsync();
        await begun.Task.WaitAsync(Stop);
        await second.FollowAsync();
        var bySecond = shared.Index.Applied.Count;
        heldUp.SetResult();
        await slow;

        Assert.True(bySecond > 100, $"The second node did {bySecond}.");
        Assert.All(shared.Index.Applied.GroupBy(applied => applied.Change.Id), thing => Assert.Single(thing));
        Assert.Empty(await shared.DriftAsync());
    }

    [Fact]
    public async Task What_a_dead_node_left_undone_is_done_when_its_lease_has_run_out()
    {
        await using var shared = await SharedNodes.CreateAsync();
        var node = shared.Add();
        await node.FollowAsync();
        var partition = await RenameOneAsync(shared, "keo-dua-sau-rieng-dong-a", "Kẹo khác");
        await using (var db = shared.CreateDbContext())
        {
            var now = shared.Clock.GetUtcNow().UtcDateTime;
            var lease = (await db.IndexLeasesAsync(Stop))[partition];
            Assert.True(await db.TakeLeaseAsync(partition, lease.Fence, "dead", now, now + SharedIndexWork.LeaseLength, Stop));
        }

        await node.FollowAsync();
        Assert.Single(await shared.DriftAsync());
        shared.Clock.Advance(SharedIndexWork.LeaseLength + TimeSpan.FromSeconds(1));
        await node.FollowAsync();

        Assert.Empty(await shared.DriftAsync());
    }

    [Fact]
    public async Task A_node_that_overslept_its_lease_overwrites_nothing()
    {
        await using var shared = await SharedNodes.CreateAsync();
        var (paused, other) = (shared.Add(), shared.Add());
        await paused.FollowAsync();
        await other.FollowAsync();
        var partition = await RenameOneAsync(shared, "keo-dua-sau-rieng-dong-a", "Cũ");
        var wakes = new TaskCompletionSource();
        var sleeps = new TaskCompletionSource();
        shared.Index.Before = async _ =>
        {
            if (sleeps.TrySetResult())
            {
                await wakes.Task;
            }
        };

        var asleep = paused.FollowAsync();
        await sleeps.Task.WaitAsync(Stop);
        shared.Clock.Advance(SharedIndexWork.LeaseLength + TimeSpan.FromSeconds(1));
        await RenameOneAsync(shared, "keo-dua-sau-rieng-dong-a", "Mới");
        await other.FollowAsync();
        await using var db = shared.CreateDbContext();
        var after = (await db.IndexLeasesAsync(Stop))[partition];
        wakes.SetResult();
        await asleep;

        Assert.Equal([true, false], shared.Index.Applied.Select(applied => applied.Taken));
        Assert.Equal(after.Position, (await db.IndexLeasesAsync(Stop))[partition].Position);
        Assert.Empty(await shared.DriftAsync());
    }

    [Fact]
    public async Task Changes_of_one_product_are_read_in_rising_order()
    {
        await using var shared = await SharedNodes.CreateAsync();
        Node[] nodes = [shared.Add(), shared.Add()];
        for (var i = 0; i < 10; i++)
        {
            await RenameOneAsync(shared, "keo-dua-sau-rieng-dong-a", $"Tên {i}");
            await nodes[i % 2].FollowAsync();
            shared.Clock.Advance(SharedIndex.BetweenSweeps);
        }

        var versions = shared.Index.Applied.Select(applied => applied.Change.Version).ToList();
        Assert.Equal(versions.Distinct().Order(), versions);
        Assert.True(versions.Count >= 9, $"Only {versions.Count} readings.");
        Assert.Empty(await shared.DriftAsync());
    }

    [Fact]
    public async Task An_engine_that_is_away_loses_nothing_and_fills_no_dead_letters()
    {
        await using var shared = await SharedNodes.CreateAsync();
        var node = shared.Add();
        await node.FollowAsync();
        shared.Index.IsAway = true;
        await RenameAllAsync(shared, "hai");

        for (var i = 0; i < 8; i++)
        {
            await node.FollowAsync();
            shared.Clock.Advance(BackOff.Longest);
        }

        Assert.Equal("nobody answers", node.Lag.Trouble);
        Assert.True(node.Lag.Changes >= 239, $"{node.Lag.Changes} wait.");
        shared.Index.IsAway = false;
        shared.Clock.Advance(BackOff.Longest * 2);
        await node.FollowAsync();
        shared.Clock.Advance(SharedIndex.BetweenSweeps);
        await node.FollowAsync();

        Assert.Empty(await shared.DriftAsync());
        await using var db = shared.CreateDbContext();
        Assert.Equal(0, await db.DeadLetterCountAsync(Stop));
        Assert.Equal((0, null), (node.Lag.Changes, node.Lag.Trouble));
    }

    [Fact]
    public async Task An_engine_that_is_away_is_asked_less_and_less_often()
    {
        await using var shared = await SharedNodes.CreateAsync();
        var node = shared.Add();
        await node.FollowAsync();
        await RenameAllAsync(shared, "ba");
        var tries = 0;
        shared.Index.Before = _ =>
        {
            tries++;
            throw new SearchUnavailableException("busy");
        };

        for (var second = 0; second < 60; second++)
        {
            await node.FollowAsync();
            shared.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        // 1, 2, 4, 8, 16 and 30 seconds, a quarter more or less, and one look over the shares each time.
        Assert.InRange(tries, 4, 8);
    }

    [Fact]
    public async Task A_poisoned_document_goes_to_the_dead_letters_and_stops_nothing()
    {
        await using var shared = await SharedNodes.CreateAsync();
        var node = shared.Add();
        await node.FollowAsync();
        var poisoned = await IdOfAsync(shared, "keo-dua-sau-rieng-dong-a");
        var rejected = await IdOfAsync(shared, "tranh-dua-khanh-thanh-tan");
        shared.Index.Rejects.Add(rejected);
        shared.Index.Before = batch => batch.Changes.Any(change => change.Id == poisoned) ? throw new FormatException("A number is not one.") : Task.CompletedTask;
        await RenameAllAsync(shared, "bốn");

        await node.FollowAsync();

        Assert.Equal(new[] { poisoned, rejected }.Order(), (await shared.DriftAsync()).Order());
        await using var db = shared.CreateDbContext();
        var letters = (await db.DeadLettersAsync(Stop)).ToDictionary(letter => letter.SubjectId);
        Assert.Equal(("A number is not one.", 3), (letters[poisoned].Reason, letters[poisoned].Attempts));
        Assert.Equal(("mapping conflict", 1), (letters[rejected].Reason, letters[rejected].Attempts));

        // As soon as they are written after all, nothing is left of them.
        shared.Index.Before = null;
        shared.Index.Rejects.Clear();
        await RenameAllAsync(shared, "năm");
        await node.FollowAsync();
        Assert.Equal(0, await db.DeadLetterCountAsync(Stop));
        Assert.Empty(await shared.DriftAsync());
    }

    [Fact]
    public async Task An_index_that_cannot_be_written_at_all_blames_no_document()
    {
        await using var shared = await SharedNodes.CreateAsync();
        var node = shared.Add();
        await node.FollowAsync();
        shared.Index.Before = _ => throw new IOException("The disk is full.");
        await RenameAllAsync(shared, "sáu");

        await node.FollowAsync();

        await using var db = shared.CreateDbContext();
        Assert.Equal(0, await db.DeadLetterCountAsync(Stop));
        shared.Index.Before = null;
        shared.Clock.Advance(BackOff.Longest * 2);
        await node.FollowAsync();
        Assert.Empty(await shared.DriftAsync());
    }

    [Fact]
    public async Task A_renamed_producer_reaches_its_products_in_their_own_shares()
    {
        await using var shared = await SharedNodes.CreateAsync();
        var node = shared.Add();
        await node.FollowAsync();

        await shared.ChangeAsync(async db => (await db.Producers.SingleAsync(producer => producer.Slug == "cong-ty-dong-a", Stop)).Rename(new("Công ty Mặt Trời")));
        await node.FollowAsync();

        Assert.Empty(await shared.DriftAsync());
        Assert.All(shared.Index.Applied, applied => Assert.True(applied.Taken));
        Assert.Equal(1 + 5, shared.Index.Applied.Count);
    }

    [Fact]
    public async Task A_producers_entry_counts_its_products_when_one_moves_or_goes()
    {
        await using var shared = await SharedNodes.CreateAsync();
        var node = shared.Add();
        await node.FollowAsync();

        await shared.ChangeAsync(async db =>
        {
            var moved = await db.Products.FirstAsync(product => product.ProducerId != null, Stop);
            moved.ProducerId = (await db.Producers.FirstAsync(producer => producer.Id != moved.ProducerId, Stop)).Id;
            db.Remove(await db.Products.FirstAsync(product => product.ProducerId != null && product.Id != moved.Id, Stop));
        });
        await node.FollowAsync();

        Assert.Empty(await shared.DriftAsync());
    }

    [Fact]
    public async Task When_reference_data_changes_one_node_rebuilds_and_what_changes_meanwhile_is_kept()
    {
        await using var shared = await SharedNodes.CreateAsync();
        var (first, second) = (shared.Add(), shared.Add());
        await first.FollowAsync();
        await second.FollowAsync();
        await shared.ChangeAsync(async db => Renamed(db.Entry(await db.Districts.FirstAsync(Stop)), "Huyện khác"));

        await Task.WhenAll(first.FollowAsync(), second.FollowAsync());
        await RenameOneAsync(shared, "keo-dua-sau-rieng-dong-a", "Sau khi dựng lại");
        await second.FollowAsync();

        Assert.Equal(2, shared.Index.Rebuilds);
        Assert.Empty(await shared.DriftAsync());
    }

    [Fact]
    public async Task A_rebuild_that_died_before_the_shares_were_set_back_is_done_again()
    {
        await using var shared = await SharedNodes.CreateAsync();
        await using (var db = shared.CreateDbContext())
        {
            db.Outbox.Add(OutboxMessage.Of(OutboxSubject.Reference, Guid.Empty, shared.Clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(Stop);
            var now = shared.Clock.GetUtcNow().UtcDateTime;
            var lease = (await db.IndexLeasesAsync(Stop))[IndexLease.Rebuild];
            Assert.True(await db.TakeLeaseAsync(IndexLease.Rebuild, lease.Fence, "dead", now, now + SharedIndexWork.LeaseLength, Stop));
        }

        var node = shared.Add();
        await node.FollowAsync();
        Assert.Equal(1, shared.Index.Rebuilds);
        shared.Clock.Advance(SharedIndexWork.LeaseLength + TimeSpan.FromSeconds(1));
        await node.FollowAsync();

        Assert.Equal(2, shared.Index.Rebuilds);
    }

    [Fact]
    public async Task A_look_at_nothing_is_one_small_statement()
    {
        await using var shared = await SharedNodes.CreateAsync();
        var node = shared.Add();
        await node.FollowAsync();
        shared.Sql.Clear();

        await node.FollowAsync();

        Assert.Contains("\"Outbox\"", Assert.Single(shared.Sql.Statements), StringComparison.Ordinal);
    }

    private static void Renamed(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry entry, string name) =>
        entry.ComplexProperty(nameof(Product.Name)).CurrentValue = new Core.LocalizedText(name);

    private static async Task<Guid> IdOfAsync(SharedNodes shared, string slug)
    {
        await using var db = shared.CreateDbContext();
        return (await db.Products.SingleAsync(product => product.Slug == slug, Stop)).Id;
    }

    /// <summary>Returns the share of the work that the change falls into.</summary>
    private static async Task<byte> RenameOneAsync(SharedNodes shared, string slug, string name)
    {
        var partition = byte.MaxValue;
        await shared.ChangeAsync(async db =>
        {
            var product = await db.Products.SingleAsync(product => product.Slug == slug, Stop);
            product.Name = new(name);
            partition = IndexLease.PartitionOf(product.Id);
        });
        return partition;
    }

    private static Task RenameAllAsync(SharedNodes shared, string suffix) => shared.ChangeAsync(async db =>
    {
        foreach (var product in await db.Products.ToListAsync(Stop))
        {
            product.Name = product.Name with { Vi = $"{product.Name.Vi} {suffix}" };
        }
    });
}
