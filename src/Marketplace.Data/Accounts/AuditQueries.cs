using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Accounts;

/// <summary>Which entries of the audit are wanted; null leaves a thing open.</summary>
/// <param name="SubjectId">To what it was done.</param>
/// <param name="OrganisationId">Whose member did it, or for whom it was done.</param>
/// <param name="Action">The use case, as its mutation is called.</param>
public sealed record AuditFilter(Guid? SubjectId = null, Guid? OrganisationId = null, string? Action = null);

/// <summary>An entry with the names of its organisations as they are called today.</summary>
public sealed record AuditLine(AuditEntry Entry, string? Organisation, string? OnBehalfOf);

/// <summary>How the audit is read.</summary>
public static class AuditQueries
{
    /// <summary>What was done, newest first. Not tracked.</summary>
    /// <param name="after">The last one seen.</param>
    /// <returns>One more than asked for when there are more.</returns>
    public static async Task<IReadOnlyList<AuditLine>> AuditAsync(this MarketplaceDb db, AuditFilter filter, Guid? after, int take, CancellationToken cancellationToken)
    {
        var wanted = db.Audit.AsNoTracking();
        if (filter.SubjectId is { } subject)
        {
            wanted = wanted.Where(entry => entry.SubjectId == subject);
        }

        if (filter.OrganisationId is { } organisation)
        {
            wanted = wanted.Where(entry => entry.OrganisationId == organisation || entry.OnBehalfOfId == organisation);
        }

        if (filter.Action is { } action)
        {
            wanted = wanted.Where(entry => entry.Action == action);
        }

        if (after is { } id && await db.Audit.Where(entry => entry.Id == id).Select(entry => (DateTime?)entry.At).SingleOrDefaultAsync(cancellationToken) is { } last)
        {
            wanted = wanted.Where(entry => entry.At < last || (entry.At == last && entry.Id < id));
        }

        return await wanted.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(take + 1)
            .Select(entry => new AuditLine(
                entry,
                db.Organisations.Where(one => one.Id == entry.OrganisationId).Select(one => one.Name).FirstOrDefault(),
                db.Organisations.Where(one => one.Id == entry.OnBehalfOfId).Select(one => one.Name).FirstOrDefault()))
            .ToListAsync(cancellationToken);
    }
}
