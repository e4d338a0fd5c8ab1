using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data;

/// <summary>A database with which the program cannot work. The message is one sentence: what is wrong, and what would be right.</summary>
public sealed class DatabaseUnusableException(string message) : Exception(message);

/// <summary>What each database must be asked in its own way.</summary>
public interface IDatabaseEngine
{
    /// <summary>Claims the database for a process that serves. Refused when it bears only one and has one; given back by disposing, and by the end of the process.</summary>
    IDisposable Claim();

    /// <summary>
    /// Returns when no other process prepares the database: makes its tables, its first rows. Another waits meanwhile; the end of a process lets go.
    /// The connection of <paramref name="db"/> stays open until then.
    /// </summary>
    Task<IAsyncDisposable> AloneAsync(MarketplaceDb db, CancellationToken cancellationToken);

    /// <summary>Sets the database up so that readers do not wait for writers; returns a sentence when it cannot be done, else null.</summary>
    Task<string?> TuneAsync(MarketplaceDb db, CancellationToken cancellationToken);

    /// <summary>Whether a change could be written now.</summary>
    Task<bool> TakesWritesAsync(MarketplaceDb db, CancellationToken cancellationToken);

    /// <summary>
    /// Where one writes at a time: waits for the writer's place without holding a thread, as those do who find it taken. Given back by disposing.
    /// Whoever does without is let in all the same, after a wait in steps.
    /// </summary>
    ValueTask<IDisposable> WriterAsync(CancellationToken cancellationToken);

    /// <summary>Whether the save failed because another had already written a row of the same key or the same unique code.</summary>
    bool IsDuplicate(DbUpdateException failure);
}
