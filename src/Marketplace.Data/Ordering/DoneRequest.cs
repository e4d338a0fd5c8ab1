using Marketplace.Core;
using Marketplace.Data.Listings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Ordering;

/// <summary>
/// A request with a key that was done. Its row is saved together with what it did, so that the table's own key keeps a second one out, whatever node or crash comes between.
/// </summary>
public sealed class DoneRequest
{
    /// <summary>Hash of the key, of whose request it was, and of all that it said.</summary>
    public required Guid Id { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime DoneAt { get; init; }

    /// <summary>Lines of a cart that it named; 0 for what names none.</summary>
    public required int Lines { get; init; }
}

internal sealed class DoneRequestTable : IEntityTypeConfiguration<DoneRequest>
{
    public void Configure(EntityTypeBuilder<DoneRequest> request)
    {
        request.ToTable("DoneRequests");
        request.Property(r => r.Id).ValueGeneratedNever();

        // Old ones are found by it.
        request.HasIndex(r => r.DoneAt);
    }
}

/// <summary>How a request with a key is done once.</summary>
public static class DoneRequests
{
    /// <summary>Has it known as done with what is saved next; nothing for one without a key.</summary>
    public static void Remember(this MarketplaceDb db, Guid? request, DateTimeOffset now, int lines = 0)
    {
        if (request is { } id)
        {
            db.DoneRequests.Add(new DoneRequest { Id = id, DoneAt = now.UtcDateTime, Lines = lines });
        }
    }

    /// <summary>Makes a change and saves it, unless the same request has done so before, or beside this one. Null when it is done, now or then; else the problem, and nothing is saved.</summary>
    /// <param name="request">Null for one without a key: it is done each time.</param>
    /// <param name="change">Changes what it reads, without saving.</param>
    public static async Task<IProblem?> OnceAsync(
        this IDbContextFactory<MarketplaceDb> databases, IDatabaseEngine engine, Guid? request, DateTimeOffset now, Func<MarketplaceDb, Task<IProblem?>> change, CancellationToken cancellationToken)
    {
        using var writer = await engine.WriterAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.DoneRequestAsync(request, cancellationToken) is not null)
        {
            return null;
        }

        var problem = await change(db);
        if (problem is null)
        {
            db.Remember(request, now);
            problem = await db.SaveWorkAsync(engine, cancellationToken);
        }

        return problem is null || await db.DoneRequestAsync(request, cancellationToken) is not null ? null : problem;
    }
}

/// <summary>How requests that were done are found, and cleared away.</summary>
public static class DoneRequestQueries
{
    /// <summary>Null for one that was not done, or bears no key. One statement, or none.</summary>
    public static async Task<DoneRequest?> DoneRequestAsync(this MarketplaceDb db, Guid? request, CancellationToken cancellationToken) =>
        request is null ? null : await db.DoneRequests.AsNoTracking().SingleOrDefaultAsync(done => done.Id == request, cancellationToken);

    /// <summary>Forgets those that were done before that time, the oldest first. One statement.</summary>
    /// <returns>How many were forgotten.</returns>
    public static Task<int> ClearDoneRequestsAsync(this MarketplaceDb db, DateTime before, int take, CancellationToken cancellationToken) =>
        db.DoneRequests.Where(done => done.DoneAt < before).OrderBy(done => done.DoneAt).Take(take).ExecuteDeleteAsync(cancellationToken);
}
