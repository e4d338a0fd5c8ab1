using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Outbox;

/// <summary>How dead letters are read and cleared away.</summary>
public static class DeadLetterQueries
{
    /// <summary>Those that failed first come first.</summary>
    public static async Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(this MarketplaceDb db, CancellationToken cancellationToken) =>
        await db.DeadLetters.AsNoTracking().OrderBy(letter => letter.FirstAt).ThenBy(letter => letter.SubjectId).ToListAsync(cancellationToken);

    /// <summary>Those of the given things, to be changed.</summary>
    public static async Task<IReadOnlyDictionary<Guid, DeadLetter>> DeadLettersOfAsync(
        this MarketplaceDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await db.DeadLetters.Where(letter => ids.Contains(letter.SubjectId)).ToDictionaryAsync(letter => letter.SubjectId, cancellationToken);

    public static Task<int> DeadLetterCountAsync(this MarketplaceDb db, CancellationToken cancellationToken) => db.DeadLetters.CountAsync(cancellationToken);

    /// <summary>Forgets the dead letters of things that have been written since.</summary>
    public static Task RemoveDeadLettersAsync(this MarketplaceDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        db.DeadLetters.Where(letter => ids.Contains(letter.SubjectId)).ExecuteDeleteAsync(cancellationToken);
}
