using Marketplace.Core;
using Marketplace.Core.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Complaints;

/// <summary>A complaint with the product that is meant; null where none is.</summary>
public sealed record ComplaintLine(Complaint Complaint, LocalizedText? Product, string? Slug);

/// <summary>A takedown with its product.</summary>
public sealed record TakedownLine(Takedown Takedown, LocalizedText Product, string Slug);

/// <summary>How complaints and takedowns are read. Hidden products are among them.</summary>
public static class ComplaintQueries
{
    /// <summary>Complaints that wait, by the day on which their term ends; or those that were answered, by the day on which it would have. Not tracked.</summary>
    /// <param name="after">The last one seen.</param>
    /// <returns>One more than asked for when there are more.</returns>
    public static async Task<IReadOnlyList<ComplaintLine>> ComplaintsAsync(this MarketplaceDb db, bool answered, Guid? after, int take, CancellationToken cancellationToken)
    {
        var wanted = db.Complaints.AsNoTracking().Where(complaint => complaint.AnsweredAt != null == answered);
        if (after is { } id && await db.Complaints.Where(complaint => complaint.Id == id).Select(complaint => (DateOnly?)complaint.AnswerBy).SingleOrDefaultAsync(cancellationToken) is { } last)
        {
            wanted = wanted.Where(complaint => complaint.AnswerBy > last || (complaint.AnswerBy == last && complaint.Id > id));
        }

        var page = await wanted.OrderBy(complaint => complaint.AnswerBy).ThenBy(complaint => complaint.Id).Take(take + 1).ToListAsync(cancellationToken);
        var names = await NamesAsync(db, [.. page.Select(complaint => complaint.ProductId).OfType<Guid>()], cancellationToken);
        return [.. page.Select(complaint => complaint.ProductId is { } product ? new ComplaintLine(complaint, names[product].Name, names[product].Slug) : new(complaint, null, null))];
    }

    /// <summary>One complaint, to be changed; null when there is none.</summary>
    public static Task<Complaint?> ComplaintAsync(this MarketplaceDb db, Guid id, CancellationToken cancellationToken) =>
        db.Complaints.SingleOrDefaultAsync(complaint => complaint.Id == id, cancellationToken);

    /// <summary>What the office has taken out of sight and not put back, newest first. Not tracked.</summary>
    public static async Task<IReadOnlyList<TakedownLine>> TakedownsAsync(this MarketplaceDb db, int most, CancellationToken cancellationToken)
    {
        var page = await db.Takedowns.AsNoTracking().Where(takedown => takedown.PutBackAt == null).OrderByDescending(takedown => takedown.At).ThenBy(takedown => takedown.Id).Take(most).ToListAsync(cancellationToken);
        var names = await NamesAsync(db, [.. page.Select(takedown => takedown.ProductId)], cancellationToken);
        return [.. page.Select(takedown => new TakedownLine(takedown, names[takedown.ProductId].Name, names[takedown.ProductId].Slug))];
    }

    /// <summary>The takedown of a product that holds now, to be changed; null when there is none.</summary>
    public static Task<Takedown?> TakedownOfAsync(this MarketplaceDb db, Guid productId, CancellationToken cancellationToken) =>
        db.Takedowns.FirstOrDefaultAsync(takedown => takedown.ProductId == productId && takedown.PutBackAt == null, cancellationToken);

    private static async Task<Dictionary<Guid, (LocalizedText Name, string Slug)>> NamesAsync(MarketplaceDb db, Guid[] products, CancellationToken cancellationToken) =>
        await db.Products.IgnoreQueryFilters().Where(product => products.Contains(product.Id)).Select(product => new { product.Id, product.Name, product.Slug })
            .ToDictionaryAsync(product => product.Id, product => (product.Name, product.Slug), cancellationToken);
}
