using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Ordering;

/// <summary>Work that opens a transaction of its own.</summary>
public static class FreshStart
{
    /// <summary>
    /// Runs the work on a context of its own. After a passing fault of the database it runs anew from the beginning, on another one: so it must read
    /// by itself what it needs, and find out by itself whether an earlier run came through.
    /// </summary>
    public static async Task<T> FreshlyAsync<T>(this IDbContextFactory<MarketplaceDb> databases, Func<MarketplaceDb, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var first = await databases.CreateDbContextAsync(cancellationToken);
        return await first.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            return await work(db);
        });
    }
}
