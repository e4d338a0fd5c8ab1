using System.Globalization;
using Marketplace.Api.Background;
using Marketplace.Api.Hosting;
using Marketplace.Api.Search;
using Marketplace.Core.Search;
using Marketplace.Data;
using Marketplace.Data.Catalogue;
using Marketplace.Data.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Commands;

/// <summary>The commands that look after the search index. All of them may run beside a host that serves.</summary>
internal sealed class SearchCommands(IServiceProvider services)
{
    private const int MostNamed = 20;

    private readonly ISearchIndex _index = services.GetRequiredService<ISearchIndex>();
    private readonly IndexCheck _check = services.GetRequiredService<IndexCheck>();
    private readonly IDbContextFactory<MarketplaceDb> _databases = services.GetRequiredService<IDbContextFactory<MarketplaceDb>>();
    private readonly TimeProvider _clock = services.GetRequiredService<TimeProvider>();

    /// <summary>The commands over a database that has the tables of this version.</summary>
    public static async Task<SearchCommands> OpenAsync(IServiceProvider services, CancellationToken stop)
    {
        await services.GetRequiredService<Preparation>().MigrateAsync(stop);
        return new(services);
    }

    public async Task<int> RebuildAsync(CancellationToken stop)
    {
        await services.GetRequiredService<Preparation>().FillAsync(stop);
        var builder = services.GetRequiredService<IndexBuilder>();
        var count = await builder.CountAsync(stop);
        using (var bar = new ProgressBar("Building the search index", count))
        {
            if (!_index.IsShared)
            {
                await services.GetRequiredService<DeadLetterBox>().RebuiltAsync(await builder.RebuildAsync(bar, stop), stop);
            }
            else if (!await services.GetRequiredService<SharedIndexWork>().RebuildAsync(bar, stop))
            {
                Progress.Say("Another node is building it; waiting for that.");
                await FollowedAsync(stop);
            }
        }

        Console.WriteLine($"The search index holds {count} products and producers.");
        return 0;
    }

    public async Task<int> VerifyAsync(CancellationToken stop)
    {
        if (await CompareAsync(stop) is not { } drift)
        {
            return 1;
        }

        Tell(drift);
        return drift is { Things.Count: 0, AwaitsRebuild: false } ? 0 : 1;
    }

    public async Task<int> RepairAsync(CancellationToken stop)
    {
        if (await CompareAsync(stop) is not { } drift)
        {
            return 1;
        }

        Tell(drift);
        if (drift is { Things.Count: 0, Waiting: 0, AwaitsRebuild: false })
        {
            return 0;
        }

        await _check.RequestAsync(drift.Things.Select(thing => (thing.Subject, thing.Id)), _clock.GetUtcNow().UtcDateTime, stop);
        if (!await FollowedAsync(stop) || await CompareAsync(stop) is not { } after)
        {
            return 1;
        }

        Tell(after);
        return after is { Things.Count: 0, AwaitsRebuild: false } ? 0 : 1;
    }

    public async Task<int> DeadLettersAsync(CancellationToken stop)
    {
        await using var db = await _databases.CreateDbContextAsync(stop);
        var letters = await db.DeadLettersAsync(stop);
        if (letters.Count == 0)
        {
            Console.WriteLine("There are no dead letters.");
            return 0;
        }

        var slugs = await db.SlugsAsync([.. letters.Select(letter => letter.SubjectId)], stop);
        Console.WriteLine($"{"since (UTC)",-17} {"last (UTC)",-17} {"tries",5}  {"id",-36}  what: why");
        foreach (var letter in letters)
        {
            var what = slugs.GetValueOrDefault(letter.SubjectId) ?? (letter.Subject == OutboxSubject.ProducerEntry ? "a producer" : "a product") + " that is gone";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{letter.FirstAt,-17:yyyy-MM-dd HH:mm} {letter.LastAt,-17:yyyy-MM-dd HH:mm} {letter.Attempts,5}  {letter.SubjectId}  {what}: {letter.Reason}"));
        }

        return 0;
    }

    /// <param name="id">Of one thing, as <c>search dead-letters</c> shows it; null for all.</param>
    public async Task<int> ReplayAsync(string? id, CancellationToken stop)
    {
        await using var db = await _databases.CreateDbContextAsync(stop);
        var letters = (await db.DeadLettersAsync(stop)).Where(letter => id is null || letter.SubjectId.ToString() == id).ToList();
        if (letters.Count == 0)
        {
            Console.WriteLine(id is null ? "There are no dead letters." : $"There is no dead letter of {id}.");
            return id is null ? 0 : 1;
        }

        await _check.RequestAsync(letters.Select(letter => (letter.Subject, letter.SubjectId)), _clock.GetUtcNow().UtcDateTime, stop);
        if (!await FollowedAsync(stop))
        {
            return 1;
        }

        var left = (await db.DeadLettersAsync(stop)).Count(letter => letters.Exists(replayed => replayed.SubjectId == letter.SubjectId));
        Console.WriteLine($"{letters.Count - left} of {letters.Count} written; {left} refused again.");
        return left == 0 ? 0 : 1;
    }

    /// <summary>Null when the index cannot be compared: the reason is said.</summary>
    private async Task<IndexDrift?> CompareAsync(CancellationToken stop)
    {
        var status = await _index.StatusAsync(stop);
        if (status.State != IndexState.Ready)
        {
            await Console.Error.WriteLineAsync(status.State == IndexState.Unreachable
                ? $"The search engine cannot be asked: {status.Reason}"
                : $"The search index is {status.State}: `search rebuild` builds it anew.");
            return null;
        }

        using var bar = new ProgressBar("Comparing", await services.GetRequiredService<IndexBuilder>().CountAsync(stop));
        return await _check.RunAsync(bar, stop);
    }

    private static void Tell(IndexDrift drift)
    {
        if (drift.AwaitsRebuild)
        {
            Console.WriteLine("Reference data has changed and the index is not built anew yet: a running host does that, or `search rebuild`.");
        }

        var waiting = drift.Waiting == 0 ? "" : $" {drift.Waiting} changed since and wait to be followed.";
        if (drift.Things.Count == 0)
        {
            Console.WriteLine($"Database and index are equal: {drift.Compared} products and producers.{waiting}");
            return;
        }

        Console.WriteLine($"{Count(DriftKind.Missing)} missing, {Count(DriftKind.Stale)} stale, {Count(DriftKind.Surplus)} surplus; the database has {drift.Compared} products and producers.{waiting}");
        foreach (var thing in drift.Things.Take(MostNamed))
        {
            var kind = thing.Slug is null ? "" : thing.Subject == OutboxSubject.Product ? "product " : "producer ";
            Console.WriteLine($"  {thing.Kind,-8} {kind}{thing.Slug ?? thing.Id.ToString()}");
        }

        if (drift.Things.Count > MostNamed)
        {
            Console.WriteLine($"  … and {drift.Things.Count - MostNamed} more");
        }

        int Count(DriftKind kind) => drift.Things.Count(thing => thing.Kind == kind);
    }

    private Task<bool> FollowedAsync(CancellationToken stop) => services.GetRequiredService<CatchUp>().RunAsync(stop);
}
